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
LONGEST_ENGLISH_ITEM = 3
"""Words."""
LONGEST_TAIL = 3
"""Characters behind the last label that may belong to the shared head: 铜压铸|件."""
SHARED = 0.75
"""Chance that an item that is a thing of its own (汽车) stands for its part of the list (汽车零部件)."""
_JOINS = "、和与及或/"
MADE_LENGTH = 2
_MADE = frozenset({"制造", "生产", "销售", "批发", "零售", "经营", "贸易"})
"""What a register says is done with a thing; other acts (维修, 安装, 加工) are offered themselves."""
_DOING = frozenset({"process", "service"})
_THINGS = frozenset({"product", "component", "material", "machine"})
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
    annotation = _with_made(index, text, annotation)
    if annotation.language == "en" and (" and " in text or " or " in text or "/" in text or "&" in text):
        found.extend(_english_items(index, text, annotation))
    return _with(annotation, found) if found else annotation


def _with_made(index: LabelIndex, text: str, annotation: Annotation) -> Annotation:
    """Labels such as 塑料制品销售 and 模具制造 name a thing and what is done with it: the thing is named too, the rest goes along with it."""
    concepts = index.thesaurus.concepts
    found: list[Mention] = []
    for mention in annotation.mentions:
        cut = mention.end - MADE_LENGTH
        if mention.language == "zh" and cut - mention.start >= MADE_LENGTH and text[cut : mention.end] in _MADE and concepts[mention.concept].kind in _DOING:
            meanings = meanings_of(index, text[mention.start : cut])
            if meanings is not None and concepts[meanings[0][0]].kind in _THINGS:
                found.append(Mention(mention.start, cut, text[mention.start : cut], "zh", meanings))
                mention = mention._replace(is_activity=True)
        found.append(mention)
    return replace(annotation, mentions=tuple(found)) if len(found) > len(annotation.mentions) else annotation


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
            if (meanings := meanings_of(index, item + head)) is not None:
                return item + head, "zh", meanings
    return None


def meanings_of(index: LabelIndex, label: str) -> Meanings | None:
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
        for first, last in _items_before(text, words, number):
            found = _with_english_end(table, [english.lemma(word.text) for word in words[first : last + 1]], parts)
            if found is not None and found[1] != mention.key:
                yield words[first + found[0]].start, words[last].end, found[1], "en", table[found[1]]


def _with_english_end(table: Mapping[str, Meanings], item: list[str], parts: list[str]) -> tuple[int, str] | None:
    """The longest end of an item that makes a label with an end of the last one, as (words left out before it, label)."""
    for begin in range(len(item)):
        for cut in range(1, len(parts)):
            key = JOIN.join((*item[begin:], *parts[cut:]))
            if table.get(key):
                return begin, key
    return None


def _items_before(text: str, words: tuple[Word, ...], number: int) -> Iterator[tuple[int, int]]:
    """First and last word of each item that is joined to the next, at most so many words as a label has; a plural stands for itself
    (valves and pump housings)."""
    while number > 0:
        last = number - 1
        if words[last].text in ("and", "or"):
            last -= 1
        if last < 0 or not _ENGLISH_JOIN.fullmatch(text, words[last].end, words[number].start) or english.lemma(words[last].text) != words[last].text:
            return
        first = last
        while first > 0 and last - first + 1 < LONGEST_ENGLISH_ITEM and text[words[first - 1].end : words[first].start] in (" ", "-") and words[first - 1].text not in ("and", "or", "of", "in", "for", "with"):
            first -= 1
        yield first, last
        number = first


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
