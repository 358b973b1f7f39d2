"""The industries a company stands in, as ISIC Rev.4 codes of all four levels, for filters."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Sequence

from kontor_core.classification.tables import table
from kontor_core.thesaurus.concepts import Thesaurus

MOST_CLASSES = 4
"""Classes that are read from what a company offers; a list of products touches many, its business is few."""


def industry_filters(thesaurus: Thesaurus, codes: Sequence[str], offered: Iterable[int]) -> dict[str, frozenset[str]]:
    """Values of isic1 (section) to isic4 (class).

    Args:
        codes: ISIC codes that a register or the company states; where there are none, what it offers tells.
        offered: concepts it offers.
    """
    known = table("isic4")
    classes = [code for code in codes if code in known]
    if not classes:
        concepts = thesaurus.concepts
        counted = Counter([isic for concept in offered if len(isic := concepts[concept].isic) == 4 and isic in known])
        classes = sorted(counted, key=lambda code: (-counted[code], code))[:MOST_CLASSES]
    found: dict[str, set[str]] = {}
    for code in classes:
        for name, value in _levels(code):
            found.setdefault(name, set()).add(value)
    return {name: frozenset(values) for name, values in found.items()}


@functools.cache
def _levels(code: str) -> tuple[tuple[str, str], ...]:
    """(name of the filter, code) of a known code and all above it."""
    known = table("isic4")
    found = []
    while code:
        found.append(("isic1" if code.isalpha() else f"isic{len(code)}", code))
        code = known[code].parent if code in known else ""
    return tuple(found)
