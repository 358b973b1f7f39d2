"""What a city says of itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django.db import models, transaction

from kontor.alliance.models import (
    City,
    CityConnection,
    CityFigure,
    CityIndustry,
    CityOffice,
    CityPartnership,
    CitySite,
    CityText,
)
from kontor.audit.services import record, snapshot
from kontor.common.actors import Actor
from kontor.common.texts import TextOrigin

Part = TypeVar("Part", bound=models.Model)


@transaction.atomic
def write_city_text(
    city: City, *, actor: Actor, field: str, language: str, value: str, origin: str = TextOrigin.WRITTEN
) -> CityText | None:
    """Set a text of a city in one language; an empty value removes it."""
    texts = CityText.objects.filter(owner=city, field=field, language=language)
    text = texts.first()
    before = {"value": text.value} if text else {}
    if not value:
        texts.delete()
        text = None
    else:
        text = text or CityText(owner=city, field=field, language=language, revision=0)
        text.revision += 1
        text.value, text.origin = value, origin
        text.save()
    after = {"field": field, "language": language, "value": value}
    record(actor, "alliance.city-text-written", city, before=before, after=after)
    return text


@transaction.atomic
def replace_industries(city: City, *, actor: Actor, concepts: Iterable[str], source: str = "") -> list[CityIndustry]:
    """Set the trades the city is strong in, as concept ids, the strongest first."""
    before = {"industries": list(city.industries.values_list("concept", flat=True))}
    city.industries.all().delete()
    rows = CityIndustry.objects.bulk_create(
        CityIndustry(city=city, concept=concept, position=position, source=source)
        for position, concept in enumerate(dict.fromkeys(concepts))
    )
    after = {"industries": [row.concept for row in rows]}
    record(actor, "alliance.industries-replaced", city, before=before, after=after)
    return rows


@transaction.atomic
def add_site(
    city: City, *, actor: Actor, kind: str, name_de: str, name_zh: str, name_en: str, **values: Any
) -> CitySite:
    """A park, zone, hall or port. `values`: area_hectares, concepts, website, source."""
    site = CitySite(city=city, kind=kind, name_de=name_de, name_zh=name_zh, name_en=name_en, **values)
    return _add(city, actor, "site-added", site)


@transaction.atomic
def set_office(city: City, *, actor: Actor, name_de: str, name_zh: str, name_en: str, **values: str) -> CityOffice:
    """The business office under its own name. `values`: address, mailbox, telephone, website."""
    office = CityOffice.objects.filter(city=city).first() or CityOffice(city=city)
    for field, value in {"name_de": name_de, "name_zh": name_zh, "name_en": name_en, **values}.items():
        setattr(office, field, value)
    return _add(city, actor, "office-set", office)


@transaction.atomic
def add_partnership(
    city: City,
    *,
    actor: Actor,
    source: str,
    partner: City | None = None,
    partner_name: str = "",
    partner_name_zh: str = "",
    since_year: int | None = None,
) -> CityPartnership:
    """A partnership with a city of the alliance (`partner`) or another one (`partner_name`), never both."""
    partnership = CityPartnership(
        city=city,
        partner=partner,
        partner_name=partner_name,
        partner_name_zh=partner_name_zh,
        since_year=since_year,
        source=source,
    )
    return _add(city, actor, "partnership-added", partnership)


@transaction.atomic
def add_connection(
    city: City, *, actor: Actor, kind: str, road_kilometres: int, source: str, **names: str
) -> CityConnection:
    """An airport or port and the way there. `names`: name_de, name_zh, name_en."""
    connection = CityConnection(city=city, kind=kind, road_kilometres=road_kilometres, source=source, **names)
    return _add(city, actor, "connection-added", connection)


@transaction.atomic
def state_figure(
    city: City, *, actor: Actor, kind: str, value: Decimal | int, as_of: date, source: str, source_url: str = ""
) -> CityFigure:
    """One of the six facts on a day; a second statement for the same day replaces the first."""
    figure = CityFigure.objects.filter(city=city, kind=kind, as_of=as_of).first()
    figure = figure or CityFigure(city=city, kind=kind, as_of=as_of)
    figure.value, figure.source, figure.source_url = Decimal(value), source, source_url
    return _add(city, actor, "figure-stated", figure)


def _add(city: City, actor: Actor, verb: str, part: Part) -> Part:
    part.save()
    record(actor, f"alliance.{verb}", city, after=snapshot(part))
    return part
