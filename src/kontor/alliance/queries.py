"""Reading the alliance. Cities are public: what a city says of itself is said to everyone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from kontor.alliance.models import (
    Alliance,
    City,
    CoordinatorMembership,
    Membership,
    OfficeMembership,
)
from kontor.common.actors import Actor, Role, RoleName
from kontor.common.errors import NotFound


def visible_cities(actor: Actor) -> QuerySet[City]:
    """Cities, sorted by country and the alphabet of each. All are public."""
    return City.objects.all()


def visible_memberships(actor: Actor, on: date | None = None) -> QuerySet[Membership]:
    """Memberships that hold on a day (today by default), each with its city.

    A membership without a date of joining counts as holding.
    """
    day = on or timezone.localdate()
    return Membership.objects.filter(
        Q(joined_on__isnull=True) | Q(joined_on__lte=day), Q(left_on__isnull=True) | Q(left_on__gt=day)
    ).select_related("city")


def membership_history(actor: Actor) -> QuerySet[Membership]:
    """All memberships, ended ones too, by the day they began."""
    return Membership.objects.select_related("city").order_by("joined_on", "city__sort_key", "id")


def member_cities(actor: Actor, country: str = "") -> QuerySet[City]:
    """Cities that are members or guests today, of one country or both."""
    cities = visible_cities(actor).filter(pk__in=visible_memberships(actor).values("city"))
    return cities.filter(country=country) if country else cities


def alliance(actor: Actor) -> Alliance:
    """The alliance this installation serves: the first one. Raises NotFound before cities are loaded."""
    found = Alliance.objects.prefetch_related("member_counts").order_by("pk").first()
    if found is None:
        raise NotFound
    return found


def city_by_slug(actor: Actor, slug: str) -> City:
    """One city with everything its page shows. Raises NotFound."""
    shown = visible_cities(actor).select_related("part_of", "office")
    found = shown.prefetch_related(
        "aliases",
        "texts",
        "industries",
        "sites",
        "figures",
        "connections",
        Prefetch("parts", City.objects.order_by("sort_key")),
        "partnerships__partner",
        "memberships",
    )
    city = found.filter(slug=slug).first()
    if city is None:
        raise NotFound
    return city


def with_parts(city_ids: Iterable[int]) -> set[int]:
    """Primary keys of cities and of everything that lies in them, at any depth."""
    known = set(city_ids)
    layer = known
    while layer:
        layer = set(City.objects.filter(part_of__in=layer).values_list("pk", flat=True)) - known
        known |= layer
    return known


def roles_of_person(key: Any) -> Iterator[Role]:
    """Coordinator and alliance office roles a person holds today."""
    open_today = Q(ended_on__isnull=True) | Q(ended_on__gt=timezone.localdate())
    coordinated = CoordinatorMembership.objects.filter(open_today, person=key).values_list("city", flat=True)
    # The order of a set of cities does not matter; that there are none saves a query.
    keys = with_parts(coordinated)
    if keys:
        for public_id in City.objects.filter(pk__in=keys).values_list("public_id", flat=True):
            yield Role(RoleName.COORDINATOR, public_id)
    for public_id in OfficeMembership.objects.filter(open_today, person=key).values_list(
        "alliance__public_id", flat=True
    ):
        yield Role(RoleName.ALLIANCE_OFFICE, public_id)
