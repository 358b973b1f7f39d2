"""Names of the two countries in a query say where, not what: the country is chosen beside the question, so they are not looked for."""

from __future__ import annotations

import re
from dataclasses import replace

from kontor_core.search.analysis import Analysis

_NAMES = re.compile(
    r"(?:deutschland|deutsche[nmrs]?|deutsch|germany|german|china|chinas|chinesische[nmrs]?|chinesisch|chinese|德国|中国|德方|中方)"
)
"""Forms in normalised text."""
_CHINA = "China"
"""With its capital; china is porcelain."""


def without_countries(analysis: Analysis) -> Analysis:
    """The analysis without words that are nothing but the name of one of the countries, if anything else is left."""
    text, original = analysis.normalised.text, analysis.original
    leftovers = [x for x in analysis.leftovers if not _is_country(text, x.start, x.end)]
    statements = [s for s in analysis.statements if original[s.start : s.end] != _CHINA]
    if not (leftovers or statements) or (len(leftovers), len(statements)) == (len(analysis.leftovers), len(analysis.statements)):
        return analysis
    return replace(analysis, leftovers=tuple(leftovers), statements=tuple(statements))


def _is_country(text: str, start: int, end: int) -> bool:
    """Whether the word that a leftover is a part of names a country: deutsch + land are two parts of one word."""
    if "\u3400" <= text[start] <= "\u9fff":
        return _NAMES.fullmatch(text, start, end) is not None
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return _NAMES.fullmatch(text, start, end) is not None
