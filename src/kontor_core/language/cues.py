"""Sides, roles and negation read from the words of a text, each with the stretch of text it governs."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from kontor_core.language import cue_words

LANGUAGES = ("de", "zh", "en")
_SENTENCE_END = re.compile(r"[。！？!?\n]|[.;；](?=\s|$|[^\d])")
_ITEM_END = re.compile(r"[。！？!?\n；;]")
_BRACKETS = {"(": ")", "（": "）", "[": "]", "【": "】"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word and the half-open stretch of text it speaks of."""

    kind: str
    """`side`, `role` or `negation`."""
    value: str
    start: int
    end: int
    scope_start: int
    scope_end: int


@functools.cache
def _pattern(table: str, language: str) -> re.Pattern[str]:
    return re.compile(getattr(cue_words, table)[language])


@functools.cache
def _word_pattern(table: str, language: str) -> re.Pattern[str]:
    source = getattr(cue_words, table)[language]
    return re.compile(source if language == "zh" else rf"\b(?:{source})\b")


@functools.cache
def _role_pattern(language: str) -> re.Pattern[str]:
    options = "|".join(f"(?P<{role}>{words[language]})" for role, words in cue_words.ROLES.items())
    return re.compile(options if language == "zh" else rf"\b(?:{options})\b")


@functools.cache
def _boilerplate() -> re.Pattern[str]:
    return re.compile("|".join(cue_words.BOILERPLATE))


def without_boilerplate(text: str) -> str:
    """The normalised text with register boilerplate blanked out, every other code point at its place."""
    if not any(mark in text for mark in ("许可", "依法", "法律", "国家", "项目", "凭", "有效期", "经营范围", "主营", "兼营", "*", "除外", "资质")):
        return text
    return _boilerplate().sub(lambda match: "；" + " " * (len(match.group()) - 1) if len(match.group()) > 1 else " ", text)


def _sentence_end(text: str, start: int) -> int:
    match = _SENTENCE_END.search(text, start)
    return match.start() if match else len(text)


def _sides(text: str, languages: tuple[str, ...]) -> list[Cue]:
    found = []
    for language in languages:
        for side, table in (("want", "WANT"), ("offer", "OFFER")):
            for match in _word_pattern(table, language).finditer(text):
                found.append((match.start(), -match.end(), side, match.end()))
    found.sort()
    cues: list[Cue] = []
    last_end = -1
    for start, _, side, end in found:
        if start < last_end:
            continue
        last_end = end
        cues.append(Cue("side", side, start, end, end, _sentence_end(text, end)))
    return _stop_at_next(cues)


def _stop_at_next(cues: list[Cue]) -> list[Cue]:
    """A side holds until the next cue of another side; 'gesucht' behind its object governs what stands before it."""
    stopped = []
    for index, cue in enumerate(cues):
        following = cues[index + 1].start if index + 1 < len(cues) else cue.scope_end
        stopped.append(Cue(cue.kind, cue.value, cue.start, cue.end, cue.scope_start, min(cue.scope_end, max(following, cue.end))))
    return stopped


def _negations(text: str, languages: tuple[str, ...]) -> list[Cue]:
    cues = []
    for language in languages:
        ends = _pattern("NEGATION_ENDS", language)
        for match in _pattern("NEGATION", language).finditer(text):
            if match.group() == "除外":
                start = max((text.rfind(mark, 0, match.start()) for mark in "。；;，,（(、：:"), default=-1) + 1
                cues.append(Cue("negation", match.group(), match.start(), match.end(), start, match.start()))
                continue
            scope_end = (found.start() if (found := ends.search(text, match.end())) else len(text))
            if match.group() == "除" and (outside := text.find("外", match.end(), match.end() + 40)) >= 0:
                scope_end = min(scope_end, outside) if scope_end > match.end() else outside
            cues.append(Cue("negation", match.group(), match.start(), match.end(), match.end(), scope_end))
    return cues


def _roles(text: str, languages: tuple[str, ...]) -> list[Cue]:
    cues: list[Cue] = []
    for language in languages:
        groups: list[tuple[int, int, set[str]]] = []
        for match in _role_pattern(language).finditer(text):
            role = match.lastgroup or ""
            if groups and _joins(text[groups[-1][1] : match.start()]):
                groups[-1] = (groups[-1][0], match.end(), groups[-1][2] | {role})
            else:
                groups.append((match.start(), match.end(), {role}))
        scoped = _chinese_scopes(text, groups) if language == "zh" else _latin_scopes(text, groups)
        for (start, end, roles), (scope_start, scope_end) in zip(groups, scoped, strict=True):
            cues.extend(Cue("role", role, start, end, scope_start, scope_end) for role in sorted(roles))
    return cues


def _joins(between: str) -> bool:
    return between.strip(" 、，,/及和与并兼") == "" and len(between) <= 3


def _latin_scopes(text: str, groups: list[tuple[int, int, set[str]]]) -> list[tuple[int, int]]:
    scopes = []
    for start, end, _ in groups:
        begin = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
        scopes.append((begin, _sentence_end(text, end)))
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


def find(text: str, language: str) -> list[Cue]:
    """All cues of a normalised text. Chinese text is read with Chinese cues, Latin text with German and English ones.

    Args:
        language: the main language of the text; its own cues are read first.
    """
    languages: tuple[str, ...] = ("zh",) if language == "zh" else ("de", "en") if language == "de" else ("en", "de")
    if language == "zh" and re.search(r"[a-zäöüß]{4}", text):
        languages = ("zh", "en", "de")
    elif language != "zh" and re.search(r"[\u4e00-\u9fff]", text):
        languages = (*languages, "zh")
    return sorted(
        (*_sides(text, languages), *_roles(text, languages), *_negations(text, languages)), key=lambda cue: (cue.start, cue.end)
    )
