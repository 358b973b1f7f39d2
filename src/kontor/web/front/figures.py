"""The ledger of the front page: figures anyone may recount from the public lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from kontor.alliance.models import City
from kontor.alliance.queries import member_cities
from kontor.common.actors import ANONYMOUS
from kontor.directory.queries import visible_organisations
from kontor.opportunities.queries import current_opportunities


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the ledger."""

    label: Any
    value: int


def cities_by_country() -> dict[str, list[City]]:
    """Member cities of both countries, each side in its own alphabet. One query."""
    sides: dict[str, list[City]] = {"DE": [], "CN": []}
    for city in member_cities(ANONYMOUS):
        sides.setdefault(city.country, []).append(city)
    return sides


def figures(members: int) -> list[Figure]:
    """What strangers may see, counted: the same figures for every reader. Two queries."""
    claimed = Count("pk", filter=Q(claimed_at__isnull=False))
    counted = visible_organisations(ANONYMOUS).aggregate(claimed=claimed, all=Count("pk"))
    return [
        Figure(_("companies and institutions with a contact"), counted["claimed"]),
        Figure(_("further entries from city registers"), counted["all"] - counted["claimed"]),
        Figure(_("offers and requests"), current_opportunities(ANONYMOUS).count()),
        Figure(_("member cities"), members),
    ]
