"""Which city of the alliance a row means: by the names of cities, their parts and their other names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kontor.alliance.cities_file import read_cities
from kontor.alliance.models import City
from kontor.supply.errors import UnknownCity
from kontor_core.language.pinyin import folded

FROM_COLUMN = "from-column"
_ENDING = re.compile(r"(?<=..)(?:市辖区|地区|市|区|县|镇)$")
_LATIN_ADDITION = re.compile(r"\s*(?:,|\(|/|\bim\b|\bam\b|\ba\.|\bin der\b).*$")


@dataclass(slots=True)
class Places:
    """Cities by their names, ready to be asked for each row without the database."""

    names: dict[str, list[str]] = field(default_factory=dict)
    part_of: dict[str, str] = field(default_factory=dict)
    country: dict[str, str] = field(default_factory=dict)
    key: dict[str, int] = field(default_factory=dict)
    fixed: str = ""
    is_of_file: bool = False
    """Whether the database had no city yet, and these are the ones that come with Kontor."""

    def resolve(self, city: str, district: str) -> str:
        """Short address of the city or of the part of it that a row names; empty when neither is known."""
        at = self.fixed or next(iter(self._named(city)), "")
        if district:
            inside = [slug for slug in self._named(district) if self.part_of.get(slug)]
            for slug in inside:
                if not at or self._lies_in(slug, at):
                    return slug
        return at

    def _named(self, text: str) -> list[str]:
        plain = text.strip()
        for form in (plain, _ENDING.sub("", plain), _LATIN_ADDITION.sub("", plain)):
            if form and (found := self.names.get(_key(form))):
                return found
        return []

    def _lies_in(self, slug: str, city: str) -> bool:
        while slug:
            if slug == city:
                return True
            slug = self.part_of.get(slug, "")
        return False


def _key(name: str) -> str:
    """Latin names without accents and case; Chinese ones as they are."""
    return folded(name) or unicodedata.normalize("NFKC", name).strip()


def load(city: str) -> Places:
    """All cities; `city` is a short address that holds for every row, or `from-column`.

    Where none is loaded yet, those that come with Kontor, so that a trial tells what an import would do and still writes nothing.

    Raises:
        UnknownCity: there is no city of this short address.
    """
    places = Places()
    rows = list(_of_database())
    if not rows:
        rows, places.is_of_file = list(_of_file()), True
    for row in rows:
        places.country[row.slug] = row.country
        places.key[row.slug] = row.key
        if row.part_of:
            places.part_of[row.slug] = row.part_of
        for known in dict.fromkeys(_key(form) for name in row.names for form in (name, _ENDING.sub("", name)) if form):
            places.names.setdefault(known, []).append(row.slug)
    if city != FROM_COLUMN:
        if city not in places.key:
            raise UnknownCity(slug=city)
        places.fixed = city
    return places


@dataclass(frozen=True, slots=True)
class _City:
    slug: str
    country: str
    key: int
    part_of: str
    names: tuple[str, ...]


def _of_database() -> Iterator[_City]:
    for row in City.objects.select_related("part_of").prefetch_related("aliases").order_by("pk"):
        aliases: Iterable[str] = (alias.value for alias in row.aliases.all())
        yield _City(row.slug, row.country, row.pk, row.part_of.slug if row.part_of else "", (row.name_de, row.name_zh, row.name_en, row.slug, *aliases))


def _of_file() -> Iterator[_City]:
    """In the order they would be loaded in; the keys stand for nothing in the database."""
    for number, row in enumerate(read_cities().cities, 1):
        aliases = (value for _language, value in row.aliases)
        yield _City(row.slug, row.country, number, row.part_of, (row.name_de, row.name_zh, row.name_en, row.slug, *aliases))
