"""The one-way score of a document for an intent, in 0..1, as a sum of named contributions.

`s = Σ_u w_u · score_u / Σ_u w_u · (1 - f) + f · focus · covered`, with `score_u = link + part · (1 - link) · parts` for a concept and
`score_u = part_alone · parts` for words no concept covers. A document that has every concept exactly, stated, and every word gets 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kontor_core.search.analysis import ROLE_BIT
from kontor_core.search.document import CONFIDENCE, Reader
from kontor_core.search.links import Links, LinkTable
from kontor_core.search.plan import Intent, TermTable, Unit
from kontor_core.search.ports import Candidate
from kontor_core.search.weights import weight

FOCUS_BEND = 0.35
"""A profile of a hundred words names what is asked in ten of them; bent, that still counts as six tenths and not as one."""


@dataclass(slots=True)
class Contribution:
    """What one unit of the query adds to the score."""

    unit: int
    value: float
    link: str
    mention: int
    """Row of the payload's mentions, -1 where only words matched."""
    relation: float
    parts: float


@dataclass(slots=True)
class Hit:
    """A ranked document."""

    key: str
    score: float
    contributions: list[Contribution]
    focus: float
    payload: bytes
    retrieved: float


class Ranker:
    """Scores candidates of one intent."""

    def __init__(self, links: LinkTable, intent: Intent, terms: TermTable) -> None:
        self._intent = intent
        self._terms = terms
        self._total = sum(unit.weight for unit in intent.units) or 1.0
        self._links: list[list[tuple[float, Links]]] = [
            [(chance, links.to(concept)) for concept, chance in unit.meanings] for unit in intent.units
        ]
        self._wanted_roles = sum(ROLE_BIT[role] for role in intent.roles if role in ROLE_BIT and role != "buyer")
        self._parts: dict[int, list[tuple[int, float]]] = {}
        self._flat: list[tuple[int, float]] = []
        for number, unit in enumerate(intent.units):
            for part in unit.parts:
                slot = len(self._flat)
                self._flat.append((number, part.weight))
                for hashed, chance in part.translations.items():
                    self._parts.setdefault(hashed, []).append((slot, chance))
        self._part_keys = frozenset(self._parts)
        self._part_totals = [sum(p.weight for p in unit.parts) or 1.0 for unit in intent.units]
        self._focus = weight("focus")

    def rank(self, candidates: Iterable[Candidate]) -> list[Hit]:
        """All candidates with a score above 0, best first, ties by key."""
        hits = [hit for candidate in candidates if (hit := self.score(candidate)).score > 0]
        hits.sort(key=lambda hit: (-round(hit.score, 6), hit.key))
        return hits

    def score(self, candidate: Candidate) -> Hit:
        """Score of one candidate."""
        reader = Reader(candidate.payload)
        is_want = self._intent.side == "want"
        by_parts = self._part_scores(reader, is_want)
        contributions = []
        covered = 0.0
        for number, unit in enumerate(self._intent.units):
            contribution = self._contribution(number, unit, reader, is_want, by_parts[number])
            covered += contribution.value
            contributions.append(contribution)
        focus = self._focus_of(reader, covered)
        for contribution in contributions:
            contribution.value *= 1.0 - self._focus
        score = sum(c.value for c in contributions) + focus
        return Hit(candidate.key, score, contributions, focus, candidate.payload, candidate.sum)

    def _part_scores(self, reader: Reader, is_want: bool) -> list[float]:
        frequencies = [0.0] * len(self._flat)
        parts, counts = (reader.want_parts, reader.want_counts) if is_want else (reader.offer_parts, reader.offer_counts)
        shared = self._part_keys.intersection(parts)
        if shared:
            for position, hashed in enumerate(parts):
                if hashed in shared:
                    count = counts[position]
                    for slot, chance in self._parts[hashed]:
                        frequencies[slot] += chance * count
        k1, b = weight("saturation"), weight("length")
        norm = k1 * (1.0 - b + b * min(3.0, reader.length / max(1.0, self._terms.average_length)))
        scores = [0.0] * len(self._intent.units)
        for (number, part_weight), frequency in zip(self._flat, frequencies, strict=True):
            if frequency > 0.0:
                scores[number] += part_weight * min(1.0, frequency / (frequency + norm) * (1.0 + k1))
        return [score / total for score, total in zip(scores, self._part_totals, strict=True)]

    def _contribution(self, number: int, unit: Unit, reader: Reader, is_want: bool, parts: float) -> Contribution:
        best, best_row, best_link = 0.0, -1, ""
        if unit.meanings:
            for row, concept in enumerate(reader.concepts):
                flags = reader.flags[row]
                if bool(flags & 4) != is_want:
                    continue
                for chance, links in self._links[number]:
                    link = links.get(concept)
                    if link is not None:
                        value = link[0] * chance * CONFIDENCE[flags & 3] * reader.chances[row] / 255.0 * self._role_fit(reader.role_masks[row], reader.roles)
                        if value > best:
                            best, best_row, best_link = value, row, link[1]
            value = best + weight("part") * (1.0 - best) * parts
        else:
            value = weight("part-alone") * parts
        return Contribution(number, unit.weight * value / self._total, best_link or ("words" if parts > 0 else ""), best_row, best, parts)

    def _role_fit(self, statement_roles: int, organisation_roles: int) -> float:
        if not self._wanted_roles:
            return 1.0
        known = statement_roles or organisation_roles
        if not known:
            return weight("role-unknown")
        return 1.0 if known & self._wanted_roles else weight("role-other")

    def _focus_of(self, reader: Reader, covered: float) -> float:
        """Share of what the document names that is asked for, times how much of the query it covers."""
        parts = reader.offer_parts
        if not len(parts):
            return 0.0
        weights = self._terms.hashed
        total = asked = 0.0
        for hashed in parts:
            heavy = weights.get(hashed, 1.0)
            total += heavy
            if hashed in self._part_keys:
                asked += heavy
        return self._focus * covered * (asked / total) ** FOCUS_BEND if total else 0.0
