"""Did you mean: a query with one letter or one character mended.

A German or English word of six letters or more that nothing knows is mended when one insertion, deletion, substitution or transposition
makes it a known one; in a German compound the mistake may stand in any part. A Chinese run is mended when it differs in one character
from a label of four or more.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kontor_core.language.cue_words import STOP
from kontor_core.search.analysis import Analysis
from kontor_core.search.vocabulary import Vocabulary
from kontor_core.search.word_tables import WordTables
from kontor_core.thesaurus.index import LabelIndex

SHORTEST_WORD = 6
"""Letters: among shorter words nearly everything is one letter away from something else."""
LONGEST_WORD = 40
SHORTEST_PIECE = 5
"""Letters of a mended part of a compound."""
SHORT_QUERY = 3
"""Words."""
SHORTEST_LABEL = 4
LONGEST_LABEL = 12
"""Characters of a Chinese label that one wrong character is looked for in."""
MOST_WORDS = 8
MOST_CHARACTERS = 80
"""Chinese characters looked at; a pasted page is not corrected."""
TIMES_LIKELIER = 20
"""How many times as often the mended pair of characters must stand in the index as the typed one."""
_ENGLISH = "abcdefghijklmnopqrstuvwxyz"
_GERMAN = _ENGLISH + "äöüß"
_HAN_RUN = re.compile("[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Correction:
    """A stretch of the original text and what was probably meant."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class _Halves:
    """Chinese labels by one intact half: one wrong character leaves the other half as it is."""

    labels: frozenset[str]
    front: dict[tuple[int, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    back: dict[tuple[int, str], list[str]] = field(default_factory=lambda: defaultdict(list))


class Suggester:
    """Corrections of queries; one for a generation of the index."""

    def __init__(self, index: LabelIndex, tables: WordTables, vocabulary: Vocabulary, pairs: Mapping[str, int]) -> None:
        """Take what is known.

        Args:
            pairs: documents of each Chinese character and pair of characters of the index.
        """
        self._words = vocabulary
        self._pairs = pairs
        self._label_pairs = tables.pairs
        self._characters = tuple(tables.characters.values())
        self._written = [label for label, meanings in index.chinese if meanings and _HAN_RUN.fullmatch(label)]

    @functools.cached_property
    def _halves(self) -> _Halves:
        halves = _Halves(frozenset(self._written))
        for label in self._written:
            if SHORTEST_LABEL <= len(label) <= LONGEST_LABEL:
                middle = len(label) // 2
                halves.front[len(label), label[:middle]].append(label)
                halves.back[len(label), label[middle:]].append(label)
        return halves

    def prepare(self) -> None:
        """Make the tables now, so that no query waits for them."""
        assert self._halves

    def suggestion(self, analysis: Analysis, is_known: Mapping[tuple[int, int], bool]) -> str:
        """The query as it was probably meant; empty when there is nothing to mend.

        Args:
            is_known: for spans of Latin words, whether anything knows them (see `Vocabulary`).
        """
        text = analysis.original
        for correction in sorted(self.corrections(analysis, is_known), key=lambda c: -c.start):
            text = text[: correction.start] + correction.text + text[correction.end :]
        return text if text != analysis.original else ""

    def corrections(self, analysis: Analysis, is_known: Mapping[tuple[int, int], bool]) -> list[Correction]:
        """What to mend, none overlapping another."""
        text, original = analysis.normalised.text, analysis.original
        is_short = len(is_known) <= SHORT_QUERY
        has_nouns = analysis.language == "de" and any(original[b:b + 1].isupper() for b, _ in (analysis.original_span(*span) for span in sorted(is_known)[1:]))
        found: list[Correction] = []
        for start, end in sorted(span for span, known in is_known.items() if not known)[:MOST_WORDS]:
            begin, stop = analysis.original_span(start, end)
            # Where nouns are written with capitals, small words are no product: nobody needs help with "möglichst".
            if not SHORTEST_WORD <= end - start <= LONGEST_WORD or (has_nouns and not is_short and original[begin].islower()):
                continue
            if mended := self.mended_word(text[start:end], analysis.language, is_short):
                found.append(Correction(begin, stop, _cased(mended, original[begin:stop])))
        return found + list(self._chinese(analysis))

    def mended_word(self, word: str, language: str, is_short: bool = True) -> str:
        """The likeliest known word one letter away from a lower-case one; empty when there is none.

        A word as such goes before a German compound of known parts, the reader's language before the other, and then the index decides.

        Args:
            is_short: the query is a word or two; in sentences people write more that nothing knows, so there the first letter has to be
                right and only the language of the text is tried.
        """
        english = self._words.english(_one_edit(word, _ENGLISH)) if language == "en" or is_short else []
        german = self._words.german(_one_edit(word, _GERMAN)) if language != "en" or is_short else []
        candidates = (english or german) if language == "en" else german or english or self._mended_compounds(word)
        likely = [found for found in candidates if found[0] == word[0]] or (candidates if is_short else [])
        return min(likely, key=lambda found: (-self._words.documents(found), found), default="")

    def _mended_compounds(self, word: str) -> list[str]:
        """German compounds of known parts with one letter mended in the shortest piece that allows it."""
        length = len(word)
        is_part = self._words.is_part
        fronts = [True] + [False] * length
        for start in range(length):
            if fronts[start]:
                for end in range(start + 3, length):
                    fronts[end] = fronts[end] or is_part(word[start:end], False)
        backs = [False] * length + [True]
        for start in range(length - 3, 0, -1):
            backs[start] = any(backs[end] and is_part(word[start:end], end == length) for end in range(start + 3, length + 1))
        places = [(end - start, start, end) for start in range(length) if fronts[start] for end in range(start + SHORTEST_PIECE - 1, length + 1) if backs[end]]
        for width, start, end in sorted(places):
            pieces = self._words.german_parts(_one_edit(word[start:end], _GERMAN), end == length) if width < length else []
            if found := [word[:start] + piece + word[end:] for piece in pieces if len(piece) >= SHORTEST_PIECE]:
                return found
        return []

    def _chinese(self, analysis: Analysis) -> Iterator[Correction]:
        text = analysis.normalised.text
        uncovered = {place for x in analysis.leftovers if x.language == "zh" for place in range(x.start, x.end)}
        if not uncovered:
            return
        taken = -1
        for run in _HAN_RUN.finditer(text[:MOST_CHARACTERS]):
            for start in range(run.start(), run.end() - SHORTEST_LABEL + 1):
                if start < taken:
                    continue
                for length in range(min(LONGEST_LABEL, run.end() - start), SHORTEST_LABEL - 1, -1):
                    label = self._mended_label(text, start, length, uncovered)
                    if label:
                        taken = start + length
                        yield Correction(*analysis.original_span(start, taken), label)
                        break

    def _mended_label(self, text: str, start: int, length: int, uncovered: set[int]) -> str:
        """The label that a stretch differs from in one uncovered character, where that reading is much likelier."""
        window = text[start : start + length]
        if window in self._halves.labels:
            return ""
        middle = length // 2
        near = {*self._halves.front.get((length, window[:middle]), ()), *self._halves.back.get((length, window[middle:]), ())}
        found: list[tuple[bool, int, str]] = []
        for label in near:
            wrong = [place for place in range(length) if label[place] != window[place]]
            if len(wrong) == 1 and start + wrong[0] in uncovered and window[wrong[0]] not in STOP["zh"]:
                typed, meant = self._pair_counts(window, wrong[0]), self._pair_counts(label, wrong[0])
                is_sound = self._sounds_like(window[wrong[0]], label[wrong[0]])
                if is_sound:
                    is_likelier = min(typed) * TIMES_LIKELIER <= min(meant)
                else:
                    # Another sound: both pairs have to be odd, and a right character beside it has to be uncovered too, for at the edge
                    # of a label stands what somebody said before or after it (开铝合金压铸模).
                    is_beside = any(0 <= place < length and start + place in uncovered for place in (wrong[0] - 1, wrong[0] + 1))
                    is_likelier = is_beside and max(typed) * TIMES_LIKELIER <= min(meant)
                if is_likelier:
                    found.append((not is_sound, -min(meant), label))
        return min(found)[2] if found else ""

    def _sounds_like(self, typed: str, meant: str) -> bool:
        return any(typed in characters and meant in characters for characters in self._characters)

    def _pair_counts(self, window: str, place: int) -> list[int]:
        """Documents and labels that hold each of the pairs around a place."""
        pairs = [window[at : at + 2] for at in (place - 1, place) if at >= 0 and at + 2 <= len(window)]
        return [self._pairs.get(pair, 0) + self._label_pairs.get(pair, 0) for pair in pairs]


def _one_edit(word: str, letters: str) -> set[str]:
    """Every string one deletion, transposition, substitution or insertion away."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    found = {head + tail[1:] for head, tail in cuts if tail}
    found |= {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    for head, tail in cuts:
        rest = tail[1:]
        found |= {head + letter + tail for letter in letters}
        if tail:
            found |= {head + letter + rest for letter in letters}
    found.discard(word)
    return found


def _cased(word: str, typed: str) -> str:
    """The word in the case it was typed in."""
    if typed.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if typed[:1].isupper() else word
