"""Where Chinese words probably end, to leave out pairs of characters that straddle two words (会计|服务 is no 计服)."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable

from kontor_core.language import chinese

LONGEST = 4
UNKNOWN = -14.0
"""Log probability of a character that begins no known word: worse than every known word."""


class Segmenter:
    """Cuts runs of characters into the likeliest known words; used for pairs only, never to look a word up."""

    def __init__(self, labels: Iterable[str]) -> None:
        """Words are the labels of two to four characters; each counts once and once for every label that begins or ends with it."""
        runs = [label[start:end] for label in labels for start, end in chinese.runs(label)]
        words = {run for run in runs if 2 <= len(run) <= LONGEST}
        counts = Counter(dict.fromkeys(words, 1))
        for run in runs:
            for length in range(2, LONGEST + 1):
                if len(run) > length:
                    for end in (run[:length], run[-length:]):
                        if end in words:
                            counts[end] += 1
        for word in [w for w in words if len(w) == LONGEST and w[:2] in words and w[2:] in words]:
            del counts[word]  # two words written together hide the border between them
        total = sum(counts.values()) or 1
        self._words = {word: math.log(count / total) for word, count in counts.items()}

    def words(self, run: str) -> list[str]:
        """The likeliest cut of a run of Chinese characters; unknown characters stand alone."""
        best = [0.0] + [-math.inf] * len(run)
        last = [0] * (len(run) + 1)
        for end in range(1, len(run) + 1):
            best[end], last[end] = best[end - 1] + UNKNOWN, end - 1
            for start in range(max(0, end - LONGEST), end - 1):
                value = self._words.get(run[start:end])
                if value is not None and best[start] + value > best[end]:
                    best[end], last[end] = best[start] + value, start
        found = []
        end = len(run)
        while end:
            found.append(run[last[end] : end])
            end = last[end]
        return found[::-1]

    def straddling(self, text: str) -> frozenset[str]:
        """Pairs of characters that only stand where one known word ends and the next begins."""
        apart: set[str] = set()
        inside: set[str] = set()
        for start, end in chinese.runs(text):
            words = self.words(text[start:end])
            for word in words:
                inside.update(word[i : i + 2] for i in range(len(word) - 1))
            for word, following in itertools.pairwise(words):
                (apart if len(word) > 1 and len(following) > 1 else inside).add(word[-1] + following[0])
        return frozenset(apart - inside)
