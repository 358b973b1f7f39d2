"""Numbers as the readers of a language write them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from babel.numbers import format_decimal

from kontor.common.languages import page_language

# Locales whose numbers and days the pages show. English dates as Europeans write them.
BABEL_LOCALES = {"de": "de_DE", "zh": "zh_Hans_CN", "en": "en_GB"}


def grouped(value: Any) -> str:
    """A number with the grouping and the decimal sign of the active language: 28.640, 28,640."""
    return _grouped(value, BABEL_LOCALES[page_language()])


# A page of results shows a hundred counts, most of them small; babel reads its pattern anew for each.
@lru_cache(maxsize=4096)
def _grouped(value: Any, locale: str) -> str:
    return str(format_decimal(value, locale=locale))
