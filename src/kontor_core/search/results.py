"""Groups of hits and their outward form: what commands and pages show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kontor_core.search.analysis import Analysis, is_subject
from kontor_core.search.explanation import Explanation, explain, gist
from kontor_core.search.finder import Finder, Found
from kontor_core.search.plan import concept_ids
from kontor_core.search.ports import Clause, Filter, In, Request
from kontor_core.search.ranking import Hit
from kontor_core.thesaurus.index import LabelIndex

LEAST_SCORE = 0.12
"""Hits below this share of what is looked for are noise, not results."""
LEAST_OF_BEST = 0.25
MOST_USER_CONCEPTS = 90


@dataclass(slots=True)
class Group:
    """Hits that may be ranked together."""

    name: str
    found: Found


def cut(found: Found) -> Found:
    """Leave out hits that cover too little, alone or beside the best one."""
    if found.hits:
        least = max(LEAST_SCORE, LEAST_OF_BEST * found.hits[0].score)
        found.hits = [hit for hit in found.hits if hit.score >= least]
    return found


def counted(finder: Finder, keys: Iterable[str], fields: Mapping[str, int]) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Field -> (value, how many of the documents with these keys have it), most first.

    Args:
        fields: field -> how many of its values.
    """
    wanted = frozenset(keys)
    if not wanted or not fields:
        return dict.fromkeys(fields, ())
    return finder.engine.search(Request((), (In("key", wanted),), {}, fields, limit=0)).facets


def grouped(finder: Finder, analysis: Analysis, seeking: bool = False, filters: Sequence[Filter] = (), offers_name: str = "register") -> list[Group]:
    """Groups of a search without a division by contact.

    Args:
        seeking: look for those who seek what is named, and apart for possible users inferred from their trade.
    """
    if not seeking:
        return [Group(offers_name, cut(finder.find(analysis, "offer", filters)))]
    return [Group("requests", cut(finder.find(analysis, "want", filters))), Group("possible_users", possible_users(finder, analysis, filters))]


def possible_users(finder: Finder, analysis: Analysis, filters: Sequence[Filter] = (), facets: Mapping[str, int] | None = None) -> Found:
    """Documents that offer what the named things are used in; inferred, nobody asked for anything."""
    intent, _ = finder.planned(analysis, "offer")
    thesaurus = finder.index.thesaurus
    makers = {c for unit in intent.units for c, _ in unit.meanings}
    users: dict[int, int] = {}
    for unit in intent.units:
        for concept, _ in unit.meanings[:1]:
            if is_subject(finder.index, concept):
                users.update(dict.fromkeys(finder.links.users_of(concept), concept))
    chosen = sorted(set(users) - makers)[:MOST_USER_CONCEPTS]
    clauses = tuple(
        Clause("offer_text", thesaurus.concepts[c].id, round(max(0.05, finder.terms.concept_weight(thesaurus.concepts[c].id)), 4)) for c in chosen
    )
    if not clauses:
        return Found(intent, [], 0)
    from kontor_core.search.users import rank_users

    page = finder.engine.search(Request(clauses, tuple(filters), {}, facets or {}))
    hits = rank_users(finder, intent, page.candidates, users, concept_ids(finder.index, makers))
    return Found(intent, hits, page.total, page.facets, page.is_exact)


def stages(groups: Sequence[Group]) -> dict[str, float]:
    """Milliseconds a stage over all groups."""
    total: dict[str, float] = {}
    for group in groups:
        for name, value in group.found.stages_ms.items():
            total[name] = total.get(name, 0.0) + value
    return total


def understood(index: LabelIndex, analysis: Analysis, language: str) -> list[dict[str, Any]]:
    """What was understood of a text, in the reader's language."""
    return [
        {
            "id": index.thesaurus.concepts[s.mention.concept].id,
            "label": index.thesaurus.concepts[s.mention.concept].label(language),
            "start": s.start,
            "end": s.end,
            "side": s.side,
            "role": sorted(s.roles)[0] if s.roles else "",
        }
        for s in analysis.statements
        if not s.is_negated and index.thesaurus.concepts[s.mention.concept].kind != "role"
    ]


def link_family(link: str) -> str:
    """The link without its level: narrower-2 is narrower."""
    head, _, level = link.rpartition("-")
    return head if level.isdigit() else link


def shown_hit(index: LabelIndex, group: Group, hit: Hit, texts: Sequence[str], language: str, **facts: str) -> dict[str, Any]:
    """Outward form of a hit."""
    explanation: Explanation = explain(index, group.found.intent, hit, texts)
    first = [r.theirs_concept for r in explanation.reasons if r.theirs_concept]
    return {
        "key": hit.key,
        "name": facts.get("name", ""),
        "city": facts.get("city", ""),
        "score": round(hit.score, 4),
        "gist": gist(index, hit.payload, language, first=first[:3]),
        "reasons": [
            {"ours": r.ours, "theirs": r.theirs, "concept": _label(index, r.concept, language), "link": r.link, "part": round(r.part, 4)}
            for r in explanation.reasons
        ],
        "missing": list(explanation.missing),
    }


def _label(index: LabelIndex, concept: str, language: str) -> str:
    found = index.thesaurus.by_id.get(concept)
    return found.label(language) if found else ""
