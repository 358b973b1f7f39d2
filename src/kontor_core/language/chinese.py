"""Chinese text as characters and pairs of characters; no segmenter, because a wrong cut hides a word for good."""

from __future__ import annotations

import re

from kontor_core.text import HAN

_RUN = re.compile(f"[{HAN}]+")
_COORDINATED = re.compile(rf"([{HAN}]{{2,6}})、([{HAN}]{{2,6}})(?=[{HAN}]{{2,}})")


def runs(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the runs of Han characters in a normalised text."""
    return [match.span() for match in _RUN.finditer(text)]


def grams(text: str) -> list[str]:
    """Single characters and neighbouring pairs of each run, in order of appearance, repetitions kept."""
    found: list[str] = []
    for match in _RUN.finditer(text):
        run = match.group()
        found.extend(run)
        found.extend(run[i : i + 2] for i in range(len(run) - 1))
    return found
