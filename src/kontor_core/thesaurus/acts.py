"""What is done with what: repair of gearboxes is machine repair, Bagger vermieten is machinery rental, 门窗的设计和安装 is 门窗安装.

The act and the thing stand apart in the text; together they must be a label: of the thing itself as it is written, of its concept or of one
of the concepts above it.
"""

from __future__ import annotations

import bisect
import functools
import operator
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kontor_core.language import act_words as words
from kontor_core.thesaurus.annotation import Annotation, Mention
from kontor_core.thesaurus.coordination import SHARED, meanings_of
from kontor_core.thesaurus.index import JOIN, LabelIndex, Meanings, label_key

MOST_THINGS = 6
MOST_LABELS = 12
"""Labels of a concept that are tried with an act."""
_THINGS = frozenset({"product", "component", "material", "machine"})
_DONE = frozenset({"process", "service", "technology"})
_MACHINES = frozenset({"machine"})
_FITTED = frozenset({"montage", "installation", "安装"})
_KEPT = frozenset({*_FITTED, "reparatur", "wartung", "vermietung", "repair", "maintenance", "rental", "维修", "租赁"})
"""Acts that need no label with the very thing: whoever repairs gearboxes repairs machines."""
_TWO = re.compile(r" (?:und|and|&) |[、和与及]")
_start = operator.attrgetter("start")
_end = operator.attrgetter("end")


class _Act(NamedTuple):
    start: int
    end: int
    names: tuple[str, ...]


def complete(index: LabelIndex, text: str, annotation: Annotation) -> Annotation:
    """The annotation with acts that stand apart from their things named as what both are together."""
    acts = list(_acts(text, annotation)) if annotation.mentions else []
    acts = [act for act in acts if not any(_is_inside(text, act, mention) for mention in annotation.mentions)]
    if not acts:
        return annotation
    things = [m for m in annotation.mentions if index.thesaurus.concepts[m.concept].kind in _THINGS]
    found: list[Mention] = []
    for act in acts:
        for thing in _things_of(text, annotation.language, act, things):
            meanings = _together(index, text, annotation.language, act, thing)
            if meanings is not None and meanings[0][0] not in index.places:
                found.append(Mention(act.start, act.end, text[act.start : act.end], annotation.language, meanings))
    return _with(annotation, found) if found else annotation


def _is_inside(text: str, act: _Act, mention: Mention) -> bool:
    """Whether a label holds more than the act: powder coating, 加工中心; not where it names two acts (Wartung und Reparatur)."""
    is_wider = mention.start <= act.start and act.end <= mention.end and mention.end - mention.start > act.end - act.start
    return is_wider and not _TWO.search(text, mention.start, mention.end)


def _with(annotation: Annotation, found: list[Mention]) -> Annotation:
    """What an act is done with takes the place of the plain act (Wartung), which stays its second meaning; what is named already is not named again."""
    plain = {(m.start, m.end): m.meanings for m in annotation.mentions}
    known = {m.concept for m in annotation.mentions if (m.start, m.end) not in {(f.start, f.end) for f in found}}
    new: dict[int, Mention] = {}
    for mention in found:
        if mention.concept not in known:
            new.setdefault(mention.concept, mention._replace(meanings=_shared(mention.meanings, plain.get((mention.start, mention.end), ()))))
    taken = {(m.start, m.end) for m in new.values()}
    kept = [m for m in annotation.mentions if (m.start, m.end) not in taken]
    return replace(annotation, mentions=tuple(sorted([*kept, *new.values()], key=lambda m: (m.start, m.end))))


def _shared(meanings: Meanings, plain: Meanings) -> Meanings:
    concepts = {concept for concept, _ in meanings}
    kept = tuple((concept, round(chance * (1.0 - SHARED), 4)) for concept, chance in plain if concept not in concepts)
    return tuple((concept, round(chance * (SHARED if kept else 1.0), 4)) for concept, chance in meanings) + kept


def _acts(text: str, annotation: Annotation) -> Iterator[_Act]:
    if annotation.language == "zh":
        for match in _chinese().finditer(text):
            yield _Act(*match.span(), words.ACTS["zh"][match.group()])
        return
    table = words.ACTS[annotation.language]
    for word in annotation.words:
        names = table.get(word.text)
        if names is not None:
            yield _Act(word.start, word.end, names)


@functools.cache
def _chinese() -> re.Pattern[str]:
    return re.compile("|".join(words.ACTS["zh"]))


def _things_of(text: str, language: str, act: _Act, things: Sequence[Mention]) -> list[Mention]:
    """The things an act is done with: behind `of`, the object of the verb, or what stands right before it."""
    if language == "zh":
        return _chinese_things(text, act, things)
    of, objects, after, listed = _expressions(language)
    number = bisect.bisect_left(things, act.end, key=_start)
    if number < len(things) and (of.fullmatch(text, act.end, things[number].start) or objects.fullmatch(text, act.end, things[number].start)):
        return _list(text, things, number, listed)
    if number and after.fullmatch(text, things[number - 1].end, act.start):
        return _back(text, things, number - 1, listed)
    return []


def _chinese_things(text: str, act: _Act, things: Sequence[Mention]) -> list[Mention]:
    """Before the act, over other acts of the list (设计、制作和安装), else right behind it."""
    listed = _expressions("zh")[3]
    number = bisect.bisect_right(things, act.start, key=_end)
    if number and _between_acts().fullmatch(text, things[number - 1].end, act.start):
        return _back(text, things, number - 1, listed)
    number = bisect.bisect_left(things, act.end, key=_start)
    if number < len(things) and things[number].start == act.end:
        return _list(text, things, number, listed)
    return []


@functools.cache
def _between_acts() -> re.Pattern[str]:
    acts = "|".join((*words.ACTS["zh"], *words.ALSO_ZH))
    return re.compile(f"(?:等)?(?:产品|设备)?(?:的)?(?:(?:{acts})(?:、|和|与|及|以及)?){{0,4}}")


def _list(text: str, things: Sequence[Mention], number: int, listed: re.Pattern[str]) -> list[Mention]:
    found = [things[number]]
    while number + 1 < len(things) and len(found) < MOST_THINGS and listed.fullmatch(text, things[number].end, things[number + 1].start):
        number += 1
        found.append(things[number])
    return found


def _back(text: str, things: Sequence[Mention], number: int, listed: re.Pattern[str]) -> list[Mention]:
    found = [things[number]]
    while number and len(found) < MOST_THINGS and listed.fullmatch(text, things[number - 1].end, things[number].start):
        number -= 1
        found.append(things[number])
    return found


@functools.cache
def _expressions(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    tables = (words.OF, words.OBJECT, words.AFTER, words.LISTED)
    of, objects, after, listed = (re.compile(table.get(language, "(?!)")) for table in tables)
    return of, objects, after, listed


_CACHED = 50_000
_known: dict[tuple[str, str, str, int, tuple[str, ...]], Meanings | None] = {}


def _together(index: LabelIndex, text: str, language: str, act: _Act, thing: Mention) -> Meanings | None:
    """Meanings of the first label made of the thing and the act."""
    key = (index.thesaurus.content_hash, language, text[thing.start : thing.end], thing.concept, act.names)
    if key not in _known:
        if len(_known) > _CACHED:
            _known.clear()
        _known[key] = _look_up(index, language, key[2], thing, act.names)
    return _known[key]


def _look_up(index: LabelIndex, language: str, written: str, thing: Mention, names: tuple[str, ...]) -> Meanings | None:
    for front in _fronts(index, language, written, thing, names):
        for name in names:
            meanings = _named(index, language, front, name)
            if meanings and index.thesaurus.concepts[meanings[0][0]].kind in _DONE:
                return meanings
    return None


def _fronts(index: LabelIndex, language: str, written: str, thing: Mention, names: tuple[str, ...]) -> Iterator[str]:
    """What may stand before the act in a label: the thing as written, its ends, its concept's labels, those above it, any machine."""
    thesaurus = index.thesaurus
    if language == "zh":
        yield from (written[cut:] for cut in range(len(written) - 1))
    elif thing.language == language:
        parts = thing.key.split(JOIN)
        yield thing.key
        if len(parts) > 1 and parts[-1] in words.BARE_HEADS:
            yield JOIN.join(parts[:-1])
        yield from (JOIN.join(parts[cut:]) for cut in range(1, len(parts)) if parts[cut] not in words.BARE_HEADS)
    is_kept = names[0] in _KEPT
    for concept in (thing.concept, *(above for _, above in thesaurus.ancestors[thing.concept] if is_kept and thesaurus.depth[above] > 1)):
        for label in list(thesaurus.concepts[concept].labels[language])[:MOST_LABELS]:
            yield label if language == "zh" else label_key(label, language, index.splitter)
    if is_kept and names[0] not in _FITTED and thesaurus.concepts[thing.concept].kind in _MACHINES:
        yield from (label if language == "zh" else label_key(label, language, index.splitter) for label in words.ANY[language])


def _named(index: LabelIndex, language: str, front: str, name: str) -> Meanings | None:
    if language == "zh":
        return meanings_of(index, front + name)
    return index.latin[language].get(f"{front}{JOIN}{label_key(name, language, index.splitter)}")
