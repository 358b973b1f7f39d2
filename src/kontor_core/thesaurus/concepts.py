"""The concepts of the thesaurus and how they hang together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

LANGUAGES = ("de", "zh", "en")
KINDS = ("sector", "product", "component", "material", "process", "machine", "service", "technology", "standard", "property", "role")
RELATIONS = ("made-by", "machine-for", "material-of", "part-of", "used-in", "related")
SUBJECT_KINDS = frozenset({"product", "component", "material", "process", "machine", "service", "technology"})
"""Kinds that a company can offer or seek."""
LEVELS_UP = 3
"""How many levels of ancestors a document carries (ENGINE.md)."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one concept in one language."""

    preferred: str
    alternative: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[str]:
        yield self.preferred
        yield from self.alternative
        yield from self.hidden


@dataclass(frozen=True, slots=True)
class Concept:
    """One meaning. `index` is its number in this compiled thesaurus only; `id` is what lasts."""

    index: int
    id: str
    kind: str
    broader: tuple[str, ...]
    related: tuple[tuple[str, str], ...]
    isic: str
    labels: dict[str, Labels]
    note: str
    file: str
    line: int

    def label(self, language: str) -> str:
        """Preferred label in a language."""
        return self.labels[language].preferred


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of an ambiguous label: how likely without context (0..1), and the concepts that point to it."""

    label: str
    language: str
    concept: str
    prior: float
    cues: tuple[str, ...]
    file: str = "senses.tsv"
    line: int = 0


WORD_USES = ("occupies", "alone", "own", "bare", "cued")


@dataclass(frozen=True, slots=True)
class PlainWord:
    """A word without a concept that steers reading.

    `occupies` keeps its characters from the labels that would straddle its border or hide in it (国家 in 国家具有 is no 家具); `alone`
    is a German word that is never a part of a longer one (Niere in konfektionieren), `own` one that is no form of the shorter word it
    looks like (Stärke and stark). `bare` is a German word that names its thing only where no other stands before it (Stoff, not Schadstoff);
    a `cued` one does so only where the text speaks of its trade otherwise (board, plant).
    """

    word: str
    language: str
    use: str
    file: str = "words.tsv"
    line: int = 0


@dataclass(slots=True)
class Thesaurus:
    """All concepts, numbered in the order of files and lines, with their hierarchy resolved."""

    concepts: tuple[Concept, ...]
    senses: tuple[Sense, ...] = ()
    words: tuple[PlainWord, ...] = ()
    retired: dict[str, str] = field(default_factory=dict)
    content_hash: str = ""
    by_id: dict[str, Concept] = field(default_factory=dict)
    ancestors: tuple[tuple[tuple[int, int], ...], ...] = ()
    """For each concept (level up, index of the ancestor), nearest first, at most three levels."""
    children: tuple[tuple[int, ...], ...] = ()
    depth: tuple[int, ...] = ()
    """1 for a sector, 2 for a group, and so on."""
    retired_at: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Retired id -> file and line."""
    _above: dict[int, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.by_id = {concept.id: concept for concept in self.concepts}
        children: list[list[int]] = [[] for _ in self.concepts]
        for concept in self.concepts:
            for broader in concept.broader:
                if broader in self.by_id:
                    children[self.by_id[broader].index].append(concept.index)
        self.children = tuple(map(tuple, children))
        self.ancestors = tuple(self._ancestors(concept) for concept in self.concepts)
        self.depth = tuple(self._depth(concept) for concept in self.concepts)

    def above(self, number: int) -> frozenset[str]:
        """`level:id` of the ancestors of a concept, as an index carries them."""
        found = self._above.get(number)
        if found is None:
            found = self._above[number] = frozenset(f"{level}:{self.concepts[a].id}" for level, a in self.ancestors[number])
        return found

    def get(self, concept_id: str) -> Concept | None:
        """The concept of an id, following retired ids; None when there is none."""
        return self.by_id.get(self.retired.get(concept_id, concept_id))

    def relations_of(self, concept: Concept) -> Iterator[tuple[str, int, bool]]:
        """Typed relations that the concept declares, as (type, index of the other, True)."""
        for kind, other in concept.related:
            found = self.get(other)
            if found is not None:
                yield kind, found.index, True

    def _ancestors(self, concept: Concept) -> tuple[tuple[int, int], ...]:
        found: dict[int, int] = {}
        current = [concept]
        for level in range(1, LEVELS_UP + 1):
            current = [self.by_id[b] for c in current for b in c.broader if b in self.by_id]
            for ancestor in current:
                found.setdefault(ancestor.index, level)
        found.pop(concept.index, None)
        return tuple((level, index) for index, level in found.items())

    def _depth(self, concept: Concept) -> int:
        depth, seen = 1, {concept.id}
        while concept.broader and concept.broader[0] in self.by_id and concept.broader[0] not in seen:
            concept = self.by_id[concept.broader[0]]
            seen.add(concept.id)
            depth += 1
        return depth
