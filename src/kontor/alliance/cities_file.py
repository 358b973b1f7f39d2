"""Reading the file of member cities."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from kontor.alliance.errors import BadCitiesFile


@dataclass(frozen=True, slots=True)
class Source:
    title: str
    url: str = ""
    date: date | None = None


@dataclass(frozen=True, slots=True)
class MembershipRow:
    status: str
    source: Source
    joined_on: date | None = None
    precision: str = "day"
    left_on: date | None = None
    certainty: str = "sure"
    note: str = ""


@dataclass(frozen=True, slots=True)
class CityRow:
    """A city of the file; `aliases` are (language, name)."""

    slug: str
    kind: str
    country: str
    region: str
    name_de: str
    name_zh: str
    name_en: str
    sort_key: str
    part_of: str = ""
    website: str = ""
    aliases: tuple[tuple[str, str], ...] = ()
    membership: MembershipRow | None = None


@dataclass(frozen=True, slots=True)
class CountRow:
    country: str
    count: int
    as_of: date
    source: Source


@dataclass(frozen=True, slots=True)
class CitiesFile:
    """What the file says; `alliance` holds the columns of the alliance."""

    alliance: dict[str, Any]
    counts: tuple[CountRow, ...]
    cities: tuple[CityRow, ...]


def read_cities(path: Path | None = None) -> CitiesFile:
    """The given file, or the one that comes with Kontor. Raises BadCitiesFile."""
    try:
        content = (
            path.read_text("utf-8") if path else files(__package__).joinpath("data/cities.toml").read_text("utf-8")
        )
        return _parse(tomllib.loads(content))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadCitiesFile(reason=f"{type(error).__name__}: {error}") from error


def _parse(data: dict[str, Any]) -> CitiesFile:
    sources = {key: Source(**row) for key, row in data["source"].items()}
    alliance = dict(data["alliance"])
    alliance["source"] = sources[alliance["source"]].title
    counts = tuple(CountRow(**{**row, "source": sources[row["source"]]}) for row in data.get("member_count", ()))
    cities = tuple(_city(row, sources) for row in data["city"])
    known: set[str] = set()
    for city in cities:
        if city.slug in known:
            raise ValueError(f"{city.slug} stands there twice")
        if city.part_of and city.part_of not in known:
            raise ValueError(f"{city.slug} has to follow {city.part_of}, which it is part of")
        known.add(city.slug)
    return CitiesFile(alliance, counts, cities)


def _city(row: dict[str, Any], sources: dict[str, Source]) -> CityRow:
    values = dict(row)
    values["aliases"] = tuple(_alias(alias) for alias in row.get("aliases", ()))
    if membership := row.get("membership"):
        values["membership"] = MembershipRow(**{**membership, "source": sources[membership["source"]]})
    return CityRow(**values)


def _alias(text: str) -> tuple[str, str]:
    language, _colon, value = text.partition(":")
    return language, value
