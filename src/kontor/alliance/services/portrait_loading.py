"""Filling in what is publicly known of the cities. What a city wrote itself is never touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction

from kontor.alliance.models import City, CityFigure, CityPartnership, CityText, CityTextField
from kontor.alliance.portraits_file import Names, PartnerRow, PortraitRow, read_portraits
from kontor.alliance.services.portraits import (
    add_connection,
    add_partnership,
    add_site,
    replace_industries,
    set_office,
    state_figure,
    write_city_text,
)
from kontor.common.actors import Actor
from kontor.common.texts import TextOrigin


@transaction.atomic
def load_portraits(portraits: Iterable[PortraitRow] | None = None, *, actor: Actor) -> int:
    """Add to each city what the file knows and the city has not said; returns how many cities gained something.

    Running it again changes nothing. Parts that are there already, from whatever
    source, stay as they are; cities that are not loaded are passed over.
    """
    cities = {city.slug: city for city in City.objects.all()}
    rows = read_portraits() if portraits is None else portraits
    return sum(_load(cities[row.slug], row, cities, actor) for row in rows if row.slug in cities)


def _load(city: City, row: PortraitRow, cities: Mapping[str, City], actor: Actor) -> bool:
    added = [
        _load_figures(city, row, actor),
        _load_strategy(city, row.strategy, actor),
        _load_places(city, row, actor),
        *(_load_partner(city, partner, row.source, cities, actor) for partner in row.partners),
    ]
    if row.industries and not city.industries.exists():
        replace_industries(city, actor=actor, concepts=row.industries, source=row.source)
        added.append(True)
    if row.office and not hasattr(city, "office"):
        set_office(city, actor=actor, **_columns(row.office))
        added.append(True)
    return any(added)


def _load_figures(city: City, row: PortraitRow, actor: Actor) -> bool:
    known = set(CityFigure.objects.filter(city=city).values_list("kind", flat=True))
    fresh = [figure for figure in row.figures if figure.kind not in known]
    for figure in fresh:
        state_figure(
            city, actor=actor, kind=figure.kind, value=figure.value, as_of=figure.as_of, source=figure.source
        )
    return bool(fresh)


def _load_strategy(city: City, strategy: Names | None, actor: Actor) -> bool:
    field = CityTextField.STRATEGY
    if strategy is None or CityText.objects.filter(owner=city, field=field).exists():
        return False
    for language, value in strategy.items():
        write_city_text(
            city, actor=actor, field=field, language=language, value=value, origin=TextOrigin.IMPORTED
        )
    return True


def _load_places(city: City, row: PortraitRow, actor: Actor) -> bool:
    is_new = False
    if row.sites and not city.sites.exists():
        is_new = True
        for site in row.sites:
            add_site(city, actor=actor, kind=site.kind, source=row.source, **_columns(site.names))
    if row.connections and not city.connections.exists():
        is_new = True
        for way in row.connections:
            add_connection(
                city,
                actor=actor,
                kind=way.kind,
                road_kilometres=way.road_kilometres,
                source=row.source,
                **_columns(way.names),
            )
    return is_new


def _load_partner(
    city: City, row: PartnerRow, source: str, cities: Mapping[str, City], actor: Actor
) -> bool:
    partner = cities.get(row.city)
    if row.city and partner is None:
        return False
    if CityPartnership.objects.filter(city=city, partner=partner, partner_name=row.name).exists():
        return False
    add_partnership(
        city,
        actor=actor,
        source=source,
        partner=partner,
        partner_name=row.name,
        partner_name_zh=row.name_zh,
        since_year=row.since,
    )
    return True


def _columns(names: Names) -> dict[str, str]:
    return {f"name_{language}": value for language, value in names.items()}
