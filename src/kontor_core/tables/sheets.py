"""From raw rows to a sheet of companies: titles above the header, the header, and what stands between and below the companies."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kontor_core.tables.errors import Notice, TableError
from kontor_core.tables.headers import FIELDS, find_header, map_columns
from kontor_core.tables.personal import Screen, Screening
from kontor_core.tables.texts import RawSheet

HEADER_WITHIN = 30
"""The header is looked for in so many rows."""
MOST_COLUMNS = 702
LONGEST_KEPT = 32_767
"""Characters of a cell that are kept; a spreadsheet can hold no more."""
MOST_EMPTY_ROWS = 1_100_000
"""One sheet full of nothing: formatted to the last row by accident."""

_TOTAL = re.compile(
    r"^(?:合计|总计|小计|共计|累计|总和|合\s+计|总\s+计|summe|gesamt|gesamtsumme|gesamtzahl|insgesamt|zwischensumme|übertrag|total|totals|sum|grand total|subtotal|sub-total)[\s:：]*[\d.,\s]*(?:家|户|个|条|unternehmen|firmen|companies)?$",
    re.IGNORECASE,
)
_COUNT = re.compile(r"^共\s*\d+\s*(?:家|户|个|条).{0,10}$")
_NOTE = re.compile(r"^(?:[*＊]*\s*(?:注|备注|说明|附注|数据来源|资料来源|来源|填表人|填报人|制表人?|审核人?|联系人|负责人|单位负责人|统计负责人|打印日期|报送日期|填表日期|日期)\s*[:：]|(?:stand|quelle|hinweis|anmerkung|erstellt|source|note|remark|prepared by|as of|bearbeiter|ansprechpartner)\s*[:：])", re.IGNORECASE)
_PLAIN_SHEET = re.compile(r"^(?:sheet|tabelle|table|blatt|工作表|表|feuil|hoja|export|data|daten|list|liste|名单|企业名单|清单|汇总|汇总表|明细|明细表)[\s_-]*\(?\d*\)?$", re.IGNORECASE)


@dataclass(slots=True)
class Sheet:
    """One sheet of companies, without personal data. `rows` can be taken once; counts and notices are complete after the last one."""

    name: str
    header: list[str]
    """Headings of the columns that are given on."""
    header_row: int
    """1-based number of the header's row."""
    columns: dict[str, list[int]]
    """field -> column numbers of `header`."""
    rows: Iterator[tuple[int, list[str]]]
    """(1-based row of the sheet, cells) of every row that is not empty, a total, a note or the header once more."""
    encoding: str
    delimiter: str
    hidden: list[str]
    """Headings of columns that are hidden in the file and read all the same."""
    screening: Screening
    notices: list[Notice] = field(default_factory=list)

    @property
    def district(self) -> str:
        """The sheet's name where it seems to name a place; empty for `Sheet1`, `Tabelle1`, `名单`."""
        name = self.name.strip()
        return "" if not name or _PLAIN_SHEET.match(name) or any(character.isdigit() for character in name) else name


def assemble(raw: RawSheet, place: str) -> Sheet:
    """Find the header, drop columns of persons, and give the rows of companies.

    Raises:
        TableError: `no-header`, `too-wide`, `empty-rows`.
    """
    first = list(itertools.islice(raw.rows, HEADER_WITHIN))
    number = find_header(first, HEADER_WITHIN)
    if number is None and first and not any(any(cell.strip() for cell in row) for row in first):
        first.extend(_past_empty(raw.rows, place))
        number = find_header(first[HEADER_WITHIN:], len(first))
        number = None if number is None else number + HEADER_WITHIN
    if number is None:
        # the first row is not shown: without a header it may be anything, names of persons among it
        known = ", ".join((FIELDS["name"][0], "Firma", "company"))
        raise TableError("no-header", f"no heading that names companies ({known})", f"{place}, row 1")
    header = [cell.strip() for cell in first[number]]
    while header and not header[-1]:
        header.pop()
    if len(header) > MOST_COLUMNS:
        raise TableError("too-wide", f"{len(header)} columns, at most {MOST_COLUMNS}", f"{place}, row {number + 1}")
    screen = Screen(header)
    hidden = [screen.header[place] for place, column in enumerate(screen.kept) if column in raw.hidden_columns and screen.header[place]]
    sheet = Sheet(
        raw.name, screen.header, number + 1, map_columns(screen.header), iter(()), raw.encoding, raw.delimiter, hidden, screen.screening, list(raw.notices)
    )
    sheet.notices.extend(Notice("hidden-column", raw.name, column=heading) for heading in hidden)
    if "name" not in sheet.columns:
        raise TableError("no-header", "the only heading that could name companies names persons", f"{place}, row {number + 1}")
    body = itertools.chain(first[number + 1 :], raw.rows)
    sheet.rows = _companies(sheet, screen, raw, body, number + 2, place, frozenset(filter(None, header)))
    return sheet


def _past_empty(rows: Iterator[list[str]], place: str) -> list[list[str]]:
    """The first rows with something in them, behind many empty ones (row numbers stay right: the empty ones are counted)."""
    skipped: list[list[str]] = []
    for row in rows:
        skipped.append(row if any(row) else [])
        if len(skipped) > 10_000:
            raise TableError("empty-rows", "more than 10,000 empty rows before the first filled one", place)
        if any(cell.strip() for cell in row):
            return [*skipped, *itertools.islice(rows, HEADER_WITHIN)]
    return []


def _companies(
    sheet: Sheet, screen: Screen, raw: RawSheet, body: Iterator[list[str]], at: int, place: str, header_cells: frozenset[str]
) -> Iterator[tuple[int, list[str]]]:
    width = screen.width
    empty = 0
    held: tuple[int, list[str]] | None = None
    last = (0, width)
    is_ragged = False
    for number, cells in enumerate(body, at):
        if not any(cells) or not any(cell.strip() for cell in cells):
            empty += 1
            if empty > MOST_EMPTY_ROWS:
                raise TableError("empty-rows", f"more than {MOST_EMPTY_ROWS:,} empty rows", place)
            continue
        if held is not None:
            yield held
        if last[1] < width:
            is_ragged = True
        kept = [cell if len(cell) <= LONGEST_KEPT else cell[:LONGEST_KEPT] for cell in screen.row(cells)]
        code = _what_else(cells, kept, sheet, header_cells)
        held = None if code else (number, kept)
        last = (number, len(cells) if code in ("", "emptied") else width)
        if code:
            sheet.notices.append(Notice("note-left-out" if code == "emptied" else code, sheet.name, number))
    if raw.delimiter and not is_ragged and last[1] < width and raw.is_cut_off():
        # the file ends without a line end, in a row with too few cells where all others have enough: it is not whole
        sheet.notices.append(Notice("cut-off", sheet.name, last[0]))
        held = None
    if held is not None:
        yield held


def _what_else(whole: Sequence[str], cells: Sequence[str], sheet: Sheet, header_cells: frozenset[str]) -> str:
    """Code of what a row is if it is no company (`emptied`: nothing but cells of persons); empty for a company.

    The word that tells a row of totals may stand in a column of persons, so the whole row is looked at.
    """
    filled = [stripped for cell in whole if (stripped := cell.strip())]
    first = filled[0]
    if len(first) < 60 and (_TOTAL.match(first) or (len(filled) > 1 and _TOTAL.match(filled[1]) and first.isdigit()) or _COUNT.match(first)):
        return "" if _has_number(cells, sheet) else "totals-left-out"
    if len(filled) <= 4 and _NOTE.match(first):
        return "note-left-out"
    if not any(cell.strip() for cell in cells):
        return "emptied"
    if len(filled) >= max(2, len(header_cells) // 2) and all(cell in header_cells for cell in filled):
        return "header-repeated"
    return ""


def _has_number(cells: Sequence[str], sheet: Sheet) -> bool:
    """A company may be called Total: then it has a register number."""
    return any(len(cells[column].strip()) >= 9 for name in ("identifier", "register_number", "vat", "lei") for column in sheet.columns.get(name, ()))
