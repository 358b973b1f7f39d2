"""What the three languages hand to annotation and retrieval: words made of parts, with offsets into the normalised text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from kontor_core.text import HAN

WORD = re.compile(rf"[^\W_{HAN}]+(?:['.,/+](?=\d)[^\W_{HAN}]+|'(?!s\b)[^\W\d_]+|\+\+|#)*")
"""A Latin word or a number with its unit: letters and digits, inner apostrophes, decimal points, C++ and C#."""


@dataclass(frozen=True, slots=True)
class Part:
    """A word part: its key (lemma of the part), where it stands, and whether it is known to the lexicon."""

    key: str
    start: int
    end: int
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class Word:
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
    """The Latin words of a normalised text as (word, start, end, joined to the word before by a hyphen)."""
    found: list[tuple[str, int, int, bool]] = []
    end_before = -2
    for match in WORD.finditer(text):
        start = match.start()
        joined = start == end_before + 1 and text[start - 1] == "-"
        found.append((match.group(), start, match.end(), joined))
        end_before = match.end()
    return found
