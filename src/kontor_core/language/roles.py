"""What a text says companies are: makers, traders, agents, …, each word with the stretch of text it speaks of."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from kontor_core.language.cue import SENTENCE_END, Cue, sentence_end
from kontor_core.language.cue_tables import Matches
from kontor_core.language.role_words import OWN, TABLES

_CLAUSE_END = re.compile(r"[.;:!?。；：！？，\n]|\bund (?:suchen|wir)|\band (?:seek|we)")
_ITEM_END = re.compile(r"[。！？!?\n；;]")


def find(text: str, languages: tuple[str, ...], matches: Matches, negations: Sequence[Cue] = ()) -> list[Cue]:
    """Roles of a normalised text.

    Args:
        matches: what the cue tables found in it.
        languages: whose words are looked for.
        negations: a verb that belongs to one is no role (we do not manufacture bearings), unless it is itself denied.
    """
    cues: list[Cue] = []
    carved: list[tuple[int, int]] = []
    for language in languages:
        groups: list[tuple[int, int, set[str]]] = []
        for match in matches.get(("role", language), ()):
            roles = TABLES[language][int((match.lastgroup or "g0")[1:])][0]
            if not roles:
                carved.append(match.span())  # words that only look like a role, to the other languages too
            if not roles or any(start < match.end() and match.start() < end for start, end in carved) or (negations and _belongs_to(match.start(), match.end(), negations)):
                continue
            if groups and _joins(text[groups[-1][1] : match.start()]):
                groups[-1] = (groups[-1][0], match.end(), groups[-1][2] | set(roles))
            else:
                groups.append((match.start(), match.end(), set(roles)))
        scoped = _chinese_scopes(text, groups) if language == "zh" else _latin_scopes(text, groups)
        for (start, end, named), (scope_start, scope_end) in zip(groups, scoped, strict=True):
            cues.extend(Cue("role", role, start, end, scope_start, scope_end) for role in sorted(named))
    return cues


def _belongs_to(start: int, end: int, negations: Sequence[Cue]) -> bool:
    return any(cue.start <= start and end <= cue.end and not cue.governs(start, end) for cue in negations)


def _joins(between: str) -> bool:
    return len(between) <= 3 and between.strip(" 、，,/及和与并兼") == ""


def _latin_scopes(text: str, groups: list[tuple[int, int, set[str]]]) -> list[tuple[int, int]]:
    scopes = []
    for start, end, _ in groups:
        begin = max((match.end() for match in SENTENCE_END.finditer(text, 0, start)), default=0)
        scopes.append((begin, sentence_end(text, end)))
    return scopes


def _chinese_scopes(text: str, groups: list[tuple[int, int, set[str]]]) -> list[tuple[int, int]]:
    """`生产：A、B；C` governs what follows; `A、B的生产、销售` governs what stands before, back to the last verb or full stop."""
    scopes = []
    for index, (start, end, _) in enumerate(groups):
        following = groups[index + 1][0] if index + 1 < len(groups) else len(text)
        previous = groups[index - 1][1] if index else 0
        item_end = match.start() if (match := _ITEM_END.search(text, end)) else len(text)
        rest = text[end:item_end]
        if rest[:1] in "：:":
            scopes.append((end, following))
        elif not rest.strip(" 。；;)）业务服务等，,") or rest[:1] in "，,、；;)）":
            begin = max((m.end() for m in _ITEM_END.finditer(text, previous, start)), default=previous)
            scopes.append((begin, start) if text[begin:start].strip(" 、，,；;的") else (end, min(following, item_end)))
        else:
            scopes.append((end, min(following, item_end)))
    return scopes


def own_clauses(text: str, language: str) -> list[tuple[int, int]]:
    """Half-open stretches in which the writer speaks of himself: from `wir sind`, we are, 我们是 to the end of the clause."""
    found = []
    for match in _own(language).finditer(text):
        ended = _CLAUSE_END.search(text, match.end())
        found.append((match.end(), ended.start() if ended else len(text)))
    return found


@functools.cache
def _own(language: str) -> re.Pattern[str]:
    return re.compile(OWN[language])
