"""The industries a company stands in, as ISIC Rev.4 codes of all four levels, for filters."""

from __future__ import annotations

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
        counted = Counter(isic for concept in offered if len(isic := thesaurus.concepts[concept].isic) == 4 and isic in known)
        classes = [code for code, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:MOST_CLASSES]]
    found: dict[str, set[str]] = {}
    for code in classes:
        while code:
            found.setdefault("isic1" if code.isalpha() else f"isic{len(code)}", set()).add(code)
            code = known[code].parent if code in known else ""
    return {name: frozenset(values) for name, values in found.items()}
