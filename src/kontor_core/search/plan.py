"""From an analysed query to what is looked for (units), and from that to at most 96 constant-score clauses."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy

from kontor_core.language import chinese, privatives
from kontor_core.language.cue_words import NAMES_NOTHING, STOP
from kontor_core.language.privatives import ABSENT
from kontor_core.search.analysis import Analysis, is_subject
from kontor_core.search.document import part_hash
from kontor_core.search.links import LinkTable
from kontor_core.search.ports import MOST_CLAUSES, Clause, Engine
from kontor_core.search.typed_pinyin import LANGUAGE as PINYIN
from kontor_core.search.typed_pinyin import pairs_in
from kontor_core.search.weights import weight
from kontor_core.thesaurus.annotation import Mention
from kontor_core.thesaurus.concepts import LANGUAGES
from kontor_core.thesaurus.index import LabelIndex
from kontor_core.translation.model import PartTranslation, keys_of, lacking

CONCEPT_FIELDS = {"offer": (("offer_stated", 1.0), ("offer_text", 0.9), ("offer_name", 0.7)), "want": (("want_stated", 1.0), ("want_text", 0.9))}
MOST_UNITS = 12
MOST_PARTS = 40
MOST_TOKENS = 10
MOST_TYPED_TOKENS = 30
"""Of a pair of syllables typed in pinyin, which many pairs of characters sound like."""
LEAST_CLAUSE = 0.02
_BUCKET_SHIFT = 12
"""Bits of a hash that are not in the table of places: a million places for some hundred thousand parts."""
_MOST_KEPT = 20_000
"""Parts and concepts whose translations and neighbours a planner keeps at hand."""
SOUGHT_ROLES = frozenset({"agent", "trader", "research"})


@dataclass(slots=True)
class TermTable:
    """Document frequencies of one generation of the index."""

    documents: int
    concepts: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    average_length: float = 40.0
    hashes: Any = field(default_factory=lambda: numpy.zeros(0, dtype=numpy.uint32))
    """Hashes of all parts in ascending order, for the focus of a document."""
    weights: Any = field(default_factory=lambda: numpy.zeros(0, dtype=numpy.float32))
    """Weight of each of them."""
    _places: Any = field(default_factory=lambda: numpy.zeros(0, dtype=numpy.int32), repr=False, compare=False)

    def concept_weight(self, concept_id: str) -> float:
        """Inverse document frequency of a concept."""
        return self._weight(self.concepts.get(concept_id, 0))

    def part_weight(self, frequency: float) -> float:
        """Inverse document frequency of a part with a (pooled) frequency."""
        return self._weight(frequency)

    def _weight(self, frequency: float) -> float:
        return max(0.15, math.log((self.documents + 1.0) / (frequency + 0.5)))

    def weights_of(self, hashes: Any) -> Any:
        """Weights of parts by their hashes (arrays of one length); 1 for a part that the table does not know."""
        if not len(self.hashes):
            return numpy.ones(len(hashes))
        # The hashes of a page of documents are some tens of thousands: a table of their first bits leads to the place at once, where a
        # binary search in a large vocabulary misses the cache at every step.
        place = self._first()[hashes >> _BUCKET_SHIFT]
        found = numpy.ones(len(hashes), dtype=numpy.float32)
        rest = numpy.arange(len(hashes))
        while len(rest):
            here = self.hashes[place[rest]]
            asked = hashes[rest]
            is_there = here == asked
            found[rest[is_there]] = self.weights[place[rest[is_there]]]
            rest = rest[here < asked]
            rest = rest[place[rest] < len(self.hashes) - 1]
            place[rest] += 1
        return found

    def _first(self) -> Any:
        """For each value of the first bits of a hash the place of the first hash that is not below it."""
        if len(self._places) == 0:
            edges = numpy.arange(1 << (32 - _BUCKET_SHIFT), dtype=numpy.uint64) << numpy.uint64(_BUCKET_SHIFT)
            places = numpy.searchsorted(self.hashes, edges.astype(numpy.uint32))
            self._places = numpy.minimum(places, len(self.hashes) - 1).astype(numpy.int32)
        return self._places

    def part_frequency(self, language: str, part: str) -> int:
        """Documents that hold the part."""
        return self.parts.get(language, {}).get(part, 0)


def read_terms(engine: Engine, documents: int, average_length: float) -> TermTable:
    """The term table of what the engine holds."""
    concepts: dict[str, int] = defaultdict(int)
    for name in ("offer_stated", "offer_text", "offer_name"):
        for token, count in engine.document_frequencies(name):
            concepts[token] = max(concepts[token], count)
    for token, count in engine.document_frequencies("offer_text_up"):
        level, _, concept = token.partition(":")
        if level == "1":
            concepts[concept] = min(documents, concepts[concept] + count)
    parts = {language: dict(engine.document_frequencies(f"offer_{language}")) for language in LANGUAGES}
    table = TermTable(documents, dict(concepts), parts, average_length)
    weights = {
        part_hash(language, part): table.part_weight(count) * (0.5 if len(part) == 1 else 1.0)
        for language, counts in parts.items()
        for part, count in counts.items()
    }
    hashes = numpy.fromiter(weights.keys(), dtype=numpy.uint32, count=len(weights))
    order = numpy.argsort(hashes)
    table.hashes = hashes[order]
    table.weights = numpy.fromiter(weights.values(), dtype=numpy.float32, count=len(weights))[order]
    return table


@dataclass(slots=True)
class PartWanted:
    """A word part that is looked for: its weight and, as hashed parts of all languages, what it translates to."""

    key: str
    weight: float
    translations: dict[int, float]
    tokens: list[tuple[str, str, float]]
    """(language, part, probability) for retrieval."""
    is_written: bool = True
    """False for what was typed in pinyin."""


@dataclass(slots=True)
class Unit:
    """One thing looked for: a concept with its parts, or parts that no concept covers."""

    start: int
    end: int
    meanings: tuple[tuple[int, float], ...]
    parts: list[PartWanted]
    weight: float
    is_head: bool
    roles: frozenset[str] = frozenset()


@dataclass(slots=True)
class Intent:
    """What a query asks for."""

    analysis: Analysis
    side: str
    """Side of the documents' statements that are looked for."""
    units: list[Unit]
    roles: frozenset[str]
    excluded_roles: frozenset[str]
    codes: tuple[str, ...] = ()


class Planner:
    """Turns analysed queries into intents and clauses; one for a generation of the index."""

    def __init__(self, index: LabelIndex, links: LinkTable, translation: PartTranslation, terms: TermTable, *, concepts: bool = True, parts: bool = True, across: bool = True) -> None:
        """The switches leave out a signal, for the ablation table of the evaluation."""
        self._index = index
        self._links = links
        self._translation = translation
        self._terms = terms
        self._use_concepts = concepts
        self._use_parts = parts
        self._across = across
        self._wanted: dict[tuple[str, str], PartWanted] = {}
        self._near: dict[int, list[tuple[str, float]]] = {}

    def intent(self, analysis: Analysis, side: str = "offer", limit_concepts: frozenset[int] | None = None) -> Intent:
        """What is looked for; denied statements are left out."""
        units = []
        for statement in analysis.statements:
            mention = statement.mention
            if statement.is_negated or not self._use_concepts:
                continue
            if self._index.thesaurus.concepts[mention.concept].kind == "role":
                units.extend(self._role_unit(analysis, mention))
                continue
            units.append(self._concept_unit(analysis, mention))
        units.extend(self._leftover_units(analysis))
        units.extend(self._lacking_units(analysis))
        if not units and self._use_parts and (parts := self._parts(analysis.language, analysis.normalised.text)):
            # Everything is denied (Nicht gerösteter Kaffee, read wrongly or meant so): the words are still what was asked for.
            units.append(Unit(0, len(analysis.normalised.text), (), parts, sum(p.weight for p in parts) / len(parts), True))
        units.sort(key=lambda unit: (-unit.weight, unit.start))
        roles = roles_asked(analysis) if side == "offer" else frozenset()
        kept = sorted(units[:MOST_UNITS], key=lambda unit: unit.start)
        return Intent(analysis, side, kept, roles, analysis.excluded_roles)

    def _role_unit(self, analysis: Analysis, mention: Mention) -> list[Unit]:
        """A role that is looked for: an agent or trader is half of what was asked, a maker goes without saying."""
        text = analysis.normalised.text[mention.start : mention.end]
        role = self._index.thesaurus.concepts[mention.concept].id.removeprefix("role-").removesuffix("-provider")
        parts = self._parts(analysis.language, text) if self._use_parts and text not in NAMES_NOTHING else []
        if role in SOUGHT_ROLES and role in roles_asked(analysis):
            heavy = weight("role-unit") * self._terms.concept_weight(self._index.thesaurus.concepts[mention.concept].id)
            return [Unit(mention.start, mention.end, mention.meanings, parts, heavy, True)]
        if not parts or text in STOP[analysis.language]:
            return []
        return [Unit(mention.start, mention.end, (), parts, weight("modifier") * sum(p.weight for p in parts) / len(parts), False)]

    def _concept_unit(self, analysis: Analysis, mention: Mention) -> Unit:
        thesaurus = self._index.thesaurus
        meanings = mention.meanings
        best = sum(chance * self._terms.concept_weight(thesaurus.concepts[c].id) for c, chance in meanings) / sum(chance for _, chance in meanings)
        if not is_subject(self._index, meanings[0][0]):
            best *= 0.7
        parts = self._parts_of(analysis, mention) if self._use_parts else []
        return Unit(mention.start, mention.end, meanings, parts, best * (1.0 if mention.is_head else weight("modifier")), mention.is_head)

    def _parts_of(self, analysis: Analysis, mention: Mention) -> list[PartWanted]:
        """Parts of the words of a mention; of pinyin those of the label that it was read as."""
        text = analysis.normalised.text[mention.start : mention.end]
        if mention.language == "zh" and text.isascii() and not mention.key.isascii():
            return self._parts(analysis.language, mention.key)
        return self._parts_at(analysis, mention.start, mention.end)

    def _parts_at(self, analysis: Analysis, start: int, end: int) -> list[PartWanted]:
        """Parts of a stretch of a query. German words are read as the whole text reads them: Mäh of Mäh- und Dreschmaschine is no word alone."""
        text = analysis.normalised.text
        if analysis.language != "de" or (not text[start:end].isascii() and any("\u3400" <= c <= "\u9fff" for c in text[start:end])):
            return self._parts(analysis.language, text[start:end])
        lacks = privatives.find(text)
        keys: dict[str, None] = {}
        for word in analysis.annotation.words:
            if word.text in STOP["de"] or word.end <= start or end <= word.start:
                continue
            if any(lack.start < word.end and word.start < lack.end for lack in lacks):
                keys.update(dict.fromkeys(keys_of(self._index, text, word, lacks, "de")))
            else:
                keys.update({part.key: None for part in word.parts if part.start < end and start < part.end})
        found = [self._part_wanted("de", key) for key in keys][:MOST_PARTS]
        return found or self._parts("de", text[start:end])

    def _over_edges(self, text: str, start: int, end: int, parts: list[PartWanted]) -> list[PartWanted]:
        """Parts of a Chinese stretch and the pairs over its edges that are words: 再 before 保险服务 is half of 再保."""
        straddling = self._translation.segmenter.straddling(text)
        known = {part.key for part in parts}
        pairs = (text[at : at + 2] for at in (start - 1, end - 1) if at >= 0)
        words = (pair for pair in pairs if len(pair) == 2 and all("\u3400" <= c <= "\u9fff" for c in pair) and pair not in straddling and pair not in known)
        return [*parts, *(self._part_wanted("zh", pair) for pair in words if any(self._translation.translations(pair, "zh", other) for other in ("de", "en")))]

    def _leftover_units(self, analysis: Analysis) -> list[Unit]:
        if not self._use_parts:
            return []
        typed = [Unit(x.start, x.end, (), parts, sum(p.weight for p in parts) / len(parts), True) for x in analysis.leftovers if x.language == PINYIN and (parts := self._typed_parts(x.key))]
        if self._use_concepts:
            spans = [(leftover.start, leftover.end) for leftover in analysis.leftovers if leftover.language != PINYIN]
        elif analysis.language == "zh":
            spans = chinese.runs(analysis.normalised.text)
        else:
            spans = [(word.start, word.end) for word in analysis.annotation.words]
        units = typed
        for start, end in spans:
            parts = self._parts_at(analysis, start, end)
            if parts and analysis.language == "zh":
                parts = self._over_edges(analysis.normalised.text, start, end, parts)
            if parts:
                heaviest = sum(p.weight for p in parts) / len(parts)
                is_lack = all(part.key.startswith(ABSENT) for part in parts)  # bleifrei is a property of what stands beside it
                units.append(Unit(start, end, (), parts, heaviest * (weight("modifier") if is_lack else 1.0), not is_lack))
        return units

    def _lacking_units(self, analysis: Analysis) -> list[Unit]:
        """What a thing shall be without, as parts that only match where it is lacking: ohne Blei meets bleifrei and 无铅."""
        units = []
        for start, end in analysis.lacks() if self._use_parts else ():
            pieces = self._pieces(analysis.language, analysis.normalised.text[start:end])
            parts = [self._part_wanted(language, part) for language, of in pieces.items() for part in lacking(of)][:MOST_PARTS]
            if parts:
                units.append(Unit(start, end, (), parts, weight("modifier") * sum(p.weight for p in parts) / len(parts), False))
        return units

    def _typed_parts(self, key: str) -> list[PartWanted]:
        """Parts of a name that was typed in pinyin: each neighbouring two syllables may be any of the pairs of characters."""
        found = []
        for pairs in pairs_in(key):
            pooled = self._terms.part_weight(sum(self._terms.part_frequency("zh", pair) for pair in pairs))
            found.append(PartWanted(pairs[0], pooled, {part_hash("zh", pair): 1.0 for pair in pairs}, [("zh", pair, 1.0) for pair in pairs], is_written=False))
        return found[:MOST_PARTS]

    def _parts(self, language: str, text: str) -> list[PartWanted]:
        pieces = self._pieces(language, text)
        return [self._part_wanted(source, part) for source, parts in pieces.items() for part in parts][:MOST_PARTS]

    def _pieces(self, language: str, text: str) -> dict[str, list[str]]:
        """Language -> parts of the text, each once."""
        pieces: dict[str, list[str]] = {}
        if any("\u3400" <= c <= "\u9fff" for c in text):
            pieces["zh"] = list(dict.fromkeys(self._translation.parts_of(self._index, text, "zh")))
        if any("a" <= c <= "z" or c.isdigit() for c in text):
            latin = "de" if language == "de" else "en"
            pieces[latin] = list(dict.fromkeys(self._translation.parts_of(self._index, text, latin)))
        return pieces

    def _part_wanted(self, language: str, part: str) -> PartWanted:
        found = self._wanted.get((language, part))
        if found is None:
            if len(self._wanted) >= _MOST_KEPT:
                self._wanted.clear()
            found = self._wanted[language, part] = self._look_up(language, part)
        return found

    def _look_up(self, language: str, part: str) -> PartWanted:
        translations: dict[int, float] = {}
        tokens: list[tuple[str, str, float]] = []
        frequency = 0.0
        for target in LANGUAGES if self._across else (language,):
            frequencies = self._terms.parts.get(target, {})
            for theirs, chance in self._translation.translations(part, language, target):
                hashed = part_hash(target, theirs)
                if chance > translations.get(hashed, 0.0):
                    translations[hashed] = chance
                if count := frequencies.get(theirs, 0):
                    tokens.append((target, theirs, chance))
                frequency += chance * count
        pooled = self._terms.part_weight(frequency) if tokens else 0.5 * self._terms.part_weight(self._terms.documents / 50)
        if language == "zh" and len(part) == 1:
            pooled *= 0.5  # a single character is shared by many words
        return PartWanted(part, pooled, translations, tokens)

    def clauses(self, intent: Intent) -> tuple[Clause, ...]:
        """The heaviest 96 clauses of the intent."""
        weights: dict[tuple[str, str], float] = defaultdict(float)
        for unit in intent.units:
            self._concept_clauses(unit, intent.side, weights)
            self._part_clauses(unit, intent.side, weights)
        heaviest = sorted(((w, f, t) for (f, t), w in weights.items() if w >= LEAST_CLAUSE), key=lambda c: (-c[0], c[1], c[2]))
        return tuple(Clause(f, t, round(w, 4)) for w, f, t in heaviest[:MOST_CLAUSES])

    def _concept_clauses(self, unit: Unit, side: str, weights: dict[tuple[str, str], float]) -> None:
        concepts = self._index.thesaurus.concepts
        for concept, chance in unit.meanings:
            heavy = unit.weight * chance
            own = concepts[concept].id
            for name, trust in CONCEPT_FIELDS[side]:
                _raise(weights, name, own, heavy * trust)
            for level in (1, 2, 3):
                _raise(weights, f"{side}_text_up", f"{level}:{own}", heavy * weight(f"narrower-{level}") * 0.9)
                _raise(weights, f"{side}_stated_up", f"{level}:{own}", heavy * weight(f"narrower-{level}"))
            if side == "offer":
                _raise(weights, "offer_name_up", f"1:{own}", heavy * weight("narrower-1") * 0.7)
            for other, rel in self._neighbours(concept):
                _raise(weights, f"{side}_text", other, heavy * rel * 0.9)

    def _neighbours(self, concept: int) -> list[tuple[str, float]]:
        """(id, relation) of the nearest concepts that are looked for by their own name: not the narrower ones, which the ancestors find."""
        found = self._near.get(concept)
        if found is None:
            if len(self._near) >= _MOST_KEPT:
                self._near.clear()
            near = sorted(self._links.to(concept).items(), key=lambda item: (-item[1][0], item[0]))
            concepts = self._index.thesaurus.concepts
            found = self._near[concept] = [
                (concepts[other].id, rel) for other, (rel, name) in near[:40] if not name.startswith(("exact", "narrower", "sibling"))
            ]
        return found

    def _part_clauses(self, unit: Unit, side: str, weights: dict[tuple[str, str], float]) -> None:
        share = weight("part") if unit.meanings else weight("part-alone")
        total = sum(part.weight for part in unit.parts) or 1.0
        for part in unit.parts:
            for language, token, chance in part.tokens[: MOST_TOKENS if part.is_written else MOST_TYPED_TOKENS]:
                value = unit.weight * share * part.weight / total * min(1.0, chance * 2) * (1.0 if len(token) > 1 else 0.5)
                _raise(weights, f"{side}_{language}", token, value)


def roles_asked(analysis: Analysis) -> frozenset[str]:
    """Roles a query asks for: those it seeks in so many words, else those it names and does not claim for itself."""
    return analysis.sought_roles or analysis.wanted_roles - analysis.own_roles


def _raise(weights: dict[tuple[str, str], float], name: str, token: str, value: float) -> None:
    if value > weights[name, token]:
        weights[name, token] = value


def concept_ids(index: LabelIndex, concepts: Iterable[int]) -> frozenset[str]:
    """Ids of concept numbers."""
    return frozenset(index.thesaurus.concepts[c].id for c in concepts)
