"""Shapes of German words: written-out umlauts, endings, linking elements, and what a word looks like as the front or the end of a longer one."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

_FOLD = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e", "á": "a", "à": "a", "ç": "c", "ô": "o"}
_FOLDED = re.compile("[äöüßéèáàçô]")
DERIVED = ("ung", "heit", "keit", "schaft", "taet", "ion", "ling")
"""Endings of nouns that are linked by s and by nothing else."""
_HISSING = ("s", "x", "z", "sch", "st")
VERBAL_ENDINGS = ("ung", "ungen", *(stem + case for stem in ("t", "end") for case in ("", "e", "en", "er", "es", "em")))
_ER_PLURALS = tuple(
    "rad haus blatt glas buch tuch dach fach loch fass bad band wald mann volk gut land wort kraut huhn kalb lamm grab schloss dorf horn korn amt gras rand mund wurm holz gott bund pfand haupt".split()
)
"""Nouns with Umlaut and -er; no other takes it (Müller is not several Mull)."""


def fold(word: str) -> str:
    """Lower-case word with umlauts and ß written out, as people without a German keyboard write them."""
    return _FOLDED.sub(lambda m: _FOLD[m.group()], word) if _FOLDED.search(word) else word


def folded_places(word: str, start: int) -> list[int]:
    """Where each code point of the folded word stands in the text, and one for the end."""
    places: list[int] = []
    for index, character in enumerate(word):
        places.extend([start + index] * len(_FOLD.get(character, character)))
    places.append(start + len(word))
    return places


def umlauted(word: str) -> str | None:
    """The word with its last a, o, u, au changed (rad gives raed), or None."""
    for index in range(len(word) - 1, -1, -1):
        if word[index] in "aou":
            if word[index] == "u" and index and word[index - 1] == "a":
                return word[: index - 1] + "aeu" + word[index + 1 :]
            if index + 1 < len(word) and word[index + 1] == "e" and word[index] in "aou":
                return None
            return word[:index] + word[index] + "e" + word[index + 1 :]
    return None


def verb_stem(word: str) -> str | None:
    """What is left of an infinitive; molybdän and grün are none."""
    if word.endswith("en") and len(word) > 4 and not word.endswith(("aen", "oen")) and (word[-3] != "u" or word[-4] in "ae"):
        return word[:-2]
    if word.endswith(("eln", "ern")) and len(word) > 5:
        return word[:-1]
    return None


def is_syllabic(word: str) -> bool:
    """Ends in an unstressed -er, -el, -en (Halter, Hebel, Feuer, not Meer, Spiel, Tür, Militär)."""
    return word.endswith(("er", "el", "en")) and len(word) > 3 and word[-3] not in "eiao" and (word[-3] != "u" or word[-4] in "ae")


def _endings(word: str) -> tuple[str, ...]:
    """Case and plural endings that a word of this shape can take."""
    if word.endswith("ei"):
        return ("", "en", "er", "ern", "es", "s", "e", "em")
    if word.endswith("e"):
        return ("", "n", "s", "ns")
    if is_syllabic(word):
        return ("", "s", "n", "e", "es", "em")
    endings = ("", "e", "en", "er", "ern", "es", "s", "em", "ens")
    return (*endings, "n") if word[-1] in "rl" else endings


def _links(word: str) -> tuple[str, ...]:
    """Linking elements that a word of this shape can take; a wrong one makes Schraubendreher-ein-satz of an Einsatz."""
    if word.endswith(DERIVED) and len(word) > 5:
        return ("", "s")
    if word == "ei":
        return ("", "er")
    if word.endswith("e"):
        return ("", "n", "ns")
    if is_syllabic(word):
        return ("", "s", "n")
    if word.endswith(_HISSING):
        return ("", "es", "en", "er", "e")
    return ("", "s") if word[-1] in "aioy" else ("", "s", "es", "en", "er", "e")


def _after_umlaut(word: str) -> tuple[str, ...]:
    """Plural endings of a word whose vowel changes (Nägel, Räder, Schläuche); Müll is not several Mull."""
    if is_syllabic(word):
        return ("", "n")
    if word.endswith("band"):
        return ("e", "en", "er", "ern")
    return ("er", "ern") if word.endswith(_ER_PLURALS) else ("e", "en")


def plurals(word: str) -> list[str]:
    """Plurals; -er alone is none (Fräser is not several Fräsen), nor is an Umlaut alone but in Nagel, Nägel."""
    endings = ("n", "s") if word.endswith("e") else ("n", "en", "e", "s") if word[-1] in "rl" else ("en", "e", "s")
    changed = umlauted(word)
    return [word + ending for ending in endings] + ([changed + ending for ending in _after_umlaut(word)] if changed else [])


def final_forms(word: str) -> Iterable[str]:
    """What the word looks like alone and as the last part of a longer one."""
    for ending in _endings(word):
        yield word + ending
    if (changed := umlauted(word)) is not None:
        yield from (changed + ending for ending in _after_umlaut(word))
    if word.endswith("um"):
        yield word[:-2] + "en"
    if word.endswith(("al", "il")):
        yield word + "ien"
    if word.endswith("en"):
        yield word[:-1]
    if word.endswith("nis"):
        yield word + "se"
        yield word + "sen"
    if (stem := verb_stem(word)) is not None:
        for ending in VERBAL_ENDINGS:
            yield stem + ending
        for participle in ("", "e", "en", "er", "es", "em"):
            yield "ge" + stem + "t" + participle


def modifier_forms(word: str) -> Iterable[str]:
    """What the word looks like in front of another part."""
    for link in _links(word):
        yield word + link
    if word.endswith("e") and len(word) > 4:
        yield word[:-1]
    if (changed := umlauted(word)) is not None:
        yield changed + ("er" if word.endswith(_ER_PLURALS) else "e")
    if (stem := verb_stem(word)) is not None:
        yield stem
        yield stem + "e"  # Biegeteil, Ladestation
        yield stem + "ungs"


@functools.lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Light stem for words no lexicon knows: case and plural endings only."""
    for ending in ("ern", "en", "er", "es", "em", "e", "n", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
