"""Dirty files with known truth: what an office really hands over, made from a seed.

Every company, person and number here is invented. The same seed gives the same bytes.
"""

from __future__ import annotations

import csv
import gzip
import io
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kontor_core.supply import dirt_companies as made
from kontor_core.tables.headers import FIELDS
from kontor_core.tables.personal import MASK

Writer = Callable[[Mapping[str, Sequence[Sequence[object]]]], bytes]
"""Makes a spreadsheet of the rows of its sheets, by name."""
Writers = Mapping[str, Writer]
"""Ending of a file name (ods, xls) -> what writes it; XLSX and text need none."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A finding that has to be reported, at its place."""

    file: int
    sheet: str
    row: int
    column: str
    code: str


@dataclass(slots=True)
class Truth:
    """What a reader of the files has to come to."""

    companies: list[dict[str, str]] = field(default_factory=list)
    """Fields of every company that survives whole, as they have to be read (planted personal data masked)."""
    spoilt: list[str] = field(default_factory=list)
    """Names of companies with a planted fault in their number: read, said, and not published."""
    findings: list[Planted] = field(default_factory=list)
    personal: list[str] = field(default_factory=list)
    """Strings that may occur in nothing that comes out."""
    person_columns: int = 0
    """Over all sheets of all files."""


@dataclass(slots=True)
class Dirt:
    """Files in their order, and the truth about them."""

    files: list[tuple[str, bytes]]
    truth: Truth
    description: str


@dataclass(slots=True)
class _Column:
    kind: str
    """A field, or `person`, `ordinal`, `unknown`."""
    heading: str


@dataclass(slots=True)
class _Plan:
    language: str
    kind: str
    """text, xlsx, or the ending of a writer."""
    encoding: str
    delimiter: str
    is_packed: bool
    titles: int
    has_totals: bool
    is_cut: bool
    files: int
    columns: list[_Column]
    writers: Writers
    has_faults: bool = True
    """Whether anything is planted that changes what a row says."""
    is_sloppy: bool = False
    """Whether blanks that mean nothing stand around some cells."""


_HEADINGS = {
    "zh": {"name": ("企业名称", "单位名称", "公司名称", "企业名称（盖章）"), "identifier": ("统一社会信用代码", "信用代码", "社会信用代码"), "scope": ("经营范围", "主营产品", "主要业务"), "city": ("城市", "所在城市"), "address": ("注册地址", "地址"), "founded": ("成立日期", "注册日期"), "size": ("从业人数", "职工人数"), "industry_code": ("行业代码",)},
    "de": {"name": ("Firma", "Unternehmen", "Firmenname"), "vat": ("USt-IdNr.", "USt-ID"), "register_number": ("Handelsregister", "HR-Nummer"), "scope": ("Tätigkeit", "Produkte", "Leistungen"), "city": ("Ort", "Stadt"), "address": ("Anschrift", "Straße"), "founded": ("Gründungsjahr", "gegründet"), "size": ("Mitarbeiter", "Beschäftigte"), "industry_code": ("WZ-Code", "WZ 2008")},
}
_PERSON_HEADINGS = {
    "zh": ("法定代表人", "联系人", "手机", "联系电话", "负责人姓名", "身份证号", "联系人微信", "法人代表"),
    "de": ("Ansprechpartner", "Geschäftsführer/in", "Mobil", "Vorname", "Nachname", "Inhaber", "E-Mail privat", "Handy-Nr."),
}
_UNKNOWN = {"zh": ("备注", "园区", "电话"), "de": ("Bemerkung", "Gewerbegebiet", "Telefon")}


def make(seed: int, count: int = 30, writers: Writers | None = None) -> Dirt:
    """Files and truth of a seed.

    Args:
        count: companies before splitting and cutting, at least 4.
    """
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    plan = _plan(chance, writers or {})
    truth = Truth()
    companies = [made.company(chance, plan.language, number) for number in range(max(4, count))]
    return Dirt(_files(chance, plan, _divided(companies, plan.files), truth), truth, _described(plan))


def _divided(companies: Sequence[dict[str, str]], files: int) -> list[Sequence[dict[str, str]]]:
    size = -(-len(companies) // files)
    return [companies[at : at + size] for at in range(0, len(companies), size)]


def _files(chance: random.Random, plan: _Plan, parts: Sequence[Sequence[dict[str, str]]], truth: Truth) -> list[tuple[str, bytes]]:
    return [(f"list-{number + 1}{_ending(plan)}", _file(chance, plan, part, number, truth)) for number, part in enumerate(parts)]


def _described(plan: _Plan) -> str:
    return f"{plan.language} {plan.kind} {plan.encoding} {plan.delimiter!r} packed={plan.is_packed} titles={plan.titles} totals={plan.has_totals} cut={plan.is_cut} files={plan.files}"


def rewritten(seed: int, count: int = 30, times: int = 2, writers: Writers | None = None) -> list[Dirt]:
    """The same companies written down several times without faults: other order of rows, order and names of columns, format, encoding, number of
    files, blanks around cells, rows that stand there twice.

    All of them have to come to the same data.
    """
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    first = _plan(chance, writers or {})
    kinds = [column.kind for column in first.columns if column.kind in _HEADINGS[first.language]]
    companies = [made.company(chance, first.language, number) for number in range(max(4, count))]
    return [_again(chance, first.language, kinds, companies, writers or {}) for _ in range(times)]


def _again(chance: random.Random, language: str, kinds: Sequence[str], companies: Sequence[dict[str, str]], writers: Writers) -> Dirt:
    plan = _plan(chance, writers, language)
    extra = [column for column in plan.columns if column.kind in ("person", "unknown")]
    plan.columns = [*(_Column(kind, chance.choice(_HEADINGS[language][kind])) for kind in kinds), *extra]
    chance.shuffle(plan.columns)
    plan.has_faults, plan.is_cut, plan.is_sloppy = False, False, chance.random() < 0.3
    plan.files = chance.choice((1, 1, 2, 3))
    parts = _divided(chance.sample(companies, len(companies)), plan.files)
    if len(parts) > 1 and chance.random() < 0.5:
        parts[-1] = [*parts[-1], chance.choice(parts[0])]  # of two lists that overlap
    truth = Truth()
    return Dirt(_files(chance, plan, parts, truth), truth, f"{_described(plan)} sloppy={plan.is_sloppy}")


def _plan(chance: random.Random, writers: Writers, language: str = "") -> _Plan:
    language = language or chance.choice(("zh", "zh", "de"))
    kind = chance.choice(("text", "text", "xlsx", *sorted(writers)))
    encodings = ("utf-8", "utf-8-sig", "utf-16", "gb18030") if language == "zh" else ("utf-8", "utf-8-sig", "utf-16", "cp1252")
    is_packed = kind == "text" and chance.random() < 0.25
    is_cut = kind == "text" and not is_packed and chance.random() < 0.25
    headings = _HEADINGS[language]
    wanted = [name for name in headings if name == "name" or chance.random() < 0.8 or name in ("identifier", "scope")]
    columns = [_Column(name, chance.choice(headings[name])) for name in wanted]
    columns.extend(_Column("person", heading) for heading in chance.sample(_PERSON_HEADINGS[language], chance.randint(0, 3)))
    columns.extend(_Column("unknown", heading) for heading in chance.sample(_UNKNOWN[language], chance.randint(0, 2)))
    chance.shuffle(columns)
    if chance.random() < 0.6:
        columns.insert(0, _Column("ordinal", "序号" if language == "zh" else "Lfd. Nr."))
    return _Plan(
        language, kind, chance.choice(encodings), chance.choice((",", ";", "\t")), is_packed, chance.choice((0, 0, 1, 3)),
        not is_cut and chance.random() < 0.5, is_cut, chance.choice((1, 1, 2)), columns, writers,
    )


def _ending(plan: _Plan) -> str:
    if plan.kind != "text":
        return f".{plan.kind}"
    return (".tsv" if plan.delimiter == "\t" else ".csv") + (".gz" if plan.is_packed else "")


def _file(chance: random.Random, plan: _Plan, companies: Sequence[dict[str, str]], number: int, truth: Truth) -> bytes:
    if plan.kind == "text":
        rows = _sheet(chance, plan, companies, number, "", truth)
        return _text(chance, plan, rows, number, truth)
    names = ["顺德区", "南海区"] if plan.has_faults and plan.language == "zh" and chance.random() < 0.4 and len(companies) > 3 else ["企业名单" if plan.language == "zh" else "Tabelle1"]
    size = -(-len(companies) // len(names))
    sheets = []
    for at, name in enumerate(names):
        part = [dict(company) for company in companies[at * size : (at + 1) * size]]
        if len(names) > 1:
            for company in part:
                company["district"] = name
        sheets.append((name, _sheet(chance, plan, part, number, name, truth)))
    if plan.kind != "xlsx":
        return plan.writers[plan.kind]({name: [[_typed(value) for value in row] for row in rows] for name, rows in sheets})
    return _workbook(chance, plan, sheets, number, truth)


def _typed(value: str) -> str | float:
    """What a spreadsheet makes of a typed cell: a number where it looks like one."""
    if "E+" in value or (value.isascii() and value.isdigit() and len(value) < 15 and value[0] != "0"):
        return float(value)
    return value


def _sheet(chance: random.Random, plan: _Plan, companies: Sequence[dict[str, str]], file: int, sheet: str, truth: Truth) -> list[list[str]]:
    """Rows of one sheet with everything planted; faults and companies are entered into the truth with their row."""
    titles = {"zh": ["佛山市规上工业企业名单", "统计日期：2026年6月", ""], "de": ["Mitgliederliste der Kammer", "Stand: Juni 2026", ""]}[plan.language]
    width = len(plan.columns)
    rows = [[title] + [""] * (width - 1) for title in titles[: plan.titles]]
    rows.append([column.heading for column in plan.columns])
    truth.person_columns += sum(column.kind == "person" for column in plan.columns)
    number = 0
    for company in companies:
        number += 1
        row = len(rows) + 1
        cells, expected = _row(chance, plan, company, number, (file, sheet, row), truth)
        rows.append(cells)
        if expected is not None:
            truth.companies.append(expected)
        if chance.random() < 0.06 and expected is not None and not plan.is_cut:
            heading = next(column.heading for column in plan.columns if column.kind == "name")
            truth.findings.append(Planted(file, sheet, len(rows) + 1, heading, "doubled-row"))
            rows.append(list(cells))
        if chance.random() < 0.05 and not plan.is_cut:
            rows.append([""] * width)
    if plan.has_totals:
        truth.findings.append(Planted(file, sheet, len(rows) + 1, "", "totals-left-out"))
        total = ["合计" if plan.language == "zh" else "Summe"] + [""] * (width - 1)
        total[-1] = total[-1] or str(number)
        rows.append(total)
    return rows


def _row(
    chance: random.Random, plan: _Plan, company: dict[str, str], number: int, place: tuple[int, str, int], truth: Truth
) -> tuple[list[str], dict[str, str] | None]:
    """(cells, fields as they have to be read; None when a fault was planted)."""
    written = {column.kind for column in plan.columns}
    expected = {name: value for name, value in company.items() if name in written or name == "district"}
    code = ""
    cells = []
    for column in plan.columns:
        if column.kind == "person":
            value = made.person_cell(chance, column.heading, plan.language)
            truth.personal.append(value)
        elif column.kind == "ordinal":
            value = str(number)
        elif column.kind == "unknown":
            value = _unknown_cell(chance, plan, truth)
        else:
            value = company[column.kind]
            if plan.has_faults and column.kind in ("identifier", "vat") and not code and chance.random() < 0.12:
                value, code = made.spoilt_number(chance, value, column.kind)
                truth.findings.append(Planted(*place, column.heading, code))
            elif plan.language == "zh" and column.kind in ("identifier", "founded") and chance.random() < 0.1:
                value = made.full_width(value)
            elif plan.has_faults and column.kind in ("scope", "address") and chance.random() < 0.2:
                value, masked = _with_person(chance, plan, value, truth)
                expected[column.kind] = masked
        cells.append(_with_blanks(chance, plan.language, value) if plan.is_sloppy and column.kind != "person" else value)
    if code:
        truth.spoilt.append(company["name"])
        return cells, None
    return cells, expected


def _with_blanks(chance: random.Random, language: str, value: str) -> str:
    """With the blanks a keyboard of the language writes."""
    wide = chr(0x3000) if language == "zh" else chr(0xA0)
    return f"{chance.choice(('', ' ', '  '))}{value}{chance.choice(('', ' ', wide))}" if value else value


def _unknown_cell(chance: random.Random, plan: _Plan, truth: Truth) -> str:
    if chance.random() < 0.3:
        secret = made.secret(chance, plan.language)
        truth.personal.append(secret)
        return secret
    return chance.choice(("", "A 12", "0757-83331234" if plan.language == "zh" else "0841 305-0"))


def _with_person(chance: random.Random, plan: _Plan, value: str, truth: Truth) -> tuple[str, str]:
    """(the cell with something personal behind it, the cell as it has to be read)."""
    secret = made.secret(chance, plan.language)
    truth.personal.append(secret)
    label = {"zh": ("；电话：", "，手机", "（微信同号）", "；"), "de": ("; Tel.: ", ", mobil ", "; ")}[plan.language]
    glue = chance.choice(label)
    return f"{value}{glue}{secret}", f"{value}{glue}{MASK}"


def _text(chance: random.Random, plan: _Plan, rows: list[list[str]], file: int, truth: Truth) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=plan.delimiter, lineterminator=chance.choice(("\n", "\r\n")))
    writer.writerows(rows)
    text = buffer.getvalue()
    if plan.is_cut:
        text = _cut(chance, plan, text, rows, file, truth)
    data = text.encode(plan.encoding)
    return gzip.compress(data, mtime=0) if plan.is_packed else data


def _cut(chance: random.Random, plan: _Plan, text: str, rows: list[list[str]], file: int, truth: Truth) -> str:
    """The file as an interrupted export leaves it: its last row ends somewhere before its last cell."""
    last = rows[-1]
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=plan.delimiter, lineterminator="").writerow(last[:-1])
    start = len(text.rstrip("\r\n")) - len(_line(plan, last))
    keep = chance.randint(1, max(1, len(buffer.getvalue()) - 1))
    name = last[next(at for at, column in enumerate(plan.columns) if column.kind == "name")]
    truth.companies[:] = [company for company in truth.companies if company["name"] != name]
    truth.spoilt[:] = [spoilt for spoilt in truth.spoilt if spoilt != name]
    truth.findings[:] = [planted for planted in truth.findings if (planted.file, planted.row) != (file, len(rows))]
    if text[start : start + keep].strip(f' "{plan.delimiter}'):
        truth.findings.append(Planted(file, "", len(rows), "", "cut-off"))
    return text[: start + keep]


def _line(plan: _Plan, cells: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=plan.delimiter, lineterminator="").writerow(cells)
    return buffer.getvalue()


def _workbook(chance: random.Random, plan: _Plan, sheets: Sequence[tuple[str, list[list[str]]]], file: int, truth: Truth) -> bytes:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    workbook = Workbook()
    workbook.remove(workbook.active)
    hidden = chance.randrange(len(plan.columns)) if chance.random() < 0.3 else None
    for name, rows in sheets:
        sheet = workbook.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for at, value in enumerate(row, 1):
                if value:
                    sheet.cell(number, at).value = _typed(value)
        if plan.titles and len(plan.columns) > 1:
            sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(plan.columns))
        if hidden is not None:
            sheet.column_dimensions[get_column_letter(hidden + 1)].hidden = True
            if plan.columns[hidden].kind != "person":
                truth.findings.append(Planted(file, name, 0, plan.columns[hidden].heading, "hidden-column"))
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def headings_are_known() -> bool:
    """Whether every heading that is written here leads to its field (a change of `tables.headers` must not make the generator lie)."""
    from kontor_core.tables.headers import field_of

    return all(name in FIELDS and all(field_of(heading) == name for heading in headings) for table in _HEADINGS.values() for name, headings in table.items())
