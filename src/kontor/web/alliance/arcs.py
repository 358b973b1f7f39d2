"""What links a German and a Chinese city, and the arcs that show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from kontor.alliance.models import City
from kontor_core.thesaurus import index as labels
from kontor_core.thesaurus.concepts import Thesaurus

# One trade in common is chance among neighbours of the same industry; two say something.
LEAST_SHARED = 2
# Metal furniture is furniture, and both are nearly one trade; three levels up everything is industry.
LEVELS = 2
# A row of the two lists, in rem; the style sheet sets the same height (`.sides li`).
ROW = 1.75
# Units of the drawing across; it is stretched to the room between the lists.
WIDTH = 100


@dataclass(frozen=True, slots=True)
class Link:
    """Why two cities belong together: a partnership, or trades that both are strong in."""

    german: City
    chinese: City
    is_partnership: bool
    trades: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arc:
    """The curve of a link as SVG path data."""

    path: str
    is_partnership: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """All arcs, in a box of WIDTH by `height` units; `rem` is its height on the page."""

    height: int
    rem: float
    arcs: tuple[Arc, ...]


def links(german: Sequence[City], chinese: Sequence[City], language: str) -> list[Link]:
    """Every linked pair in the order of the lists. Prefetch `industries` and `partnerships`, select `part_of`."""
    trades = {city.pk: [row.concept for row in city.industries.all()] for city in (*german, *chinese)}
    thesaurus = labels.load().thesaurus
    near = {concept: _near(concept, thesaurus) for concept in chain.from_iterable(trades.values())}
    found = []
    for one in german:
        for other in chinese:
            shared = [concept for concept in trades[one.pk] if near[concept] & set(trades[other.pk])]
            is_partnership = are_partners(one, other)
            if is_partnership or len(shared) >= LEAST_SHARED:
                known = [concept for concept in map(thesaurus.get, shared) if concept is not None]
                found.append(Link(one, other, is_partnership, tuple(concept.label(language) for concept in known)))
    return found


def _near(concept_id: str, thesaurus: Thesaurus) -> set[str]:
    """A trade, the ones it is a part of and the ones that are a part of it, two levels up and down."""
    concept = thesaurus.get(concept_id)
    if concept is None:
        return {concept_id}
    above = [index for level, index in thesaurus.ancestors[concept.index] if level <= LEVELS]
    below = list(thesaurus.children[concept.index])
    below += [further for index in below for further in thesaurus.children[index]]
    return {thesaurus.concepts[index].id for index in (concept.index, *above, *below)}


def are_partners(one: City, other: City) -> bool:
    """Whether either city names the other, or the city the other is a district of, as its partner."""
    return other.pk in _partners_of(one) or one.pk in _partners_of(other) or other.part_of_id in _partners_of(one)


def _partners_of(city: City) -> set[int]:
    return {row.partner_id for row in city.partnerships.all() if row.partner_id is not None}


def drawing(german: Sequence[City], chinese: Sequence[City], linked: Sequence[Link]) -> Drawing:
    """Arcs from the middle of a row on the left to one on the right; the shorter list stands centred."""
    rows = max(len(german), len(chinese), 1)
    left = _heights(german, rows)
    right = _heights(chinese, rows)
    # Partnerships last: they lie above the others.
    ordered = sorted(linked, key=lambda link: link.is_partnership)
    arcs = tuple(Arc(_path(left[link.german.pk], right[link.chinese.pk]), link.is_partnership) for link in ordered)
    return Drawing(rows * 20, rows * ROW, arcs)


def _heights(cities: Sequence[City], rows: int) -> dict[int, float]:
    offset = (rows - len(cities)) / 2
    return {city.pk: (offset + position + 0.5) * 20 for position, city in enumerate(cities)}


def _path(start: float, end: float) -> str:
    middle = WIDTH // 2
    return f"M0 {start:g}C{middle} {start:g} {middle} {end:g} {WIDTH} {end:g}"
