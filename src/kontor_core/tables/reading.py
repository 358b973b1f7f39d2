"""Rows of a company table: CSV, TSV or a spreadsheet, packed or not."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kontor_core.tables.encoding import EncodingError, decode
from kontor_core.tables.headers import FIELDS, find_header, map_columns

LARGEST_FILE = 2_000_000_000
LARGEST_UNPACKED = 4_000_000_000
MOST_COLUMNS = 1000
LONGEST_CELL = 32_767
csv.field_size_limit(10_000_000)


class TableError(ValueError):
    """The file cannot be read as a table of companies.

    `code` is a stable key for translation, `place` says where in the file.
    """

    def __init__(self, code: str, message: str, place: str = "") -> None:
        super().__init__(f"{place}: {message}" if place else message)
        self.code = code
        self.place = place
        self.message = message


@dataclass(slots=True)
class Table:
    """A readable table: its header, and where each field stands."""

    sheet: str
    header: list[str]
    header_row: int
    """1-based number of the header's row in the file."""
    columns: dict[str, list[int]]
    rows: list[list[str]]
    encoding: str
    delimiter: str = ""

    def value(self, row: list[str], field: str) -> str:
        """The first filled cell of a field, stripped; empty when there is none."""
        for column in self.columns.get(field, ()):
            if column < len(row) and (cell := row[column].strip()):
                return cell
        return ""

    def records(self) -> Iterator[tuple[int, dict[str, str]]]:
        """(1-based row number in the file, filled fields) of every row that names a company."""
        for offset, row in enumerate(self.rows):
            record = {field: value for field in self.columns if (value := self.value(row, field))}
            if record.get("name"):
                yield self.header_row + 1 + offset, record


def read(path: Path) -> Table:
    """Read the first sheet or the text table of a file.

    Raises:
        TableError: no such file, empty, too large, not a table that can be read, or no column that names companies.
    """
    data = _bytes(path)
    if data[:4] == b"PK\x03\x04" or data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return _from_spreadsheet(path, data)
    try:
        text, encoding = decode(data)
    except EncodingError as error:
        raise TableError("not-text", f"cannot be read as text: {error}", path.name) from error
    return _from_text(path, text, encoding)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise TableError("too-large", f"{size} bytes, at most {LARGEST_FILE}", path.name)
        data = path.read_bytes()
    except OSError as error:
        raise TableError("no-file", f"cannot be opened: {error.strerror}", str(path)) from error
    if data[:2] == b"\x1f\x8b":
        try:
            with gzip.open(io.BytesIO(data)) as packed:
                data = packed.read(LARGEST_UNPACKED + 1)
        except (OSError, EOFError) as error:
            raise TableError("broken-gzip", f"the packed file is broken: {error}", path.name) from error
        if len(data) > LARGEST_UNPACKED:
            raise TableError("too-large", f"unpacks to more than {LARGEST_UNPACKED} bytes", path.name)
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise TableError("empty", "the file is empty", path.name)
    return data


def _delimiter(text: str) -> str:
    """The delimiter that cuts the first lines into the same number of cells, most cells first."""
    sample = text[:20_000]
    best, chosen = (0.0, 0), ","
    for delimiter in (",", "\t", ";", "|"):
        try:
            counts = [len(row) for row in csv.reader(io.StringIO(sample), delimiter=delimiter)][:30]
        except csv.Error:
            continue
        widest = max(counts, default=0)
        if widest > 1:
            score = (sum(count == widest for count in counts) / len(counts), widest)
            if (score[0] * min(score[1], 8), score[1]) > best:
                best, chosen = (score[0] * min(score[1], 8), score[1]), delimiter
    return chosen


def _from_text(path: Path, text: str, encoding: str) -> Table:
    delimiter = _delimiter(text)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error as error:
        raise TableError("broken-csv", f"cannot be cut into cells: {error}", path.name) from error
    return _table(path, "", rows, encoding, delimiter)


def _from_spreadsheet(path: Path, data: bytes) -> Table:
    import python_calamine

    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = workbook.sheet_names
        sheets = [(name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in names[:1]]
    except (python_calamine.CalamineError, zipfile.BadZipFile, ValueError, OSError) as error:
        raise TableError("broken-spreadsheet", f"the spreadsheet cannot be opened: {error}", path.name) from error
    if not sheets:
        raise TableError("empty", "the spreadsheet has no sheet", path.name)
    name, raw = sheets[0]
    return _table(path, name, [[_cell(value) for value in row] for row in raw], "spreadsheet", "")


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return "" if value is None else str(value)


def _table(path: Path, sheet: str, rows: list[list[str]], encoding: str, delimiter: str) -> Table:
    place = f"{path.name}, {sheet}" if sheet else path.name
    number = find_header(rows)
    if number is None:
        seen = ", ".join(cell.strip()[:30] for cell in (rows[0] if rows else [])[:12])
        known = ", ".join((FIELDS["name"][0], "Firma", "company"))
        raise TableError("no-header", f"no heading that names companies ({known}); first row: {seen or 'empty'}", f"{place}, row 1")
    header = rows[number]
    if len(header) > MOST_COLUMNS:
        raise TableError("too-wide", f"{len(header)} columns, at most {MOST_COLUMNS}", f"{place}, row {number + 1}")
    body = rows[number + 1 :]
    if not any(any(cell.strip() for cell in row) for row in body):
        raise TableError("no-rows", "there is a header but no row below it", f"{place}, row {number + 1}")
    return Table(sheet, header, number + 1, map_columns(header), body, encoding, delimiter)
