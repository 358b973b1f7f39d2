"""Finding keywords by any of their labels in any language."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from kontor.web.thesaurus.browsing import Line, lines
from kontor_core.text import normalise
from kontor_core.thesaurus import index as labels
from kontor_core.thesaurus.concepts import LANGUAGES, Concept

LONGEST_QUERY = 100
MOST_FOUND = 60


@dataclass(frozen=True, slots=True)
class Found:
    """Keywords a text finds, best first, and how many there are in all."""

    total: int
    lines: list[Line]


def find(text: str, language: str) -> Found:
    """Labels that are the text, begin with it, have a word that does, or contain it: in this order."""
    wanted = _folded(text)
    if not wanted:
        return Found(0, [])
    thesaurus = labels.load().thesaurus
    ranks: dict[int, tuple[int, int]] = {}
    for label, concept in _labels(thesaurus.content_hash):
        rank = _rank(label, wanted)
        if rank is not None:
            ranks[concept] = min(ranks.get(concept, (9, 0)), (rank, len(label)))
    best = sorted(ranks, key=lambda concept: (*ranks[concept], concept))
    return Found(len(best), lines([thesaurus.concepts[concept] for concept in best[:MOST_FOUND]], language))


def _rank(label: str, wanted: str) -> int | None:
    if wanted not in label:
        return None
    if label == wanted:
        return 0
    if label.startswith(wanted):
        return 1
    return 2 if f" {wanted}" in label else 3


@functools.lru_cache(maxsize=1)
def _labels(_content_hash: str) -> list[tuple[str, int]]:
    """Every label of every language, folded, with its concept; misspellings and old names too."""
    return [pair for concept in labels.load().thesaurus.concepts for pair in _of(concept)]


def _of(concept: Concept) -> list[tuple[str, int]]:
    return [(_folded(label), concept.index) for language in LANGUAGES for label in concept.labels[language]]


def _folded(text: Any) -> str:
    return str(normalise(text).text).strip().casefold()
