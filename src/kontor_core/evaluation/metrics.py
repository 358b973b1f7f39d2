"""Retrieval metrics with bootstrap intervals. Gain is the grade itself, discount log2 (Järvelin and Kekäläinen 2002)."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence

NAMES = ("ndcg@10", "hit@1", "hit@10", "mrr@10", "recall@100")
SAMPLES = 1000
SEED = 20_181


def ndcg(ranking: Sequence[str], grades: Mapping[str, int], depth: int = 10) -> float:
    """Normalised discounted cumulative gain at a depth, 0..1."""
    gain = sum(grades.get(key, 0) / math.log2(rank + 2) for rank, key in enumerate(ranking[:depth]))
    ideal = sum(grade / math.log2(rank + 2) for rank, grade in enumerate(sorted(grades.values(), reverse=True)[:depth]))
    return gain / ideal if ideal else 0.0


def hit(ranking: Sequence[str], grades: Mapping[str, int], depth: int) -> float:
    """1 when a document of grade 1 or more is among the first."""
    return float(any(grades.get(key, 0) > 0 for key in ranking[:depth]))


def reciprocal_rank(ranking: Sequence[str], grades: Mapping[str, int], depth: int = 10) -> float:
    """One over the rank of the first relevant document, 0 beyond the depth."""
    return next((1.0 / rank for rank, key in enumerate(ranking[:depth], 1) if grades.get(key, 0) > 0), 0.0)


def recall(ranking: Sequence[str], grades: Mapping[str, int], depth: int = 100) -> float:
    """Share of the relevant documents among the first."""
    relevant = {key for key, grade in grades.items() if grade > 0}
    return len(relevant & set(ranking[:depth])) / len(relevant) if relevant else 0.0


def all_of(ranking: Sequence[str], grades: Mapping[str, int]) -> dict[str, float]:
    """Every metric of one query."""
    return {
        "ndcg@10": ndcg(ranking, grades), "hit@1": hit(ranking, grades, 1), "hit@10": hit(ranking, grades, 10),
        "mrr@10": reciprocal_rank(ranking, grades), "recall@100": recall(ranking, grades),
    }


def mean(values: Sequence[float]) -> float:
    """Arithmetic mean, 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def interval(values: Sequence[float], samples: int = SAMPLES) -> tuple[float, float]:
    """95 % bootstrap interval of the mean, with a fixed seed."""
    if len(values) < 2:
        return (mean(values), mean(values))
    chance = random.Random(SEED)  # noqa: S311 - resampling, not secrecy
    means = sorted(mean(chance.choices(values, k=len(values))) for _ in range(samples))
    return means[int(0.025 * samples)], means[int(0.975 * samples) - 1]
