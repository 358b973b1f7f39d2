"""Why a document fits: the contributions of its score as pairs of words, what is missing, and what the company does in a few labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kontor_core.search.analysis import Analysis, is_subject
from kontor_core.search.document import FOR, INFERRED, WANT, Reader
from kontor_core.search.plan import Intent, Unit
from kontor_core.search.ranking import Hit
from kontor_core.thesaurus.index import LabelIndex

ENOUGH_PARTS = 0.55
"""From this share of its word parts on, a unit that no concept matched counts as named."""
ENOUGH_RELATION = 0.25


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of an explanation. `part` is what it adds to the score; the parts of a hit add up to the score."""

    ours: str
    theirs: str
    concept: str
    """Id of the wanted concept, empty where only words matched."""
    link: str
    part: float
    text_number: int = 0
    start: int = 0
    end: int = 0
    """Span of `theirs` in the text of that number."""
    theirs_concept: str = ""
    """Id of the concept they name."""
    is_inferred: bool = False
    """Nobody said so: their industry code tells."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Reasons, best first, and the units that the document does not name."""

    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]


def ours_of(analysis: Analysis, unit: Unit) -> str:
    """The words of the query that a unit stands for, as they were written."""
    start, end = analysis.original_span(unit.start, unit.end)
    return analysis.original[start:end]


def explain(index: LabelIndex, intent: Intent, hit: Hit, texts: Sequence[str]) -> Explanation:
    """Explain a ranked hit.

    Args:
        texts: the texts of the document in the order they were indexed in; `theirs` is cut from them.
    """
    reader = Reader(hit.payload)
    concepts = index.thesaurus.concepts
    reasons: list[Reason] = []
    missing: list[str] = []
    for contribution in hit.contributions:
        unit = intent.units[contribution.unit]
        ours = ours_of(intent.analysis, unit)
        wanted = concepts[unit.meanings[0][0]].id if unit.meanings else ""
        row = contribution.mention
        if row >= 0 and contribution.relation > 0:
            number, start, length = reader.texts[row], reader.starts[row], reader.lengths[row]
            theirs = texts[number][start : start + length] if number < len(texts) else ""
            is_inferred = reader.flags[row] & 3 == INFERRED
            named = concepts[reader.concepts[row]].id
            reasons.append(Reason(ours, theirs, wanted, contribution.link, contribution.value, number, start, start + length, named, is_inferred))
        elif contribution.value > 0:
            reasons.append(Reason(ours, "", wanted, "words", contribution.value))
        if not _is_named(contribution.relation, contribution.parts) and (unit.is_head or unit.meanings):
            missing.append(ours)
    if hit.focus > 0:
        reasons.append(Reason("", "", "", "focus", hit.focus))
    reasons.sort(key=lambda reason: -reason.part)
    return Explanation(tuple(reasons), tuple(dict.fromkeys(missing)))


def _is_named(relation: float, parts: float) -> bool:
    return relation >= ENOUGH_RELATION or parts >= ENOUGH_PARTS


def gist(index: LabelIndex, payload: bytes, language: str, most: int = 8, first: Sequence[str] = ()) -> list[str]:
    """What a company does, as labels in the reader's language: stated before read, its own order; `first` are ids to lead with."""
    reader = Reader(payload)
    labels: dict[str, None] = {index.thesaurus.by_id[c].label(language): None for c in first if c in index.thesaurus.by_id}
    flags, chances = reader.flags, reader.chances
    for row, number in enumerate(reader.concepts):
        if flags[row] & (WANT | FOR) or chances[row] < 128 or not is_subject(index, number):
            continue
        if index.thesaurus.depth[number] >= 2:
            labels.setdefault(index.thesaurus.concepts[number].label(language))
    return list(labels)[:most]


@dataclass(frozen=True, slots=True)
class Gloss:
    """A recognised term of a text with its label in the reader's language."""

    start: int
    end: int
    concept: str
    label: str


_WHO = re.compile(
    r"(?:商|厂|家|企业|公司|机构|单位|人|方|客户|院|所|协会|园区|部门"
    r"|(?:er|eur|ant|or|agent|partner|ent)(?:s|n|e|en|innen)?|unternehmen|firm(?:a|en)|betriebe?|häuser|haus|kunden?|verb(?:and|ände)|vereine?|behörden?"
    r"|compan(?:y|ies)|ers|ors|agents?|partners?|institutes?|house|client|customers?)$"
)
"""Ends of words that name who does something. A role word that names the doing (生产, Herstellung) would be glossed wrongly as the doer."""


def gloss(index: LabelIndex, analysis: Analysis, language: str) -> list[Gloss]:
    """Recognised terms of an analysed text, in reading order, for the reading aid; of roles only words that name who."""
    concepts = index.thesaurus.concepts
    return [
        Gloss(s.start, s.end, concepts[s.mention.concept].id, concepts[s.mention.concept].label(language))
        for s in analysis.statements
        if s.mention.confidence >= 0.4
        and (concepts[s.mention.concept].kind != "role" or _WHO.search(analysis.normalised.text[s.mention.start : s.mention.end]))
    ]
