"""Tables for mending and reading what somebody typed, made from the labels once and cached."""

from __future__ import annotations

import itertools
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kontor_core.language.pinyin import in_context, readings, sound_key
from kontor_core.language.tokens import words_between
from kontor_core.thesaurus import compiled
from kontor_core.thesaurus.index import LabelIndex
from kontor_core.translation.lexicon import PARTS, part_rows

SHAPE = 1
"""Changes when the tables change, so that an old cache is not read."""
SHORTEST_SOUND = 2
"""Characters of a label that is found by its sound; single ones sound like dozens of others."""
SHORTEST_WORD = 4


@dataclass(slots=True)
class WordTables:
    """Words as labels and lexicon write them, and how Chinese ones sound."""

    words: dict[str, frozenset[str]]
    """By language, lower-case words as written, no misspellings (hidden labels) among them."""
    characters: dict[str, str]
    """Syllable -> the characters that may be read so."""
    sounds: dict[str, tuple[str, ...]]
    """Syllables of a Chinese label joined -> the labels that sound so."""
    pairs: dict[str, int]
    """Neighbouring characters -> labels that hold them."""


def build(index: LabelIndex) -> WordTables:
    """Read the tables from labels and lexicon; takes some seconds, see `of`."""
    words = {language: frozenset(_words(index, language)) for language in ("de", "en")}
    characters: dict[str, list[str]] = defaultdict(list)
    for character in _characters(index):
        for syllable in readings(character):
            characters[syllable].append(character)
    sounds: dict[str, dict[str, None]] = defaultdict(dict)
    pairs: Counter[str] = Counter()
    for label, meanings in index.chinese:
        pairs.update({a + b for a, b in itertools.pairwise(label)})
        if meanings and len(label) >= SHORTEST_SOUND and all(map(_is_han, label)):
            sounds[sound_key(label)][label] = None
            sounds[in_context(label)][label] = None
    for row in part_rows(PARTS):
        for value in row["zh"]:
            pairs.update({a + b for a, b in itertools.pairwise(value)})
    known = {syllable: "".join(found) for syllable, found in sorted(characters.items()) if syllable.isalpha()}
    return WordTables(words, known, {sound: tuple(found) for sound, found in sorted(sounds.items())}, dict(pairs))


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _words(index: LabelIndex, language: str) -> Iterator[str]:
    written = [label for c in index.thesaurus.concepts for label in (c.labels[language].preferred, *c.labels[language].alternative)]
    written += [value for row in part_rows(PARTS) for value in row[language]]
    for text in written:
        yield from (word for word, *_ in words_between(text.lower()) if len(word) >= SHORTEST_WORD and word.isalpha())


def _characters(index: LabelIndex) -> list[str]:
    """The characters of GB 2312, in which names are written, and those of the labels."""
    found = {c for label, _ in index.chinese for c in label if _is_han(c)}
    for row, cell in itertools.product(range(0xB0, 0xF8), range(0xA1, 0xFF)):
        try:
            found.add(bytes((row, cell)).decode("gb2312"))
        except UnicodeDecodeError:
            continue
    return sorted(found)


_made: dict[str, WordTables] = {}


def of(index: LabelIndex) -> WordTables:
    """The tables of a compiled thesaurus: kept in this process, and in the cache when it is the installed one with its overlays."""
    name = f"{index.thesaurus.content_hash}-{zlib.crc32(PARTS.read_bytes()) if PARTS.exists() else 0:08x}-{SHAPE}"
    if name not in _made:
        path = compiled.folder() / f"words-{name}.pickle"
        tables = compiled.load(path, WordTables)
        if tables is None:
            tables = build(index)
            compiled.keep(path, tables)
        if len(_made) > 1:
            _made.clear()
        _made[name] = tables
    return _made[name]
