"""Words of trades in company names, in three languages."""

from __future__ import annotations

import functools
from pathlib import Path

from kontor_core.language.pinyin import folded

_FILE = Path(__file__).parent / "data" / "industry_words.txt"
LONGEST = 6


@functools.cache
def _lines() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    found = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            chinese, german, english = line.split("|")
            found.append((chinese, tuple(german.split(",")), tuple(english.split(","))))
    return tuple(found)


@functools.cache
def chinese_words() -> dict[str, tuple[str, str]]:
    """Chinese word -> (German, English)."""
    return {chinese: (german[0], english[0]) for chinese, german, english in _lines() if chinese}


@functools.cache
def latin_tokens() -> dict[str, frozenset[str]]:
    """Folded German or English token -> Chinese words it may stand for (empty set: a trade word without a Chinese partner here)."""
    found: dict[str, set[str]] = {}
    for chinese, german, english in _lines():
        for phrase in (*german, *english):
            for token in phrase.replace("-", " ").split():
                if (key := folded(token)) not in ("und", "and", ""):
                    found.setdefault(key, set()).update({chinese} if chinese else ())
    return {token: frozenset(words) for token, words in found.items()}


@functools.cache
def latin_phrases() -> dict[tuple[str, ...], str]:
    """Folded tokens of a German or English phrase -> the Chinese word, the shortest one where several have it."""
    found: dict[tuple[str, ...], str] = {}
    for chinese, german, english in _lines():
        for phrase in (*german, *english):
            key = tuple(folded(token) for token in phrase.replace("-", " ").split())
            if chinese and (key not in found or len(chinese) < len(found[key])):
                found[key] = chinese
    return found


@functools.lru_cache(maxsize=50_000)
def segmented(text: str) -> tuple[str, ...]:
    """The words that fill a text from end to end, longest first from the right; empty when something is left over."""
    words = chinese_words()
    if not text:
        return ()
    reachable: dict[int, tuple[str, ...]] = {len(text): ()}
    for start in range(len(text) - 1, -1, -1):
        best: tuple[str, ...] | None = None
        for end in range(start + 1, min(len(text), start + LONGEST) + 1):
            rest = reachable.get(end)
            if rest is not None and text[start:end] in words and (best is None or len(rest) + 1 < len(best)):
                best = (text[start:end], *rest)
        if best is not None:
            reachable[start] = best
    return reachable.get(0, ())
