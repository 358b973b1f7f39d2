"""Heads that several modifiers share: 金属、塑料制品 are metal products and plastic products, valve and pump housings are two housings.

Annotation finds the last item of such a list whole (塑料制品) and of the others only what is written (金属). Here they get the head: the item
and an end of the last label together must be a label themselves.
"""

from __future__ import annotations

import bisect
import operator
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kontor_core.language import english
from kontor_core.language.tokens import Word
from kontor_core.text import HAN
from kontor_core.thesaurus.annotation import Annotation, Leftover, Mention
from kontor_core.thesaurus.index import JOIN, LabelIndex, Meanings

MOST_ITEMS = 6
LONGEST_ITEM = 6
LONGEST_TAIL = 3
"""Characters behind the last label that may belong to the shared head: 铜压铸|件."""
SHARED = 0.75
"""Chance that an item that is a thing of its own (汽车) stands for its part of the list (汽车零部件)."""
_JOINS = "、和与及或/"
_HAN = re.compile(f"[{HAN}]")
_LEADING = re.compile("^(?:生产|制造|加工|销售|经营|批发|零售|主营|从事|专业|各种|各类|提供|供应|开发|设计|研发|定制|代理|产销|出口|进口|采购|寻求|求购|寻找|我们|以及|的)+")
_RUN = re.compile(rf"[{HAN}]{{0,{LONGEST_TAIL}}}")
_ENGLISH_JOIN = re.compile(r"\s*(?:,|/|&|\band\b|\bor\b|, and\b)\s*")

_label = operator.itemgetter(0)

Completed = tuple[int, int, str, str, Meanings]
"""Start and end of an item, the label it stands for, its language, and the meanings of that label."""


def complete(index: LabelIndex, text: str, annotation: Annotation) -> Annotation:
    """The annotation with the shared heads of lists given to every item."""
    found: list[Completed] = []
    if any(mark in text for mark in _JOINS) and index.automaton is not None:
        things = {mention.start: mention.end for mention in annotation.mentions}
        listed = [m for m in annotation.mentions if m.language == "zh" and m.start and m.end - m.start > 1 and text[m.start - 1] in _JOINS]
        found = [item for mention in listed for item in _chinese_items(index, text, mention, things)]
    if annotation.language == "en" and (" and " in text or " or " in text or "/" in text or "&" in text):
        found.extend(_english_items(index, text, annotation))
    return _with(annotation, found) if found else annotation


def _chinese_items(index: LabelIndex, text: str, last: Mention, things: Mapping[int, int]) -> Iterator[Completed]:
    """Items before the last one, backwards; a thing of its own that does not take the head ends the list (连接器 in 线材、连接器、线束加工)."""
    label = text[last.start : last.end]
    tail = None if last.end in things else _RUN.match(text, last.end)
    ends = label + (tail.group() if tail else "")
    start = last.start
    for _ in range(MOST_ITEMS):
        end = start - 1
        start = _run_before(text, end)
        if start == end or text[end] not in _JOINS:
            return
        item = text[start:end]
        if (leading := _LEADING.match(item)) and leading.end() < len(item):
            start += leading.end()
            item = item[leading.end() :]
        if len(item) <= LONGEST_ITEM and (meanings := _with_shared_end(index, item, label, ends)) is not None:
            yield start, end, *meanings
        elif things.get(start) == end:
            return


def _run_before(text: str, end: int) -> int:
    """Where the run of Chinese characters before a place begins, at most so many as a list item and a word before it have."""
    start = end
    least = max(0, end - LONGEST_ITEM - 4)
    while start > least:
        character = text[start - 1]
        if character in _JOINS or not ("\u3400" <= character <= "\u9fff" or _HAN.match(character)):
            break
        start -= 1
    return start


def _with_shared_end(index: LabelIndex, item: str, label: str, ends: str) -> tuple[str, str, Meanings] | None:
    """The longest label made of the item and an end of the list; one character only where both fronts are one (铝、铜管)."""
    for stop in range(len(ends), len(label) - 1, -1):
        for cut in range(1, len(label)):
            front, head = label[:cut], ends[cut:stop]
            if front == item or item.endswith(head) or (len(head) < 2 and (len(item) > 1 or len(front) > 1)):
                continue
            if (meanings := _meanings_of(index, item + head)) is not None:
                return item + head, "zh", meanings
    return None


def _meanings_of(index: LabelIndex, label: str) -> Meanings | None:
    number = bisect.bisect_left(index.chinese, label, key=_label)
    if number < len(index.chinese) and index.chinese[number][0] == label:
        return index.chinese[number][1] or None
    return None


def _english_items(index: LabelIndex, text: str, annotation: Annotation) -> Iterator[Completed]:
    table = index.latin["en"]
    words = annotation.words
    places = {word.start: number for number, word in enumerate(words)}
    for mention in annotation.mentions:
        parts = mention.key.split(JOIN)
        number = places.get(mention.start, 0)
        if mention.language != "en" or len(parts) < 2 or number == 0:
            continue
        for item in _items_before(text, words, number):
            keys = (JOIN.join((english.lemma(item.text), *parts[cut:])) for cut in range(1, len(parts)))
            key = next((key for key in keys if table.get(key)), None)
            if key is not None and key != mention.key:
                yield item.start, item.end, key, "en", table[key]


def _items_before(text: str, words: tuple[Word, ...], number: int) -> Iterator[Word]:
    """Single words that are joined to the next; a plural stands for itself (valves and pump housings)."""
    while number > 0:
        before = number - 1
        if words[before].text in ("and", "or"):
            before -= 1
        if before < 0 or not _ENGLISH_JOIN.fullmatch(text, words[before].end, words[number].start) or english.lemma(words[before].text) != words[before].text:
            return
        yield words[before]
        number = before


def _with(annotation: Annotation, found: list[Completed]) -> Annotation:
    mentions = list(annotation.mentions)
    leftovers = list(annotation.leftovers)
    for start, end, key, language, meanings in found:
        own = [m for m in mentions if m.start < end and start < m.end]
        if any(m.start < start or m.end > end for m in own):
            continue  # part of another label
        if own:
            meanings = _shared(meanings, own[-1])
            mentions = [m for m in mentions if m not in own]
        leftovers = [part for leftover in leftovers for part in _without(leftover, start, end)]
        mentions.append(Mention(start, end, key, language, meanings))
    return replace(annotation, mentions=tuple(sorted(mentions, key=lambda m: m.start)), leftovers=tuple(leftovers))


def _shared(meanings: Meanings, own: Mention) -> Meanings:
    concepts = {concept for concept, _ in meanings}
    kept = tuple((concept, round(chance * (1.0 - SHARED), 4)) for concept, chance in own.meanings if concept not in concepts)
    return tuple((concept, round(chance * (SHARED if kept else 1.0), 4)) for concept, chance in meanings) + kept


def _without(leftover: Leftover, start: int, end: int) -> Iterator[Leftover]:
    """What a leftover is outside a span."""
    if leftover.end <= start or end <= leftover.start:
        yield leftover
        return
    for begin, stop in ((leftover.start, start), (end, leftover.end)):
        if leftover.language == "zh" and begin < stop:
            yield Leftover(begin, stop, leftover.key[begin - leftover.start : stop - leftover.start], "zh")
