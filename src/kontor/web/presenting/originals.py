"""Original texts with the terms a reader is helped with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kontor.common.languages import lang_attribute
from kontor.searching.search import explain_text


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of an original; `concept` and `label` are empty for words that need no help."""

    text: str
    concept: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A recognised term beside the text: as written, and in the reader's language."""

    concept: str
    written: str
    label: str


@dataclass(frozen=True, slots=True)
class Original:
    """A text as it was written. `lang` is its HTML language."""

    title: str
    lang: str
    segments: tuple[Segment, ...]


def original(title: str, text: str, language: str, reader: str) -> Original:
    """A text cut at its recognised terms; in one piece for whoever reads its language anyway."""
    lang = lang_attribute(language)
    if language == reader:
        return Original(title, lang, (Segment(text),))
    segments: list[Segment] = []
    end = 0
    for gloss in explain_text(text, language, reader):
        if gloss.start < end or not gloss.label:
            continue
        if gloss.start > end:
            segments.append(Segment(text[end : gloss.start]))
        segments.append(Segment(text[gloss.start : gloss.end], gloss.concept_id, gloss.label))
        end = gloss.end
    if end < len(text):
        segments.append(Segment(text[end:]))
    return Original(title, lang, tuple(segments))


def notes(originals: Iterable[Original]) -> list[tuple[Note, str]]:
    """(note, `lang` of what was written) of every term, each once, in reading order."""
    found: dict[str, tuple[Note, str]] = {}
    for text in originals:
        for segment in text.segments:
            if segment.concept:
                found.setdefault(segment.concept, (Note(segment.concept, segment.text, segment.label), text.lang))
    return list(found.values())
