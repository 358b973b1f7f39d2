"""The list of offers and requests: filters, pages by cursor, and how many each filter leaves."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from kontor.alliance.models import City
from kontor.alliance.queries import visible_cities, visible_memberships, with_parts
from kontor.common.actors import Actor
from kontor.common.public_ids import PATTERN
from kontor.opportunities.models import Opportunity
from kontor.opportunities.queries import current, current_opportunities, visible_opportunities

PAGE = 20
CURSOR = re.compile(rf"([0-9]{{1,17}})-({PATTERN})", re.ASCII)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to; an empty value narrows nothing. `city` is a short address."""

    type: str = ""
    country: str = ""
    city: str = ""
    agreement_type: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of a list and the cursor of what follows; an empty cursor ends it."""

    rows: list[Opportunity]
    following: str


def page_of(actor: Actor, wanted: Wanted, after: str = "") -> Page:
    """Newest first. A cursor names a place in time, so a page keeps its rows whatever is added or removed.

    A cursor that cannot be read begins at the top.
    """
    rows = current_opportunities(actor).filter(narrowed(actor, wanted), published_at__isnull=False)
    place = _read_cursor(after)
    if place is not None:
        moment, public_id = place
        rows = rows.filter(Q(published_at__lt=moment) | Q(published_at=moment, public_id__gt=public_id))
    found = list(rows.order_by("-published_at", "public_id")[: PAGE + 1])
    following = _cursor(found[PAGE - 1]) if len(found) > PAGE else ""
    return Page(found[:PAGE], following)


def narrowed(actor: Actor, wanted: Wanted) -> Q:
    """The condition of the filters. A city stands for its districts and towns too."""
    condition = Q()
    if wanted.type:
        condition &= Q(type=wanted.type)
    if wanted.agreement_type:
        condition &= Q(agreement_type=wanted.agreement_type)
    if wanted.country:
        condition &= Q(organisation__city__country=wanted.country)
    if wanted.city:
        keys = visible_cities(actor).filter(slug=wanted.city).values_list("pk", flat=True)
        condition &= Q(organisation__city__in=with_parts(keys))
    return condition


def total_of(actor: Actor, wanted: Wanted) -> int:
    """How many entries the filters leave."""
    return _counted(actor, wanted).count()


def counts(actor: Actor, wanted: Wanted) -> dict[str, dict[str, int]]:
    """Filter -> value -> entries if it were chosen, the other filters holding. Most entries first."""
    columns = {"type": "type", "country": "organisation__city__country", "agreement_type": "agreement_type"}
    found = {
        name: _grouped(_counted(actor, replace(wanted, **{name: ""})), column) for name, column in columns.items()
    }
    by_place = _grouped(_counted(actor, replace(wanted, city="")), "organisation__city")
    found["city"] = rolled_up(actor, by_place)
    return found


def rolled_up(actor: Actor, by_place: Mapping[int, int]) -> dict[str, int]:
    """Counts by primary key of places -> counts by short address of the members they belong to, most first."""
    members = set(visible_memberships(actor).values_list("city", flat=True))
    places = {city.pk: city for city in visible_cities(actor).select_related("part_of")}
    found: dict[str, int] = {}
    for key, count in by_place.items():
        slug = _member(places[key], members).slug
        found[slug] = found.get(slug, 0) + count
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _member(place: City, members: set[int]) -> City:
    """A district that is a member stands for itself, any other for the city around it."""
    return place if place.pk in members or place.part_of is None else place.part_of


def _counted(actor: Actor, wanted: Wanted) -> QuerySet[Opportunity]:
    visible = visible_opportunities(actor).filter(current(), narrowed(actor, wanted), published_at__isnull=False)
    return visible.order_by()


def _grouped(rows: QuerySet[Opportunity], column: str) -> dict[Any, int]:
    counted = rows.values_list(column).annotate(count=Count("pk")).order_by("-count", column)
    return {value: count for value, count in counted if value}


def _cursor(row: Opportunity) -> str:
    assert row.published_at is not None
    # The list holds published rows only; the type does not know.
    published = row.published_at or EPOCH
    return f"{(published - EPOCH) // timedelta(microseconds=1)}-{row.public_id}"


def _read_cursor(text: str) -> tuple[datetime, str] | None:
    found = CURSOR.fullmatch(text)
    if found is None:
        return None
    try:
        return EPOCH + timedelta(microseconds=int(found[1])), found[2]
    except OverflowError:
        return None
