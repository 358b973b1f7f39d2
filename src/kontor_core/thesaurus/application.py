"""Things a text names as what others are for: hotels in 'bar stools for hotels', Brauereien in 'laufen in Brauereien', 矿山 in 广泛应用于矿山.

Whoever writes so is no hotel. Behind words that lead in a use (`FIRM`) everything is one, behind für, for, to and 为 (`LOOSE`) only
branches, places and services: für Stahlrohre may say what is looked for. Enumerations are followed to their end.
"""

from __future__ import annotations

import bisect
import functools
import operator
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kontor_core.language import use_words as words
from kontor_core.language.cue import SENTENCE_END
from kontor_core.thesaurus.annotation import Annotation, Mention
from kontor_core.thesaurus.branches import ATTENDING, TRADING
from kontor_core.thesaurus.index import LabelIndex

_TIED = frozenset({"", "-", " "})
_BACK = 48
"""Characters before a lead that are looked at for who does something."""
_THINGS = frozenset({"product", "component", "material", "machine"})
_start = operator.attrgetter("start")


def mark(index: LabelIndex, text: str, annotation: Annotation) -> Annotation:
    """The annotation with the mentions flagged that are only what something is for."""
    mentions = annotation.mentions
    leads, trails = _expressions(annotation.language)
    acts = _activities(index, text, annotation)
    found: set[int] = set()
    if mentions:
        for match in leads.finditer(text):
            doer, other = _before(annotation.language)
            is_firm, least = match.lastgroup == "firm", max(0, match.start() - _BACK)
            if is_firm or not other.search(text, least, match.start()):
                found.update(_users(index, text, annotation, match.end(), is_firm, bool(doer.search(text, least, match.start()))))
        if trails is not None and trails.search(text):
            found.update(_before_clients(index, text, mentions, trails))
    if not found and not acts:
        return annotation
    return replace(annotation, mentions=tuple([m._replace(is_application=n in found, is_activity=m.is_activity or n in acts) for n, m in enumerate(mentions)]))


class _Item(NamedTuple):
    numbers: tuple[int, ...]
    """Mentions that stand side by side: a compound in two labels."""
    end: int
    has_clients: bool


def _users(index: LabelIndex, text: str, annotation: Annotation, begin: int, is_firm: bool, has_doer: bool) -> Iterator[int]:
    """Numbers of the mentions behind a lead, along an enumeration."""
    language, mentions = annotation.language, annotation.mentions
    first, following, clients = _gaps(language)
    number, at, is_first, may_act = bisect.bisect_left(mentions, begin, key=_start), begin, True, not has_doer
    while number < len(mentions):
        between = (first if is_first else following).fullmatch(text, at, mentions[number].start)
        if between is None:
            return
        item = _item(text, mentions, number, language, clients)
        head = mentions[item.numbers[-1]]
        kind = index.thesaurus.concepts[head.concept].kind
        is_joined = is_first or "," not in between.group()
        is_place = item.has_clients or kind in ("role", "sector", "property") or is_place_of(index, head, text[head.start : head.end], language)
        is_act = may_act and is_joined and (head.concept in index.branches or (kind == "service" and text[begin - 2 : begin] != "to"))
        if not (is_place or is_act or (is_firm and is_joined)):
            return
        yield from (n for n in item.numbers if index.thesaurus.concepts[mentions[n].concept].kind != "role")
        may_act = may_act and (not is_first or not is_place)
        number, at, is_first = item.numbers[-1] + 1, item.end, False


def _item(text: str, mentions: Sequence[Mention], number: int, language: str, clients: re.Pattern[str]) -> _Item:
    last = number
    while last + 1 < len(mentions) and text[mentions[last].end : mentions[last + 1].start] in _TIED and (language == "en" or text[mentions[last].end] != " "):
        last += 1
    end = mentions[last].end
    tail = clients.match(text, end)
    return _Item(tuple(range(number, last + 1)), tail.end() if tail else end, tail is not None)


def is_place_of(index: LabelIndex, mention: Mention, written: str, language: str) -> bool:
    """Whether a mention names a branch, a place or a trade: somebody things are for."""
    return mention.concept in index.places or bool(_branch(language).search(written))


def _before_clients(index: LabelIndex, text: str, mentions: Sequence[Mention], trails: re.Pattern[str]) -> Iterator[int]:
    """Chinese: 矿山、冶金等行业, with what stands before in the list."""
    ends = {mention.end: number for number, mention in enumerate(mentions)}
    for match in trails.finditer(text):
        number = ends.get(match.start())
        while number is not None:
            yield number
            before = mentions[number].start
            number = ends.get(before - 1) if before and text[before - 1] in "、和与及" else None


def _activities(index: LabelIndex, text: str, annotation: Annotation) -> set[int]:
    """Numbers of the mentions that say what is done with a thing of the same sentence: its trade, or development beside its making."""
    thesaurus = index.thesaurus
    kinds = [(number, thesaurus.concepts[mention.concept].id) for number, mention in enumerate(annotation.mentions)]
    doing = [(number, name) for number, name in kinds if name in TRADING or name in ATTENDING]
    if not doing:
        return set()
    things = [m.start for m in annotation.mentions if thesaurus.concepts[m.concept].kind in _THINGS]
    ends = [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text) + 1]
    found = set()
    for number, name in doing:
        place = bisect.bisect_right(ends, annotation.mentions[number].start)
        start, end = ends[place - 1], ends[place]
        thing = bisect.bisect_left(things, start)
        if thing < len(things) and things[thing] < end and (name in TRADING or _making(annotation.language).search(text, start, end)):
            found.add(number)
    return found


@functools.cache
def _expressions(language: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    leads = re.compile(f"(?P<firm>{words.FIRM[language]})|(?P<loose>{words.LOOSE[language]})")
    return leads, re.compile("(?:等)?(?:相关)?(?:行业|领域|客户|用户)") if language == "zh" else None


@functools.cache
def _gaps(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return re.compile(words.FIRST[language]), re.compile(words.NEXT[language]), re.compile(words.CLIENTS[language])


@functools.cache
def _before(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(words.WHO[language]), re.compile(words.ELSE[language])


@functools.cache
def _branch(language: str) -> re.Pattern[str]:
    return re.compile(words.BRANCH[language])


@functools.cache
def _making(language: str) -> re.Pattern[str]:
    return re.compile(words.MAKING[language])
