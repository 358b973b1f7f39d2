"""Tables written for people: XLSX whose cells can never act as formulas."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

_DEFUSED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A spreadsheet takes a cell that begins so for a formula; with Chinese and Japanese settings the full-width signs as well."""
_PLAIN_NUMBER = re.compile(r"^[+-]?\d{1,15}(?:[.,]\d{1,6})?$")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
LONGEST_CELL = 32_767
MOST_ROWS = 1_048_576


def defused(value: str) -> str:
    """The text of a cell with an apostrophe before what would make it a formula; control characters taken out, cut at 32,767 characters."""
    value = _UNWRITABLE.sub("", value)[: LONGEST_CELL - 1]
    if value.lstrip(" \u3000\xa0").startswith(_DEFUSED) and not _PLAIN_NUMBER.match(value):
        return f"'{value}"
    return value


def write_xlsx(path: Path, sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[str | int | float | None]]]]) -> None:
    """Write sheets of (name, headings, rows). Text is defused, numbers stay numbers; a sheet too long goes on in a next one.

    Raises:
        OSError: the file cannot be written.
    """
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    names: set[str] = set()
    for name, headings, rows in sheets:
        sheet = _begin(workbook, name, headings, names)
        written = 1
        for row in rows:
            if written == MOST_ROWS:
                sheet = _begin(workbook, name, headings, names)
                written = 1
            sheet.append([defused(cell) if isinstance(cell, str) else cell for cell in row])
            written += 1
    if not names:
        workbook.create_sheet("1")
    workbook.save(path)


def _begin(workbook: Any, name: str, headings: Sequence[str], names: set[str]) -> Any:
    sheet = workbook.create_sheet(sheet_name(name, names))
    sheet.freeze_panes = "A2"
    for number, heading in enumerate(headings):
        letter = _letters(number)
        sheet.column_dimensions[letter].width = min(60, max(12, 2 * len(heading) + 2))
    sheet.append([defused(heading) for heading in headings])
    return sheet


def _letters(number: int) -> str:
    """0 -> A, 26 -> AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that a workbook allows: 31 characters, none of []:*?/\\, not taken yet (it is added to `taken`)."""
    plain = re.sub(r"[\[\]:*?/\\'\x00-\x1f]", " ", wanted).strip()[:28] or "1"
    name, number = plain, 2
    while name.lower() in taken:
        name, number = f"{plain[:25]} {number}", number + 1
    taken.add(name.lower())
    return name


def write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write one table as CSV that a spreadsheet opens rightly: UTF-8 with byte order mark, cells defused.

    Raises:
        OSError: the file cannot be written.
    """
    with path.open("w", encoding="utf-8-sig", newline="", errors="replace") as file:
        writer = csv.writer(file)
        writer.writerow([defused(heading) for heading in headings])
        writer.writerows([defused(cell) for cell in row] for row in rows)
