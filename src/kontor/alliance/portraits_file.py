"""Reading the file of city portraits: what is publicly known of each member city."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from kontor.alliance.cities_file import read_cities
from kontor.alliance.errors import BadPortraitsFile

Names = Mapping[str, str]
"""A proper name or a short text under `de`, `zh` and `en`."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One fact; `kind` is a code of FigureKind."""

    kind: str
    value: int
    as_of: date
    source: str


@dataclass(frozen=True, slots=True)
class SiteRow:
    kind: str
    names: Names


@dataclass(frozen=True, slots=True)
class ConnectionRow:
    kind: str
    names: Names
    road_kilometres: int


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """`city` is the short address of a city of the file of members, else `name` and `name_zh` are given."""

    city: str = ""
    name: str = ""
    name_zh: str = ""
    since: int | None = None


@dataclass(frozen=True, slots=True)
class PortraitRow:
    """What is known of one city; empty where nothing is known surely."""

    slug: str
    source: str
    figures: tuple[FigureRow, ...] = ()
    industries: tuple[str, ...] = ()
    strategy: Names | None = None
    sites: tuple[SiteRow, ...] = ()
    office: Names | None = None
    connections: tuple[ConnectionRow, ...] = ()
    partners: tuple[PartnerRow, ...] = ()


def read_portraits(path: Path | None = None) -> tuple[PortraitRow, ...]:
    """The given file, or the one that comes with Kontor; its cities are those of the file of members.

    Raises BadPortraitsFile.
    """
    # Figures of the two countries come from different statistics.
    countries = {city.slug: city.country for city in read_cities().cities}
    try:
        content = (
            path.read_text("utf-8") if path else files(__package__).joinpath("data/portraits.toml").read_text("utf-8")
        )
        data = tomllib.loads(content)
        return tuple(_portrait(row, data, countries[row["slug"]].lower()) for row in data["city"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadPortraitsFile(reason=f"{type(error).__name__}: {error}") from error


def _portrait(row: dict[str, Any], data: dict[str, Any], country: str) -> PortraitRow:
    language = {"de": "de", "cn": "zh"}[country]
    sources = data["source"]
    figures = [
        FigureRow(kind, row[kind], sources[source]["date"], sources[source]["title"])
        for kind, source in (("population", language), ("area", f"area-{language}"))
        if kind in row
    ]
    return PortraitRow(
        slug=row["slug"],
        source=sources[f"general-{language}"]["title"],
        figures=tuple(figures),
        industries=tuple(row.get("industries", ())),
        strategy=_names(row["strategy"]) if "strategy" in row else None,
        sites=tuple(SiteRow(site["kind"], _names(site)) for site in row.get("sites", ())),
        office=_names(row["office"]) if "office" in row else None,
        connections=tuple(_connection(way, data["place"]) for way in row.get("connections", ())),
        partners=tuple(_partner(partner) for partner in row.get("partners", ())),
    )


def _names(row: Mapping[str, Any]) -> Names:
    return {language: row[language] for language in ("de", "zh", "en")}


def _connection(row: Mapping[str, Any], places: Mapping[str, Any]) -> ConnectionRow:
    place = places[row["place"]]
    return ConnectionRow(place["kind"], _names(place), row["km"])


def _partner(row: Mapping[str, Any]) -> PartnerRow:
    return PartnerRow(row.get("city", ""), row.get("name", ""), row.get("zh", ""), row.get("since"))
