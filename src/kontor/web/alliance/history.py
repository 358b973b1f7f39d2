"""Memberships over time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from kontor.alliance.models import Alliance, Membership
from kontor.common.countries import Country
from kontor.web.cities.portrait import joined_phrase

# Units of a bar's drawing from the first day shown to today.
WIDTH = 1000


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A membership with its bar: `start` and `length` in units of WIDTH."""

    membership: Membership
    joined: str
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class History:
    """Memberships of one country between two years."""

    country: Country
    first_year: int
    last_year: int
    rows: tuple[HistoryRow, ...]


@dataclass(frozen=True, slots=True)
class CountRow:
    """What one source counted on one day; a side it does not name is None."""

    as_of: date
    german: int | None
    chinese: int | None
    source: str
    source_url: str


def history(memberships: Iterable[Membership], today: date) -> list[History]:
    """Memberships of each country by the day they began, drawn on one scale of years."""
    rows = list(memberships)
    dated = [row.joined_on for row in rows if row.joined_on is not None]
    first = date(min(dated).year if dated else today.year, 1, 1)
    return [
        History(
            country,
            first.year,
            today.year,
            tuple(_row(row, first, today) for row in rows if row.city.country == country),
        )
        for country in Country
    ]


def _row(row: Membership, first: date, today: date) -> HistoryRow:
    span = max((today - first).days, 1)
    start = round(WIDTH * ((row.joined_on or first) - first).days / span)
    end = round(WIDTH * (min(row.left_on or today, today) - first).days / span)
    joined = joined_phrase(row.joined_on, row.joined_precision)
    return HistoryRow(row, joined, start, max(end - start, 1))


def member_counts(alliance: Alliance) -> list[CountRow]:
    """How many members sources counted, oldest first, both countries of one source and day in one row."""
    grouped: dict[tuple[date, str], dict[str, Any]] = {}
    for row in alliance.member_counts.all():
        place = grouped.setdefault((row.as_of, row.source), {"url": row.source_url})
        place[row.country] = row.count
    return [
        CountRow(as_of, found.get("DE"), found.get("CN"), source, found["url"])
        for (as_of, source), found in sorted(grouped.items())
    ]
