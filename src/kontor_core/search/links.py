"""How near two concepts are: the link from what is looked for to what a document names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from kontor_core.search.weights import weight
from kontor_core.thesaurus.concepts import Thesaurus

Links = dict[int, tuple[float, str]]
"""Concept of the document -> (relation 0..1, name of the link)."""
_CACHED = 20_000
MOST_SIBLINGS = 30
"""A larger group says nothing of how near two of its concepts are."""


class LinkTable:
    """Links of a thesaurus, worked out once a concept."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        self.thesaurus = thesaurus
        self._links: dict[int, Links] = {}
        self._near: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for concept in thesaurus.concepts:
            for kind, other, _ in thesaurus.relations_of(concept):
                # Who looks for a process is served by its product; who looks for a product is only half served by a process.
                self._near[concept.index].append(("process-of" if kind == "made-by" else kind, other))
                self._near[other].append((kind, concept.index))

    def to(self, concept: int) -> Links:
        """Every concept that counts for the wanted one, with the strongest link."""
        found = self._links.get(concept)
        if found is None:
            if len(self._links) > _CACHED:
                self._links.clear()
            found = self._links[concept] = self._work_out(concept)
        return found

    def _work_out(self, concept: int) -> Links:
        thesaurus = self.thesaurus
        links: Links = {}

        def add(other: int, name: str) -> None:
            value = weight(name)
            if other not in links or links[other][0] < value:
                links[other] = (value, name)

        add(concept, "exact")
        self._add_narrower(concept, add)
        for level, ancestor in thesaurus.ancestors[concept]:
            if level <= 2 and thesaurus.depth[ancestor] >= 2:
                add(ancestor, f"broader-{level}")
        for kind, other in self._near.get(concept, ()):
            add(other, kind)
        for level, parent in thesaurus.ancestors[concept]:
            if level == 1 and thesaurus.depth[parent] >= 3 and len(thesaurus.children[parent]) <= MOST_SIBLINGS:
                for sibling in thesaurus.children[parent]:
                    add(sibling, "sibling")
        return links

    def _add_narrower(self, concept: int, add: Callable[[int, str], None]) -> None:
        current, seen = [concept], {concept}
        for level in (1, 2, 3):
            current = [child for parent in current for child in self.thesaurus.children[parent] if child not in seen]
            seen.update(current)
            for child in current:
                add(child, f"narrower-{level}")

    def users_of(self, concept: int) -> frozenset[int]:
        """Concepts of those who use a product: what it is used in, material of or part of, also by way of its parent; and their narrower ones."""
        found: set[int] = set()
        for start in (concept, *(a for level, a in self.thesaurus.ancestors[concept] if level == 1)):
            for kind, name in self.thesaurus.concepts[start].related:
                if kind in ("used-in", "material-of", "part-of") and (other := self.thesaurus.get(name)) is not None:
                    found.add(other.index)
        for _level in range(2):  # who uses profiles for windows and doors uses them for windows, and for aluminium windows
            found.update([child for user in found for child in self.thesaurus.children[user]])
        return frozenset(found - {concept})
