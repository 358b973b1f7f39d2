"""From text to statements: what is named, on which side, in which role, and what is denied. The same code reads profiles and queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kontor_core.language import cues as cue_reading
from kontor_core.language.cue_words import NAMES_NOTHING
from kontor_core.language.cues import Cue
from kontor_core.text import Normalised, normalise
from kontor_core.thesaurus.annotation import Annotation, Leftover, Mention, annotate, detect
from kontor_core.thesaurus.concepts import SUBJECT_KINDS
from kontor_core.thesaurus.index import LabelIndex

ROLES = ("maker", "trader", "agent", "service", "research", "buyer", "authority", "association", "location")
ROLE_BIT = {role: 1 << number for number, role in enumerate(ROLES)}


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a text names: the unit of search and matching. Offsets are into the original text."""

    mention: Mention
    side: str
    """`offer` or `want`."""
    roles: frozenset[str]
    is_negated: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text understood."""

    original: str
    normalised: Normalised
    language: str
    annotation: Annotation
    cues: tuple[Cue, ...]
    statements: tuple[Statement, ...]
    leftovers: tuple[Leftover, ...]
    """Uncovered parts that are not cue words, boilerplate or negated."""
    excluded_roles: frozenset[str]
    wanted_roles: frozenset[str]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Span of the original text of a span of the normalised one."""
        return self.normalised.original_span(start, end)


def _within(cue: Cue, start: int, end: int) -> bool:
    return cue.scope_start <= start and end <= cue.scope_end


def _is_negated(text: str, mention: Mention, cues: Sequence[Cue]) -> bool:
    for cue in cues:
        if cue.kind != "negation":
            continue
        if mention.start <= cue.start and cue.end <= mention.end:
            continue  # the label itself holds the negator: 不锈钢, nichtrostend
        if _within(cue, mention.start, mention.end):
            return True
    tail = text[mention.end : mention.end + 6]
    return (mention.language == "de" and tail.startswith(("frei", "los"))) or tail.startswith(("-free", " free "))


def _side(mention: Mention, cues: Sequence[Cue], default: str) -> str:
    inside = [cue for cue in cues if cue.kind == "side" and _within(cue, mention.start, mention.end)]
    if inside:
        return max(inside, key=lambda cue: cue.start).value
    return default


def _behind(text: str, mention: Mention, cues: Sequence[Cue]) -> str | None:
    """A side word behind its object in the same clause: 'Druckgussteile gesucht', 'die castings wanted'."""
    for cue in cues:
        if cue.kind == "side" and cue.value == "want" and 0 <= cue.start - mention.end <= 60:
            between = text[mention.end : cue.start]
            rest = text[cue.end : cue.end + 1]
            if not any(mark in between for mark in ".;。；!?\n") and (not rest or rest in ".!?;\n"):
                return "want"
    return None


def _roles(mention: Mention, cues: Sequence[Cue]) -> frozenset[str]:
    return frozenset(cue.value for cue in cues if cue.kind == "role" and _within(cue, mention.start, mention.end))


def _uncovered(text: str, annotation: Annotation, cues: Sequence[Cue]) -> list[Leftover]:
    """Leftovers without cue words; a Chinese run is cut around them."""
    busy = bytearray(len(text))
    for cue in cues:
        if cue.kind != "role" or text[cue.start : cue.end] in NAMES_NOTHING:
            busy[cue.start : cue.end] = b"\1" * (cue.end - cue.start)
        if cue.kind == "negation":
            busy[cue.scope_start : cue.scope_end] = b"\1" * max(0, cue.scope_end - cue.scope_start)
    kept: list[Leftover] = []
    for leftover in annotation.leftovers:
        if not any(busy[leftover.start : leftover.end]):
            kept.append(leftover)
        elif leftover.language == "zh":
            start = None
            for position in range(leftover.start, leftover.end + 1):
                is_free = position < leftover.end and not busy[position]
                if is_free and start is None:
                    start = position
                elif not is_free and start is not None:
                    kept.append(Leftover(start, position, text[start:position], "zh"))
                    start = None
    return kept


def analyse(index: LabelIndex, original: str, language: str | None = None, default_side: str = "offer") -> Analysis:
    """Read a text.

    Args:
        original: as the person wrote it; only the first 100,000 code points are read.
        language: `de`, `zh` or `en`; found out when None.
        default_side: the side of what no cue governs.
    """
    normalised = normalise(original)
    language = language or detect(index, normalised.text, original[:2000])
    text = cue_reading.without_boilerplate(normalised.text)
    annotation = annotate(index, text, language)
    cues = tuple(cue_reading.find(text, language)) if text.strip() else ()
    statements: list[Statement] = []
    for mention in annotation.mentions:
        start, end = normalised.original_span(mention.start, mention.end)
        side = _behind(text, mention, cues) or _side(mention, cues, default_side)
        statements.append(Statement(mention, side, _roles(mention, cues), _is_negated(text, mention, cues), start, end))
    denied, named = _named_roles(text, cues)
    return Analysis(
        original, normalised, language, annotation, cues, tuple(statements), tuple(_uncovered(text, annotation, cues)), denied, named
    )


def _named_roles(text: str, cues: Sequence[Cue]) -> tuple[frozenset[str], frozenset[str]]:
    """(roles the text rules out, roles it names); 'keine Händler' rules traders out."""
    negations = [cue for cue in cues if cue.kind == "negation"]
    denied: set[str] = set()
    named: set[str] = set()
    for cue in cues:
        if cue.kind == "role":
            (denied if any(_within(n, cue.start, cue.end) for n in negations) else named).add(cue.value)
    return frozenset(denied), frozenset(named - denied)


def is_subject(index: LabelIndex, concept: int) -> bool:
    """Whether a concept is something to offer or seek (not a role, a property, a sector or a standard)."""
    return index.thesaurus.concepts[concept].kind in SUBJECT_KINDS


def subjects(index: LabelIndex, statements: Iterable[Statement]) -> list[Statement]:
    """Statements that name something to offer or seek and are not denied."""
    return [s for s in statements if not s.is_negated and is_subject(index, s.mention.concept)]
