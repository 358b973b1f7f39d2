"""What an organisation holds: as rows of its tables, as paths with values, and as one canonical text for proofs."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import models

from kontor.directory.models import (
    Certificate,
    Identifier,
    Machine,
    Organisation,
    OrganisationFacts,
    OrganisationName,
    OrganisationRole,
    OrganisationStatement,
    OrganisationText,
    Site,
    StatementOrigin,
    ValueSource,
)

PARTS: dict[str, tuple[type[models.Model], str]] = {
    "name": (OrganisationName, "organisation_id"),
    "identifier": (Identifier, "organisation_id"),
    "site": (Site, "organisation_id"),
    "facts": (OrganisationFacts, "organisation_id"),
    "machine": (Machine, "organisation_id"),
    "certificate": (Certificate, "organisation_id"),
    "text": (OrganisationText, "owner_id"),
    "role": (OrganisationRole, "organisation_id"),
    "statement": (OrganisationStatement, "owner_id"),
}
"""Table of a part -> (model, column of its organisation)."""
COLUMNS = ("kind", "city_id", "legal_form", "language", "website", "industry_codes", "visibility", "listed_source", "listed_on")
"""Columns of an organisation that an import fills."""
FACTS = ("size", "founded_year")
INFERRED = "statements.inferred"
"""Path of what the industry code tells: [the code in words, its language, ids of concepts]."""
SOURCE = ("rank", "batch", "person", "row_number", "row_hash", "recorded")
_LEFT_OUT = frozenset({"id", "created", "updated"})

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=str)

Rows = dict[str, list[dict[str, Any]]]


def fields_of(model: type[models.Model], owner: str = "") -> list[str]:
    """Columns that count: neither keys nor the times of technical nature."""
    return [field.attname for field in model._meta.concrete_fields if field.attname not in _LEFT_OUT and field.attname != owner]


def load(keys: Sequence[int], *, with_keys: bool = False) -> dict[int, Rows]:
    """Primary key -> everything an organisation holds, by table; "organisation" has its own row. `with_keys`: each part with its "id"."""
    columns = ["id", *fields_of(Organisation)]
    found: dict[int, Rows] = {}
    for row in Organisation.objects.filter(pk__in=keys).order_by("pk").values_list(*columns):
        found[row[0]] = {"organisation": [dict(zip(columns[1:], row[1:], strict=True))], **{table: [] for table in PARTS}}
    for table, (model, owner) in PARTS.items():
        names = [*(("id",) if with_keys else ()), *fields_of(model, owner)]
        for row in model._base_manager.filter(**{f"{owner}__in": keys}).order_by(owner, "pk").values_list(owner, *names):
            found[row[0]][table].append(dict(zip(names, row[1:], strict=True)))
    return found


def sources(public_ids: Sequence[str], columns: Sequence[str] = SOURCE) -> dict[str, dict[str, dict[str, Any]]]:
    """Public id -> path -> the stored source of the value."""
    names = ["field", *columns]
    found: dict[str, dict[str, dict[str, Any]]] = {public_id: {} for public_id in public_ids}
    for row in ValueSource.objects.filter(object_kind="organisation", object__in=public_ids).order_by("pk").values_list("object", *names):
        found[row[0]][row[1]] = dict(zip(names[1:], row[2:], strict=True))
    return found


def path_of(table: str, row: Mapping[str, Any]) -> str:
    """The path a part stands under; empty for parts no import writes."""
    if table == "name":
        return f"names.{row['kind']}.{row['script']}"
    if table == "identifier":
        return f"identifiers.{row['scheme']}"
    if table == "site":
        return f"sites.{row['kind']}"
    if table == "text":
        return f"texts.{row['field']}.{row['language']}"
    if table == "role":
        return f"roles.{row['role']}"
    if table == "certificate":
        return f"certificates.{certificate_key(row['standard'], row['concept'])}"
    if table == "statement" and row["origin"] == StatementOrigin.INFERRED:
        return INFERRED
    if table == "statement" and row["origin"] == StatementOrigin.IMPORTED:
        return f"statements.{row['side']}"
    return ""


def certificate_key(standard: str, concept: str) -> str:
    """Last part of the path of a certificate: its concept, else its name (VDA 6.3 without the dot, which parts paths)."""
    return concept or standard.replace(".", "_")[:40]


def value_at(rows: Rows, path: str, slugs: Mapping[int, str]) -> Any:
    """The present value of a path as an import would give it; None where there is none."""
    head, _, rest = path.partition(".")
    own = rows["organisation"][0]
    if not rest:
        value = slugs.get(own["city_id"], "") if path == "city" else own[path]
        return value or None
    if head == "facts":
        return (rows["facts"][0].get(rest) or None) if rows["facts"] else None
    parts = at_path(rows, path)
    if not parts:
        return None
    first = parts[0][1]
    if head == "sites":
        return [first["address"], first["postal_code"], slugs.get(first["city_id"], "")]
    if head == "roles":
        return first["evidence"]
    if head == "certificates":
        return [first["standard"], first["concept"]]
    if path == INFERRED:
        return [first["subject"], first["language"], first["concepts"]]
    if head == "statements":
        return [first["subject"], first["language"]]
    return first["value"]


def at_path(rows: Rows, path: str) -> list[tuple[str, dict[str, Any]]]:
    """(table, row) of every part that stands under a path."""
    return [(table, row) for table in PARTS for row in rows[table] if path_of(table, row) == path]


def part(path: str, value: Any, city_ids: Mapping[str, int], countries: Mapping[str, str], position: int = 0) -> tuple[str, dict[str, Any]]:
    """(table, row) that an import writes for a path below the organisation's own columns; facts are handled by the caller."""
    head, first, *more = path.split(".")
    if head == "names":
        return "name", {"kind": first, "script": more[0], "value": value, "position": position}
    if head == "identifiers":
        return "identifier", {"scheme": first, "value": value, "is_checked": True}
    if head == "sites":
        address, postal_code, city = value
        return "site", {"kind": first, "city_id": city_ids[city], "country": countries[city], "address": address, "postal_code": postal_code}
    if head == "texts":
        return "text", {"field": first, "language": more[0], "value": value, "origin": "imported"}
    if head == "roles":
        return "role", {"role": first, "evidence": value}
    if head == "certificates":
        standard, concept = value
        return "certificate", {"standard": standard, "concept": concept}
    if path == INFERRED:
        subject, language, concepts = value
        return "statement", {"side": "offer", "subject": subject, "language": language, "concepts": concepts, "origin": "inferred"}
    subject, language = value
    return "statement", {"side": first, "subject": subject, "language": language, "origin": "imported"}


def filled(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with the defaults of all columns it does not name."""
    return {name: row[name] if name in row else default() if callable(default) else default for name, default in defaults(table)}


@functools.cache
def defaults(table: str) -> tuple[tuple[str, Any], ...]:
    """(column, its default or what makes it); a list must be made anew each time."""
    model, owner = (Organisation, "") if table == "organisation" else PARTS[table]
    fields = [field for field in model._meta.concrete_fields if field.attname not in _LEFT_OUT and field.attname != owner]
    return tuple((field.attname, field.default if callable(field.default) and field.has_default() else field.get_default()) for field in fields)


def made_of(values: Mapping[str, Any], city_ids: Mapping[str, int], countries: Mapping[str, str]) -> Rows:
    """The rows that an import makes of paths and values."""
    own = {column: values[column] for column in COLUMNS if column in values}
    own["city_id"] = city_ids[values["city"]]
    rows: Rows = {"organisation": [own], **{table: [] for table in PARTS}}
    facts = {path.partition(".")[2]: value for path, value in values.items() if path.startswith("facts.")}
    if facts:
        rows["facts"].append(facts)
    for path, value in values.items():
        if "." in path and not path.startswith("facts."):
            table, row = part(path, value, city_ids, countries, len(rows["name"]))
            rows[table].append(row)
    return rows


def canonical(rows: Rows, slugs: Mapping[int, str], targets: Mapping[int, str] | None = None) -> str:
    """One text for what an organisation holds, the same wherever and whenever it was stored: no keys, no random ids.

    `targets` says for the key of an entry that others were merged into what it is.
    """
    tables = {}
    for table in ("organisation", *PARTS):
        tables[table] = sorted(_ENCODER.encode(_plain(filled(table, row), slugs, targets or {})) for row in rows[table])
    return _ENCODER.encode(tables)


def _plain(row: dict[str, Any], slugs: Mapping[int, str], targets: Mapping[int, str]) -> dict[str, Any]:
    row.pop("public_id", None)
    for name in ("city_id", "verified_by_city_id", "checked_by_city_id"):
        if row.get(name) is not None:
            row[name] = slugs.get(row[name], "")
    if row.get("merged_into_id") is not None:
        row["merged_into_id"] = targets.get(row["merged_into_id"], "")
    return row


def store_parts(key: int, parts: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
    """Write parts of one organisation as they are."""
    from kontor.common.bulk import insert

    for table, row in parts:
        model, owner = PARTS[table]
        insert(model, [{**row, owner: key}])


def references() -> list[Any]:
    """Every foreign key to an organisation, those without a way back among them."""
    fields = Organisation._meta.get_fields(include_hidden=True)
    return [field for field in fields if field.auto_created and not field.concrete and (field.one_to_many or field.one_to_one)]


def drop_empty_facts(key: int) -> None:
    """Delete the row of facts of an organisation when it states none: it was made for values that are gone again."""
    names = fields_of(OrganisationFacts, "organisation_id")
    left = OrganisationFacts.objects.filter(organisation=key).first()
    if left is not None and all(getattr(left, name) == OrganisationFacts._meta.get_field(name).get_default() for name in names):
        left.delete()


def remove_path(key: int, path: str) -> None:
    """Delete every part of one organisation that stands under a path."""
    head, first, *more = [*path.split("."), ""]
    second = more[0]
    if head == "names":
        OrganisationName.objects.filter(organisation=key, kind=first, script=second).delete()
    elif head == "identifiers":
        Identifier.objects.filter(organisation=key, scheme=first).delete()
    elif head == "sites":
        Site.objects.filter(organisation=key, kind=first).delete()
    elif head == "texts":
        OrganisationText.objects.filter(owner=key, field=first, language=second).delete()
    elif head == "roles":
        OrganisationRole.objects.filter(organisation=key, role=first).delete()
    elif head == "certificates":
        held = Certificate.objects.filter(organisation=key).values_list("pk", "standard", "concept")
        Certificate.objects.filter(pk__in=[pk for pk, standard, concept in held if certificate_key(standard, concept) == path.partition(".")[2]]).delete()
    elif path == INFERRED:
        OrganisationStatement.objects.filter(owner=key, origin=StatementOrigin.INFERRED).delete()
    elif head == "statements":
        OrganisationStatement.objects.filter(owner=key, side=first, origin="imported").delete()
