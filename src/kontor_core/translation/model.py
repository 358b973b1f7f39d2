"""P(target part | source part), learned by expectation maximisation (IBM Model 1) from the thesaurus' own labels and the part lexicon.

Chinese parts are characters and neighbouring pairs, German ones the splitter's parts, English ones lemmas. Deterministic: the same
labels give the same table. Source: Brown et al. 1993, "The Mathematics of Statistical Machine Translation", Model 1; structured
queries after Darwish and Oard 2003.
"""

from __future__ import annotations

import functools
import hashlib
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy

from kontor_core.language import chinese, english, german_forms, privatives
from kontor_core.language.cue_words import STOP
from kontor_core.language.privatives import ABSENT, Privative
from kontor_core.language.tokens import Word
from kontor_core.text import normalise
from kontor_core.thesaurus import compiled
from kontor_core.thesaurus.concepts import LANGUAGES
from kontor_core.thesaurus.index import LabelIndex, signature
from kontor_core.translation import segmentation
from kontor_core.translation.lexicon import part_rows
from kontor_core.translation.segmentation import Segmenter

ROUNDS = 6
MOST_ALTERNATIVES = 4
"""Alternatives of a label that are paired with those of the other language; more only add noise and time."""
MOST_TRANSLATIONS = 14
LEAST = 0.015
"""Probabilities below this are cut, then the rest is made to sum to one."""
LEXICON_WEIGHT = 2.0
BACKWARD = 0.5
FLOOR = 0.02
"""Share of a pair that the backward direction never saw."""
SURE = 0.1
"""From here on a word of another kind counts as what a lack is called (不锈 is Edelstahl); below it is what stands beside."""
NULL = "\0"
SHAPE = 5


@dataclass(slots=True)
class Direction:
    """Translations of one language into another: rows of the flat arrays between `starts[i]` and `starts[i + 1]` belong to source i."""

    sources: dict[str, int]
    targets: list[str]
    starts: Any
    numbers: Any
    chances: Any

    def translations(self, part: str) -> list[tuple[str, float]]:
        """(target part, probability) of a source part, likeliest first; empty when it was never seen."""
        row = self.sources.get(part)
        if row is None:
            return []
        begin, end = int(self.starts[row]), int(self.starts[row + 1])
        targets = self.targets
        return [(targets[n], p) for n, p in zip(self.numbers[begin:end].tolist(), self.chances[begin:end].tolist(), strict=True)]


@dataclass(slots=True)
class PartTranslation:
    """All six directions, and where Chinese words end."""

    directions: dict[tuple[str, str], Direction]
    segmenter: Segmenter = field(default_factory=lambda: Segmenter(()))

    def parts_of(self, index: LabelIndex, text: str, language: str) -> list[str]:
        """`parts_of` without the Chinese pairs that belong to no word: they were not learned and say nothing in another language."""
        found = parts_of(index, text, language)
        if language != "zh":
            return found
        straddling = self.segmenter.straddling(text)
        return [part for part in found if part.removeprefix(ABSENT) not in straddling]

    def translations(self, part: str, source: str, target: str) -> list[tuple[str, float]]:
        """(target part, probability), likeliest first; the part itself for the same language."""
        if source == target:
            return [(part, 1.0)]
        found = self.directions[source, target].translations(part)
        if part.startswith(ABSENT):
            return self._of_absent(part, found, source, target)
        return found or ([(part, 1.0)] if part.isascii() and not part.isalpha() else [])

    def _of_absent(self, part: str, found: list[tuple[str, float]], source: str, target: str) -> list[tuple[str, float]]:
        """What is lacking stays lacking: as the labels say it, never as the thing itself; else the thing's translations, each lacking."""
        things = [(theirs, chance) for theirs, chance in self.translations(part.removeprefix(ABSENT), source, target) if not theirs.startswith(ABSENT)]
        named = {theirs for theirs, _ in things}
        kept = [(theirs, chance) for theirs, chance in found if theirs not in named and (theirs.startswith(ABSENT) or chance >= SURE)]
        rest = 1.0 - sum(chance for theirs, chance in kept)
        seen = {theirs for theirs, _ in kept}
        return kept + [(ABSENT + theirs, chance * rest) for theirs, chance in things if ABSENT + theirs not in seen]


def parts_of(index: LabelIndex, text: str, language: str) -> list[str]:
    """The parts of a normalised text in one language, repetitions kept; Latin words inside Chinese text count as English ones.

    A part that the text says is lacking has `ABSENT` in front (see `privatives`).
    """
    lacks = privatives.find(text)
    if language == "zh":
        return chinese.grams(text, lacks)
    if language == "de":
        words = (w for w in index.splitter.words(text) if w.text not in STOP["de"])
    else:
        words = (w for w in english.words(text) if w.text not in STOP["en"])
    if not lacks:
        return [p.key for w in words for p in w.parts]
    return [key for w in words for key in keys_of(index, text, w, lacks, language)]


def lacking(parts: Iterable[str]) -> list[str]:
    """Parts of what something is without (frei von Blei), as they are written in bleifrei; what is lacking twice is left out."""
    return [ABSENT + part for part in parts if not part.startswith(ABSENT)]


def keys_of(index: LabelIndex, text: str, word: Word, lacks: Sequence[Privative], language: str) -> list[str]:
    """Part keys of a word, marked where it is lacking; the word of lacking itself (frei, non) has none."""
    keys = [p.key for p in word.parts]
    lack = next((p for p in lacks if p.start < word.end and word.start < p.end), None)
    if lack is None:
        return keys
    thing = text[max(word.start, lack.thing_start) : min(word.end, lack.thing_end)]
    if lack.thing_end <= word.start or word.end <= lack.thing_start:
        return []
    if thing != word.text:
        if language != "de":
            return keys if lack.is_ending else [ABSENT + english.lemma(thing)]
        pieces = index.splitter.split(german_forms.fold(thing))
        if lack.is_ending and not all(is_known for *_, is_known in pieces):
            return keys
        keys = [key for key, *_ in pieces]
    return [ABSENT + key for key in keys]


def _label_pairs(index: LabelIndex, source: str, target: str) -> Iterator[tuple[str, str, float]]:
    for concept in index.thesaurus.concepts:
        ours, theirs = concept.labels[source], concept.labels[target]
        yield ours.preferred, theirs.preferred, 1.0
        few = (theirs.preferred, *theirs.alternative[:MOST_ALTERNATIVES])
        for left, right in itertools.product((ours.preferred, *ours.alternative[:MOST_ALTERNATIVES]), few):
            if (left, right) != (ours.preferred, theirs.preferred):
                yield left, right, 0.5
    for row in part_rows():
        for rank, (left, right) in enumerate(itertools.product(row[source][:3], row[target][:3])):
            yield left, right, LEXICON_WEIGHT / (1 + rank)


class _Numbering(dict[str, int]):
    def __missing__(self, key: str) -> int:
        self[key] = len(self)
        return self[key]


def _cells(pairs: Iterable[tuple[list[str], list[str], float]]) -> tuple[Any, ...]:
    """Every (target token of a pair, source token of that pair) as flat arrays, with the null word as a source."""
    sources, targets = _Numbering({NULL: 0}), _Numbering()
    slot: list[int] = []
    source_numbers: list[int] = []
    target_numbers: list[int] = []
    weights: list[float] = []
    slots = 0
    for left, right, weight in pairs:
        numbered = [0, *(sources[part] for part in left)]
        for part in right:
            number = targets[part]
            slot.extend([slots] * len(numbered))
            source_numbers.extend(numbered)
            target_numbers.extend([number] * len(numbered))
            weights.append(weight)
            slots += 1
    return (
        sources, list(targets), numpy.array(slot), numpy.array(source_numbers), numpy.array(target_numbers), numpy.array(weights),
    )


def learn_direction(pairs: Iterable[tuple[list[str], list[str], float]]) -> _Learned:
    """Model 1 over (source parts, target parts, weight)."""
    sources, targets, slot, source, target, weight = _cells(pairs)
    if not len(slot):
        empty = numpy.zeros(0, dtype=numpy.int64)
        return _Learned({}, [], empty, empty, numpy.zeros(0))
    code = source.astype(numpy.int64) * len(targets) + target
    unique, cell = numpy.unique(code, return_inverse=True)
    owner = unique // len(targets)
    chance = numpy.full(len(unique), 1.0)
    chance[owner == 0] = 0.3  # the null word explains little of a label
    for _ in range(ROUNDS):
        each = chance[cell]
        share = each / numpy.bincount(slot, weights=each, minlength=len(weight))[slot] * weight[slot]
        counts = numpy.bincount(cell, weights=share, minlength=len(unique))
        chance = counts / numpy.bincount(owner, weights=counts, minlength=len(sources))[owner]
    return _Learned(sources, targets, unique % len(targets), owner, chance)


@dataclass(slots=True)
class _Learned:
    """An unpruned table: flat arrays of (source, target, chance)."""

    sources: dict[str, int]
    targets: list[str]
    target: Any
    owner: Any
    chance: Any


def _symmetrised(forward: _Learned, backward: _Learned) -> Any:
    """Forward chances sharpened by the backward ones: a pair that only one direction believes in is mostly chance (Liang et al. 2006)."""
    number = {part: n for n, part in enumerate(backward.targets)}
    back_source = numpy.array([backward.sources.get(part, -1) for part in forward.targets])
    own = numpy.full(len(forward.sources), -1)
    for part, row in forward.sources.items():
        own[row] = number.get(part, -1)
    width = len(backward.targets) + 1
    keys = backward.owner.astype(numpy.int64) * width + backward.target
    order = numpy.argsort(keys)
    wanted = back_source[forward.target].astype(numpy.int64) * width + own[forward.owner]
    place = numpy.clip(numpy.searchsorted(keys[order], wanted), 0, len(keys) - 1)
    found = keys[order][place] == wanted
    reverse = numpy.where(found, backward.chance[order][place], 0.0)
    return forward.chance * (FLOOR + reverse) ** BACKWARD


def _pruned(sources: dict[str, int], targets: list[str], target: Any, owner: Any, chance: Any) -> Direction:
    order = numpy.lexsort((target, -chance, owner))
    starts, numbers, chances = [0], [], []
    kept_sources: dict[str, int] = {}
    bounds = numpy.searchsorted(owner[order], numpy.arange(len(sources) + 1))
    for part, row in sources.items():
        rows = order[bounds[row] : bounds[row + 1]][:MOST_TRANSLATIONS]
        total = chance[rows].sum()
        if part == NULL or not len(rows) or total <= 0:
            continue
        rows = rows[chance[rows] >= LEAST * total]
        kept_sources[part] = len(kept_sources)
        numbers.append(target[rows])
        chances.append(chance[rows] / chance[rows].sum())
        starts.append(starts[-1] + len(rows))
    return Direction(
        kept_sources, targets, numpy.array(starts, dtype=numpy.int32), numpy.concatenate(numbers).astype(numpy.int32),
        numpy.concatenate(chances).astype(numpy.float32),
    )


def learn(index: LabelIndex) -> PartTranslation:
    """Learn all six directions from the labels."""
    made = PartTranslation({}, Segmenter(_chinese_labels(index)))

    @functools.cache
    def parts(label: str, language: str) -> tuple[str, ...]:
        return tuple(made.parts_of(index, normalise(label).text, language))

    learned = {}
    for source, target in itertools.permutations(LANGUAGES, 2):
        pairs = ((list(parts(a, source)), list(parts(b, target)), w) for a, b, w in _label_pairs(index, source, target))
        learned[source, target] = learn_direction(pairs)
    for (source, target), table in learned.items():
        chance = _symmetrised(table, learned[target, source])
        made.directions[source, target] = _pruned(table.sources, table.targets, table.target, table.owner, chance)
    return made


def _chinese_labels(index: LabelIndex) -> Iterator[str]:
    """Labels of the thesaurus and words of the part lexicon, for the segmenter."""
    for concept in index.thesaurus.concepts:
        for label in (concept.labels["zh"].preferred, *concept.labels["zh"].alternative):
            yield normalise(label).text
    for row in part_rows():
        yield from row["zh"]


def _code_hash() -> str:
    """Of the code that makes parts of Chinese text and of what is lacking; that of German and English is in the signature."""
    digest = hashlib.sha256()
    for module in (chinese, privatives, segmentation):
        digest.update(Path(module.__file__ or "").read_bytes())
    return digest.hexdigest()[:8]


@functools.lru_cache(maxsize=2)
def _load(name: str) -> PartTranslation:
    path = compiled.folder() / f"translation-{name}.pickle"
    if (loaded := compiled.load(path, PartTranslation)) is not None:
        return loaded
    from kontor_core.thesaurus.index import load as load_index

    labels = load_index()
    learned = learn(labels)
    if name.startswith(labels.thesaurus.content_hash):
        compiled.keep(path, learned)
    return learned


def load() -> PartTranslation:
    """The model of the installed thesaurus and overlays, from the cache when it was learned before."""
    return _load(f"{signature()}-{SHAPE}-{ROUNDS}-{MOST_ALTERNATIVES}-{MOST_TRANSLATIONS}-{LEAST}-{LEXICON_WEIGHT}-{BACKWARD}-{FLOOR}-{_code_hash()}")
