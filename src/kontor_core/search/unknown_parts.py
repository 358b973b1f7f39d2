"""What no label covers in a text, as single words fit for a list of work: which concepts the thesaurus still lacks.

A part says nothing of who wrote it or of what stood around it: it is short, holds letters only, and comes alone. Whatever stands in a
mail address, a web address, a number or a code gives no part, and a text in which the screen of personal data finds something gives none
at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kontor_core.language.cue_words import STOP
from kontor_core.language.general_words import GENERAL
from kontor_core.language.german_forms import fold
from kontor_core.search.analysis import Analysis
from kontor_core.search.ports import Document
from kontor_core.tables.personal import mask
from kontor_core.text import HAN
from kontor_core.thesaurus.annotation import Leftover

LONGEST = 30
"""Characters. Longer ones are sentences or ids, not words that a label could be."""
SHORTEST_LATIN = 3
SHORTEST_CHINESE = 2
FIELDS = {"de": "unknown_de", "zh": "unknown_zh", "en": "unknown_en"}
"""Fields of the index document that hold the parts of its texts, by language."""
Part = tuple[str, str]
"""(language, part)"""

_OF_ADDRESS = re.compile(r"[\w@.:/+\\-]")
_HAN = re.compile(f"[{HAN}]")
_CODE_OR_ADDRESS = re.compile(r"[\d@_:\\]|\w\.\w")
_ADDRESS_WORDS = frozenset({"www", "http", "https", "gmbh", "mbh", "ohg", "gbr", "kgaa", "ltd", "inc", "llc", "corp"})
"""Pieces of addresses and legal forms; company names are full of them."""
_ENDINGS = frozenset({"", "s", "es", "e", "n", "en"})
"""An -er may belong to the word (Heber) or not (Bretter): such a word stands as it was written."""
_JOINS = re.compile("以及|[及与和或的]")
_BEHIND = "其等类之各"
"""Characters that class what stands before them: of 喷头等各类 the word is 喷头. Behind only: 等离子 and 类脂 are words."""
_GENERAL_LATIN = GENERAL["de"] | GENERAL["en"]
_GENERAL_RUN = re.compile(f"(?:{'|'.join(sorted(GENERAL['zh'] | STOP['zh'], key=lambda word: (-len(word), word)))})+")


def unknown_parts(analysis: Analysis, is_screened: bool = False) -> frozenset[Part]:
    """The parts of an analysed text, each once, whatever their number.

    Args:
        is_screened: the text went through the screen of personal data before it was stored, as imported ones do.
    """
    if not analysis.leftovers or (not is_screened and is_personal(analysis.original)):
        return frozenset()
    text = analysis.normalised.text
    found: set[Part] = set()
    general = {position for word in analysis.annotation.words if word.text in _GENERAL_LATIN for position in range(word.start, word.end)}
    for leftover in analysis.leftovers:
        if leftover.language == "zh":
            found.update(("zh", word) for word in _chinese(text[leftover.start : leftover.end]))
        elif leftover.start not in general and (part := _latin(text, leftover, analysis.language)) is not None:
            found.add(part)
    return frozenset(found)


def is_personal(text: str) -> bool:
    """Whether the screen of personal data recognises something in the text."""
    return mask(text) != text


def _chinese(run: str) -> Iterator[str]:
    """The words of a run: what stands between 及 and 和, and is not made of general words only (欢迎来电洽谈)."""
    for piece in _JOINS.split(run):
        word = piece.rstrip(_BEHIND)
        if SHORTEST_CHINESE <= len(word) <= LONGEST and not _GENERAL_RUN.fullmatch(word):
            yield word


def _latin(text: str, leftover: Leftover, language: str) -> Part | None:
    if _CODE_OR_ADDRESS.search(_written_together(text, leftover)):
        return None
    surface = text[leftover.start : leftover.end]
    word = _readable(surface, leftover.key)
    # Latin words in Chinese texts are mostly English ones; the index counts them so too.
    of = "en" if language == "zh" else leftover.language
    is_word = SHORTEST_LATIN <= len(word) <= LONGEST and word.isalpha() and not {word, surface} & (GENERAL[of] | _ADDRESS_WORDS)
    return (of, word) if is_word else None


def _written_together(text: str, leftover: Leftover) -> str:
    """The part with all that is written together with it as addresses and codes are, without the points at its ends."""
    start, end = leftover.start, leftover.end
    while start and _OF_ADDRESS.match(text[start - 1]) and not _HAN.match(text[start - 1]):
        start -= 1
    while end < len(text) and _OF_ADDRESS.match(text[end]) and not _HAN.match(text[end]):
        end += 1
    return text[start:end].strip(".:/+-")


def _readable(surface: str, key: str) -> str:
    """The part as the language writes it: umlauts as in the text, the ending of the case or the plural gone where that is all the key lacks."""
    for length in range(len(surface), 0, -1):
        folded = fold(surface[:length])
        if folded == key:
            return surface[:length] if surface[length:] in _ENDINGS else surface
        if len(folded) < len(key):
            break
    return key


def with_unknown_parts(document: Document, analyses: Iterable[Analysis]) -> Document:
    """The document with the unknown parts of texts that were analysed for it, and screened before they were stored."""
    found: dict[str, set[str]] = {}
    for analysis in analyses:
        for language, part in unknown_parts(analysis, is_screened=True):
            found.setdefault(FIELDS[language], set()).add(part)
    if not found:
        return document
    return replace(document, tokens={**document.tokens, **{field: frozenset(parts) for field, parts in found.items()}})
