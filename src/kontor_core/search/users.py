"""Possible users of a product: those whose trade consumes it. Inferred, so they stand in a group of their own and never among requests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kontor_core.search.document import CONFIDENCE, FOR, WANT, Reader
from kontor_core.search.finder import Finder
from kontor_core.search.plan import Intent
from kontor_core.search.ports import Candidate
from kontor_core.search.ranking import Contribution, Hit
from kontor_core.search.weights import weight


def rank_users(finder: Finder, intent: Intent, candidates: Iterable[Candidate], users: Mapping[int, int], makers: frozenset[str]) -> list[Hit]:
    """Candidates that name a using trade, best first; makers of the very thing are left out: they are competitors.

    Args:
        users: concept of a using trade -> the wanted concept it uses.
        makers: ids of the wanted concepts.
    """
    by_id = finder.index.thesaurus.by_id
    rivals = {by_id[m].index for m in makers if m in by_id}
    unit_of = {concept: number for number, unit in enumerate(intent.units) for concept, _ in unit.meanings[:1]}
    hits: list[Hit] = []
    for candidate in candidates:
        reader = Reader(candidate.payload)
        if rivals & {c for c, flags in zip(reader.concepts, reader.flags, strict=True) if not flags & (WANT | FOR)}:
            continue
        found = _trades(finder, reader, users, unit_of)
        if found:
            score = 1.0
            for contribution in found:
                score *= 1.0 - contribution.relation
            total = sum(c.relation for c in found)
            shares = [contribution._replace(value=(1.0 - score) * contribution.relation / total) for contribution in found]
            relations = [contribution.relation for contribution in shares]
            hits.append(Hit(candidate.key, 1.0 - score, relations, [0.0] * len(shares), 0.0, candidate.payload, candidate.sum, given=shares))
    hits.sort(key=lambda hit: (-round(hit.score, 6), -hit.retrieved, hit.key))
    return hits


def _trades(finder: Finder, reader: Reader, users: Mapping[int, int], unit_of: Mapping[int, int]) -> list[Contribution]:
    found: dict[int, Contribution] = {}
    flags, chances = reader.flags, reader.chances
    for row, concept in enumerate(reader.concepts):
        wanted = users.get(concept)
        if wanted is None or flags[row] & (WANT | FOR):
            continue
        value = weight("used-in") * CONFIDENCE[flags[row] & 3] * chances[row] / 255.0
        contribution = Contribution(unit_of.get(wanted, 0), value, "used-in", row, value, 0.0)
        if wanted not in found or found[wanted].relation < value:
            found[wanted] = contribution
    return list(found.values())
