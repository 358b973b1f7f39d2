"""Reading a file that holds an official edition of a classification.

Three shapes are known, each a tab-separated table with a header: `code en zh` (ISIC Rev.4), `code de en isic4` (WZ 2008, NACE Rev. 2)
and `level code zh` (GB/T 4754). Columns may stand in any order, titles may be missing, and our own header is read as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kontor_core.classification.editions import WZ_2025, edition_of_column
from kontor_core.classification.tables import LANGUAGES, TABLES

ISIC_COLUMNS = ("isic4", "isic")
_SECTION_WORDS = re.compile(r"^(ABSCHNITT|SECTION|Abschnitt|Section)\s+[A-Z]\s*[-:\u2013]\s*")
_LETTER_BEFORE_DIGITS = re.compile(r"^[A-Z](?=\d)")


class OfficialFileError(ValueError):
    """The file cannot be read as an official edition; the message says why."""


@dataclass(frozen=True, slots=True)
class Official:
    """One row of an official edition; `level` is 0 and `isic` empty where the file does not say them."""

    code: str
    parent: str
    level: int
    titles: dict[str, str]
    isic: frozenset[str]


def guess_table(header: Sequence[str], codes: Sequence[str]) -> str:
    """Which of our tables a header and its codes belong to: `isic4`, `wz2008` or `gbt4754`; empty when they do not tell."""
    if "level" in header:
        return "gbt4754"
    if any("." in code for code in codes):
        return "wz2008"
    if "isic4" in header:
        return "wz2008"
    if len({code for code in codes if len(code) == 2 and code.isdigit()}) > 90 or ("T" in codes and "U" not in codes):
        return "gbt4754"
    return "isic4" if "code" in header else ""


def read_official(path: Path, name: str = "") -> tuple[str, dict[str, Official]]:
    """The table the file belongs to (guessed unless named) and its rows by code; parents are found from order and code."""
    rows = _rows(path)
    codes = [row["code"] for row in rows]
    name = name or guess_table(tuple(rows[0]), codes)
    if name not in TABLES:
        raise OfficialFileError(f"{path.name}: cannot tell which classification this is; say --table {'|'.join(TABLES)}")
    if name == "wz2008" and edition_of_column(codes) == WZ_2025:
        raise OfficialFileError(f"{path.name} holds WZ 2025 (NACE Rev. 2.1); the table here is WZ 2008 (NACE Rev. 2), whose codes mean other things")
    found: dict[str, Official] = {}
    section = ""
    for row in rows:
        code = row["code"]
        if code.isalpha():
            section = code
        level = row.get("level", "")
        titles = {language: _title(row[language]) for language in LANGUAGES if row.get(language)}
        parent = "" if code.isalpha() else _parent(code, section, found)
        found[code] = Official(code, parent, int(level) if level.isdigit() else 0, titles, _isic(row))
    return name, found


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise OfficialFileError(f"{path}: cannot be read: {error}") from error
    header = [cell.strip().lower() for cell in lines[0].split("\t")] if lines else []
    if "code" not in header:
        raise OfficialFileError(f"{path.name}: no column `code`; the first line names the columns, parted by tabs")
    rows = []
    for line in lines[1:]:
        row = {column: cell.strip() for column, cell in zip(header, line.split("\t"), strict=False)}
        row["code"] = _LETTER_BEFORE_DIGITS.sub("", row.get("code", ""))
        if row["code"]:
            rows.append(row)
    if not rows:
        raise OfficialFileError(f"{path.name}: holds no codes")
    return rows


def _parent(code: str, section: str, found: Mapping[str, Official]) -> str:
    """The longest code of the file that this one continues; the section for a division (and where the file leaves levels out)."""
    for length in range(len(code) - 1, 1, -1):
        shorter = code[:length].rstrip(".")
        if shorter in found:
            return shorter
    return section


def _isic(row: Mapping[str, str]) -> frozenset[str]:
    """ISIC classes of a row; an asterisk (only a part of the class) is dropped."""
    cell = next((row[column] for column in ISIC_COLUMNS if row.get(column)), "")
    return frozenset(code for code in re.split(r"[|,;\s]+", cell.replace("*", "")) if code)


def _title(cell: str) -> str:
    return _SECTION_WORDS.sub("", cell.strip('"'))
