"""Making an entry and changing what it says in fields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from kontor.alliance.models import City
from kontor.audit.services import difference, record, snapshot
from kontor.common.actors import Actor
from kontor.directory.errors import IdentifierTaken, UnknownField
from kontor.directory.models import (
    Identifier,
    NameKind,
    Organisation,
    OrganisationFacts,
    OrganisationName,
    OrganisationRole,
)
from kontor.directory.vocabulary import Visibility
from kontor.searching.services import enqueue

CHANGEABLE = frozenset({"kind", "city", "legal_form", "language", "website", "industry_codes"})
FACTS = frozenset(field.name for field in OrganisationFacts._meta.concrete_fields) - {"id", "organisation"}


@dataclass(frozen=True, slots=True)
class NewName:
    """A name to store; `script` is an ISO 15924 code (`Latn`, `Hans`, `Hant`)."""

    value: str
    script: str
    kind: str = NameKind.REGISTERED


@transaction.atomic
def create_organisation(
    city: City,
    *,
    actor: Actor,
    kind: str,
    language: str,
    names: Iterable[NewName],
    visibility: str = Visibility.HIDDEN,
    **values: Any,
) -> Organisation:
    """A new entry in `city`, hidden unless told otherwise.

    `values` are further columns of `Organisation` (website, legal_form, listed_source ...).
    """
    organisation = Organisation(city=city, kind=kind, language=language, visibility=visibility, **values)
    organisation.save()
    _store_names(organisation, names)
    record(actor, "directory.organisation-created", organisation, after=snapshot(organisation))
    enqueue("organisation", organisation.public_id)
    return organisation


@transaction.atomic
def change_organisation(organisation: Organisation, *, actor: Actor, **values: Any) -> Organisation:
    """Set columns of the entry. Raises UnknownField for one that is not open to change here."""
    for field in values:
        if field not in CHANGEABLE:
            raise UnknownField(field=field)
    before = snapshot(organisation, values)
    for field, value in values.items():
        setattr(organisation, field, value)
    organisation.save(update_fields=[*values, "updated"])
    before, after = difference(before, snapshot(organisation, values))
    record(actor, "directory.organisation-changed", organisation, before=before, after=after)
    enqueue("organisation", organisation.public_id)
    return organisation


@transaction.atomic
def replace_names(organisation: Organisation, *, actor: Actor, names: Iterable[NewName]) -> Organisation:
    """Set all names of the entry, in the order they are to be shown."""
    before = {"names": list(organisation.names.values_list("value", flat=True))}
    organisation.names.all().delete()
    after = {"names": _store_names(organisation, names)}
    record(actor, "directory.names-changed", organisation, before=before, after=after)
    enqueue("organisation", organisation.public_id)
    return organisation


@transaction.atomic
def add_identifier(
    organisation: Organisation, *, actor: Actor, scheme: str, value: str, is_checked: bool = False
) -> Identifier:
    """Give the entry a register number in normal form. Raises IdentifierTaken when another entry has it."""
    taken = Identifier.objects.filter(scheme=scheme, value=value).first()
    if taken and taken.organisation_id != organisation.pk:
        raise IdentifierTaken(scheme=scheme, value=value)
    if taken:
        return taken
    identifier = Identifier.objects.create(organisation=organisation, scheme=scheme, value=value, is_checked=is_checked)
    record(actor, "directory.identifier-added", organisation, after={"scheme": scheme, "value": value})
    enqueue("organisation", organisation.public_id)
    return identifier


@transaction.atomic
def state_facts(organisation: Organisation, *, actor: Actor, **values: Any) -> OrganisationFacts:
    """Set facts buyers decide on. Raises UnknownField."""
    for field in values:
        if field not in FACTS:
            raise UnknownField(field=field)
    facts, _created = OrganisationFacts.objects.get_or_create(organisation=organisation)
    before = snapshot(facts, values)
    for field, value in values.items():
        setattr(facts, field, value)
    facts.save()
    before, after = difference(before, snapshot(facts, values))
    record(actor, "directory.facts-stated", organisation, before=before, after=after)
    enqueue("organisation", organisation.public_id)
    return facts


@transaction.atomic
def assign_role(
    organisation: Organisation,
    *,
    actor: Actor,
    role: str,
    evidence: str = "",
    checked_by_city: City | None = None,
    checked_on: date | None = None,
) -> OrganisationRole:
    """Say what the organisation is in its trade, on what evidence; a second call for a role replaces the first."""
    values = {"evidence": evidence, "checked_by_city": checked_by_city, "checked_on": checked_on}
    assigned, _created = OrganisationRole.objects.update_or_create(
        organisation=organisation, role=role, defaults=values
    )
    record(actor, "directory.role-assigned", organisation, after={"role": role, "evidence": evidence})
    enqueue("organisation", organisation.public_id)
    return assigned


def _store_names(organisation: Organisation, names: Iterable[NewName]) -> list[str]:
    rows = [
        OrganisationName(
            organisation=organisation, kind=name.kind, script=name.script, value=name.value, position=position
        )
        for position, name in enumerate(names)
    ]
    OrganisationName.objects.bulk_create(rows)
    return [row.value for row in rows]
