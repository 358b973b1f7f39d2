"""Sides, roles and negation read from the words of a text, each with the stretch of text it governs."""

from __future__ import annotations

import functools
import re

from kontor_core.language import cue_tables, cue_words, negations, roles, sides
from kontor_core.language.cue import Cue

__all__ = ["LANGUAGES", "Cue", "find", "without_boilerplate"]

LANGUAGES = ("de", "zh", "en")
_LATIN_WORD = re.compile(r"[a-zäöüß]{4}")
_HAN = re.compile(r"[\u4e00-\u9fff]")


@functools.cache
def _boilerplate() -> re.Pattern[str]:
    return re.compile("|".join(cue_words.BOILERPLATE))


def without_boilerplate(text: str) -> str:
    """The normalised text with register boilerplate blanked out, every other code point at its place."""
    if not any(mark in text for mark in ("许可", "依法", "法律", "国家", "项目", "凭", "有效期", "经营范围", "主营", "兼营", "*", "除外", "资质")):
        return text
    return _boilerplate().sub(lambda match: "；" + " " * (len(match.group()) - 1) if len(match.group()) > 1 else " ", text)


def find(text: str, language: str) -> list[Cue]:
    """All cues of a normalised text. Chinese text is read with Chinese cues, Latin text with German and English ones.

    Args:
        language: the main language of the text; its own cues are read first.
    """
    languages: tuple[str, ...] = ("zh",) if language == "zh" else ("de", "en") if language == "de" else ("en", "de")
    if language == "zh" and _LATIN_WORD.search(text):
        languages = ("zh", "en", "de")
    elif language != "zh" and _HAN.search(text):
        languages = (*languages, "zh")
    matches = cue_tables.find(text, languages)
    denied = negations.find(text, languages, matches)
    named = roles.find(text, languages, matches, denied)
    told = sides.find(text, languages, matches, denied)
    return sorted((*told, *named, *denied), key=lambda cue: (cue.start, cue.end))
