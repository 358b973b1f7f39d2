"""One question to the index and its answer in groups, before anything is loaded from the database.

The answer holds public ids only. Rows are loaded through the visible queries of their apps, and what is missing or hidden there is
dropped, so a quarantine acts within the request although the index follows later.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kontor.searching import index
from kontor.searching.codes import code_labels
from kontor.searching.groups import Group, HitRow, Question, facets_of, groups_of
from kontor_core.search.analysis import Analysis, analyse, is_subject
from kontor_core.search.countries import without_countries
from kontor_core.search.explanation import explain as explain_hit
from kontor_core.search.explanation import gist, gloss
from kontor_core.search.finder import Finder
from kontor_core.search.results import link_family

LONGEST_ADDRESS_TEXT = 200
CONTEXT = 14
"""Code points shown before and after the matched words."""
MOST_OPTIONS = 3


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
    """Hits that fit, of those retrieved (see `groups`)."""
    has_more: bool = False


def understand(text: str, language: str, senses: Mapping[str, str] | None = None, removed: Iterable[str] = ()) -> Analysis:
    """The analysis of a question; needs the thesaurus but no index."""
    from kontor_core.thesaurus import index as labels

    found = without_countries(analyse(labels.load(), text, None, "want"))
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
            statement = statement._replace(mention=statement.mention._replace(meanings=((concept.index, 1.0),)))
        if labels.thesaurus.concepts[statement.mention.concept].id not in removed:
            statements.append(statement)
    return replace(analysis, statements=tuple(statements))


def answer(question: Question) -> Answer:
    """Search.

    Raises:
        SearchUnavailable: there is no index that can be read.
    """
    started = time.perf_counter()
    finder: Finder = index.finder()
    analysis = _chosen(finder.index, finder.understand(question.text), question.senses, frozenset(question.removed))
    groups = groups_of(finder, analysis, question)
    total = sum(group.total for group in groups)
    return Answer(
        analysis,
        understood(finder.index, analysis, question.language),
        ambiguities(finder.index, analysis, question.language, question.senses),
        [analysis.original[slice(*analysis.original_span(x.start, x.end))] for x in analysis.leftovers],
        finder.suggestion(analysis),
        keywords(analysis),
        groups,
        facets_of(finder, analysis, question, groups),
        _broader(finder, analysis, question.language) if not total else [],
        round((time.perf_counter() - started) * 1000, 2),
        total,
        any(group.has_more for group in groups),
    )


def total_of(question: Question, analysis: Analysis) -> tuple[int, bool]:
    """How many hits another question about the same, already understood text has, and whether there may be more: for the tab beside."""
    groups = groups_of(index.finder(), analysis, question)
    return sum(group.total for group in groups), any(group.has_more for group in groups)


def understood(labels: Any, analysis: Analysis, language: str) -> list[Understood]:
    """Keywords of a question, each once; a code by its title."""
    found: dict[str, Understood] = {}
    codes = code_labels(labels, analysis, language)
    subjects = [(s.start, s.end) for s in analysis.statements if is_subject(labels, s.mention.concept)]
    for statement in analysis.statements:
        concept = labels.thesaurus.concepts[statement.mention.concept]
        is_thing = is_subject(labels, concept.index)
        # "of aluminium" says of a thing what "aluminium" inside it says already.
        is_said = not is_thing and any(statement.start <= start and end <= statement.end for start, end in subjects)
        if not statement.is_negated and concept.kind != "role" and not is_said:
            span = (statement.start, statement.end)
            label = codes.get(span) or concept.label(language)
            text = analysis.original[statement.start : statement.end]
            found.setdefault(concept.id, Understood(concept.id, label, text, *span, statement.mention.is_head and is_thing, statement.side))
    return list(found.values())


def ambiguities(labels: Any, analysis: Analysis, language: str, senses: Mapping[str, str]) -> list[Ambiguity]:
    """Words that stay open: two meanings or more, none much likelier than the next. A code stands for all of its meanings."""
    found: dict[str, Ambiguity] = {}
    codes = code_labels(labels, analysis, language)
    for statement in analysis.statements:
        meanings = statement.mention.meanings
        text = analysis.original[statement.start : statement.end]
        is_open = len(meanings) > 1 and meanings[1][1] > 0.25 * meanings[0][1] and (statement.start, statement.end) not in codes
        if is_open and text not in senses:
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
    for statement in (s for s in analysis.statements if not s.is_negated):
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
