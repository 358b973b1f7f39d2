"""What the index needs of many organisations at once, read in a handful of queries.

Loading the models with their relations costs three times what analysing their texts does; plain rows are enough here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import models

from kontor.alliance.models import City
from kontor.directory.models import (
    Certificate,
    Identifier,
    Organisation,
    OrganisationFacts,
    OrganisationName,
    OrganisationRole,
    OrganisationStatement,
    OrganisationText,
)
from kontor.directory.queries import indexed_organisations


class Name(NamedTuple):
    kind: str
    script: str
    value: str


class Statement(NamedTuple):
    subject: str
    language: str
    side: str
    origin: str
    agreement_type: str
    role: str
    concepts: list[str]


class Text(NamedTuple):
    field: str
    language: str
    value: str
    origin: str


class CertificateRow(NamedTuple):
    standard: str
    concept: str


@dataclass(slots=True)
class Indexed:
    """An organisation (its own columns only) and its parts, in the order its pages show them."""

    organisation: Organisation
    cities: list[City]
    """Its city, then what that is part of."""
    names: list[Name]
    statements: list[Statement]
    texts: list[Text]
    roles: list[str]
    certificates: list[CertificateRow]
    identifiers: list[str]
    size: str


def load(public_ids: Sequence[str]) -> list[Indexed]:
    """Those of the organisations that the index may hold."""
    rows = list(indexed_organisations().filter(public_id__in=public_ids))
    keys = [row.pk for row in rows]
    cities = City.objects.in_bulk()
    names = _parts(OrganisationName, Name, keys)
    statements = _parts(OrganisationStatement, Statement, keys, "owner")
    texts = _parts(OrganisationText, Text, keys, "owner")
    roles = _parts(OrganisationRole, None, keys, column="role")
    certificates = _parts(Certificate, CertificateRow, keys)
    identifiers = _parts(Identifier, None, keys, column="value")
    sizes = dict(OrganisationFacts.objects.filter(organisation__in=keys).values_list("organisation_id", "size"))
    return [
        Indexed(
            row, _chain(cities, row.city_id), names[row.pk], statements[row.pk], texts[row.pk], roles[row.pk],
            certificates[row.pk], identifiers[row.pk], sizes.get(row.pk, ""),
        )
        for row in rows
    ]


def _parts(model: type[models.Model], shape: Any, keys: Sequence[int], owner: str = "organisation", column: str = "") -> dict[int, list[Any]]:
    """Owner's key -> its rows as `shape` (a named tuple), or the values of one `column`; sorted as the model sorts them."""
    found: dict[int, list[Any]] = defaultdict(list)
    columns = (column,) if column else shape._fields
    for key, *values in model._base_manager.filter(**{f"{owner}__in": keys}).order_by(*model._meta.ordering).values_list(f"{owner}_id", *columns):
        found[key].append(values[0] if column else shape._make(values))
    return found


def _chain(cities: dict[int, City], key: int | None) -> list[City]:
    found = []
    while key is not None:
        found.append(cities[key])
        key = cities[key].part_of_id
    return found
