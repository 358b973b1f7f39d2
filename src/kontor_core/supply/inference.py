"""What an industry code alone tells of a company: concepts that are marked as inferred, for nobody said that the company does them."""

from __future__ import annotations

import functools
import re

from kontor_core.classification.codes import CodeMention, concepts_of, find_codes
from kontor_core.classification.tables import table
from kontor_core.supply.scope import IndustryCode

_HINTS = {"gbt4754": "GB/T 4754", "wz2008": "WZ"}
EDITIONS = {"gbt4754": "GB/T 4754-2017", "wz2008": "WZ 2008"}
"""Scheme of a code -> the edition whose codes are known."""
_FEWEST_DIGITS = 3
"""A group (24.5) still says what is made; a division (25, metal products) is a whole trade, and anything of it would be a guess."""


@functools.lru_cache(maxsize=4096)
def mention_of(scheme: str, code: str) -> CodeMention | None:
    """The class a code of a list stands for; None for one that does not exist. Lists write 46.69.0 for the whole of 46.69."""
    for written in dict.fromkeys((code, re.sub(r"\.0$", "", code))):
        for mention in find_codes(f"{_HINTS.get(scheme, 'WZ')} {written}"):
            if mention.isic:
                return mention
    return None


def inferred_concepts(code: IndustryCode) -> tuple[str, ...]:
    """Ids of concepts, likeliest first; empty for a code of a whole trade or of nothing one could offer."""
    mention = mention_of(code.scheme, code.code)
    if mention is None or len(re.sub(r"\D", "", mention.code)) < _FEWEST_DIGITS:
        return ()
    return concepts_of(mention)


def wording(code: IndustryCode, language: str) -> str:
    """The code in words: with the title of the list (24.53.0 Leichtmetallgießereien), else with ours."""
    if code.title:
        return f"{code.code} {code.title}"
    mention = mention_of(code.scheme, code.code)
    entries = table("gbt4754" if code.scheme == "gbt4754" else "wz2008")
    entry = entries.get(mention.code) if mention is not None else None
    while entry is not None and language not in entry.titles:
        entry = entries.get(entry.parent)  # a class without a title of its own is called as its group
    return f"{code.code} {entry.titles[language]}" if entry is not None else code.code
