"""Sheets of a spreadsheet (XLSX, XLS, ODS): raw rows, merged cells filled, hidden columns and sheets said."""

from __future__ import annotations

import datetime
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterator
from pathlib import Path

from kontor_core.tables.archives import check_ole, check_zip
from kontor_core.tables.errors import Notice, TableError
from kontor_core.tables.texts import MOST_ROWS, RawSheet

EXACT = 1e15
"""A spreadsheet keeps 15 digits of a number; a longer code lost its end when it was typed as a number."""
MOST_SHEETS = 200
_HEAD_OF_SHEET = 200_000
_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_COLUMN_MIN = re.compile(rb'\smin="(\d{1,5})"')
_COLUMN_MAX = re.compile(rb'\smax="(\d{1,5})"')
_ODS_TABLE = re.compile(rb'<table:table\s[^>]*?table:name="([^"]*)"')
_ODS_COLUMN = re.compile(rb"<table:table-column[^>]*>")


def read_workbook(path: Path, head: bytes) -> list[RawSheet]:
    """All visible sheets in their order; hidden ones are told as a notice on the first.

    Raises:
        TableError: what `archives` finds, `password`, `broken-spreadsheet`, `too-many-sheets`, `empty`.
    """
    kind = "xls"
    if head.startswith(b"PK"):
        kind = check_zip(path)
    else:
        check_ole(path)
    import python_calamine

    try:
        workbook = python_calamine.CalamineWorkbook.from_path(path)
        shown = [sheet for sheet in workbook.sheets_metadata if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet]
        hidden = [sheet.name for sheet in shown if sheet.visible != python_calamine.SheetVisibleEnum.Visible]
        names = [sheet.name for sheet in shown if sheet.name not in hidden]
    except python_calamine.PasswordError as error:
        raise TableError("password", "the file is protected by a password; save it without one", path.name) from error
    except BaseException as error:
        raise _broken(error, path.name) from error
    if len(names) > MOST_SHEETS:
        raise TableError("too-many-sheets", f"{len(names)} sheets, at most {MOST_SHEETS}", path.name)
    if not names:
        raise TableError("empty", "the spreadsheet has no visible sheet", path.name)
    columns = _hidden_columns(path, kind)
    sheets = [RawSheet(name, _rows(workbook, name, path.name), kind, hidden_columns=columns.get(name, frozenset())) for name in names]
    sheets[0].notices.extend(Notice("hidden-sheet", sheet=name) for name in hidden)
    return sheets


def _broken(error: BaseException, place: str) -> BaseException:
    """A parser's failure as a TableError; anything that is no failure of the parser comes back as it is."""
    import python_calamine

    # the parser's own panic is no Exception and its class cannot be imported
    if isinstance(error, (python_calamine.CalamineError, zipfile.BadZipFile, ValueError, OSError, MemoryError)) or type(error).__name__ == "PanicException":
        text = str(error)
        if "assword" in text or "ncrypt" in text:
            return TableError("password", "the file is protected by a password; save it without one", place)
        return TableError("broken-spreadsheet", f"the spreadsheet cannot be opened: {text[:200]}", place)
    return error


def _rows(workbook: object, name: str, place: str) -> Iterator[list[str]]:
    try:
        sheet = workbook.get_sheet_by_name(name)  # type: ignore[attr-defined]  # a CalamineWorkbook; imported late
        merged = _merged(sheet.merged_cell_ranges or ())
        carried: dict[int, str] = {}
        for number, raw in enumerate(sheet.iter_rows()):
            if number >= MOST_ROWS:
                raise TableError("too-many-rows", f"more than {MOST_ROWS:,} rows", place)
            row = [cell if isinstance(cell, str) else cell_text(cell) for cell in raw]
            if merged:
                _fill(row, number, merged, carried)
            yield row
    except BaseException as error:
        raise _broken(error, f"{place}, {name}") from error


def _merged(ranges: object) -> dict[int, list[tuple[int, int]]]:
    """column -> (first row, last row) of cells merged downwards, in order.

    Only downwards: a value merged across columns is a title or a heading of a group, and belongs to the first of them.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    for (top, left), (bottom, _right) in ranges:  # type: ignore[attr-defined]  # the library has no types
        if bottom > top:
            found.setdefault(left, []).append((top, bottom))
    for spans in found.values():
        spans.sort()
    return found


def _fill(row: list[str], number: int, merged: dict[int, list[tuple[int, int]]], carried: dict[int, str]) -> None:
    for column, spans in merged.items():
        while spans and spans[0][1] < number:
            spans.pop(0)
        if spans and spans[0][0] <= number and column < len(row):
            if number == spans[0][0]:
                carried[column] = row[column]
            elif not row[column]:
                row[column] = carried.get(column, "")


def cell_text(value: object) -> str:
    """A cell as text: whole numbers without a decimal point, dates as ISO 8601, numbers beyond 15 digits in the form that shows their loss."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        if abs(value) >= EXACT:
            return f"{value:.14E}"
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ", "minutes")
    return "" if value is None else str(value)


def _hidden_columns(path: Path, kind: str) -> dict[str, frozenset[int]]:
    """sheet -> numbers of its hidden columns; nothing for XLS and where the file does not tell."""
    if kind == "xls":
        return {}
    try:
        with zipfile.ZipFile(path) as archive:
            return _hidden_in_xlsx(archive) if kind == "xlsx" else _hidden_in_ods(archive)
    except (KeyError, ValueError, ElementTree.ParseError, zipfile.BadZipFile):
        return {}


def _hidden_in_xlsx(archive: zipfile.ZipFile) -> dict[str, frozenset[int]]:
    # entities were refused before, so this parser has nothing to expand
    relations = {node.get("Id"): node.get("Target", "") for node in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))}  # noqa: S314 - entities were refused before
    found: dict[str, frozenset[int]] = {}
    for node in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():  # noqa: S314 - entities were refused before
        if not node.tag.endswith("}sheet"):
            continue
        key = next((value for name, value in node.items() if name.endswith("}id")), "")
        target = relations.get(key, "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        try:
            with archive.open(part) as sheet:
                head = sheet.read(_HEAD_OF_SHEET).split(b"<sheetData", 1)[0]
        except KeyError:
            continue
        numbers: set[int] = set()
        for column in _COLUMN.findall(head):
            if re.search(rb'hidden="(?:1|true)"', column) or re.search(rb'\swidth="0(?:\.0+)?"', column):
                ends = [int(found_end.group(1)) for found_end in (_COLUMN_MIN.search(column), _COLUMN_MAX.search(column)) if found_end]
                if len(ends) == 2:
                    numbers.update(range(ends[0] - 1, min(ends[1], 702)))
        found[node.get("name", "")] = frozenset(numbers)
    return found


def _hidden_in_ods(archive: zipfile.ZipFile) -> dict[str, frozenset[int]]:
    from html import unescape

    data = archive.read("content.xml")
    starts = list(_ODS_TABLE.finditer(data))
    found: dict[str, frozenset[int]] = {}
    for start in starts:
        row = data.find(b"<table:table-row", start.end())
        numbers: set[int] = set()
        at = 0
        for column in _ODS_COLUMN.findall(data[start.end() : row if row > 0 else None]):
            repeated = re.search(rb'number-columns-repeated="(\d+)"', column)
            count = int(repeated.group(1)) if repeated else 1
            if re.search(rb'visibility="(?:collapse|filter)"', column):
                numbers.update(range(at, min(at + count, 702)))
            at += count
        found[unescape(start.group(1).decode("utf-8", "replace"))] = frozenset(numbers)
    return found
