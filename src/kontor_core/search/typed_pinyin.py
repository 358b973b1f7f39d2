"""Pinyin typed instead of characters: yazhu finds 压铸, "fapai mingzi" the company 法派名字.

Only words that no label, lexicon or index term knows are read as pinyin, so that no German or English word is taken for Chinese. Labels
are found by the sound of the whole label; what is left is looked up as pairs of characters that the index holds, which is how company
names are found.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kontor_core.language.pinyin import typed
from kontor_core.search.analysis import Analysis, Statement
from kontor_core.search.word_tables import WordTables
from kontor_core.thesaurus.annotation import Leftover, Mention
from kontor_core.thesaurus.index import LabelIndex, Meanings

LANGUAGE = "pinyin"
"""Language of a leftover whose key holds the pairs of characters it may stand for: 法派/发牌 派名 (see `pairs_in`)."""
MOST_SYLLABLES = 12
LONGEST_SYLLABLE = 6
MOST_WORDS = 40
"""Unknown words looked at in one text: a pasted English page is no pinyin."""
MOST_PAIRS = 30
MOST_MEANINGS = 3
_BETWEEN = re.compile(r"[ '\-]{1,3}")


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring words that may be one pinyin word: their span and the words folded, each with whether something else knows it."""

    words: tuple[tuple[int, int, str, bool], ...]

    @property
    def sound(self) -> str:
        """The words joined."""
        return "".join(word for _, _, word, _ in self.words)

    @property
    def has_unknown(self) -> bool:
        """Whether there is a word in it that nothing else knows."""
        return not all(known for *_, known in self.words)


class PinyinReader:
    """Reads what is left of a query as pinyin; one for a generation of the index."""

    def __init__(self, index: LabelIndex, tables: WordTables, pairs: Mapping[str, int], weight_of: Mapping[str, int]) -> None:
        """Take what is known.

        Args:
            pairs: documents of each Chinese character and pair of characters of the index.
            weight_of: documents of each concept, to order labels of one sound.
        """
        self._index = index
        self._labels = dict(index.chinese)
        self._tables = tables
        self._pairs = pairs
        self._counts = weight_of

    def read(self, analysis: Analysis, is_known: Mapping[tuple[int, int], bool], side: str = "want") -> Analysis:
        """The analysis with pinyin read as the labels and names it sounds like.

        Args:
            is_known: for spans of Latin words, whether anything knows them (see `Vocabulary`).
            side: the side of what is found so.
        """
        statements: list[Statement] = []
        leftovers: list[Leftover] = []
        for stretch in self._stretches(analysis, is_known):
            start, end = stretch.words[0][0], stretch.words[-1][1]
            label, meanings = self._label(stretch.sound)
            if meanings:
                mention = Mention(start, end, label, "zh", meanings)
                statements.append(Statement(mention, side, frozenset(), False, *analysis.original_span(start, end)))
            elif syllables := self._name(stretch.sound):
                leftovers.append(Leftover(start, end, " ".join(map("/".join, self.pairs_of(syllables))), LANGUAGE))
        if not statements and not leftovers:
            return analysis
        taken = [(s.mention.start, s.mention.end) for s in statements] + [(x.start, x.end) for x in leftovers]
        kept = [x for x in analysis.leftovers if not any(x.start < end and start < x.end for start, end in taken)]
        still = [s for s in analysis.statements if not any(start < s.mention.end and s.mention.start < end for start, end in taken)]
        return replace(analysis, statements=tuple(sorted((*still, *statements), key=lambda s: s.start)), leftovers=(*kept, *leftovers))

    def _stretches(self, analysis: Analysis, is_known: Mapping[tuple[int, int], bool]) -> Iterator[_Run]:
        """Stretches of the runs that sound like something, longest first from the left."""
        for run in _runs(analysis, is_known):
            at = 0
            while at < len(run.words):
                for end in range(min(len(run.words), at + MOST_SYLLABLES), at, -1):
                    stretch = _Run(run.words[at:end])
                    if stretch.has_unknown and (stretch.sound in self._tables.sounds or self._name(stretch.sound)):
                        yield stretch
                        at = end - 1
                        break
                at += 1

    def _label(self, sound: str) -> tuple[str, Meanings]:
        """The likeliest label of a sound and the concepts of all of them: those that more documents name first."""
        chances: dict[int, tuple[float, str]] = {}
        for label in self._tables.sounds.get(sound, ()):
            for concept, prior in self._labels.get(label, ()):
                count = self._counts.get(self._index.thesaurus.concepts[concept].id, 0)
                chances[concept] = max(chances.get(concept, (0.0, "")), (prior * (1.0 + count), label))
        ordered = sorted(chances.items(), key=lambda item: (-item[1][0], item[0]))[:MOST_MEANINGS]
        total = sum(chance for _, (chance, _) in ordered)
        return (ordered[0][1][1] if ordered else ""), tuple((concept, round(chance / total, 4)) for concept, (chance, _) in ordered)

    def _name(self, sound: str) -> tuple[str, ...]:
        """The syllables of a sound whose pairs of characters the index holds, as in a name; empty when some pair is not there."""
        ways = (syllables for syllables in self._syllables(sound) if len(syllables) > 1)
        return next((syllables for syllables in ways if self.pairs_of(syllables)), ())

    def _syllables(self, sound: str) -> list[tuple[str, ...]]:
        """Ways to read a sound as syllables, fewest first."""
        ways: list[list[tuple[str, ...]]] = [[()], *([] for _ in sound)]
        for start in range(len(sound)):
            for way in ways[start][:MOST_MEANINGS]:
                for end in range(start + 1, min(len(sound), start + LONGEST_SYLLABLE) + 1):
                    if len(way) < MOST_SYLLABLES and sound[start:end] in self._tables.characters:
                        ways[end].append((*way, sound[start:end]))
        return sorted(ways[len(sound)], key=lambda way: (len(way), way))[:MOST_MEANINGS]

    def pairs_of(self, syllables: Sequence[str]) -> list[tuple[str, ...]]:
        """For each neighbouring pair of syllables the pairs of characters in the index that join with those beside them; empty if one has none."""
        found: list[set[str]] = []
        for first, second in itertools.pairwise(syllables):
            both = itertools.product(self._tables.characters[first], self._tables.characters[second])
            found.append({a + b for a, b in both if a + b in self._pairs})
        for number in range(1, len(found)):
            ends = {pair[1] for pair in found[number - 1]}
            found[number] = {pair for pair in found[number] if pair[0] in ends}
        for number in range(len(found) - 2, -1, -1):
            starts = {pair[0] for pair in found[number + 1]}
            found[number] = {pair for pair in found[number] if pair[1] in starts}
        if not all(found):
            return []
        return [tuple(sorted(pairs, key=lambda pair: (-self._pairs[pair], pair))[:MOST_PAIRS]) for pairs in found]


def pairs_in(key: str) -> list[list[str]]:
    """The pairs of characters in the key of a leftover that was read as pinyin, for each neighbouring two syllables."""
    return [pairs.split("/") for pairs in key.split(" ")]


def _runs(analysis: Analysis, is_known: Mapping[tuple[int, int], bool]) -> Iterator[_Run]:
    """Runs of Latin words with nothing but blanks, hyphens and apostrophes between, at least one of them unknown.

    Short known words join in beside unknown ones: ya (zhu jian) is a word of its own, die (zhu) an article.
    """
    text = analysis.normalised.text
    run: list[tuple[int, int, str, bool]] = []
    for (start, end), known in [*sorted(is_known.items())[:MOST_WORDS], ((len(text), len(text)), True)]:
        may_join = not known or 0 < end - start <= LONGEST_SYLLABLE
        if run and not (may_join and _BETWEEN.fullmatch(text, run[-1][1], start)):
            yield _Run(tuple(run))
            run = []
        if may_join:
            run.append((start, end, typed(text[start:end]), known))
