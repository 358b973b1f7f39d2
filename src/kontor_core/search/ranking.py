"""The one-way score of a document for an intent, in 0..1, as a sum of named contributions.

`s = Σ_u w_u · score_u / Σ_u w_u · (1 - f) + f · focus · covered`, with `score_u = link + part · (1 - link) · parts` for a concept and
`score_u = part_alone · parts` for words no concept covers. A document that has every concept exactly, stated, and every word gets 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy

from kontor_core.search.analysis import ROLE_BIT
from kontor_core.search.document import CONFIDENCE, Reader
from kontor_core.search.links import LinkTable
from kontor_core.search.plan import Intent, TermTable
from kontor_core.search.ports import Candidate
from kontor_core.search.weights import weight

FOCUS_BEND = 0.35
"""A profile of a hundred words names what is asked in ten of them; bent, that still counts as six tenths and not as one."""


class Contribution(NamedTuple):
    """What one unit of the query adds to the score."""

    unit: int
    value: float
    link: str
    mention: int
    """Row of the payload's mentions, -1 where only words matched."""
    relation: float
    parts: float


Best = dict[int, tuple[float, int, str]]
"""unit -> (relation, row of the mention, link) of the mention that serves it best."""


@dataclass(slots=True)
class Hit:
    """A ranked document."""

    key: str
    score: float
    relations: list[float]
    """By unit of the query: how near the nearest concept of the document is, 0 to 1."""
    parts: list[float]
    """By unit: how much of its words the document has, 0 to 1."""
    focus: float
    payload: bytes
    retrieved: float
    values: list[float] = field(default_factory=list)
    best: Best = field(default_factory=dict)
    given: list[Contribution] | None = None
    """Contributions that were not worked out from the columns above."""

    @property
    def contributions(self) -> list[Contribution]:
        """What each unit of the query adds; made when it is asked for, because few of the ranked hits are shown."""
        if self.given is not None:
            return self.given
        return [
            Contribution(number, value, link or ("words" if in_parts > 0 else ""), row, relation, in_parts)
            for number, (value, relation, in_parts) in enumerate(zip(self.values, self.relations, self.parts, strict=True))
            for _, row, link in (self.best.get(number, _NO_LINK),)
        ]


_NO_LINK = (0.0, -1, "")


class _Columns:
    """The parts of many documents in one row: hashes, counts, and which document each belongs to."""

    def __init__(self, readers: Sequence[Reader], is_want: bool) -> None:
        pairs = [reader.part_bytes(is_want) for reader in readers]
        self.hashes = numpy.frombuffer(b"".join(hashes for hashes, _ in pairs), dtype=numpy.uint32)
        self.counts = numpy.frombuffer(b"".join(counts for _, counts in pairs), dtype=numpy.uint8).astype(numpy.float64)
        self.owners = numpy.repeat(numpy.arange(len(readers)), [len(counts) for _, counts in pairs])
        self.asked: tuple[Any, Any] | None = None
        """Which of the hashes are looked for, and their numbers among the keys; set when first worked out."""


class Ranker:
    """Scores candidates of one intent."""

    def __init__(self, links: LinkTable, intent: Intent, terms: TermTable) -> None:
        self._intent = intent
        self._terms = terms
        heavy = numpy.array([unit.weight for unit in intent.units])
        self._shares_of_units = heavy / (heavy.sum() or 1.0)
        self._is_named = numpy.array([bool(unit.meanings) for unit in intent.units])
        self._serving: dict[int, list[tuple[int, float, str]]] = {}
        """Concept of a document -> (unit it serves, relation by chance of the meaning, link) for each meaning of each unit."""
        for number, unit in enumerate(intent.units):
            for concept, chance in unit.meanings:
                for other, (relation, name) in links.to(concept).items():
                    self._serving.setdefault(other, []).append((number, relation * chance, name))
        self._wanted_roles = sum(ROLE_BIT[role] for role in intent.roles if role in ROLE_BIT and role != "buyer")
        self._part_weights, self._owners, keys = self._slots(intent)
        self._keys = numpy.array(sorted(keys), dtype=numpy.uint32)
        """Hashes that are looked for, ascending; what each of them counts for stands in the rows from `_starts[i]` to `_starts[i + 1]`."""
        rows = [row for hashed in self._keys.tolist() for row in keys[hashed]]
        self._starts = numpy.cumsum([0, *(len(keys[hashed]) for hashed in self._keys.tolist())])
        self._row_slots = numpy.array([slot for slot, _ in rows], dtype=numpy.int64)
        self._row_chances = numpy.array([chance for _, chance in rows])
        self._part_totals = numpy.array([sum(p.weight for p in unit.parts) or 1.0 for unit in intent.units])
        self._focus = weight("focus")

    @staticmethod
    def _slots(intent: Intent) -> tuple[Any, Any, dict[int, list[tuple[int, float]]]]:
        """Every part of every unit in a row: its weight, its unit, and for each hash the (slot, chance) it counts for."""
        heavy: list[float] = []
        owners: list[int] = []
        keys: dict[int, list[tuple[int, float]]] = {}
        for number, unit in enumerate(intent.units):
            for part in unit.parts:
                for hashed, chance in part.translations.items():
                    keys.setdefault(hashed, []).append((len(heavy), chance))
                heavy.append(part.weight)
                owners.append(number)
        return numpy.array(heavy), numpy.array(owners, dtype=numpy.int64), keys

    def rank(self, candidates: Iterable[Candidate]) -> list[Hit]:
        """All candidates with a score above 0, best first, ties by key."""
        hits = [hit for hit in self.scored(list(candidates)) if hit.score > 0]
        hits.sort(key=lambda hit: (-round(hit.score, 6), hit.key))
        return hits

    def scored(self, candidates: Sequence[Candidate]) -> list[Hit]:
        """The score of each candidate, in their order; the arithmetic is done for all of them at once."""
        readers = [Reader(candidate.payload) for candidate in candidates]
        is_want = self._intent.side == "want"
        parts, shares = self._parts_and_shares(readers, is_want)
        best = [self._best_links(reader, is_want) for reader in readers]
        relations = numpy.zeros(parts.shape)
        for row, found in enumerate(best):
            for number, (relation, _, _) in found.items():
                relations[row, number] = relation
        values = numpy.where(self._is_named, relations + weight("part") * (1.0 - relations) * parts, weight("part-alone") * parts) * self._shares_of_units
        focus = self._focus * values.sum(axis=1) * shares
        values *= 1.0 - focus[:, None]
        scores = values.sum(axis=1) + focus
        columns = (scores.tolist(), relations.tolist(), parts.tolist(), focus.tolist(), values.tolist())
        return [
            Hit(candidate.key, score, of_concepts, of_parts, in_focus, candidate.payload, candidate.sum, of_units, found)
            for candidate, found, score, of_concepts, of_parts, in_focus, of_units in zip(candidates, best, *columns, strict=True)
        ]

    def _parts_and_shares(self, readers: Sequence[Reader], is_want: bool) -> tuple[Any, Any]:
        """(part score of each candidate and unit, bent share of its offered words that is asked for)."""
        offered = _Columns(readers, False)
        shares = self._shares(offered, len(readers))
        return self._part_scores(_Columns(readers, True) if is_want else offered, readers), shares

    def _asked(self, columns: _Columns) -> tuple[Any, Any]:
        """(which of the hashes are looked for, their numbers among the keys)."""
        if columns.asked is None:
            hashes = columns.hashes
            if not len(self._keys) or not len(hashes):
                columns.asked = numpy.zeros(len(hashes), dtype=bool), numpy.zeros(len(hashes), dtype=numpy.int64)
            else:
                place = numpy.minimum(numpy.searchsorted(self._keys, hashes), len(self._keys) - 1)
                columns.asked = self._keys[place] == hashes, place
        return columns.asked

    def _shares(self, offered: _Columns, documents: int) -> Any:
        heavy = self._terms.weights_of(offered.hashes)
        is_asked, _ = self._asked(offered)
        total = numpy.bincount(offered.owners, weights=heavy, minlength=documents)
        asked = numpy.bincount(offered.owners[is_asked], weights=heavy[is_asked], minlength=documents)
        return (asked / numpy.maximum(total, 1e-9)) ** FOCUS_BEND

    def _part_scores(self, columns: _Columns, readers: Sequence[Reader]) -> Any:
        """Candidates x units, 0 to 1: saturated frequencies of the parts, weighted and summed a unit."""
        units, slots = len(self._intent.units), len(self._part_weights)
        is_asked, place = self._asked(columns)
        if not slots or not is_asked.any():
            return numpy.zeros((len(readers), units))
        place, owners, counts = place[is_asked], columns.owners[is_asked], columns.counts[is_asked]
        sizes = self._starts[place + 1] - self._starts[place]
        first = numpy.cumsum(sizes) - sizes
        rows = numpy.arange(sizes.sum()) - numpy.repeat(first - self._starts[place], sizes)
        cells = numpy.repeat(owners, sizes) * slots + self._row_slots[rows]
        frequency = numpy.bincount(cells, weights=self._row_chances[rows] * numpy.repeat(counts, sizes), minlength=len(readers) * slots)
        frequency = frequency.reshape(len(readers), slots)
        k1, b = weight("saturation"), weight("length")
        lengths = numpy.array([reader.length for reader in readers]) / max(1.0, self._terms.average_length)
        norm = k1 * (1.0 - b + b * numpy.minimum(3.0, lengths))
        saturated = numpy.minimum(1.0, frequency / (frequency + norm[:, None]) * (1.0 + k1)) * self._part_weights
        by_unit = numpy.zeros((slots, units))
        by_unit[numpy.arange(slots), self._owners] = 1.0
        return saturated @ by_unit / self._part_totals

    def _best_links(self, reader: Reader, is_want: bool) -> Best:
        best: Best = {}
        concepts, serving = reader.concepts, self._serving
        if serving.keys().isdisjoint(concepts):
            return best
        flags, chances, roles = reader.flags, reader.chances, reader.role_masks
        for row, concept in enumerate(concepts):
            served = serving.get(concept)
            if served is None or bool(flags[row] & 4) != is_want:
                continue
            trust = CONFIDENCE[flags[row] & 3] * chances[row] / 255.0 * self._role_fit(roles[row], reader.roles)
            for number, relation, link in served:
                value = relation * trust
                if value > best.get(number, _NO_LINK)[0]:
                    best[number] = (value, row, link)
        return best

    def _role_fit(self, statement_roles: int, organisation_roles: int) -> float:
        if not self._wanted_roles:
            return 1.0
        known = statement_roles or organisation_roles
        if not known:
            return weight("role-unknown")
        return 1.0 if known & self._wanted_roles else weight("role-other")
