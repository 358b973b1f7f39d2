"""What the three languages hand to annotation and retrieval: words made of parts, with offsets into the normalised text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from kontor_core.text import HAN

_UNITS = "|".join(
    "kvar kva kwh mwh kwp kv kw va wp v w khz mhz ghz hz mm2 mm3 mm cm2 cm3 cm m2 m3 km µm μm nm kg mg ml hl bar mbar mpa kpa kn mah ah lm rpm dpi gbit mbit gb tb mb ms".split()
)
"""Units that may stand behind a blank; single letters that are words or signs elsewhere (a, l, m, t) are not among them."""
_DESIGNATIONS = "m|ip|dn|pn|adc|pa"
WORD = re.compile(
    rf"\d+(?:[.,]\d+)?[ ](?:{_UNITS})(?![^\W_{HAN}])|(?:{_DESIGNATIONS})[ ]\d+(?![^\W_{HAN}.,])|x\d+[a-z]+\d+(?:-\d+)+(?![^\W_{HAN}])"
    rf"|[^\W_{HAN}]+(?:(?:['.,+]|(?<=\d)/)(?=\d)[^\W_{HAN}]+|'(?!s\b)[^\W\d_]+|\+\+|#)*"
)
"""A Latin word or a number with its unit: letters and digits, inner apostrophes, decimal points, C++ and C#. A number keeps its unit, a
designation its number, a steel its alloying numbers, with a blank between or without (220 V, M 8, X5CrNi18-10)."""
_DECIMAL = re.compile(r"(?<![\d,])(\d+),(\d{1,2})(?=[^\d.,]|$)")


class Part(NamedTuple):
    """A word part: its key (lemma of the part), where it stands, and whether it is known to the lexicon. A tuple, because every word makes some."""

    key: str
    start: int
    end: int
    is_known: bool = True


class Word(NamedTuple):
    """A word as written, with its parts in reading order; the last part is the head."""

    text: str
    start: int
    end: int
    parts: tuple[Part, ...]
    joined: bool = False
    """Joined to the word before by a hyphen."""


class Lexicon(Protocol):
    """The words a language module may rely on."""

    def words(self, language: str) -> Iterable[str]:
        """Words of a language as their labels write them, nouns of German in capitals."""
        ...


def words_between(text: str) -> list[tuple[str, int, int, bool]]:
    """The Latin words of a normalised text as (word, start, end, joined to the word before by a hyphen).

    A word with a number is written in one way (220v, 0.5mm, x5crni1810), so that its length may differ from its span.
    """
    found: list[tuple[str, int, int, bool]] = []
    end_before = -2
    for match in WORD.finditer(text):
        start = match.start()
        joined = start == end_before + 1 and text[start - 1] == "-"
        word = match.group()
        if not word.isalpha():
            word = _DECIMAL.sub(r"\1.\2", word, count=1).replace(" ", "")
            if word[0] == "x":
                word = word.replace("-", "")
        found.append((word, start, match.end(), joined))
        end_before = match.end()
    return found
