"""A row of a list, read: names by script, identifiers checked, what the company does, how large it is, and what becomes of it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kontor_core.identity import legal_forms
from kontor_core.identity.duplicates import Party
from kontor_core.identity.identifiers import Identifier
from kontor_core.identity.names import CompanyName, parse, plain
from kontor_core.identity.places import short
from kontor_core.language.pinyin import folded, spelled
from kontor_core.supply import scope as scopes
from kontor_core.supply import values
from kontor_core.supply.findings import Finding
from kontor_core.supply.inference import EDITIONS, mention_of
from kontor_core.supply.numbers import read_identifiers
from kontor_core.supply.scope import IndustryCode
from kontor_core.supply.triage import SET_ASIDE, Triage, decide
from kontor_core.tables.sheets import Sheet

LONGEST_NAME = 200
LONGEST_ADDRESS = 200
SEVERAL = ("scope", "wanted")
"""Fields of which all columns are taken: 主营产品 and 经营范围 say different things."""


@dataclass(frozen=True, slots=True)
class RowName:
    """One name. `kind`: `registered` or `foreign`; `script`: `Hans`, `Hant` or `Latn`."""

    kind: str
    script: str
    value: str


@dataclass(slots=True)
class Row:
    """What one row of a file says of one company. Holds no personal data: the sheet it came from was screened."""

    sheet: str
    number: int
    """1-based row of the sheet."""
    digest: str
    """SHA-256 (hex) over the filled fields; the same content in another order of columns, encoding or format has the same one."""
    names: tuple[RowName, ...] = ()
    country: str = ""
    """`CN`, `DE` or empty."""
    legal_form: str = ""
    """A code of `identity.legal_forms.FORMS`."""
    identifiers: tuple[Identifier, ...] = ()
    """Valid ones only; a number that did not check out is a finding."""
    scope: str = ""
    wanted: str = ""
    industry: IndustryCode | None = None
    industry_title: str = ""
    size: str = ""
    """`1-10`, `11-49`, `50-249`, `250+` or empty."""
    founded_year: int | None = None
    province: str = ""
    city: str = ""
    district: str = ""
    address: str = ""
    postcode: str = ""
    website: str = ""
    certificates: str = ""
    roles: dict[str, str] = field(default_factory=dict)
    """role -> the words that tell it; unconfirmed."""
    triage: Triage = Triage(SET_ASIDE, "no-name")
    findings: list[Finding] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The first name, empty for a row without one."""
        return self.names[0].value if self.names else ""

    @property
    def category(self) -> str:
        """`maker`, `trader`, `agent`, `service`, `research` or `unknown`."""
        return scopes.category(self.roles)

    @property
    def is_code_inferred(self) -> bool:
        """Whether only the industry code tells what the company does: its concepts are then marked as inferred."""
        return not self.scope and self.industry is not None

    def key(self, source: str) -> str:
        """Key by which an import of the same source finds the row again: a valid identifier, else source, name and city."""
        for identifier in self.identifiers:
            return f"{identifier.scheme}:{identifier.value}"
        parsed = parse(self.name)
        city = folded(spelled(short(self.city))) if self.city else ""
        return f"name:{source}|{parsed.key}|{city}"

    def party(self) -> Party:
        """The row for the comparison with other entries."""
        return Party(tuple(name.value for name in self.names), self.identifiers, self.city, self.address, self.website)


class Headings:
    """Which heading a field's value came from, so that a finding can name it."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def fields(self, cells: Sequence[str]) -> tuple[dict[str, str], dict[str, str]]:
        """(field -> value, field -> heading) of the filled fields of a row."""
        record: dict[str, str] = {}
        headings: dict[str, str] = {}
        for name, columns in self._sheet.columns.items():
            if name == "ordinal":
                continue
            found = [(cells[column].strip(), self._sheet.header[column]) for column in columns if column < len(cells) and cells[column].strip()]
            if not found:
                continue
            headings[name] = found[0][1]
            record[name] = "；".join(dict.fromkeys(value for value, _ in found)) if name in SEVERAL else found[0][0]
        return record, headings


def rows(sheet: Sheet, seen: dict[str, int] | None = None, country: str = "") -> Iterator[Row]:
    """The rows of a sheet, read one by one.

    Args:
        seen: keys of rows read before from the same file (filled here); a key that comes again makes a doubled row.
        country: `CN` or `DE` where the source is known; otherwise told from script and numbers.
    """
    known = {} if seen is None else seen
    reader = Headings(sheet)
    for number, cells in sheet.rows:
        record, headings = reader.fields(cells)
        if sheet.district and "district" not in record and sheet.district != record.get("city"):
            record["district"] = sheet.district
        yield read_row(record, headings, sheet.name, number, known, country)


def read_row(
    record: Mapping[str, str], headings: Mapping[str, str], sheet: str = "", number: int = 0, seen: dict[str, int] | None = None, country: str = ""
) -> Row:
    """Read one record.

    Args:
        record: field (a key of `tables.headers.FIELDS`) -> cell.
        headings: field -> heading in the file, for the findings.
        seen: keys of earlier rows of the file -> their number.
    """
    row = Row(sheet, number, digest(record))
    note = _Notes(row, headings)
    row.names = _names(record, note)
    if not row.names:
        note("name", "name-missing")
        return row
    parsed = parse(row.name)
    row.country = country or _country(parsed, record)
    row.identifiers, stated = read_identifiers(record, row.country, note)
    form = legal_forms.of_column(record.get("legal_type", "")) or _form_of_code(row.identifiers) or stated or parsed.form
    row.legal_form = form.code if form else ""
    _read_activity(row, record, note)
    _read_place(row, record, note)
    row.size = values.size_class(record.get("size", ""), note)
    row.founded_year = values.founded_year(record.get("founded", ""), note)
    row.website = values.website(record.get("website", ""))
    row.certificates = record.get("certificates", "")[:500]
    row.roles = scopes.roles_by_words(row.name, row.scope, row.industry, title=row.industry_title)
    _find_double(row, note, seen)
    activity = f"{row.scope}{row.industry_title}{parsed.industry}"
    codes = [finding.code for finding in row.findings]
    row.triage = decide(parsed, form, activity, record.get("status", ""), record.get("legal_type", ""), row.roles, codes)
    if row.triage.reason == "activity-missing":
        note("scope", "activity-missing")
    return row


class _Notes:
    """Notes findings of one row under the heading of the field they are about."""

    def __init__(self, row: Row, headings: Mapping[str, str]) -> None:
        self._row = row
        self._headings = headings

    def __call__(self, name: str, code: str, **parameters: str) -> None:
        self._row.findings.append(Finding(self._row.number, self._headings.get(name, ""), code, parameters, self._row.sheet))


def digest(record: Mapping[str, str]) -> str:
    """Hash of what a row says, whatever the order of its columns, the width of its letters or the encoding of its file."""
    filled = ((name, " ".join(unicodedata.normalize("NFKC", value).split())) for name, value in sorted(record.items()) if name != "ordinal")
    text = "\x1e".join(f"{name}\x1f{value}" for name, value in filled if value)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def script_of(name: str) -> str:
    """ISO 15924 code of a name: `Hans`, `Hant` (characters that only the traditional script has) or `Latn`."""
    from kontor_core.text import normalise

    han = re.findall("[\u3400-\u9fff]", name)
    if len(han) < 2:
        return "Latn"
    simplified = re.findall("[\u3400-\u9fff]", normalise(name).text)
    return "Hant" if sum(one != other for one, other in zip(han, simplified, strict=False)) >= 2 else "Hans"


def _names(record: Mapping[str, str], note: _Notes) -> tuple[RowName, ...]:
    found: list[RowName] = []
    for name, kind in (("name", "registered"), ("name_en", "foreign")):
        value = plain(record.get(name, ""))
        if len(re.findall(r"\w", value)) < 2 or value.upper() in ("N/A", "NULL", "***"):
            continue
        if "\ufffd" in value:
            note(name, "broken-characters")
        if len(value) > LONGEST_NAME:
            note(name, "name-too-long")
            value = value[:LONGEST_NAME]
        if name == "name" and not found and (both := re.match(r"^([\u3400-\u9fff（）()·]{4,})\s*[/|(（\s]\s*([A-Za-z][A-Za-z0-9 .,&'\-]{5,})[)）]?$", value)):
            found.extend((RowName("registered", script_of(both.group(1)), both.group(1).strip("（( ")), RowName("foreign", "Latn", both.group(2).strip())))
            continue
        found.append(RowName(kind if found or name == "name" else "registered", script_of(value), value))
    return tuple(found)


def _country(name: CompanyName, record: Mapping[str, str]) -> str:
    if name.script == "Hans":
        return "CN"
    if name.form is not None and name.form.code.startswith("de-"):
        return "DE"
    if any(record.get(column) for column in ("register_number", "vat", "court")):
        return "DE"
    if re.search("[äöüß]", " ".join((name.original, record.get("scope", ""), record.get("industry", ""))), re.IGNORECASE) or re.fullmatch(r"D-?\d{5}|\d{4,5}", record.get("postcode", "").strip()):
        return "DE"
    return "CN" if re.search("[\u3400-\u9fff]", "".join(record.values())) else ""


def _form_of_code(identifiers: Sequence[Identifier]) -> legal_forms.LegalForm | None:
    """Credit codes that begin with 92 belong to individual businesses, with 93 to farmers' cooperatives (GB 32100)."""
    for identifier in identifiers:
        if identifier.scheme == "cn-uscc":
            return legal_forms.FORMS.get({"92": "cn-individual", "93": "cn-cooperative"}.get(identifier.value[:2], ""))
    return None


def _read_activity(row: Row, record: Mapping[str, str], note: _Notes) -> None:
    raw = record.get("scope", "")
    row.scope = scopes.cleaned(raw)
    if len(row.scope) >= scopes.LONGEST_SCOPE:
        note("scope", "text-cut")
    row.wanted = scopes.cleaned(record.get("wanted", ""))
    row.industry_title = scopes.cleaned(record.get("industry", ""))
    for column in ("industry_code", "industry"):
        cell = record.get(column, "")
        if not cell:
            continue
        code = scopes.industry_code(cell, row.country == "CN")
        if code is not None:
            if mention_of(code.scheme, code.code) is None:
                note(column, "industry-code-unknown", edition=EDITIONS[code.scheme])
            row.industry = row.industry or code
            if column == "industry" or (code.title and not row.industry_title):
                row.industry_title = code.title
        elif column == "industry_code":
            note(column, "industry-code-unreadable")
            row.industry_title = row.industry_title or scopes.cleaned(cell)


def _read_place(row: Row, record: Mapping[str, str], note: _Notes) -> None:
    row.province, row.city, row.district = (values.blank_free(record.get(name, ""))[:80] for name in ("province", "city", "district"))
    row.address = values.blank_free(record.get("address", ""))[:LONGEST_ADDRESS]
    row.postcode = values.postcode(record.get("postcode", ""), row.country, note)
    if found := re.match(r"^(?:D-?\s?)?(\d{5})\s+(\D.+)$", row.city):
        row.postcode, row.city = row.postcode or found.group(1), found.group(2).strip()


def _find_double(row: Row, note: _Notes, seen: dict[str, int] | None) -> None:
    if seen is None:
        return
    key = row.key("")
    if key in seen:
        note("name", "doubled-row", other=str(seen[key]))
    else:
        seen[key] = row.number
