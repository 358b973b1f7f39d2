"""One question to the index and its answer in groups, before anything is loaded from the database.

The answer holds public ids only. Rows are loaded through the visible queries of their apps, and what is missing or hidden there is
dropped, so a quarantine acts within the request although the index follows later.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kontor.searching import index
from kontor_core.search.analysis import Analysis, analyse, is_subject
from kontor_core.search.explanation import explain as explain_hit
from kontor_core.search.explanation import gist, gloss
from kontor_core.search.finder import Finder, Found
from kontor_core.search.ports import Filter, In
from kontor_core.search.ranking import Hit
from kontor_core.search.results import cut, link_family, possible_users

FACETS = {"city": 40, "organisation_role": 12, "agreement_role": 40, "certificate": 12, "verification": 4, "size": 4}
_FILTER_FIELDS = {
    "city": "city", "role": "organisation_role", "agreement_role": "agreement_role", "certificate": "certificate",
    "verification": "verification", "size": "size", "contact": "contact",
}
LONGEST_ADDRESS_TEXT = 200
NAMED_RELATION = 0.3
NAMED_PARTS = 0.75
NAMING_LINKS = frozenset({"exact", "narrower", "made-by"})
CONTEXT = 14
"""Code points shown before and after the matched words."""
MOST_OPTIONS = 3


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asks. `side` is the reader's own: who seeks is shown offers."""

    text: str
    side: str = "seek"
    country: str = ""
    kind: str = "organisation"
    language: str = "en"
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    senses: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Understood:
    """A keyword that was read out of the question."""

    id: str
    label: str
    text: str
    start: int
    end: int
    is_head: bool
    side: str


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A word with several meanings that nothing else decides."""

    text: str
    options: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class HitRow:
    """A hit, not loaded yet."""

    kind: str
    public_id: str
    score: float
    fit: str
    hit: Hit


@dataclass(slots=True)
class Group:
    """Hits that may stand in one list."""

    name: str
    total: int
    hits: list[HitRow]
    found: Found


@dataclass(frozen=True, slots=True)
class Reason:
    """Yours and theirs. `before` and `after` are the words around theirs in the original."""

    ours: str
    theirs: str
    before: str
    after: str
    link: str
    fit: str
    label: str
    source_language: str
    part: float
    is_inferred: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a hit fits."""

    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]
    gist: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Gloss:
    """A recognised term of an original text."""

    start: int
    end: int
    label: str
    concept_id: str


@dataclass(slots=True)
class Answer:
    """Everything a page of results shows except the rows themselves."""

    analysis: Analysis
    understood: list[Understood]
    ambiguous: list[Ambiguity]
    leftovers: list[str]
    suggestion: str
    keywords: str
    groups: list[Group]
    facets: dict[str, list[tuple[str, int]]]
    broader: list[tuple[str, str, int]]
    took_ms: float
    total: int


def understand(text: str, language: str, senses: Mapping[str, str] | None = None, removed: Iterable[str] = ()) -> Analysis:
    """The analysis of a question; needs the thesaurus but no index."""
    from kontor_core.thesaurus import index as labels

    found = analyse(labels.load(), text, None, "want")
    return _chosen(labels.load(), found, senses or {}, frozenset(removed))


def _chosen(labels: Any, analysis: Analysis, senses: Mapping[str, str], removed: frozenset[str]) -> Analysis:
    """The analysis after the reader chose a meaning here and took a keyword away there."""
    if not senses and not removed:
        return analysis
    statements = []
    for statement in analysis.statements:
        wanted = senses.get(analysis.original[statement.start : statement.end].lower()) or senses.get(analysis.original[statement.start : statement.end])
        concept = labels.thesaurus.get(wanted) if wanted else None
        if concept is not None:
            statement = replace(statement, mention=replace(statement.mention, meanings=((concept.index, 1.0),)))
        if labels.thesaurus.concepts[statement.mention.concept].id not in removed:
            statements.append(statement)
    return replace(analysis, statements=tuple(statements))


def _filters(question: Question) -> tuple[list[Filter], dict[str, Filter]]:
    fixed: list[Filter] = [In("kind", frozenset({question.kind}))]
    if question.country:
        fixed.append(In("country", frozenset({question.country})))
    own = {
        _FILTER_FIELDS[name]: In(_FILTER_FIELDS[name], frozenset(values)) for name, values in question.filters.items() if values and name in _FILTER_FIELDS
    }
    return fixed, dict(own)


def answer(question: Question) -> Answer:
    """Search.

    Raises:
        SearchUnavailable: there is no index that can be read.
    """
    started = time.perf_counter()
    finder: Finder = index.finder()
    analysis = _chosen(finder.index, finder.understand(question.text), question.senses, frozenset(question.removed))
    side = _side(question, analysis)
    fixed, own = _filters(question)
    groups, facets = _groups(finder, analysis, question, side, fixed, own)
    total = sum(group.total for group in groups)
    return Answer(
        analysis,
        understood(finder.index, analysis, question.language),
        ambiguities(finder.index, analysis, question.language, question.senses),
        [analysis.original[slice(*analysis.original_span(x.start, x.end))] for x in analysis.leftovers],
        finder.suggestion(analysis),
        keywords(analysis),
        groups,
        facets,
        _broader(finder, analysis, question.language) if not total else [],
        round((time.perf_counter() - started) * 1000, 2),
        total,
    )


def _side(question: Question, analysis: Analysis) -> str:
    """Side of the statements to look at: who seeks is shown offers. Written words win over the switch (wir bieten ...)."""
    written = {s.side for s in analysis.statements if any(c.kind == "side" for c in analysis.cues)}
    if question.side == "seek" and written == {"offer"}:
        return "want"
    return "offer" if question.side == "seek" else "want"


def _groups(
    finder: Finder, analysis: Analysis, question: Question, side: str, fixed: list[Filter], own: dict[str, Filter]
) -> tuple[list[Group], dict[str, list[tuple[str, int]]]]:
    if question.kind == "opportunity":
        found = cut(finder.find(analysis, side, fixed, own, FACETS))
        return [_group("requests" if side == "want" else "offers", found)], _facets(found)
    contact, register = In("contact", frozenset({"yes"})), In("contact", frozenset({"no"}))
    if side == "want":
        asking = cut(finder.find(analysis, "want", fixed, own, FACETS))
        users = possible_users(finder, analysis, (*fixed, *own.values()))
        return [_group("requests", asking), _group("possible_users", users)], _facets(asking)
    with_contact = cut(finder.find(analysis, "offer", [*fixed, contact], own))
    listed = cut(finder.find(analysis, "offer", [*fixed, register], own))
    facets = _facets(finder.find(analysis, "offer", fixed, own, FACETS, limit=1))
    return [_group("with_contact", with_contact), _group("register", listed)], facets


def _facets(found: Found) -> dict[str, list[tuple[str, int]]]:
    names = {field_name: name for name, field_name in _FILTER_FIELDS.items()}
    return {names[field_name]: list(values) for field_name, values in found.facets.items() if field_name in names}


def _group(name: str, found: Found) -> Group:
    hits = []
    for hit in found.hits:
        kind, _, public_id = hit.key.partition(":")
        hits.append(HitRow(kind, public_id, hit.score, fit_of(hit), hit))
    return Group(name, len(hits) if len(hits) < 300 else found.total, hits, found)


def fit_of(hit: Hit) -> str:
    """Fit in words: `exact` when everything that is looked for is named, `part` when something is, `related` otherwise."""
    named = [(c.relation >= NAMED_RELATION and link_family(c.link) in NAMING_LINKS) or c.parts >= NAMED_PARTS for c in hit.contributions]
    return "exact" if named and all(named) else "part" if any(named) else "related"


def understood(labels: Any, analysis: Analysis, language: str) -> list[Understood]:
    """Keywords of a question, each once."""
    found: dict[str, Understood] = {}
    for statement in analysis.statements:
        concept = labels.thesaurus.concepts[statement.mention.concept]
        if not statement.is_negated and concept.kind != "role":
            text = analysis.original[statement.start : statement.end]
            found.setdefault(concept.id, Understood(concept.id, concept.label(language), text, statement.start, statement.end, statement.mention.is_head, statement.side))
    return list(found.values())


def ambiguities(labels: Any, analysis: Analysis, language: str, senses: Mapping[str, str]) -> list[Ambiguity]:
    """Words that stay open: two meanings or more, none much likelier than the next."""
    found: dict[str, Ambiguity] = {}
    for statement in analysis.statements:
        meanings = statement.mention.meanings
        text = analysis.original[statement.start : statement.end]
        if len(meanings) > 1 and meanings[1][1] > 0.25 * meanings[0][1] and text not in senses:
            options = tuple((labels.thesaurus.concepts[c].id, labels.thesaurus.concepts[c].label(language)) for c, _ in meanings[:MOST_OPTIONS])
            found.setdefault(text, Ambiguity(text, options))
    return list(found.values())


def keywords(analysis: Analysis) -> str:
    """The words of a long text that matter, short enough for an address: named things first, then what no label covers."""
    words = [analysis.original[s.start : s.end] for s in analysis.statements if not s.is_negated]
    words += [analysis.original[slice(*analysis.original_span(x.start, x.end))] for x in analysis.leftovers if x.end - x.start > 3]
    chosen: list[str] = []
    for word in dict.fromkeys(words):
        if sum(map(len, chosen)) + len(word) + 2 * len(chosen) > LONGEST_ADDRESS_TEXT:
            break
        chosen.append(word)
    return ("、" if analysis.language == "zh" else ", ").join(chosen)


def _broader(finder: Finder, analysis: Analysis, language: str) -> list[tuple[str, str, int]]:
    """Next wider keywords that somebody offers, with how many."""
    thesaurus = finder.index.thesaurus
    found: dict[str, tuple[str, str, int]] = {}
    for statement in analysis.statements:
        for level, ancestor in thesaurus.ancestors[statement.mention.concept]:
            concept = thesaurus.concepts[ancestor]
            count = finder.terms.concepts.get(concept.id, 0)
            if level <= 2 and count and thesaurus.depth[ancestor] >= 2:
                found.setdefault(concept.id, (concept.id, concept.label(language), count))
    return list(found.values())[:3]


def explanations(found: Answer, group: Group, texts: Mapping[str, Sequence[tuple[str, str]]], language: str) -> dict[str, Explanation]:
    """Explain the hits that are shown.

    Args:
        texts: public id -> (text, its language) in the order they were indexed in (see `search_texts` of the directory).
    """
    finder: Finder = index.finder()
    explained = {}
    for row in group.hits:
        if row.public_id in texts:
            explained[row.public_id] = _explained(finder, group, row, texts[row.public_id], language)
    return explained


def _explained(finder: Finder, group: Group, row: HitRow, texts: Sequence[tuple[str, str]], language: str) -> Explanation:
    raw = explain_hit(finder.index, group.found.intent, row.hit, [text for text, _ in texts])
    reasons = []
    for reason in raw.reasons:
        if reason.link == "focus":
            continue
        text, source_language = texts[reason.text_number] if reason.theirs and reason.text_number < len(texts) else ("", "")
        theirs = finder.index.thesaurus.by_id.get(reason.theirs_concept or reason.concept)
        reasons.append(
            Reason(
                reason.ours, reason.theirs, text[max(0, reason.start - CONTEXT) : reason.start], text[reason.end : reason.end + CONTEXT],
                link_family(reason.link), _fit_of_link(reason.link), theirs.label(language) if theirs else "", source_language, reason.part, reason.is_inferred,
            )
        )
    first = [reason.theirs_concept for reason in raw.reasons if reason.theirs_concept]
    return Explanation(tuple(reasons), raw.missing, tuple(gist(finder.index, row.hit.payload, language, first=first[:2])), row.score)


def _fit_of_link(link: str) -> str:
    family = link_family(link)
    return "exact" if family in ("exact", "narrower") else "part" if family in ("broader", "made-by", "words") else "related"


def explain_text(text: str, text_language: str, reader_language: str) -> list[Gloss]:
    """Terms of an original text that a reader of another language is helped with."""
    from kontor_core.thesaurus import index as labels

    loaded = labels.load()
    analysis = analyse(loaded, text, text_language or None)
    return [Gloss(g.start, g.end, g.label, g.concept) for g in gloss(loaded, analysis, reader_language)]


def gist_of_texts(texts: Sequence[tuple[str, str]], language: str, most: int = 12) -> list[str]:
    """What a company does in a few labels, read from its texts; for a page that needs no index."""
    from kontor_core.thesaurus import index as labels

    loaded = labels.load()
    found: dict[str, None] = {}
    for text, text_language in texts:
        for statement in analyse(loaded, text, text_language or None).statements:
            concept = loaded.thesaurus.concepts[statement.mention.concept]
            if not statement.is_negated and is_subject(loaded, concept.index) and statement.mention.confidence >= 0.5:
                found.setdefault(concept.label(language))
    return list(found)[:most]


def concept_counts(ids: Iterable[str]) -> dict[str, int]:
    """How many entries of the index name each keyword (or a narrower one).

    Raises:
        SearchUnavailable: there is no index.
    """
    terms = index.finder().terms
    return {concept: terms.concepts.get(concept, 0) for concept in ids}
