"""Who offers and who looks for something: each cue word with the stretch of its sentence it governs.

Whoever looks for a dealer, an agent or a buyer has something to sell: what he names beside them is offered. A sentence that
describes the partner it looks for (…, die Edelstahl liefern; who can supply) still looks for what that partner has.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from kontor_core.language import side_words as words
from kontor_core.language.cue import SENTENCE_END, Cue
from kontor_core.language.cue_tables import Matches

_COMMA = re.compile(r"[,，；;]")
_PARTED = re.compile(r"[,，；;]|\b(?:und|and)\b")
_FEW_WORDS = re.compile(r"^(?:\s*[\w&/-]+){0,4}\s*$")


class _Found(NamedTuple):
    start: int
    end: int
    side: str
    language: str
    is_behind: bool = False


@functools.cache
def _compiled(source: str, language: str) -> re.Pattern[str]:
    return re.compile(source if language == "zh" else rf"\b(?:{source})(?!\w)")


@functools.cache
def _plain(source: str) -> re.Pattern[str]:
    return re.compile(source)


def find(text: str, languages: tuple[str, ...], matches: Matches, negations: Sequence[Cue] = ()) -> list[Cue]:
    """Sides of a normalised text, and a cue `sought` for each stretch that names whom somebody looks for.

    Args:
        matches: what the cue tables found in it.
        negations: a verb inside one of them tells no side.
    """
    has_question = "?" in text or "？" in text
    if not has_question and not _may_request(text) and not any((table, language) in matches for language in languages for table in ("want", "behind", "offer")):
        return []
    wants = [found for language in languages for found in _found(matches, language, ("want", "behind"))]
    requests = [m for language in languages for m in _plain(words.REQUEST[language]).finditer(text)] if _may_request(text) else []
    offers = [found for language in languages for found in _found(matches, language, ("offer",))]
    if not wants and not requests and not has_question:
        return _only_offers(text, offers)
    cues: list[Cue] = []
    for begin, end in _sentences(text):
        inside = sorted((f for f in (*wants, *offers) if begin <= f.start < end and not _is_denied(f, negations)), key=lambda f: (f.start, f.is_behind, -f.end))
        cues.extend(_sentence(text, begin, end, inside, languages))
    return cues


def _may_request(text: str) -> bool:
    """A cheap look before the dear one: a word that requests are made with, or one that heads a request with its colon."""
    if any(mark in text for mark in words.REQUEST_HINTS):
        return True
    return (":" in text or "：" in text) and any(mark in text for mark in words.REQUEST_HEADS)


def _found(matches: Matches, language: str, tables: tuple[str, ...]) -> list[_Found]:
    return [
        _Found(match.start(), match.end(), "offer" if table == "offer" else "want", language, table == "behind")
        for table in tables
        for match in matches.get((table, language), ())
    ]


def _only_offers(text: str, offers: list[_Found]) -> list[Cue]:
    cues = []
    last = -1
    for found in sorted(offers, key=lambda f: (f.start, -f.end)):
        if found.start >= last:
            match = SENTENCE_END.search(text, found.end)
            cues.append(Cue("side", "offer", found.start, found.end, found.end, match.start() if match else len(text)))
            last = found.end
    return cues


def _sentences(text: str) -> list[tuple[int, int]]:
    """Sentences with the mark that ends them."""
    spans = []
    start = 0
    for match in SENTENCE_END.finditer(text):
        spans.append((start, match.end()))
        start = match.end()
    return [*spans, (start, len(text))] if start < len(text) else spans


def _is_denied(found: _Found, negations: Sequence[Cue]) -> bool:
    return any((cue.start < found.end and found.start < cue.end) or (cue.governs(found.start, found.end) and cue.scope_end > cue.end) for cue in negations)


def _sentence(text: str, begin: int, end: int, inside: list[_Found], languages: tuple[str, ...]) -> list[Cue]:
    sentence = text[begin:end]
    for language in languages:
        if sentence[-1:] in ("?", "？"):
            if _plain(words.YOURS[language]).search(sentence):
                return [Cue("side", "offer", begin, begin, begin, end)]
            if _plain(words.ASKS_ANYBODY[language]).search(sentence) or (any(f.side == "offer" for f in inside) and _plain(words.ASKS[language]).search(sentence)):
                return [Cue("side", "want", begin, begin, begin, end)]
        request = _plain(words.REQUEST[language]).search(sentence)
        if request and not any(_plain(words.YOURS[each]).search(sentence) for each in languages):
            return [Cue("side", "want", begin + request.start(), begin + request.end(), begin, end)]
    return _walk(text, begin, end, inside)


def _walk(text: str, begin: int, end: int, inside: list[_Found]) -> list[Cue]:
    """One cue after the other; a side holds until the next that is not about the partner looked for."""
    cues: list[Cue] = []
    last = -1
    for number, found in enumerate(inside):
        if found.start < last:
            continue
        if cues and found.side == "offer" and cues[-1].value == "want" and _speaks_of_partner(text, cues[-1], found):
            continue
        last = found.end
        following = next((f.start for f in inside[number + 1 :] if f.start >= found.end and f.side != found.side and not f.is_behind), end)
        cues.extend(_one(text, begin, end, following, found, cues))
    return cues


def _speaks_of_partner(text: str, want: Cue, offer: _Found) -> bool:
    between = text[want.end : offer.start]
    if _plain(words.OURSELVES[offer.language]).search(text, want.end, offer.end):
        return False
    if offer.language == "zh":
        after = text[offer.end :]
        clause = after[: match.start()] if (match := re.search(r"[，,。；;、]", after)) else after
        if not _COMMA.search(between) and "、" not in between:
            return "并" not in between[-2:] and "且" not in between[-2:]
        return bool(_plain(words.OTHERS["zh"]).search(_COMMA.split(between)[-1])) or bool(re.search(rf"的[^，]{{0,6}}(?:{words.SUPPLY['zh']}|企业|公司|商)", clause))
    return bool(_plain(words.OTHERS[offer.language]).search(text, want.end, offer.end))


def _one(text: str, begin: int, end: int, following: int, found: _Found, before: list[Cue]) -> list[Cue]:
    if found.side == "offer":
        return [Cue("side", "offer", found.start, found.end, found.end, end)]
    if found.is_behind:
        start = _clause_start(text, begin, found.start, before)
        market = _market(text, start, found.start, found.language) or _market(text, found.end, following, found.language)
        side = "offer" if market else "want"
        reach = end if market or not text[found.end : end].strip(" .!,") else found.end
        return [Cue("sought", "", found.start, found.end, start, reach), Cue("side", side, found.start, found.end, start, reach)]
    market = _market(text, found.end, following, found.language)
    sought = Cue("sought", "", found.start, found.end, found.end, following)
    if market:
        start = found.start if any(cue.kind == "side" and cue.value == "want" for cue in before) else begin
        return [sought, Cue("side", "offer", found.start, found.end, start, end)]
    return [sought, Cue("side", "want", found.start, found.end, found.end, end)]


def _clause_start(text: str, begin: int, at: int, before: list[Cue]) -> int:
    """Where the clause of a word behind its object begins: the sentence, or what a comma or `and` parts from an earlier cue."""
    start = max((cue.end for cue in before if cue.end <= at), default=-1)
    if start < 0:
        return begin
    return max((match.end() for match in _PARTED.finditer(text, start, at)), default=start)


def _market(text: str, start: int, end: int, language: str) -> bool:
    """Whether it is a dealer, agent or buyer that is looked for, and no supplier."""
    stretch = text[start:end]
    if _plain(words.SELLS_OURS[language]).search(stretch):
        return True
    pattern = _compiled(words.MARKET[language], language)
    for match in pattern.finditer(stretch):
        before = stretch[: match.start()]
        if language == "zh":
            rest = stretch[match.end() :]
            if not re.search(r"[，,；;。]", before) and not _plain(words.SUPPLY["zh"]).search(before + rest[:8]) and not rest.startswith(("的产品", "价", "资质")):
                return True
        elif not _plain(words.PREPOSITION[language]).search(before) and _FEW_WORDS.match(before) and not _plain(words.SUPPLY[language]).search(stretch[: match.end() + 24].replace(match.group(), " ", 1)):
            return True
    return False

