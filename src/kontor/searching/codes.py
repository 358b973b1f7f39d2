"""Codes of a question in words: what a typed WZ class or customs heading means, for the reader."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kontor_core.classification.codes import CodeMention, find_codes
from kontor_core.classification.tables import table
from kontor_core.search.analysis import Analysis

_SYSTEMS = {"isic4": "ISIC", "wz2008": "WZ", "wz2025": "WZ 2025", "gbt4754": "GB/T 4754", "hs": "HS"}
"""How the classifications call themselves in all three languages."""
_TABLES = {"wz2025": "wz2008"}
MOST_TERMS = 3
"""Terms of a customs heading; its official text is not ours to print."""
ISIC = "isic4"


def code_labels(labels: Any, analysis: Analysis, language: str) -> dict[tuple[int, int], str]:
    """Span of each code that was understood -> the code with what it means."""
    if not any(character.isdigit() for character in analysis.original):
        return {}
    meant = {(s.start, s.end): s.mention.meanings for s in analysis.statements}
    found = {}
    for code in find_codes(analysis.original):
        span = (code.start, code.end)
        if span in meant:
            terms = [labels.thesaurus.concepts[concept].label(language) for concept, _ in meant[span][:MOST_TERMS]]
            typed = analysis.original[slice(*span)].strip().upper()
            found[span] = f"{_SYSTEMS[code.system]} {typed} · {_title(code, language) or _listed(terms, language)}"
    return found


def _title(code: CodeMention, language: str) -> str:
    entry = table(_TABLES.get(code.system, code.system)).get(code.code)
    if entry is not None and entry.titles.get(language):
        return entry.titles[language]
    return industry_title(code.isic[0], language) if len(code.isic) == 1 else ""


def _listed(terms: Iterable[str], language: str) -> str:
    return ("、" if language == "zh" else ", ").join(dict.fromkeys(terms))


def industry_title(code: str, language: str) -> str:
    """Title of an ISIC Rev.4 code of any level in a language; empty for one that is not in the table."""
    entry = table(ISIC).get(code)
    return entry.titles.get(language, "") if entry is not None else ""
