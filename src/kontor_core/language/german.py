"""German words split into the parts that trade language is made of.

A word is matched as a sequence of parts, so that Aluminiumdruckgussgehäuse holds Aluminiumdruckguss and ends in its head, Gehäuse.
The parts come from a `Lexicon` (the thesaurus' labels and the part lexicon). A lexicon word that is itself made of shorter ones is
never a part: Druckguss is always Druck + Guss, alone and inside a longer word, so that label and text meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kontor_core.language.german_forms import DERIVED, VERBAL_ENDINGS, final_forms, fold, folded_places, is_syllabic, modifier_forms, plurals, stem, umlauted, verb_stem
from kontor_core.language.german_parts import KnownParts
from kontor_core.language.tokens import Part, Word, words_between

SHORTEST_PART = 3
"""Letters of a part at least (öl counts three as oel); shorter pieces split Balkon into Bal-Kon."""

NO_PARTS = KnownParts()
CACHED_WORDS = 200_000
LONGEST_WORD = 80
"""Letters; what is longer is no word, and splitting costs the square of its length."""

_VOWELS = set("aeiouy")
_NO_HEAD = frozenset({"ei", "eier", "eien", "er", "ern", "ren", "ung", "tat", "ion", "art", "arten", "rand", "los", "mal", "ant", "ente", "enten", "rat", "rate", "teer", "test", "tor", "ton", "ster", "elle", "alle", "ende", "enden", "igel", "ingen", "inge", "eis", "age", "ort", "uhr", "not", "isch", "see", "fest", "tran", "aetze", "tief", "bar", "same", "samen", "vier", "vieren"})
"""Pieces that are endings far more often than heads when a lexicon word would be taken apart (Gießerei is not Gießer + Ei)."""
_HEADS_AFTER_ALL = {"eis": ("speise", "trocken", "stiel"), "samen": ("lein", "gras", "mohn", "hanf", "raps", "rueb", "kuemmel", "sesam", "gemuese", "blumen"), "tor": ("garagen", "roll", "sektional", "industrie", "schiebe", "schnelllauf", "hof", "falt", "hallen"), "uhr": ("armband", "wand", "taschen", "stopp", "schalt", "park", "quarz", "mess", "stand", "wasser", "gas"), "tran": ("leber", "fisch"), "test": ("schnell", "druck", "software", "material"), "eier": ("huehner", "enten", "wachtel", "frisch"), "ei": ("huehner", "voll", "fruehstuecks"), "teer": ("steinkohlen", "holz"), "fest": ("volks", "stadt", "sport", "musik"), "ton": ("blaeh", "toepfer", "feuerfest")}


_PREFIXES = ("ab", "an", "auf", "aus", "be", "durch", "ein", "ent", "mit", "nach", "rueck", "ueber", "um", "unter", "ver", "vor", "wieder", "zer", "zu")
"""A prefix before a known part is one part with it (Einwanderungs-beratung), never a part alone."""
_PREFIX_BEGINNINGS = frozenset(prefix[:2] for prefix in _PREFIXES)
_ELIDED_PREFIXES = sorted((*_PREFIXES, "ex", "im", "er", "miss", "innen", "aussen", "hin", "her", "hoch", "los", "fort", "zusammen"), key=len, reverse=True)
_CONJUNCTIONS = frozenset(("und", "oder", "sowie", "bzw", "u"))
_AND = r"(?:,|/|und|oder|sowie|bzw\.?|u\.|&)"
_BETWEEN = re.compile(rf"-\s*{_AND}\s*(?:\w[\w-]*-\s*{_AND}\s*){{0,8}}-?")
"""From the hyphen of an elided word to the word that holds its head, over other elided words: Holz-, Metall- und |Kunststoffverarbeitung."""
_BACK = re.compile(rf"(?:\s*{_AND}\s*){{1,3}}-")
"""From a whole word to the hyphen of one whose front is elided: Blechbearbeitung| und -|umformung."""
_DERIVATION = re.compile(r"(?:at(?:ion|or|iv|ur)|is(?:ier|ation|mus|tik|ch)|ier(?:en|ung|er|t)|i?taet|lich|bar(?:keit)?|igkeit|heit|schaft|chen|lein|esk|oid|ose)")
"""Begins what is an ending and no head: Ventil-ation, Alkohol-isch."""


class Splitter:
    """Splits German words into lexicon parts. Build once from the lexicon; `split` is cached."""

    def __init__(self, lexicon_words: Iterable[str], distinct: frozenset[str] = frozenset(), known: KnownParts = NO_PARTS) -> None:
        """Learn the parts.

        Args:
            lexicon_words: all words of the lexicon, inflected ones among them.
            distinct: folded words that are meanings of their own although they look like a form of another (Messen beside Messe).
            known: parts that need no label, and words that are never taken apart.
        """
        lexicon_words = [*lexicon_words, *known.free]
        verbs = {fold(w) for w in lexicon_words if w.endswith("n") and w.islower()}
        words = sorted({fold(w.lower()) for w in lexicon_words if w and not any(c.isdigit() for c in w)}, key=lambda w: (len(w), w))
        self._finals: dict[str, str] = {}
        self._modifiers: dict[str, str] = {}
        self._compounds: dict[str, tuple[tuple[str, int, int], ...]] = {}
        given_verbs = {fold(word) for word in known.free if word.islower() and word.endswith("n")}
        given_nouns = {fold(word.lower()) for word in known.free} - given_verbs
        stems = {stem for word in given_verbs if (stem := verb_stem(word))} - given_nouns - known.front  # Dreh is no noun, drehen is
        self._short = {folded for word in known.free if len(folded := fold(word.lower())) < 4}
        self._modifiers.update((word, word) for word in known.front)
        for word in sorted(known.whole):
            self._add(word)
        self._finals.update((word + ending, word) for word in sorted(known.names) for ending in ("", "s", "er"))
        for word in words:
            if len(word) < 2 or word in known.whole or word in known.names or word in known.no_part or word in stems:
                continue
            if word not in distinct and word not in given_nouns and not self._is_new(word):
                # A plural that stands inside some label; its singular is there. The stem of the verb of the same form stays the
                # verb's as a modifier: Spritzguss is not the syringe's.
                stem_of_verb = verb_stem(word) if word in verbs else None
                if stem_of_verb and self._modifiers.get(stem_of_verb) != stem_of_verb:
                    self._modifiers[stem_of_verb] = word
                for ending in VERBAL_ENDINGS if stem_of_verb else ():
                    self._finals.setdefault(f"{stem_of_verb}{ending}", self._finals[word])
                continue
            pieces = self._split_into_known(word) if len(word) >= 6 and word not in given_verbs else None
            if pieces is not None and len(pieces) > 1:
                self._compounds[word] = pieces
            else:
                self._add(word)
        self._cache: dict[str, tuple[tuple[str, int, int, bool], ...]] = {}
        self._read: dict[str, tuple[tuple[str, int, int, bool], ...]] = {}

    def _is_new(self, word: str) -> bool:
        """Not the plural of a known word."""
        base = self._finals.get(word, word)
        return base == word or word not in plurals(base)

    def _add(self, word: str) -> None:
        changed = umlauted(word) if is_syllabic(word) else None
        for table, forms in ((self._finals, final_forms(word)), (self._modifiers, modifier_forms(word))):
            for form in forms:
                # The word itself wins over a form of a shorter one; as a modifier a verb wins over a noun that lost its e
                # (Spritzguss is not the syringe's).
                is_verb = table is self._modifiers and form == verb_stem(word) and table.get(form) != form
                is_noun = table is self._modifiers and form == word + "s"  # Dichtungsring is the Dichtung's, not dichten's
                is_plural = form == changed and table is self._finals and table.get(form) != form  # Gärten ferment nothing
                is_process = word.endswith("ung") and form.endswith(("ungen", "ungs")) and not table.get(form, "ung").endswith("ung")  # Leitungen are no leiten
                if form == word or form not in table or is_verb or is_noun or is_plural or is_process:
                    table[form] = word

    def is_known(self, word: str) -> bool:
        """Whether the folded word is a form of a lexicon word or made of such."""
        return word in self._finals or word in self._compounds

    def knows(self, word: str, is_last: bool = True) -> bool:
        """Whether the lexicon holds the folded word by itself, or as a modifier in front of others."""
        return word in self._finals or word in self._compounds if is_last else word in self._modifiers

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
                piece = word[start:end]
                form = table.get(piece)
                if form is None and end - start >= 7 and piece[:2] in _PREFIX_BEGINNINGS:
                    form = _prefixed(table, piece)
                if form is None or (end == length and not _may_end(word, start)):
                    continue
                letters = min(end - start, len(form))  # without the linking element: Spur-Stange, not Spurs-Tange
                short = (0.6 if form not in self._short else 0.3) if letters < 4 else 0.25 if letters < 5 else 0.0
                derived = (0.15 if end < length and piece.endswith(DERIVED) else 0.0) if form == piece else 0.12 if piece in table else 0.5
                cost = here[0] + 1.0 + derived + short
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
        return {**self.__dict__, "_cache": {}, "_read": {}}

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
            return tuple((*piece, piece[0] in self._finals or piece[0] in self._modifiers) for piece in pieces)
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
            if form is not None and end >= 5 and _VOWELS & set(word[end:]) and length - end >= 5 and not _DERIVATION.match(word[end:]):
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
        starts = {word.start: number for number, word in enumerate(words)}
        for index, word in enumerate(words):
            if word.end < len(text) and text[word.end] == "-" and (match := _BETWEEN.match(text, word.end)):
                full = words[starts[match.end()]] if match.end() in starts else None
                if full is not None and (tail := self._tail(text, word, full)):
                    filled[index] = self._completed(word, word.text + tail, word.start, word.end)
        for index, word in enumerate(words):
            if index and word.start and text[word.start - 1] == "-" and not word.joined:
                before = next((w for w in reversed(filled[max(0, index - 3) : index]) if w.text not in _CONJUNCTIONS), None)
                if before is not None and len(before.parts) > 1 and _BACK.fullmatch(text[before.end : word.start].lstrip("-")):
                    front = self._front(text, before)
                    filled[index] = self._completed(word, front + word.text, word.start - len(front), word.start)
        return filled

    def _tail(self, text: str, word: Word, full: Word) -> str:
        """What the elided word lacks of the full one: its parts after the first, less where that makes a word of the lexicon."""
        for part in full.parts[1:]:
            tail = text[part.start : full.end]
            if fold(word.text + tail) in self._compounds:
                return tail
        prefix = next((p for p in _ELIDED_PREFIXES if word.text.endswith(p)), "")
        theirs = next((p for p in _ELIDED_PREFIXES if full.text.startswith(p) and len(full.text) - len(p) >= 3), "")
        if prefix and theirs and prefix != theirs and (word.text == prefix or not self.is_known(fold(word.text))):  # not the er of Leder
            return full.text[len(theirs) :]  # Im- und Export, Metallbe- und -verarbeitung
        if len(full.parts) > 1:
            return text[full.parts[1].start : full.end]
        cuts = (full.text[cut:] for cut in range(3, len(full.text) - 2))
        return next((tail for tail in cuts if fold(word.text + tail) in self._finals), "")  # Groß- und Einzelhandel

    def _front(self, text: str, before: Word) -> str:
        """The first part of the word before, also where that is elided itself (Stahlrohre, -profile, -bleche)."""
        first = before.parts[0]
        return text[before.start : first.end] if first.end > first.start else first.key

    def _completed(self, word: Word, full: str, start: int, edge: int) -> Word:
        """The word read as the full compound; parts that are not written at this place have no width."""
        found = self._word(full, start, 0, False).parts
        if len(found) == 1 and not found[0].is_known and edge == word.end and self.is_known(fold(tail := full[len(word.text) :])):
            found = (*word.parts, *self._word(tail, edge, 0, False).parts)  # CNC- und Drehteile
        if edge == word.end:
            parts = tuple(Part(p.key, min(p.start, edge), min(p.end, edge), p.is_known) for p in found)
        else:
            parts = tuple(Part(p.key, max(p.start, edge), max(p.end, edge), p.is_known) for p in found)
        return Word(word.text, word.start, word.end, parts, word.joined)

    def _word(self, word: str, start: int, end: int, joined: bool) -> Word:
        read = self._read.get(word)
        if read is None:
            if len(self._read) > CACHED_WORDS:
                self._read.clear()
            read = self._read[word] = self._parts(word)
        if read[-1][2] < 0:
            return Word(word, start, end, (Part(read[0][0], start, end),), joined)
        return Word(word, start, end, tuple([Part(key, start + s, start + e, known) for key, s, e, known in read]), joined)

    def _parts(self, word: str) -> tuple[tuple[str, int, int, bool], ...]:
        """Parts of a word as written, offsets into it; one part whose end is below 0 takes the whole span, whatever its length."""
        folded = fold(word)
        if any(c.isdigit() for c in folded) or not 3 <= len(folded) <= LONGEST_WORD:
            return ((folded, 0, -1, True),)
        if folded == word:
            return self.split(folded)
        places = folded_places(word, 0)
        return tuple((key, places[s], places[e], known) for key, s, e, known in self.split(folded))


def _prefixed(table: dict[str, str], piece: str) -> str | None:
    """The key of a prefix with a known part of five letters or more (einwanderungs: einwandern)."""
    for length in (2, 3, 4, 5, 6):
        if piece[:length] in _PREFIXES and len(piece) - length >= 5 and (base := table.get(piece[length:])) is not None and len(base) >= 5:
            return piece[:length] + base
    return None


def _may_end(word: str, start: int) -> bool:
    tail = word[start:]
    if start == 0 or tail not in _NO_HEAD:
        return True
    return any(word[:start].endswith((m, m + "s", m + "n", m + "en")) for m in _HEADS_AFTER_ALL.get(tail, ()))
