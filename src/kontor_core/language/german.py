"""German words split into the parts that trade language is made of.

A word is matched as a sequence of parts, so that Aluminiumdruckgussgehäuse holds Aluminiumdruckguss and ends in its head, Gehäuse.
The parts come from a `Lexicon` (the thesaurus' labels and the part lexicon). A lexicon word that is itself made of shorter ones is
never a part: Druckguss is always Druck + Guss, alone and inside a longer word, so that label and text meet.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from kontor_core.language.tokens import Part, Word, words_between

SHORTEST_PART = 3
"""Letters of a part at least (öl counts three as oel); shorter pieces split Balkon into Bal-Kon."""

CACHED_WORDS = 200_000
LONGEST_WORD = 80
"""Letters; what is longer is no word, and splitting costs the square of its length."""

_FOLD = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e", "á": "a", "à": "a", "ç": "c", "ô": "o"}
_FOLDED = re.compile("[äöüßéèáàçô]")
_VOWELS = set("aeiouy")
_NO_HEAD = frozenset({"ei", "eier", "eien", "er", "ern", "ren", "ung", "tat", "ion", "art", "arten", "rand", "los", "mal", "ant", "ente", "enten", "rat", "rate", "teer", "test", "tor", "ton", "ster", "elle", "alle", "ende", "enden", "igel", "ingen", "inge", "eis", "age", "ort", "uhr", "not", "isch", "see", "fest", "tran", "tief", "bar", "same", "samen"})
"""Pieces that are endings far more often than heads when a lexicon word would be taken apart (Gießerei is not Gießer + Ei)."""
_HEADS_AFTER_ALL = {"eis": ("speise", "trocken", "stiel"), "samen": ("lein", "gras", "mohn", "hanf", "raps", "rueb", "kuemmel", "sesam", "gemuese", "blumen"), "tor": ("garagen", "roll", "sektional", "industrie", "schiebe", "schnelllauf", "hof", "falt", "hallen"), "uhr": ("armband", "wand", "taschen", "stopp", "schalt", "park", "quarz", "mess", "stand", "wasser", "gas"), "tran": ("leber", "fisch"), "test": ("schnell", "druck", "software", "material"), "eier": ("huehner", "enten", "wachtel", "frisch"), "ei": ("huehner", "voll", "fruehstuecks"), "teer": ("steinkohlen", "holz"), "fest": ("volks", "stadt", "sport", "musik"), "ton": ("blaeh", "toepfer", "feuerfest")}


def fold(word: str) -> str:
    """Lower-case word with umlauts and ß written out, as people without a German keyboard write them."""
    return _FOLDED.sub(lambda m: _FOLD[m.group()], word) if _FOLDED.search(word) else word


def _umlauted(word: str) -> str | None:
    """The word with its last a, o, u, au changed (rad gives raed), or None."""
    for index in range(len(word) - 1, -1, -1):
        if word[index] in "aou":
            if word[index] == "u" and index and word[index - 1] == "a":
                return word[: index - 1] + "aeu" + word[index + 1 :]
            if index + 1 < len(word) and word[index + 1] == "e" and word[index] in "aou":
                return None
            return word[:index] + word[index] + "e" + word[index + 1 :]
    return None


_BETWEEN = re.compile(r"-\s*(?:,|/|und|oder|sowie|bzw\.?|&)\s*(?:\w[\w-]*-\s*(?:,|/|und|oder|sowie|bzw\.?|&)\s*)*")
_FINAL_ENDINGS = ("", "e", "en", "n", "er", "ern", "es", "s", "em", "ens")
_LINKING = ("", "s", "es", "n", "en", "er", "e", "ns")


def _verb_stem(word: str) -> str | None:
    if word.endswith("en") and len(word) > 4:
        return word[:-2]
    if word.endswith(("eln", "ern")) and len(word) > 5:
        return word[:-1]
    return None


def _final_forms(word: str) -> Iterable[str]:
    for ending in _FINAL_ENDINGS:
        yield word + ending
    if (changed := _umlauted(word)) is not None:
        for ending in ("", "e", "en", "er", "ern", "n"):
            yield changed + ending
    if word.endswith("um"):
        yield word[:-2] + "en"
    if word.endswith("en"):
        yield word[:-1]
    if word.endswith("nis"):
        yield word + "se"
        yield word + "sen"
    if (stem := _verb_stem(word)) is not None:
        for ending in ("ung", "ungen", "t", "end", "ende", "enden"):
            yield stem + ending
        for participle in ("", "e", "en", "er", "es", "em"):
            yield "ge" + stem + "t" + participle


def _modifier_forms(word: str) -> Iterable[str]:
    for ending in _LINKING:
        yield word + ending
    if word.endswith("e") and len(word) > 4:
        yield word[:-1]
    if (changed := _umlauted(word)) is not None:
        yield changed + "er"
        yield changed + "e"
    if (stem := _verb_stem(word)) is not None:
        yield stem
        yield stem + "ungs"


class Splitter:
    """Splits German words into lexicon parts. Build once from the lexicon; `split` is cached."""

    def __init__(self, lexicon_words: Iterable[str], distinct: frozenset[str] = frozenset()) -> None:
        """Learn the parts.

        Args:
            lexicon_words: all words of the lexicon, inflected ones among them.
            distinct: folded words that are meanings of their own although they look like a form of another (Messen beside Messe).
        """
        lexicon_words = list(lexicon_words)
        verbs = {fold(w) for w in lexicon_words if w.endswith("n") and w.islower()}
        words = sorted({fold(w.lower()) for w in lexicon_words if w and not any(c.isdigit() for c in w)}, key=lambda w: (len(w), w))
        self._finals: dict[str, str] = {}
        self._modifiers: dict[str, str] = {}
        self._compounds: dict[str, tuple[tuple[str, int, int], ...]] = {}
        for word in words:
            if len(word) < 2:
                continue
            if word not in distinct and not self._is_new(word):
                # A plural that stands inside some label; its singular is there. The stem of the verb of the same form stays the
                # verb's as a modifier: Spritzguss is not the syringe's.
                stem_of_verb = _verb_stem(word) if word in verbs else None
                if stem_of_verb and self._modifiers.get(stem_of_verb) != stem_of_verb:
                    self._modifiers[stem_of_verb] = word
                continue
            pieces = self._split_into_known(word) if len(word) >= 6 else None
            if pieces is not None and len(pieces) > 1:
                self._compounds[word] = pieces
            else:
                self._add(word)
        self._cache: dict[str, tuple[tuple[str, int, int, bool], ...]] = {}

    def _is_new(self, word: str) -> bool:
        """Not the plural of a known word; -er alone is no plural here (Fräser is not several Fräsen)."""
        base = self._finals.get(word, word)
        changed = _umlauted(base)
        plurals = [base + ending for ending in ("n", "en", "e", "s")] + ([changed + ending for ending in ("", "e", "er")] if changed else [])
        return base == word or word not in plurals

    def _add(self, word: str) -> None:
        for table, forms in ((self._finals, _final_forms(word)), (self._modifiers, _modifier_forms(word))):
            for form in forms:
                # The word itself wins over a form of a shorter one; as a modifier a verb wins over a noun that lost its e
                # (Spritzguss is not the syringe's).
                is_verb = table is self._modifiers and form == _verb_stem(word) and table.get(form) != form
                if form == word or form not in table or is_verb:
                    table[form] = word

    def is_known(self, word: str) -> bool:
        """Whether the folded word is a form of a lexicon word or made of such."""
        return word in self._finals or word in self._compounds

    def _split_into_known(self, word: str) -> tuple[tuple[str, int, int], ...] | None:
        """Cheapest way to read the word as one modifier or more and a final part, all known; (key, start, end) each."""
        length = len(word)
        best: list[tuple[float, tuple[tuple[str, int, int], ...]] | None] = [None] * (length + 1)
        best[0] = (0.0, ())
        for start in range(length - SHORTEST_PART + 1):
            here = best[start]
            if here is None:
                continue
            for end in range(start + SHORTEST_PART, length + 1):
                table = self._finals if end == length else self._modifiers
                form = table.get(word[start:end])
                if form is None or (end == length and not _may_end(word, start)):
                    continue
                short = 0.6 if end - start < 4 else 0.25 if end - start < 5 else 0.0
                cost = here[0] + 1.0 + (0.0 if form == word[start:end] else 0.12) + short
                known = best[end]
                if known is None or cost < known[0]:
                    best[end] = (cost, (*here[1], (form, start, end)))
        found = best[length]
        return None if found is None else found[1]

    def split(self, word: str) -> tuple[tuple[str, int, int, bool], ...]:
        """Parts of a folded lower-case word as (key, start, end, known); offsets into the folded word."""
        found = self._cache.get(word)
        if found is None:
            found = self._split(word)
            if len(self._cache) > CACHED_WORDS:
                self._cache.clear()
            self._cache[word] = found
        return found

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_cache": {}}

    def _split(self, word: str) -> tuple[tuple[str, int, int, bool], ...]:
        if word in self._compounds:
            return tuple((*piece, True) for piece in self._compounds[word])
        whole = self._finals.get(word)
        if whole == word:
            return ((whole, 0, len(word), True),)
        pieces = self._split_into_known(word) if len(word) >= 6 else None
        if whole is not None and (pieces is None or len(pieces) == 1):
            return ((whole, 0, len(word), True),)
        if pieces is not None and (whole is None or len(pieces) > 1):
            return tuple((*piece, True) for piece in pieces)
        return self._split_with_stranger(word)

    def _split_with_stranger(self, word: str) -> tuple[tuple[str, int, int, bool], ...]:
        """One unknown piece beside known ones (Xylolpumpe); the unknown one needs four letters and a vowel."""
        length = len(word)
        for start in range(4, length - 4):  # longest known head first
            if length - start < 5 or not _VOWELS & set(word[:start]) or not _may_end(word, start):
                continue
            head = self._known_tail(word[start:])
            if head is not None and (length - start >= 6 or start >= 5):
                return (
                    (stem(word[:start].removesuffix("s") if start > 5 else word[:start]), 0, start, False),
                    *((key, s + start, e + start, True) for key, s, e in head),
                )
        for end in range(length - 4, 4, -1):  # longest known modifier
            form = self._modifiers.get(word[:end])
            if form is not None and end >= 5 and _VOWELS & set(word[end:]) and length - end >= 5:
                return ((form, 0, end, True), (stem(word[end:]), end, length, False))
        return ((stem(word), 0, length, False),)

    def _known_tail(self, tail: str) -> tuple[tuple[str, int, int], ...] | None:
        if tail in self._compounds:
            return self._compounds[tail]
        form = self._finals.get(tail)
        if form is not None:
            return ((form, 0, len(tail)),) if len(form) >= 5 else None
        pieces = self._split_into_known(tail) if len(tail) >= 8 else None
        return pieces if pieces is not None and len(pieces) > 1 else None

    def words(self, text: str) -> list[Word]:
        """The words of a normalised text with their parts; elided heads (Spritz- und Druckguss) are filled in."""
        found = [self._word(*place) for place in words_between(text)]
        return self._fill_elided(text, found)

    def _fill_elided(self, text: str, words: list[Word]) -> list[Word]:
        filled = list(words)
        for index, word in enumerate(words):
            if word.end < len(text) and text[word.end] == "-" and (match := _BETWEEN.match(text, word.end)):
                full = next((w for w in words[index + 1 :] if w.start >= match.end()), None)
                if full is not None and full.start == match.end() and len(full.parts) > 1:
                    tail = text[full.parts[1].start : full.end]
                    filled[index] = self._completed(word, word.text + tail, word.start, word.end)
            elif word.start and text[word.start - 1] == "-" and not word.joined and index and len(words[index - 1].parts) > 1:
                before = words[index - 1]
                if text[before.end : word.start].strip(" ,/-.") in ("und", "oder", "", "bzw", "sowie"):
                    front = text[before.start : before.parts[0].end]
                    filled[index] = self._completed(word, front + word.text, word.start - len(front), word.start)
        return filled

    def _completed(self, word: Word, full: str, start: int, edge: int) -> Word:
        """The word read as the full compound; parts that are not written at this place have no width."""
        if edge == word.end:
            parts = tuple(Part(p.key, min(p.start, edge), min(p.end, edge), p.is_known) for p in self._word(full, start, 0, False).parts)
        else:
            parts = tuple(Part(p.key, max(p.start, edge), max(p.end, edge), p.is_known) for p in self._word(full, start, 0, False).parts)
        return Word(word.text, word.start, word.end, parts, word.joined)

    def _word(self, word: str, start: int, end: int, joined: bool) -> Word:
        folded = fold(word)
        if any(c.isdigit() for c in folded) or not 3 <= len(folded) <= LONGEST_WORD:
            return Word(word, start, end, (Part(folded, start, end),), joined)
        places = _places(word, start) if folded != word else None
        parts = tuple(
            Part(key, places[s] if places else start + s, places[e] if places else start + e, known)
            for key, s, e, known in self.split(folded)
        )
        return Word(word, start, end, parts, joined)


def _may_end(word: str, start: int) -> bool:
    tail = word[start:]
    if start == 0 or tail not in _NO_HEAD:
        return True
    return any(word[:start].endswith((m, m + "s", m + "n", m + "en")) for m in _HEADS_AFTER_ALL.get(tail, ()))


def _places(word: str, start: int) -> list[int]:
    """Where each code point of the folded word stands in the text, and one for the end."""
    places: list[int] = []
    for index, character in enumerate(word):
        places.extend([start + index] * len(_FOLD.get(character, character)))
    places.append(start + len(word))
    return places


@functools.lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Light stem for words no lexicon knows: case and plural endings only."""
    for ending in ("ern", "en", "er", "es", "em", "e", "n", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
