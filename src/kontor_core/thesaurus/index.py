"""All labels of all languages made findable: one automaton over Chinese labels, one table of part sequences each for German and English."""

from __future__ import annotations

import functools
import hashlib
import os
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import daachorse

from kontor_core import __version__
from kontor_core import text as normalisation
from kontor_core.language import english, german, german_forms, german_parts, tokens
from kontor_core.language.cue_words import STOP
from kontor_core.language.tokens import words_between
from kontor_core.text import normalise
from kontor_core.thesaurus import branches, concepts, loading
from kontor_core.thesaurus import compiled as compiled_forms
from kontor_core.thesaurus import overlays as overlay_files
from kontor_core.thesaurus.concepts import LANGUAGES, Thesaurus
from kontor_core.translation.lexicon import PARTS, part_rows

Meanings = tuple[tuple[int, float], ...]
"""(index of the concept, prior 0..1) of a label, likeliest first; empty for a word that only occupies its place."""
JOIN = "\x1f"
HIDDEN_PRIOR = 0.9
_WITHOUT_UMLAUT = str.maketrans("äöü", "aou")
SHAPE = 7
"""Changes when the compiled form changes, so that an old cache is not read."""


@dataclass(slots=True)
class LabelIndex:
    """The compiled thesaurus."""

    thesaurus: Thesaurus
    splitter: german.Splitter
    automaton: daachorse.CharwiseDoubleArrayAhoCorasick | None
    chinese: list[tuple[str, Meanings]]
    """By pattern number of the automaton: the normalised label and its meanings."""
    latin: dict[str, dict[str, Meanings]]
    """By language, label keys (`JOIN`-ed part keys) to meanings."""
    prefixes: dict[str, frozenset[str]]
    """By language, all beginnings of label keys."""
    openers: dict[str, frozenset[str]] = field(default_factory=dict)
    """By language, the parts that a label can begin with."""
    homographs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """German parts to the other parts they may stand for: the noun whose plural they look like (fliesen, fliese), the noun of a verb
    (beschichten, beschichtung)."""
    cues: dict[tuple[str, int], frozenset[int]] = field(default_factory=dict)
    """(label key, concept index) to the concepts that point to this sense."""
    bare: frozenset[str] = frozenset()
    """German label keys that mean their thing only where they begin a word."""
    cued: dict[str, frozenset[str]] = field(default_factory=dict)
    """By language, label keys that mean their thing only where the text speaks of its trade otherwise."""
    places: frozenset[int] = frozenset()
    """Concepts that are a place, a trade or a whole branch, whom things are made for."""
    branches: frozenset[int] = frozenset()
    """Services that may stand for a branch, or for what somebody does."""


_ELIDED = re.compile(r"\w+-(?=[\s,/]|$)")
_ADJECTIVE = re.compile(r"\b(\w{4,}?)(?:er|es|en|e)\s+(?=[A-ZÄÖÜ])")
_BEFORE_HYPHEN = re.compile(r"\b(\w+)-(?=\w)")
_LONGEST_ACRONYM = 5
_PLURALS_LIKE_VERBS = {"formen": "form", "spuren": "spur", "bahnen": "bahn", "lasten": "last", "zahlen": "zahl"}
"""Plurals in -en that a verb is written like: Spritzgussformen are several moulds and no forming."""
_NO_VERBS = frozenset({"innen"})
"""Words in -en that are no verb although a noun in -ung looks as if it were theirs (Innung)."""
_IRREGULAR = {"bauten": ("bau",), "materialien": ("material",), "reagenzien": ("reagenz",), "drucke": ("drucken",)}
"""Plurals that no ending tells: Stahlbauten is Stahlbau."""


class _ThesaurusLexicon:
    """German words of labels and of the part lexicon, as the splitter needs them."""

    def __init__(self, thesaurus: Thesaurus, parts: Path) -> None:
        self._thesaurus = thesaurus
        self._parts = parts
        self._alone = {word.word for word in thesaurus.words if word.use == "alone"}

    def words(self, language: str) -> Iterable[str]:
        free: set[str] = set()
        before_hyphen: set[str] = set()
        for label in self._labels(language):
            plain = _ADJECTIVE.sub(r"\1 ", _ELIDED.sub(" ", label))
            before_hyphen.update(filter(self._is_part, _BEFORE_HYPHEN.findall(plain)))
            free.update(word for word, *_ in words_between(_BEFORE_HYPHEN.sub(" ", plain)) if self._is_part(word))
        known = {word.lower() for word in (*free, *german_parts.read().free)}
        stems = {word for word in before_hyphen if word.lower() + "en" in known}  # the Fräs of Dreh-Fräszentrum is fräsen
        return free | (before_hyphen - stems)

    def _labels(self, language: str) -> Iterator[str]:
        for concept in self._thesaurus.concepts:
            if concept.kind != "standard":
                yield concept.labels[language].preferred
                yield from concept.labels[language].alternative
                yield from concept.labels[language].hidden
        yield from (sense.label for sense in self._thesaurus.senses if sense.language == language)
        for row in part_rows(self._parts):
            yield from row[language]

    def _is_part(self, word: str) -> bool:
        """Whether a word may be a part of others; an acronym may not (Pla-TiN, Gru-PPE)."""
        is_acronym = word != word.capitalize() and word != word.lower() and len(word) <= _LONGEST_ACRONYM
        return len(word) > 2 and not is_acronym and word not in self._alone and word.lower() not in STOP["de"] and word.lower() not in STOP["en"]


def label_key(label: str, language: str, splitter: german.Splitter) -> str:
    """The part sequence of a Latin label."""
    text = normalise(label).text
    if language == "en":
        return JOIN.join(english.label_key(word.text) for word in english.words(text))
    return JOIN.join(part.key for word in splitter.words(text) for part in word.parts)


def _meanings(found: dict[int, float], senses: dict[int, float]) -> Meanings:
    if senses:
        found = {index: senses.get(index, 0.0) for index in {*found, *senses}}
    total = sum(found.values()) if senses or len(found) > 1 else 1.0
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:3]
    return tuple((index, round(prior / (total or 1.0), 4) if len(found) > 1 else prior) for index, prior in ordered)


def build(thesaurus: Thesaurus, parts: Path = PARTS) -> LabelIndex:
    """Compile; takes some seconds for 5,000 concepts, see `load` for the cached way."""
    words = set(_ThesaurusLexicon(thesaurus, parts).words("de"))
    words -= {word for word in words if word.endswith("ungen") and word[:-2] in words}
    homographs = _homographs(thesaurus, words)
    distinct = _distinct(thesaurus)
    plurals = {f"{word}n": (word,) for word in distinct if word.endswith("e")}  # Platinen are several Platine, not Platin
    plurals.update({f"{word}s": (word,) for word in distinct if word.endswith("en")})  # of milling: des Fräsens, not several Fräse
    homographs = {**plurals, **_IRREGULAR, **homographs}
    splitter = german.Splitter(sorted({*words, *plurals, *_IRREGULAR}), frozenset({*homographs, *distinct}), german_parts.read())
    found: dict[str, dict[str, dict[int, float]]] = {language: defaultdict(dict) for language in LANGUAGES}

    def key_of(label: str, language: str) -> str:
        return normalise(label).text.replace(" ", "") if language == "zh" else label_key(label, language, splitter)

    for concept in thesaurus.concepts:
        for language in LANGUAGES:
            labels = concept.labels[language]
            for label in labels:
                prior = HIDDEN_PRIOR if label in labels.hidden else 1.0
                if key := key_of(label, language):
                    known = found[language][key]
                    known[concept.index] = max(prior, known.get(concept.index, 0.0))
                    if language == "en" and JOIN in key and key.count(JOIN) == 1:  # diecasting beside die casting
                        found[language][key.replace(JOIN, "")].setdefault(concept.index, HIDDEN_PRIOR)
    def words_of(language: str, use: str) -> frozenset[str]:
        return frozenset(key_of(word.word, language) for word in thesaurus.words if (word.language, word.use) == (language, use))

    occupied: dict[str, dict[str, Meanings]] = {language: dict.fromkeys(words_of(language, "occupies"), ()) for language in LANGUAGES}
    senses: dict[str, dict[str, dict[int, float]]] = {language: defaultdict(dict) for language in LANGUAGES}
    cues: dict[tuple[str, int], frozenset[int]] = {}
    for sense in thesaurus.senses:
        if (meant := thesaurus.get(sense.concept)) is not None and sense.language in senses:
            key = key_of(sense.label, sense.language)
            senses[sense.language][key][meant.index] = sense.prior
            cues[key, meant.index] = frozenset(c.index for c in map(thesaurus.get, sense.cues) if c is not None)
    compiled: dict[str, dict[str, Meanings]] = {
        language: {**occupied[language]} | {key: _meanings(found[language].get(key, {}), senses[language].get(key, {})) for key in {*found[language], *senses[language]}}
        for language in LANGUAGES
    }
    chinese = sorted(compiled["zh"].items())
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick([label for label, _ in chinese]) if chinese else None
    latin = {language: compiled[language] for language in ("de", "en")}
    homographs.update((plural, (single,)) for plural, single in english.PIECES.items())
    openers = {language: frozenset(key.split(JOIN, 1)[0] for key in table) | homographs.keys() for language, table in latin.items()}
    return LabelIndex(
        thesaurus, splitter, automaton, chinese, latin, {lang: _prefixes(table) for lang, table in latin.items()}, openers, homographs, cues,
        words_of("de", "bare"), {language: words_of(language, "cued") for language in LANGUAGES}, branches.places(thesaurus), branches.branches(thesaurus),
    )


_DOING = frozenset({"process", "technology"})


def _owners(thesaurus: Thesaurus, is_folded: bool = True) -> dict[str, set[int]]:
    """Concepts of each German one-word label, in small letters."""
    owners: dict[str, set[int]] = {}
    for concept in thesaurus.concepts:
        for label in concept.labels["de"]:
            if label.isalpha() and not label.isupper():
                owners.setdefault(german_forms.fold(label.lower()) if is_folded else label.lower(), set()).add(concept.index)
    for sense in thesaurus.senses:
        if sense.language == "de" and sense.label.isalpha() and not sense.label.isupper() and (meant := thesaurus.get(sense.concept)) is not None:
            owners.setdefault(german_forms.fold(sense.label.lower()) if is_folded else sense.label.lower(), set()).add(meant.index)
    return owners


def _homographs(thesaurus: Thesaurus, words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Parts that stand for another part too, and with that are meanings of their own.

    One-word labels that look like a plural of another word (Walzen and Walze), and verbs beside their noun (beschichten, Beschichtung).
    """
    owners = _owners(thesaurus)
    written = (*words, *german_parts.read().free)
    known = {german_forms.fold(word.lower()) for word in written}
    verbs = {german_forms.fold(word) for word in written if word.islower()}
    found: dict[str, set[str]] = defaultdict(set)
    for word, mine in owners.items():
        if word.endswith("n"):
            is_process = any(thesaurus.concepts[index].kind in _DOING for index in mine)
            found[word] |= {other for other in (word[:-2], word[:-1]) if (owners[other] - mine if other in owners else is_process and other in known)}
    for verb in (word for word in known if word.endswith("n")):
        noun = verb[:-2] + "ung" if verb.endswith("en") else verb[:-1] + "ung"
        if noun in known and verb not in _NO_VERBS:
            found[verb].add(noun)
        if verb[:-1] in known and (noun in known or (verb in verbs and verb[:-1] in owners)):
            found[verb].add(verb[:-1])  # Lagern: storing, or of several bearings; Pressen: pressing, or several presses
    for plural, noun in _PLURALS_LIKE_VERBS.items():
        if noun in known and plural in known:
            found[plural].add(noun)
    return {word: tuple(sorted(others)) for word, others in found.items() if others}


def _distinct(thesaurus: Thesaurus) -> frozenset[str]:
    """One-word labels that are no form of the shorter word they look like: Kohle and Kohl, Lüfter and Luft, Fräsen and Fräse, hölzern and Holz."""
    owners = _owners(thesaurus, is_folded=False)
    kinds = {word: {thesaurus.concepts[index].kind for index in mine} for word, mine in owners.items()}
    found = {german_forms.fold(word) for word, its in kinds.items() if word.endswith("n") and (its & _DOING or its == {"property"})}
    for word, mine in owners.items():
        plain = word.translate(_WITHOUT_UMLAUT)
        is_agent = plain != word and word.endswith("er")
        others = {word[:-1], plain, plain.removesuffix("e"), plain.removesuffix("er")} - {word}
        if is_agent or any(owners.get(other, mine) - mine and not owners[other] & mine for other in others):
            found.add(german_forms.fold(word))
    return frozenset(found) | {german_forms.fold(word.word.lower()) for word in thesaurus.words if word.use == "own"}


def _prefixes(table: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    for key in table:
        parts = key.split(JOIN)
        found.update(JOIN.join(parts[:count]) for count in range(1, len(parts)))
    return frozenset(found)


cache_folder = compiled_forms.folder
write_atomically = compiled_forms.write_atomically

RECHECK_SECONDS = 0.25
Stamp = tuple[str, int, int]
"""Name, time of the last change (ns) and size of a file."""


@functools.lru_cache(maxsize=4)
def _hash(folders: tuple[Path, ...], stamps: tuple[Stamp, ...]) -> str:
    """The signature of files in this state. Reading and hashing two megabytes takes 3 ms, and every annotated text asks for it."""
    digest = hashlib.sha256(f"{__version__} {SHAPE}".encode())
    for module in (german, german_forms, german_parts, english, tokens, normalisation, concepts, loading, branches):
        digest.update(Path(module.__file__ or "").read_bytes())
    digest.update(Path(__file__).read_bytes())
    digest.update(PARTS.read_bytes() if PARTS.exists() else b"")
    digest.update(german_parts.DATA.read_bytes())
    return f"{loading.content_hash(folders)}-{digest.hexdigest()[:12]}"


def _stamps(places: Iterable[Path]) -> Iterator[Stamp]:
    for place in places:
        if place.is_dir():
            found = sorted((entry.name, entry) for entry in os.scandir(place) if entry.name.endswith(".tsv"))
            states = [(name, entry.stat()) for name, entry in found]
        else:
            states = [(str(place), place.stat())] if place.exists() else []
        for name, state in states:
            yield name, state.st_mtime_ns, state.st_size


overlays = overlay_files.in_use


@functools.lru_cache(maxsize=2)
def _load(folders: tuple[Path, ...], signature: str) -> LabelIndex:
    path = cache_folder() / f"thesaurus-{signature}.pickle"
    if (loaded := compiled_forms.load(path, LabelIndex)) is not None:
        return loaded
    built = build(loading.read(folders or (loading.DATA, *overlays())))
    if signature.startswith(built.thesaurus.content_hash):  # a file that changed just now is not kept under the name of its old content
        compiled_forms.keep(path, built)
    return built


_installed: dict[tuple[str, int], tuple[float, str]] = {}
"""Home and who says which overlays hold -> (when the files were last looked at, signature)."""


def signature(folders: Sequence[Path] = ()) -> str:
    """Hash of thesaurus, overlays and the code that compiles them: the name of everything built from them.

    Of the installed ones (no folders given) an answer holds for `RECHECK_SECONDS`: a page asks thirty times.
    """
    if folders:
        return _hash(tuple(folders), tuple(_stamps((*folders, PARTS))))
    place = os.environ.get("KONTOR_HOME", ""), overlay_files.turn()
    looked, known = _installed.get(place, (0.0, ""))
    if not known or time.monotonic() - looked > RECHECK_SECONDS:
        known = signature((loading.DATA, *overlays()))
        _installed[place] = (time.monotonic(), known)
    return known


def load(folders: Sequence[Path] = ()) -> LabelIndex:
    """The compiled thesaurus with the operator's overlays, from the cache when its content is known.

    Raises:
        ThesaurusError: a file is not readable.
    """
    return _load(tuple(folders), signature(folders))
