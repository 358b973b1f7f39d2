"""The reader's own words: what is asked about as they wrote it, and the rest of a word around a part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kontor_core.search.analysis import Analysis, Statement, is_subject
from kontor_core.thesaurus import index as labels

# More of the reader's words than this is no subject of a sentence.
LONGEST = 80
MOST_PHRASES = 4
# Shorter names are mostly abbreviations: cnc, led, pcb.
SHORTEST_NOUN = 4
_LETTERS = "A-Za-zÀ-ÖØ-öø-ÿ0-9"
_WORD_BEFORE = re.compile(rf"[{_LETTERS}-]*$")
_WORD_BEHIND = re.compile(rf"[{_LETTERS}-]*")
# Without the hyphen: in "CCC-Zertifizierung" each half is a word to itself.
_LETTERS_BEFORE = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]*$")
_LETTERS_BEHIND = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]*")
# What may stand between two named things of one phrase.
_JOINTS = {
    "de": re.compile(r"\s+(?:für|aus|von|und|oder|sowie)\s+|-?"),
    "en": re.compile(r"\s+(?:(?:for|of|from|made\s+of|made\s+from|and|or)\s+)?|-?"),
}
# Words after which German nouns and adjectives may stand in another case than after "Sie suchen".
_OTHER_CASE = re.compile(r"\b(?:ab|an|auf|aus|bei|beim|dem|den|der|des|einem|einer|eines|gegen|im|in|mit|nach|seit|unserem|unserer|unseres|vom|von|zu|zum|zur)\s+$", re.IGNORECASE)

_SEARCH_FOR = re.compile(r"\bsuch\w*\s+(nach\s+)$", re.IGNORECASE)


def phrases(analysis: Analysis, language: str, side: str) -> list[str]:
    """What is asked about in the reader's words, as it can follow "You seek"; empty where keywords say it better.

    They do where the question is in another language than the page, in a case that does not follow "Sie suchen", or
    too long. `side` is that of the question, "seek" or "offer".
    """
    joint = _JOINTS.get(language)
    if joint is None or analysis.language != language:
        return []
    beside = _beside(analysis, side)
    found = []
    for group in _joined(_wanted(analysis, side), analysis.original, joint, language):
        start, end = _stretched((group[0].start, max(one.end for one in group)), beside, analysis.original, joint, language)
        phrase = _phrase(group, analysis.original, language, start, end)
        if not phrase:
            return []
        found.append(phrase)
    chosen = list(dict.fromkeys(found))
    return chosen if len(chosen) <= MOST_PHRASES and sum(map(len, chosen)) <= LONGEST else []


def around(text: str, words: str) -> tuple[str, str]:
    """What of the same word stands before and behind `words` in a text: ("Tür", "") for "beschläge" in "Türbeschläge"."""
    at = text.find(words)
    if at < 0 or not words:
        return "", ""
    before, behind = _LETTERS_BEFORE.search(text, 0, at), _LETTERS_BEHIND.match(text, at + len(words))
    starts, ends = _is_letter(words[0]), _is_letter(words[-1])
    return before[0] if before and starts else "", behind[0] if behind and ends else ""


def whole_words(text: str, several: Iterable[str], others: Iterable[str] = ()) -> tuple[str, ...]:
    """Each as the whole word it stands in, once. What only adds to one of `several` or of `others` is left out."""
    parts = list(dict.fromkeys(several))
    said = {*parts, *others}
    kept = [part for part in parts if not adds_to_another(part, said)]
    return tuple(dict.fromkeys("".join((before, part, behind)) for part in kept for before, behind in [around(text, part)]))


def adds_to_another(words: str, others: Iterable[str]) -> bool:
    """Whether `words` are others with something around them: "aus Edelstahl" where "Edelstahl" is said as well."""
    return any(one != words and re.search(rf"\b{re.escape(one)}\b", words) for one in others)


def _is_letter(sign: str) -> bool:
    return _LETTERS_BEHIND.fullmatch(sign) is not None


def _wanted(analysis: Analysis, side: str) -> list[Statement]:
    """What the sentence speaks of: where the text tells both sides apart, only the one that is asked from."""
    own = "want" if side == "seek" else "offer"
    named = [one for one in analysis.statements if not one.is_negated and (side == "seek" or _kind(one) != "role")]
    return sorted([one for one in named if one.side == own] or named, key=lambda one: (one.start, -one.end))


def _kind(statement: Statement) -> str:
    return labels.load().thesaurus.concepts[statement.mention.concept].kind


def _is_thing(statement: Statement) -> bool:
    return is_subject(labels.load(), statement.mention.concept)


def _joined(statements: Sequence[Statement], text: str, joint: re.Pattern[str], language: str) -> list[list[Statement]]:
    """Statements that one phrase names, in the order of the text; phrases that name no thing are left out."""
    groups: list[list[Statement]] = []
    end = -1
    for one in statements:
        is_next = bool(groups) and (one.start <= end or joint.fullmatch(text[end : one.start]) is not None or _agrees(groups[-1][-1], one, text[end : one.start], language))
        if is_next:
            groups[-1].append(one)
        else:
            groups.append([one])
        end = max(end, one.end) if is_next else one.end
    return [group for group in groups if any(_is_thing(one) and not _is_inside_a_small_word(one, text) for one in group)]


def _is_inside_a_small_word(statement: Statement, text: str) -> bool:
    """Whether something was read out of a word that is no noun: nothing of "zuverlässige" is a thing."""
    before = _LETTERS_BEFORE.search(text, 0, statement.start)
    return bool(before and before[0]) and text[statement.start - len(before[0] if before else "")].islower()


def _agrees(left: Statement, right: Statement, between: str, language: str) -> bool:
    """An adjective before its noun, or what something is made of behind it; two German nouns in a row are a list."""
    return language == "de" and between.isspace() and (_kind(left) == "property" or _kind(right) == "property" or _kind(left) == "role")


def _beside(analysis: Analysis, side: str) -> list[tuple[int, int]]:
    """What belongs to a phrase that stands beside it: words no keyword covers, and roles that are sought ("Hersteller von Drehteilen")."""
    words = [analysis.original_span(one.start, one.end) for one in analysis.leftovers]
    if side == "seek":
        words += [analysis.original_span(cue.start, cue.end) for cue in analysis.cues if cue.kind == "role" and cue.value not in analysis.excluded_roles]
    return sorted(words)


def _stretched(span: tuple[int, int], beside: Sequence[tuple[int, int]], text: str, joint: re.Pattern[str], language: str) -> tuple[int, int]:
    """A stretch of the text with what stands right before and behind it; in German, adjectives only where nothing joins them."""
    start, end = span
    for one in reversed(beside):
        between = text[one[1] : start] if one[1] <= start else "-"
        if joint.fullmatch(between) or (language == "de" and between.isspace() and text[one[0]].islower()):
            start = min(start, one[0])
    for one in beside:
        if one[0] >= end and joint.fullmatch(text[end : one[0]]):
            end = one[1]
    return start, end


def _phrase(group: Sequence[Statement], text: str, language: str, start: int, end: int) -> str:
    before, behind = _WORD_BEFORE.search(text, 0, start), _WORD_BEHIND.match(text, end)
    start, end = start - len(before[0]) if before else start, end + len(behind[0]) if behind else end
    phrase = " ".join(text[start:end].split())
    if not any(map(_is_letter, phrase)) or any(one.mention.language != language for one in group if _is_thing(one)):
        return ""
    if language == "de":
        start, text = _after_nach(text, start), _with_capitals(group, text)
        if not text or _OTHER_CASE.search(text, 0, start):
            return ""
        phrase = " ".join(text[start:end].split())
    is_small = language == "en" or (_kind(group[0]) == "property" and start == group[0].start)
    return phrase[0].lower() + phrase[1:] if is_small and phrase[1:2].islower() else phrase


def _after_nach(text: str, start: int) -> int:
    """Where "nach" stands before a phrase, that begins with it: "Sie suchen nach Kugellagern"."""
    found = _SEARCH_FOR.search(text, 0, start)
    return found.start(1) if found else start


def _with_capitals(group: Sequence[Statement], text: str) -> str:
    """The text with a capital at the German nouns typed without; empty where a short or a double name may be written otherwise (cnc drehteile).

    The later part of a compound is always small.
    """
    for one in group:
        if _is_thing(one) and text[one.start].islower() and not (one.start and _is_letter(text[one.start - 1])):
            name = text[one.start : one.end]
            if len(name) < SHORTEST_NOUN or not name.isalpha():
                return ""
            text = text[: one.start] + name.capitalize() + text[one.end :]
    return text
