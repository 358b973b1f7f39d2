"""Which words of a query anything knows: a label, the lexicon, or a term of the index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kontor_core.language import english
from kontor_core.language.cue_words import STOP
from kontor_core.language.general_words import GENERAL
from kontor_core.language.german import SHORTEST_PART
from kontor_core.language.german_forms import fold
from kontor_core.language.role_words import TAIL_DE
from kontor_core.language.tokens import Part, Word
from kontor_core.search.analysis import Analysis
from kontor_core.search.word_tables import WordTables
from kontor_core.thesaurus.index import JOIN, LabelIndex

_ENDINGS = {
    "de": ("barkeit", "keit", "heit", "lich", "isch", "bar", "los", "ig", "erinnen", "ungen", "enden", "ern", "end", "ung", "ten", "ter", "tes", "tem", "te", "er", "en", "em", "es", "e", "n", "s", "t"),
    "en": ("ations", "ation", "able", "ings", "ing", "ers", "ors", "ed", "er", "or", "ly", "es", "e", "d", "r", "s", "y"),
}
"""What a word may end in and still be a form of, or be derived from, a known one."""
_OTHERS = {"de": ("", "e", "en", "n", "er", "ung", "t"), "en": ("", "e", "ing", "ed", "er", "y", "ion", "ation")}
_ROLE_TAIL = re.compile(rf"(?:{TAIL_DE}|partnern?|firm(?:a|en)|betriebe?)$")
"""Büromöbelhersteller, Kundendienstpartner: roles stand at the end of compounds."""


class Vocabulary:
    """The words of labels and lexicon, and those of one generation of the index."""

    def __init__(self, index: LabelIndex, tables: WordTables, terms: Mapping[str, Mapping[str, int]]) -> None:
        """Take what is known.

        Args:
            terms: by language, documents of each word part of the index.
        """
        self._splitter = index.splitter
        self._words = tables.words
        self._german, self._english = terms.get("de", {}), terms.get("en", {})
        self._lemmas = frozenset(lemma for key in index.latin["en"] for lemma in key.split(JOIN))

    def known_words(self, analysis: Analysis) -> dict[tuple[int, int], bool]:
        """Span of each Latin word of the normalised text -> whether anything knows it; words with digits are left out."""
        busy = bytearray(len(analysis.normalised.text))
        for mention in analysis.annotation.mentions:
            busy[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        for cue in analysis.cues:
            busy[cue.start : cue.end] = b"\1" * (cue.end - cue.start)
        return {
            (word.start, word.end): all(busy[word.start : word.end]) or self._is_known(word, busy)
            for word in analysis.annotation.words
            if word.text.isalpha()
        }

    def _is_known(self, word: Word, busy: bytearray) -> bool:
        text, lemma = word.text, english.lemma(word.text)
        if text in STOP["de"] or text in STOP["en"] or lemma in self._lemmas or lemma in self._english:
            return True
        if any(text in GENERAL[language] or self._is_derived(text, language) for language in ("de", "en")):
            return True
        if (tail := _ROLE_TAIL.search(text)) and tail.start() >= SHORTEST_PART and self._splitter.is_known(fold(text[: tail.start()])):
            return True
        return all(
            self._is_written(part) or part.key in self._german or all(busy[part.start : part.end]) or text[part.start - word.start : part.end - word.start] in GENERAL["de"]
            for part in word.parts
        )

    def _is_written(self, part: Part) -> bool:
        """Whether the lexicon holds the part itself; one that is only read as a prefix before a known word (zer + Spannung) may be a mistake."""
        return part.is_known and (self._splitter.knows(part.key) or self._splitter.knows(part.key, False))

    def _is_derived(self, word: str, language: str) -> bool:
        """A form of a known word (induktive, mittlere) or made from one (Spritzgießer, anodise)."""
        known = self._words[language]
        stems = [word] + [word.removesuffix(ending) for ending in _ENDINGS[language] if word.endswith(ending) and len(word) - len(ending) >= 4]
        return any(stem + other in known for stem in stems for other in _OTHERS[language])

    def english(self, words: Iterable[str]) -> list[str]:
        """Those of lower-case words that labels hold, in the singular or the plural."""
        known = self._words["en"]
        return [word for word in words if word in known or (word[-1:] == "s" and word[:-1] in known)]

    def german(self, words: Iterable[str]) -> list[str]:
        """Those of lower-case words that labels or lexicon hold, in the singular or a plural without umlaut."""
        known = self._words["de"]
        return [word for word in words if word in known or (word[-1:] in "nes" and _has_singular(word, known))]

    def german_parts(self, words: Iterable[str], is_last: bool) -> list[str]:
        """Those of lower-case words that may stand in a compound: at its end, or in front of others with a linking sound."""
        if is_last:
            return self.german(words)
        known, knows = self._words["de"], self._splitter.knows
        return [
            word
            for word in words
            if knows(word if word.isascii() else fold(word), False)
            and (word in known or word + "e" in known or any(word.endswith(link) and word.removesuffix(link) in known for link in ("s", "n", "en")))
        ]

    def is_part(self, word: str, is_last: bool) -> bool:
        """Whether the splitter takes the lower-case word as a part of a compound."""
        return self._splitter.knows(fold(word), is_last)

    def documents(self, word: str) -> int:
        """Documents that hold the word, as either language writes it."""
        parts = [part for found in self._splitter.words(word) for part in found.parts]
        whole = min((self._german.get(part.key, 0) for part in parts), default=0)
        return max(whole, self._english.get(english.lemma(word), 0))


def _has_singular(word: str, known: frozenset[str]) -> bool:
    """Whether the word is a plural without umlaut of a known one: Maschinen, Motoren, Ventile, Parks."""
    for ending in ("en", "n", "e", "s"):
        base = word.removesuffix(ending)
        if base != word and base in known and not base.endswith(("e", "s") if ending != "n" else "n"):
            return True
    return False
