"""Capital letters of German: where the writer sets them, a word in small letters is no noun (wir planen, Planen)."""

from __future__ import annotations

from collections.abc import Sequence

from kontor_core.language.tokens import Word
from kontor_core.text import LONGEST_TEXT, Normalised

_ENDS = ".!?:;\n•*|/-–\"'„“(>"
LEAST_SHARE = 0.15
"""Share of the words that begin with a capital inside a sentence; a German text has a third, one typed in small letters at most its names."""


def as_written(normalised: Normalised, original: str) -> str:
    """The original, code point by code point beside the normalised text."""
    if normalised.positions is None:
        return original[:LONGEST_TEXT]
    return "".join([original[place] for place in normalised.positions[:-1]])


def tells_nouns(written: str, words: Sequence[Word]) -> bool:
    """Whether the capitals of a text tell nouns from other words; acronyms and beginnings of sentences say nothing."""
    capital = 0
    for word in words:
        letters = written[word.start : word.start + 2]
        if letters[:1].isupper() and letters[1:].islower() and not _begins(written, word.start):
            capital += 1
    return capital >= max(1, LEAST_SHARE * len(words))


def _begins(written: str, start: int) -> bool:
    before = written[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in _ENDS
