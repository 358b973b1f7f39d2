"""Places, machines and certificates of an organisation."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from django.db import models, transaction

from kontor.alliance.models import City
from kontor.audit.services import record, snapshot
from kontor.common.actors import Actor
from kontor.directory.models import Certificate, Machine, Organisation, Site
from kontor.searching.services import enqueue

Part = TypeVar("Part", bound=models.Model)


@transaction.atomic
def add_site(
    organisation: Organisation,
    *,
    actor: Actor,
    kind: str,
    city: City | None = None,
    country: str = "",
    address: str = "",
    postal_code: str = "",
) -> Site:
    """A place of the organisation; the country follows from the city when it has one."""
    site = Site(
        organisation=organisation,
        kind=kind,
        city=city,
        country=country or (city.country if city else ""),
        address=address,
        postal_code=postal_code,
    )
    return _add(organisation, actor, "site-added", site)


@transaction.atomic
def add_machine(
    organisation: Organisation,
    *,
    actor: Actor,
    name: str,
    concept: str = "",
    size: str = "",
    number: int | None = None,
) -> Machine:
    """A machine, or several alike."""
    machine = Machine(organisation=organisation, name=name, concept=concept, size=size, number=number)
    return _add(organisation, actor, "machine-added", machine)


@transaction.atomic
def add_certificate(
    organisation: Organisation,
    *,
    actor: Actor,
    standard: str,
    concept: str = "",
    number: str = "",
    issuer: str = "",
    valid_until: date | None = None,
) -> Certificate:
    """A certificate the organisation says it holds."""
    certificate = Certificate(
        organisation=organisation,
        standard=standard,
        concept=concept,
        number=number,
        issuer=issuer,
        valid_until=valid_until,
    )
    return _add(organisation, actor, "certificate-added", certificate)


def _add(organisation: Organisation, actor: Actor, verb: str, part: Part) -> Part:
    part.save()
    record(actor, f"directory.{verb}", organisation, after=snapshot(part))
    enqueue("organisation", organisation.public_id)
    return part
