"""Chinese text as characters and pairs of characters; no segmenter, because a wrong cut hides a word for good."""

from __future__ import annotations

import operator
import re
from collections.abc import Sequence

from kontor_core.language.privatives import ABSENT, Privative
from kontor_core.text import HAN

_RUN = re.compile(f"[{HAN}]+")
_COORDINATED = re.compile(rf"([{HAN}]{{2,6}})、([{HAN}]{{2,6}})(?=[{HAN}]{{2,}})")


def runs(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the runs of Han characters in a normalised text."""
    return [match.span() for match in _RUN.finditer(text)]


def grams(text: str, privatives: Sequence[Privative] = ()) -> list[str]:
    """Single characters and neighbouring pairs of each run, in order of appearance, repetitions kept.

    Args:
        privatives: what is lacking in them is marked; a pair across their edge says nothing and is left out.
    """
    found: list[str] = []
    if not privatives:
        for run in _RUN.findall(text):
            found.extend(run)
            found.extend(map(operator.add, run, run[1:]))
        return found
    for match in _RUN.finditer(text):
        start, end = match.span()
        inside = [p for p in privatives if start <= p.start < end]
        for begin, stop, mark in _stretches(start, end, inside):
            run = text[begin:stop]
            if mark:
                found.extend(mark + character for character in run)
                found.extend(mark + run[i : i + 2] for i in range(len(run) - 1))
            else:
                found.extend(run)
                found.extend(map(operator.add, run, run[1:]))
    return found


def _stretches(start: int, end: int, privatives: Sequence[Privative]) -> list[tuple[int, int, str]]:
    """A run cut at its privatives, as (start, end, mark); the word of lacking itself (无) is left out."""
    if not privatives:
        return [(start, end, "")]
    found: list[tuple[int, int, str]] = []
    for privative in privatives:
        found += [(start, privative.start, ""), (privative.thing_start, min(privative.thing_end, end), ABSENT)]
        start = privative.end
    return [*found, (start, end, "")]
