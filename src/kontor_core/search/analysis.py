"""From text to statements: what is named, on which side, in which role, and what is denied. The same code reads profiles and queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kontor_core.language import boilerplate, capitals, privatives
from kontor_core.language import cues as cue_reading
from kontor_core.language.cue_words import NAMES_NOTHING
from kontor_core.language.cues import Cue
from kontor_core.language.privatives import Privative
from kontor_core.language.roles import own_clauses
from kontor_core.text import Normalised, normalise
from kontor_core.thesaurus import acts, application, coordination
from kontor_core.thesaurus.annotation import Annotation, Leftover, Mention, annotate, detect
from kontor_core.thesaurus.concepts import SUBJECT_KINDS
from kontor_core.thesaurus.index import LabelIndex

ROLES = ("maker", "trader", "agent", "service", "research", "buyer", "authority", "association", "location")
_NO_ROLES: frozenset[str] = frozenset()
LONGEST_LACK = 80
"""Characters; a longer stretch is a sentence and not the name of what is lacking."""
ROLE_BIT = {role: 1 << number for number, role in enumerate(ROLES)}


class Statement(NamedTuple):
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
    """Roles the text names and does not rule out."""
    sought_roles: frozenset[str] = frozenset()
    """Of those, the ones the writer looks for in so many words: 'Wir sind Hersteller und suchen Händler' seeks a trader."""
    own_roles: frozenset[str] = frozenset()
    """Of those, the ones the writer says to have himself."""
    read: str = ""
    """The normalised text without boilerplate, every other code point at its place."""

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Span of the original text of a span of the normalised one."""
        return self.normalised.original_span(start, end)

    def affirmed(self) -> str:
        """What is read of the normalised text, with what is denied blanked out, everything else at its place."""
        text = self.read
        for cue in self.cues:
            if cue.kind == "negation":
                text = text[: cue.scope_start] + " " * (cue.scope_end - cue.scope_start) + text[cue.scope_end :]
        return text

    def lacks(self) -> list[tuple[int, int]]:
        """Half-open stretches of the normalised text that name what a thing is without: lead in 'solder without lead'."""
        return [(cue.scope_start, cue.scope_end) for cue in self.cues if cue.is_absence and cue.scope_end - cue.scope_start <= LONGEST_LACK]


def _is_negated(mention: Mention, negations: Sequence[Cue]) -> bool:
    for cue in negations:
        if mention.start <= cue.start and cue.end <= mention.end:
            continue  # the label itself holds the negator: 不锈钢, nichtrostend
        if cue.governs(max(mention.start, cue.scope_start) if cue.start < mention.start < cue.end < mention.end else mention.start, mention.end):
            return True  # also a label that begins inside the negator: 不|含铅
    return False


def _side(mention: Mention, sides: Sequence[Cue], default: str) -> str:
    """That of the last cue that governs the mention."""
    start, end = mention.start, mention.end
    for cue in reversed(sides):
        if cue.scope_start <= start and end <= cue.scope_end:
            return cue.value
    return default


class _Open:
    """Role cues whose scope is open while mentions are read in the order of the text; a long text has thousands of both."""

    def __init__(self, roles: Sequence[Cue]) -> None:
        self._waiting = sorted(roles, key=lambda cue: cue.scope_start, reverse=True)
        self._open: list[Cue] = []

    def over(self, start: int, end: int) -> frozenset[str]:
        """Roles of the cues that govern the stretch; a stretch may begin before the last one only where it ends behind it."""
        while self._waiting and self._waiting[-1].scope_start <= start:
            self._open.append(self._waiting.pop())
        if not self._open:
            return _NO_ROLES
        if any(cue.scope_end <= start for cue in self._open):
            self._open = [cue for cue in self._open if cue.scope_end > start]
        return frozenset([cue.value for cue in self._open if cue.scope_start <= start and end <= cue.scope_end])


def _is_lacking(mention: Mention, lacks: Sequence[Privative]) -> bool:
    """Whether a label is only what a longer word says is not there: Blei in bleifrei, 铅 in 无铅; bleifreies Lot is a label itself."""
    return any(
        (lack.start < mention.start < lack.end or mention.start == lack.thing_start) and not (mention.start <= lack.start and lack.end <= mention.end)
        for lack in lacks
    )


def _uncovered(text: str, annotation: Annotation, cues: Sequence[Cue], lacks: Sequence[Privative]) -> list[Leftover]:
    """Leftovers without cue words; a Chinese run is cut around them. A word of lacking that no label covers is one leftover as a whole."""
    busy = bytearray(len(text))
    for cue in cues:
        if cue.kind == "sought":
            continue
        if cue.kind != "role" or text[cue.start : cue.end] in NAMES_NOTHING:
            busy[cue.start : cue.end] = b"\1" * (cue.end - cue.start)
        if cue.kind == "negation":
            busy[cue.scope_start : cue.scope_end] = b"\1" * max(0, cue.scope_end - cue.scope_start)
    kept: list[Leftover] = []
    for lack in lacks:
        is_label = any(m.start <= lack.start and lack.end <= m.end for m in annotation.mentions)
        if not is_label and not any(busy[lack.thing_start : lack.thing_end]):
            kept.append(Leftover(lack.start, lack.end, text[lack.start : lack.end], annotation.language))
        busy[lack.start : lack.end] = b"\1" * (lack.end - lack.start)
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
    return sorted(kept, key=lambda leftover: leftover.start) if lacks else kept


def analyse(index: LabelIndex, original: str, language: str | None = None, default_side: str = "offer") -> Analysis:
    """Read a text.

    Args:
        original: as the person wrote it; only the first 100,000 code points are read.
        language: `de`, `zh` or `en`; found out when None.
        default_side: the side of what no cue governs.
    """
    normalised = normalise(original)
    language = language or detect(index, normalised.text, original[:2000])
    text = boilerplate.without(cue_reading.without_boilerplate(normalised.text))
    annotation = coordination.complete(index, text, annotate(index, text, language, capitals.as_written(normalised, original)))
    annotation = application.mark(index, text, acts.complete(index, text, annotation))
    cues = tuple(cue_reading.find(text, language)) if text.strip() else ()
    by_kind: dict[str, list[Cue]] = {"side": [], "role": [], "negation": [], "sought": []}
    for cue in cues:
        by_kind[cue.kind].append(cue)
    lacks = [lack for lack in privatives.find(text) if language == "de" or not lack.is_ending]
    statements: list[Statement] = []
    roles = _Open(by_kind["role"])
    for mention in annotation.mentions:
        if lacks and _is_lacking(mention, lacks):
            continue
        start, end = normalised.original_span(mention.start, mention.end)
        side = _side(mention, by_kind["side"], default_side)
        statements.append(Statement(mention, side, roles.over(mention.start, mention.end), _is_negated(mention, by_kind["negation"]), start, end))
    return Analysis(
        original, normalised, language, annotation, cues, tuple(statements), tuple(_uncovered(text, annotation, cues, lacks)),
        *_named_roles(text, by_kind, language), text,
    )


def _named_roles(text: str, cues: dict[str, list[Cue]], language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """Roles the text rules out, names, seeks, and has itself; 'keine Händler' rules traders out."""
    denied: set[str] = set()
    named: set[str] = set()
    sought: set[str] = set()
    own: set[str] = set()
    ours = own_clauses(text, language) if cues["role"] else []
    for cue in cues["role"]:
        if any(n.governs(cue.start, cue.end) for n in cues["negation"]):
            denied.add(cue.value)
            continue
        named.add(cue.value)
        if any(s.governs(cue.start, cue.end) for s in cues["sought"]):
            sought.add(cue.value)
        elif any(start <= cue.start < end for start, end in ours):
            own.add(cue.value)
    return frozenset(denied), frozenset(named - denied), frozenset(sought - denied), frozenset(own - denied)


def is_subject(index: LabelIndex, concept: int) -> bool:
    """Whether a concept is something to offer or seek (not a role, a property, a sector or a standard)."""
    return index.thesaurus.concepts[concept].kind in SUBJECT_KINDS


def subjects(index: LabelIndex, statements: Iterable[Statement]) -> list[Statement]:
    """Statements that name something to offer or seek and are not denied."""
    return [s for s in statements if not s.is_negated and is_subject(index, s.mention.concept)]
