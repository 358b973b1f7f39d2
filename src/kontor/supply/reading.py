"""From a file to rows ready to be staged: parsed in a limited child process, read on all cores, doubles found, cities told."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kontor.common.processes import crew
from kontor.supply.content import INFERRED, certificate_key
from kontor.supply.places import FROM_COLUMN, Places
from kontor_core.identity.names import parse
from kontor_core.identity.places import short
from kontor_core.language.pinyin import folded, spelled
from kontor_core.supply.findings import Finding, of_notice
from kontor_core.supply.inference import inferred_concepts, mention_of, wording
from kontor_core.supply.rows import Headings, Row, read_row
from kontor_core.supply.triage import PUBLISHABLE, SET_ASIDE
from kontor_core.tables import sandbox
from kontor_core.tables.sheets import Sheet

CHUNK = 500
PARALLEL_FROM = 4 * CHUNK
LONGEST_WEBSITE = 200
LONGEST_EVIDENCE = 200
LONGEST_SUBJECT = 300


@dataclass(slots=True)
class Read:
    """A row as it is staged: paths and values, nothing personal."""

    sheet: str
    number: int
    row_hash: str
    key: str
    name_key: str
    decision: str
    reason: str
    category: str
    name_heading: str
    values: dict[str, Any] = field(default_factory=dict)
    findings: list[list[Any]] = field(default_factory=list)

    @property
    def is_set_aside(self) -> bool:
        return self.decision == SET_ASIDE

    @property
    def may_publish(self) -> bool:
        return self.decision == PUBLISHABLE


@dataclass(slots=True)
class File:
    """What is known of the file after its last row."""

    findings: list[list[Any]] = field(default_factory=list)
    columns: list[list[str]] = field(default_factory=list)
    """[heading, field or empty], each once however many sheets have it."""
    personal_columns: int = 0
    has_city_column: bool = False


def hashed(key: str) -> str:
    """A key as it is stored: names of sole traders name people, so keys are only ever compared."""
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class _Work:
    """What a worker needs beside the rows."""

    source: str
    places: Places


_work: _Work | None = None


class _Columns:
    """The part of a sheet a worker needs."""

    def __init__(self, sheet: Sheet) -> None:
        self.name, self.district = sheet.name, sheet.district
        self.header, self.columns = sheet.header, sheet.columns


def rows(path: Path, source: str, places: Places, file: File, check: Callable[[], None] | None = None) -> Iterator[Read]:
    """The rows of a file in their order, doubles inside the file set aside. `file` is filled on the way.

    `check` is called once the columns of the first sheet are known.

    Raises:
        TableError: the file cannot be read.
    """
    global _work  # noqa: PLW0603 - forked workers find it there
    _work = _Work(source, places)
    sheets = sandbox.sheets(path)
    chunks = _chunks(sheets, file, check)
    first = list(itertools.islice(chunks, PARALLEL_FROM // CHUNK))
    chunks = itertools.chain(first, chunks)
    seen: dict[str, int] = {}
    with crew(is_worth_while=len(first) == PARALLEL_FROM // CHUNK) as by:
        yield from _undoubled(by.each(_read_chunk, chunks), seen)


def _chunks(sheets: Iterator[Sheet], file: File, check: Callable[[], None] | None) -> Iterator[tuple[_Columns, list[Any]]]:
    for sheet in sheets:
        file.has_city_column = file.has_city_column or "city" in sheet.columns or bool(sheet.district) or "district" in sheet.columns
        if check is not None:
            check()
        file.columns.extend(pair for pair in _read_as(sheet) if pair not in file.columns)
        columns = _Columns(sheet)
        while block := list(itertools.islice(sheet.rows, CHUNK)):
            yield columns, block
        file.findings.extend(as_list(of_notice(notice)) for notice in sheet.notices)
        file.personal_columns += len(sheet.screening.columns_dropped)


def _read_as(sheet: Sheet) -> list[list[str]]:
    fields = {number: name for name, numbers in sheet.columns.items() for number in numbers}
    return [[heading, fields.get(number, "")] for number, heading in enumerate(sheet.header) if heading]


def as_list(finding: Finding) -> list[Any]:
    """[row, column, code, parameters, sheet]"""
    return [finding.row, finding.column, finding.code, dict(finding.parameters), finding.sheet]


def _read_chunk(chunk: tuple[_Columns, list[Any]]) -> list[Read]:
    columns, block = chunk
    assert _work is not None
    headings_of = Headings(columns)  # type: ignore[arg-type]  # it reads header and columns only
    found = []
    for number, cells in block:
        record, headings = headings_of.fields(cells)
        if columns.district and "district" not in record and columns.district != record.get("city"):
            record["district"] = columns.district
        country = _work.places.country.get(_work.places.fixed, "")
        row = read_row(record, headings, columns.name, number, None, country)
        found.append(_of_row(row, headings, _work))
    return found


def _of_row(row: Row, headings: dict[str, str], work: _Work) -> Read:
    city = work.places.resolve(row.city, row.district)
    place = row.city or city
    name_key = f"name:{work.source}|{parse(row.name).key}|{folded(spelled(short(place)))}" if row.names else f"row:{row.digest}"
    key = next((f"{i.scheme}:{i.value}" for i in row.identifiers), name_key)
    read = Read(
        row.sheet[:80], row.number, hashlib.sha256(f"{row.digest}|{city}".encode()).hexdigest(), hashed(key), hashed(name_key),
        row.triage.decision, row.triage.reason, row.category, headings.get("name", ""),
    )
    read.findings = [[f.column, f.code, dict(f.parameters)] for f in row.findings]
    if not read.is_set_aside and not city:
        read.decision, read.reason = SET_ASIDE, "city-unknown"
        read.findings.append([headings.get("city", headings.get("district", "")), "city-unknown", {"value": row.city[:60]}])
    if not read.is_set_aside:
        read.values = values_of(row, city, work.places)
    return read


def values_of(row: Row, city: str, places: Places) -> dict[str, Any]:
    """Path -> value of everything a row says; empty values are left out."""
    language = "zh" if (row.country or places.country[city]) == "CN" else "de"
    values: dict[str, Any] = {
        "kind": "research" if row.category == "research" else "company",
        "city": city,
        "language": language,
        "legal_form": row.legal_form,
        "website": row.website if len(row.website) <= LONGEST_WEBSITE else "",
        "industry_codes": list(isic_of(row.industry.scheme, row.industry.code)) if row.industry else [],
        "facts.size": row.size,
        "facts.founded_year": row.founded_year,
        f"texts.scope.{language}": row.scope,
        f"texts.sought.{language}": row.wanted,
    }
    for name in row.names:
        values.setdefault(f"names.{name.kind}.{name.script}", name.value)
    for identifier in row.identifiers:
        values.setdefault(f"identifiers.{identifier.scheme}", identifier.value)
    for standard, concept in _certificates(row.certificates):
        values[f"certificates.{certificate_key(standard, concept)}"] = [standard, concept]
    if row.address or row.postcode:
        values["sites.headquarters"] = [row.address, row.postcode[:10], city]
    for role, evidence in row.roles.items():
        values[f"roles.{role}"] = evidence[:LONGEST_EVIDENCE]
    if not row.scope:
        values.update(_told_by_industry(row, language))
    return {path: value for path, value in values.items() if value not in ("", None, [])}


def _certificates(cell: str) -> list[tuple[str, str]]:
    """Read with the thesaurus, which few lists need: it is loaded when the first cell comes."""
    if not cell:
        return []
    from kontor_core.supply.certificates import read_certificates
    from kontor_core.thesaurus import index as labels

    return read_certificates(cell, labels.load())


def _told_by_industry(row: Row, language: str) -> dict[str, Any]:
    """Of a row without a word of its own on what the company does: what its code tells, else what its industry is called."""
    if row.industry is not None and (concepts := inferred_concepts(row.industry)):
        return {INFERRED: [wording(row.industry, language)[:LONGEST_SUBJECT], language, list(concepts)]}
    return {"statements.offer": [row.industry_title[:LONGEST_SUBJECT], language]} if row.industry_title else {}


def isic_of(scheme: str, code: str) -> tuple[str, ...]:
    """ISIC Rev. 4 classes of an industry code of a list."""
    mention = mention_of(scheme, code)
    return mention.isic if mention is not None else ()


def _undoubled(chunks: Iterable[list[Read]], seen: dict[str, int]) -> Iterator[Read]:
    """`seen`: key -> row number, of rows read before; a key that comes again makes a doubled row."""
    for chunk in chunks:
        for read in chunk:
            if read.key in seen:
                read.findings.append([read.name_heading, "doubled-row", {"other": str(seen[read.key])}])
                if not read.is_set_aside:
                    read.decision, read.reason, read.values = SET_ASIDE, "doubled", {}
            elif read.name_heading:
                seen[read.key] = read.number
            yield read


def needs_city(city: str) -> bool:
    """Whether the rows themselves have to tell their city."""
    return city in ("", FROM_COLUMN)
