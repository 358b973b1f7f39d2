"""A copy of a table without personal data, to be made before a file leaves the office it belongs to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kontor_core.tables.errors import TableError
from kontor_core.tables.report import write_csv, write_xlsx
from kontor_core.tables.sheets import Sheet


@dataclass(slots=True)
class Copy:
    """What was written and what was left out. Holds headings and counts, never a value."""

    written: Path
    rows: int = 0
    sheets: int = 0
    columns_dropped: list[str] = field(default_factory=list)
    masked: dict[str, int] = field(default_factory=dict)
    rows_left_out: int = 0
    """Totals, notes and titles: a note at the end of a list often bears a name."""


def suggested(path: Path) -> Path:
    """Where the copy goes when nobody says: beside the file, `list.csv.gz` -> `list.clean.csv`, any spreadsheet -> `.clean.xlsx`."""
    name = path.name[:-3] if path.name.lower().endswith(".gz") else path.name
    stem, dot, ending = name.rpartition(".")
    ending = ending.lower() if dot else "csv"
    return path.with_name(f"{stem or name}.clean.{'xlsx' if ending in ('xlsx', 'xls', 'ods', 'xlsm', 'et') else 'csv'}")


def write_copy(parts: Iterable[Sheet], target: Path) -> Copy:
    """Write the sheets to `target`: CSV by its ending, otherwise XLSX. Written beside and renamed, so that no half copy is left behind.

    Raises:
        TableError: while reading; `several-sheets` when a CSV was asked for and there is more than one sheet; `no-rows`.
        OSError: the copy cannot be written.
    """
    copy = Copy(target)
    half = target.with_name(f".{target.name}.{os.getpid()}.half")
    try:
        if target.suffix.lower() == ".csv":
            _write_one(parts, half, copy)
        else:
            write_xlsx(half, ((sheet.name or "1", sheet.header, _cells(sheet, copy)) for sheet in parts))
        if not copy.rows:
            raise TableError("no-rows", "there is a header but no row below it", target.name)
        os.replace(half, target)
    finally:
        half.unlink(missing_ok=True)
    return copy


def _write_one(parts: Iterable[Sheet], half: Path, copy: Copy) -> None:
    for number, sheet in enumerate(parts):
        if number:
            raise TableError("several-sheets", "the file has several sheets; ask for a copy that ends in .xlsx", sheet.name)
        write_csv(half, sheet.header, _cells(sheet, copy))


def _cells(sheet: Sheet, copy: Copy) -> Iterator[list[str]]:
    copy.sheets += 1
    for _, cells in sheet.rows:
        copy.rows += 1
        yield cells
    for heading in sheet.screening.columns_dropped:
        if heading not in copy.columns_dropped:
            copy.columns_dropped.append(heading)
    for heading, count in sheet.screening.masked.items():
        copy.masked[heading] = copy.masked.get(heading, 0) + count
    copy.rows_left_out += sum(notice.code in ("totals-left-out", "note-left-out") for notice in sheet.notices)
