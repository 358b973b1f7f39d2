"""Keywords as lines and pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import pgettext_lazy

from kontor.searching.errors import SearchUnavailable
from kontor.searching.search import concept_counts
from kontor_core.thesaurus import index as labels
from kontor_core.thesaurus.concepts import LANGUAGES, SUBJECT_KINDS, Concept

KIND_NAMES: dict[str, Any] = {
    "sector": pgettext_lazy("kind of keyword", "sector"),
    "product": pgettext_lazy("kind of keyword", "product"),
    "component": pgettext_lazy("kind of keyword", "component"),
    "material": pgettext_lazy("kind of keyword", "material"),
    "process": pgettext_lazy("kind of keyword", "process"),
    "machine": pgettext_lazy("kind of keyword", "machine"),
    "service": pgettext_lazy("kind of keyword", "service"),
    "technology": pgettext_lazy("kind of keyword", "technology"),
    "standard": pgettext_lazy("kind of keyword", "standard"),
    "property": pgettext_lazy("kind of keyword", "property"),
    "role": pgettext_lazy("kind of keyword", "role"),
}
# How the keyword of the page stands to another one, and the other way round.
RELATION_NAMES: dict[str, tuple[Any, Any]] = {
    "made-by": (pgettext_lazy("between keywords", "made by"), pgettext_lazy("between keywords", "makes")),
    "machine-for": (
        pgettext_lazy("between keywords", "machine for"),
        pgettext_lazy("between keywords", "machine used"),
    ),
    "material-of": (
        pgettext_lazy("between keywords", "material of"),
        pgettext_lazy("between keywords", "material"),
    ),
    "part-of": (pgettext_lazy("between keywords", "part of"), pgettext_lazy("between keywords", "part")),
    "used-in": (pgettext_lazy("between keywords", "used in"), pgettext_lazy("between keywords", "uses")),
    "related": (pgettext_lazy("between keywords", "related to"), pgettext_lazy("between keywords", "related to")),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A keyword in three languages. `count` is None while there is no index to count in."""

    address: str
    label: str
    others: tuple[tuple[str, str], ...]
    count: int | None


@dataclass(frozen=True, slots=True)
class Column:
    """The labels of one language."""

    language: str
    preferred: str
    alternative: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConceptPage:
    """Everything the page of a keyword shows. `broader` leads from the sector down."""

    id: str
    label: str
    kind: Any
    isic: str
    columns: tuple[Column, ...]
    count: int | None
    search_address: str
    broader: list[Line]
    narrower: list[Line]
    relations: list[tuple[str, list[Line]]]


def sectors(language: str) -> list[Line]:
    """The keywords that stand under no other, as the reader's alphabet has them."""
    roots = [concept for concept in labels.load().thesaurus.concepts if not concept.broader and concept.kind == "sector"]
    # Entries name products, not sectors: a count of those few that write "machinery" would look like all there is.
    found = [replace(line, count=None) for line in lines(roots, language)]
    return sorted(found, key=lambda line: line.label.casefold())


def lines(concepts: Sequence[Concept], language: str) -> list[Line]:
    """Lines with counts, in the given order; one question to the index for all of them."""
    counted = counts_of(concept.id for concept in concepts)
    return [_line(concept, language, counted) for concept in concepts]


def counts_of(ids: Iterable[str]) -> dict[str, int] | None:
    """How many entries name each keyword; None while there is no index. The page stands without it."""
    try:
        return concept_counts(list(ids))
    except SearchUnavailable:
        return None


def _line(concept: Concept, language: str, counted: dict[str, int] | None) -> Line:
    others = tuple((code, concept.label(code)) for code in LANGUAGES if code != language)
    count = None if counted is None else counted.get(concept.id, 0)
    return Line(reverse("concept", args=[concept.id]), concept.label(language), others, count)


def concept_page(concept: Concept, language: str) -> ConceptPage:
    """The page of a keyword."""
    thesaurus = labels.load().thesaurus
    label = concept.label(language)
    order = [language, *(code for code in LANGUAGES if code != language)]
    counted = counts_of([concept.id])
    above = sorted(thesaurus.ancestors[concept.index], reverse=True)
    below = [thesaurus.concepts[index] for index in thesaurus.children[concept.index]]
    return ConceptPage(
        id=concept.id,
        label=label,
        kind=KIND_NAMES.get(concept.kind, concept.kind),
        isic=concept.isic,
        columns=tuple(_column(concept, code) for code in order),
        count=None if counted is None else counted.get(concept.id, 0),
        search_address=f"{reverse('results')}?{urlencode({'q': label, 'in': 'both'})}"
        if concept.kind in SUBJECT_KINDS
        else "",
        broader=lines([thesaurus.concepts[index] for _level, index in above], language),
        narrower=sorted(lines(below, language), key=lambda line: line.label.casefold()),
        relations=_relations(concept, language),
    )


def _column(concept: Concept, language: str) -> Column:
    found = concept.labels[language]
    return Column(language, found.preferred, found.alternative)


def _relations(concept: Concept, language: str) -> list[tuple[str, list[Line]]]:
    thesaurus = labels.load().thesaurus
    grouped: dict[str, dict[int, Concept]] = {}
    for kind, other, is_own in _neighbours(concept):
        name = str(RELATION_NAMES[kind][0 if is_own else 1])
        grouped.setdefault(name, {})[other] = thesaurus.concepts[other]
    return [(name, lines(list(found.values()), language)) for name, found in grouped.items()]


def _neighbours(concept: Concept) -> Iterable[tuple[str, int, bool]]:
    """Typed relations the keyword declares, and those that others declare to it."""
    thesaurus = labels.load().thesaurus
    yield from thesaurus.relations_of(concept)
    for other in thesaurus.concepts:
        for kind, target in other.related:
            found = thesaurus.get(target) if target == concept.id or target in thesaurus.retired else None
            if found is concept:
                yield kind, other.index, False
