"""A figure is a ratio over rows: what was right of what there was. One form for means, precision, recall and accuracy."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SAMPLES = 1000
SEED = 20_181

Pairs = Sequence[tuple[float, float]]
"""(right, of how many) of each row; a mean has 1 as its second number."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A ratio of sums with its 95 % bootstrap interval over rows."""

    value: float
    low: float
    high: float
    rows: int


def ratio(pairs: Pairs) -> float:
    """Sum of the first numbers by sum of the second, 0 of nothing."""
    below = sum(of for _, of in pairs)
    return sum(right for right, _ in pairs) / below if below else 0.0


def figure(pairs: Pairs) -> Figure:
    """The ratio and its interval; rows are drawn anew with a fixed seed."""
    if len(pairs) < 2:
        return Figure(ratio(pairs), ratio(pairs), ratio(pairs), len(pairs))
    chance = random.Random(SEED)
    drawn = sorted(ratio(chance.choices(pairs, k=len(pairs))) for _ in range(SAMPLES))
    return Figure(ratio(pairs), drawn[int(0.025 * SAMPLES)], drawn[int(0.975 * SAMPLES) - 1], len(pairs))


Measured = Mapping[str, Pairs]
"""Name of a figure -> its rows."""
