"""Rows of a company table: CSV, TSV or a spreadsheet, packed or not. Personal data is screened before anything is given on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kontor_core.tables.errors import Notice, TableError
from kontor_core.tables.formats import kind_of
from kontor_core.tables.headers import map_columns
from kontor_core.tables.personal import Screening
from kontor_core.tables.sheets import Sheet, assemble
from kontor_core.tables.texts import RawSheet, file_head, read_text
from kontor_core.tables.workbooks import read_workbook

__all__ = ["Notice", "Sheet", "Table", "TableError", "gathered", "read", "sheets"]
SHEET_HEADING = "[sheet]"
"""Heading of the column that is made from the names of the sheets (one sheet a district)."""


@dataclass(slots=True)
class Table:
    """A readable table: its header, and where each field stands. Rows of all sheets stand one after the other."""

    sheet: str
    header: list[str]
    header_row: int
    """1-based number of the header's row in the (first) sheet."""
    columns: dict[str, list[int]]
    rows: list[list[str]]
    encoding: str
    delimiter: str = ""
    numbers: list[int] = field(default_factory=list)
    """1-based row of its sheet, for each of `rows`."""
    sheets: list[str] = field(default_factory=list)
    """Name of its sheet, for each of `rows`; empty for a file of one sheet."""
    screening: Screening = field(default_factory=Screening)
    notices: list[Notice] = field(default_factory=list)

    def value(self, row: list[str], field: str) -> str:
        """The first filled cell of a field, stripped; empty when there is none."""
        for column in self.columns.get(field, ()):
            if column < len(row) and (cell := row[column].strip()):
                return cell
        return ""

    def records(self) -> Iterator[tuple[int, dict[str, str]]]:
        """(number, filled fields) of every row that names a company.

        The number is the 1-based row in a file of one sheet; in a file of several it goes on counting from sheet to sheet, so that it
        stays unique.
        """
        is_numbered = bool(self.numbers) and not self.sheets
        for offset, row in enumerate(self.rows):
            record = {field: value for field in self.columns if (value := self.value(row, field))}
            if record.get("name"):
                yield (self.numbers[offset] if is_numbered else self.header_row + 1 + offset), record


def _raw_sheets(path: Path) -> list[RawSheet]:
    head = file_head(path)
    kind = kind_of(head, path.name)
    return read_workbook(path, head) if kind in ("zip", "ole") else [read_text(path)]


def sheets(path: Path) -> Iterator[Sheet]:
    """The sheets of a file that hold companies, one after the other; take the rows of one before you ask for the next.

    A sheet without a header (a cover sheet, a legend) is left out with a notice on the next one; a file without any is refused.

    Raises:
        TableError: the file cannot be read; `no-header` when no sheet names companies, `no-rows` when none has a row.
    """
    refused: list[TableError] = []
    skipped: list[Notice] = []
    given = 0
    raws = _raw_sheets(path)
    for raw in raws:
        place = f"{path.name}, {raw.name}" if raw.name else path.name
        try:
            sheet = assemble(raw, place)
        except TableError as error:
            if error.code != "no-header" or len(raws) == 1:
                raise
            refused.append(error)
            skipped.extend((*raw.notices, Notice("sheet-left-out", raw.name)))
            continue
        sheet.notices[:0] = skipped
        skipped = []
        given += 1
        yield sheet
    if not given and refused:
        raise refused[0]


def read(path: Path) -> Table:
    """Read all sheets of a file into memory, columns of persons dropped.

    Raises:
        TableError: no such file, empty, too large, not a table that can be read, or no column that names companies.
    """
    return gathered(sheets(path), path.name)


def gathered(parts: Iterable[Sheet], place: str) -> Table:
    """One table of the rows of all sheets.

    Raises:
        TableError: `no-rows`, and what comes up while rows are read.
    """
    table: Table | None = None
    first_district = ""
    for sheet in parts:
        order: list[int] | None = None
        if table is None:
            table = Table(sheet.name, sheet.header, sheet.header_row, sheet.columns, [], sheet.encoding, sheet.delimiter)
            first_district = sheet.district
        else:
            if not table.sheets:
                _begin_several(table, first_district)
            order = _order(table, sheet)
        at_district = table.header.index(SHEET_HEADING) if order is not None else -1
        for number, cells in sheet.rows:
            table.rows.append(cells if order is None else _ordered(cells, order, len(table.header), at_district, sheet.district))
            table.numbers.append(number)
            if order is not None:
                table.sheets.append(sheet.name)
        _add_counts(table, sheet)
    if table is None or not table.rows:
        raise TableError("no-rows", "there is a header but no row below it", place)
    return table


def _begin_several(table: Table, district: str) -> None:
    """Make room for the names of the sheets as a last column."""
    table.sheets = [table.sheet] * len(table.rows)
    table.header = [*table.header, SHEET_HEADING]
    for row in table.rows:
        row.append(district)
    table.columns.setdefault("district", []).append(len(table.header) - 1)


def _order(table: Table, sheet: Sheet) -> list[int]:
    """Where each column of a later sheet stands in the table; headings it has alone are put at the end."""
    order: list[int] = []
    taken: set[int] = set()
    for heading in sheet.header:
        at = next((number for number, known in enumerate(table.header) if known == heading and number not in taken), None)
        if at is None:
            table.header.append(heading)
            at = len(table.header) - 1
        taken.add(at)
        order.append(at)
    district = table.header.index(SHEET_HEADING)
    table.columns = map_columns(table.header)
    table.columns.setdefault("district", []).append(district)
    return order


def _ordered(cells: list[str], order: list[int], width: int, at_district: int, district: str) -> list[str]:
    row = [""] * width
    for at, cell in zip(order, cells, strict=False):
        row[at] = cell
    row[at_district] = district
    return row


def _add_counts(table: Table, sheet: Sheet) -> None:
    table.notices.extend(sheet.notices)
    for heading in sheet.screening.columns_dropped:
        if heading not in table.screening.columns_dropped:
            table.screening.columns_dropped.append(heading)
    for heading, count in sheet.screening.masked.items():
        table.screening.masked[heading] = table.screening.masked.get(heading, 0) + count
