"""What a text denies: each word of denial with the stretch it reaches over, before or behind it."""

from __future__ import annotations

import functools
import re

from kontor_core.language import negation_words as words
from kontor_core.language.cue import Cue, sentence_end
from kontor_core.language.cue_tables import Matches
from kontor_core.language.privatives import LATIN as PRIVATIVE

_MARKS = re.compile(r"[.;:!?()\n,]")
_LIST = re.compile(r",\s*[\w-]+(?:\s[\w-]+){0,2}(?:\s?,\s*[\w-]+(?:\s[\w-]+){0,2})*\s+(?:oder|noch|und|sowie|or|nor|and)\s+(?!wir\b|we\b|suchen|bieten|liefern|our\b)")
_NO_ITEM = re.compile(r",\s*(?:bitte|nur|wir|ich|sondern|aber|jedoch|please|only|we|but|our|just|suchen|sucht|looking|ohne|kein\w*|no|not|without)\b")
_JOINED = re.compile(r"\s(?:und|oder|sowie|and|or)\s")
_NEW_CLAUSE = re.compile(r"\b(?:und wir|aber|sondern|jedoch|doch|but|however|and we|while|während)\b")
_SPEAKER = re.compile(r"\b(?:wir|ich|we|i|do|does|did|firma|company|the|our|unsere?|are|is|sind|haben|have|will|can|aber|but)\b")
_CLAUSE_ZH = "。；;，,（(：:！!？?\n"
_SPEAKER_ZH = re.compile(r"我们|我司|我公司|本公司|我厂|本厂|公司|目前|暂时|但|而|自己|本身|现在")


@functools.cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@functools.cache
def _ends(language: str, kind: str) -> re.Pattern[str]:
    return re.compile(words.ENDS[language] + words.STOPS.get(kind, {}).get(language, ""))


def find(text: str, languages: tuple[str, ...], matches: Matches) -> list[Cue]:
    """Negations of a normalised text.

    Args:
        languages: whose words are looked for.
        matches: what the cue tables found in it.
    """
    cues: list[Cue] = []
    for language in languages:
        if not any((table, language) in matches for table in ("negation", "prefix", "suffix")):
            continue
        blanked = _compiled(words.HARMLESS[language]).sub(lambda match: "\x01" * len(match.group()), text)
        cues.extend(_chinese(blanked) if language == "zh" else _latin(blanked, language))
    return cues


_PREFIX_ZH = words.PREFIX_ZH
_SUFFIX_ZH = re.compile(words.SUFFIX_ZH)


# --- German and English ---------------------------------------------------------------------------------------------------------


def _latin(text: str, language: str) -> list[Cue]:
    cues: list[Cue] = []
    for match in _compiled(words.NEGATION[language]).finditer(text):
        kind = match.lastgroup or ""
        before = next((cue for cue in cues if cue.governs(match.start(), match.end())), None)
        if before is not None and kind == "absent" and not before.is_absence and " und " not in text[before.end : match.start()]:
            # 'keine Lieferung ohne Zertifikat' asks for the certificate
            cues[cues.index(before)] = Cue("negation", before.value, before.start, before.end, before.scope_start, match.start(), before.is_absence)
            continue
        cue = _LATIN_KINDS[kind](text, match, language, cues)
        if cue is not None and cue.scope_end > cue.scope_start:
            cues.append(cue)
    return cues


def _made(match: re.Match[str], end: int, scope_start: int, scope_end: int, is_absence: bool = False) -> Cue:
    return Cue("negation", match.group(), match.start(), end, scope_start, scope_end, is_absence)


def _forward_end(text: str, start: int, ends: re.Pattern[str]) -> int:
    """The first end of scope behind `start`; a comma ends it unless a list goes on."""
    found = ends.search(text, start)
    end = found.start() if found else len(text)
    comma = text.find(",", start, end)
    while comma >= 0:
        if _NO_ITEM.match(text, comma) or not _LIST.match(text, comma, end + 1):
            return comma
        comma = text.find(",", comma + 1, end)
    return end


def _backward_start(text: str, at: int) -> int:
    """Beginning of the clause that ends at `at`; over a comma where a list stands before it."""
    start = max((m.end() for m in _MARKS.finditer(text, 0, at)), default=0)
    if start and text[start - 1] == "," and _JOINED.search(text, start, at):
        while start and text[start - 1] == ",":
            before = max((m.end() for m in _MARKS.finditer(text, 0, start - 1)), default=0)
            if len(text[before : start - 1].split()) > 2:
                break
            start = before
    return max((m.end() for m in _NEW_CLAUSE.finditer(text, start, at)), default=start)


def _noun(text: str, match: re.Match[str], language: str, _: list[Cue]) -> Cue:
    light = _compiled(words.LIGHT[language]).match(text, match.end())
    start = light.end() if light else match.end()
    return _made(match, match.end(), start, _forward_end(text, start, _ends(language, "noun")))


def _absent(text: str, match: re.Match[str], language: str, _: list[Cue]) -> Cue:
    return _made(match, match.end(), match.end(), _forward_end(text, match.end(), _ends(language, "absent")), True)


def _except(text: str, match: re.Match[str], language: str, _: list[Cue]) -> Cue | None:
    if match.group() == "bis auf" and not _compiled(words.ALL_BEFORE).search(text, _backward_start(text, match.start()), match.start()):
        return None
    exception, also = words.BESIDES[language]
    if re.fullmatch(exception, match.group()) and _compiled(also).search(text, match.end(), sentence_end(text, match.end())):
        return None
    return _made(match, match.end(), match.end(), _forward_end(text, match.end(), _ends(language, "except")))


def _pair(text: str, match: re.Match[str], language: str, _: list[Cue]) -> Cue:
    ends = _compiled(words.ENDS[language])
    found = ends.search(text, match.end())
    end = found.start() if found else len(text)
    partner = re.compile(r"\b(?:noch|nor|or)\b").search(text, match.end(), end)
    comma = text.find(",", partner.end(), end) if partner else -1
    return _made(match, match.end(), match.end(), comma if comma >= 0 else end)


def _verbal(text: str, match: re.Match[str], language: str, cues: list[Cue]) -> Cue | None:
    """`nicht` denies what follows in its clause, or, where only verbs follow, what stands before."""
    if PRIVATIVE.match(text, match.start()):
        return None  # nichtrostend, nicht brennbare Platten: a property
    if announced := _compiled(words.ANTICIPATED[language]).match(text, match.end()):
        return _made(match, announced.end(), announced.end(), sentence_end(text, announced.end()))
    end = _clause_end(text, match.end(), language)
    if _compiled(words.REFUSED[language]).match(text[match.end() : end]):
        start = _backward_start(text, match.start())
        if any(start <= cue.start < match.start() for cue in cues):
            return None  # 'Maschinen ohne CE-Zeichen kommen nicht in Frage' denies what the first one denies
        if not _SPEAKER.sub("", text[start : match.start()]).strip():
            return _made(match, match.end(), start, end)  # 'we do not trade' denies the verb itself
        return _made(match, end, _restricted(text, start, match.start(), language), match.start())
    verb = _compiled(words.VERBS[language]).match(text, match.end())
    start = verb.end() if verb else match.end()
    end = _forward_end(text, start, _compiled(words.ENDS[language]))
    last = _compiled(words.LAST_VERB[language]).search(text[start:end])
    return _made(match, start, start, start + last.start() if last and last.start() else end)


def _clause_end(text: str, start: int, language: str) -> int:
    match = re.compile(r"[,;:!?()\n]|\.(?=\s|$)|\b(?:sondern|aber|jedoch|but|however|because|weil|da)\b|\s(?:und|and)\s").search(text, start)
    return match.start() if match else len(text)


def _edge(text: str, match: re.Match[str], language: str, cues: list[Cue]) -> Cue | None:
    """`ausgenommen` denies the list behind it, or what stands before where nothing follows."""
    rest = text[match.end() : _clause_end(text, match.end(), language)].strip()
    if text[match.end() : match.end() + 1] == ":":
        return _made(match, match.end(), match.end() + 1, sentence_end(text, match.end() + 1))
    if rest:
        return _made(match, match.end(), match.end(), _forward_end(text, match.end(), _compiled(words.ENDS[language])))
    return _back(text, match, language, cues)


def _back(text: str, match: re.Match[str], language: str, cues: list[Cue]) -> Cue | None:
    start = _backward_start(text, match.start())
    if any(start <= cue.start < match.start() for cue in cues):
        return None
    return _made(match, match.end(), _restricted(text, start, match.start(), language), match.start())


def _restricted(text: str, start: int, end: int, language: str) -> int:
    """Where what is refused begins: behind the preposition that narrows it, if there is one."""
    found = _compiled(words.RESTRICTS[language]).search(text, start + 1, end)
    return found.end() if found else start


_LATIN_KINDS = {"noun": _noun, "absent": _absent, "except": _except, "pair": _pair, "verbal": _verbal, "edge": _edge, "back": _back}


# --- Chinese --------------------------------------------------------------------------------------------------------------------


def _chinese(text: str) -> list[Cue]:
    cues = [cue for match in _SUFFIX_ZH.finditer(text) if (cue := _suffix(text, match)) is not None]
    taken = [(cue.start, cue.end) for cue in cues]
    for match in _compiled(_PREFIX_ZH).finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        cue = _outside(text, match) if match.lastgroup == "out" else _prefix(text, match)
        while cue is not None and cue.scope_end > cue.scope_start:
            cues.append(cue)
            again = _compiled(words.PARALLEL_ZH).match(text, cue.scope_end) if match.group() == "无" else None
            cue = _prefix(text, again, True) if again else None
    return cues


def _suffix(text: str, match: re.Match[str]) -> Cue | None:
    """`中介勿扰`: what stands before in the clause; the verb itself where that is only the speaker (我们不生产)."""
    start = max((text.rfind(mark, 0, match.start()) for mark in _CLAUSE_ZH), default=-1) + 1
    is_alone = not _SPEAKER_ZH.sub("", text[start : match.start()]).strip()
    end = match.end() if is_alone else match.start()
    return _made(match, match.end(), start, end) if end > start else None


def _outside(text: str, match: re.Match[str]) -> Cue | None:
    """`除…外` excepts, unless the sentence goes on with what there is besides (还, 也)."""
    ended = re.compile(r"以外|之外|外|[,，)）]").search(text, match.end())
    end = ended.start() if ended else len(text)
    rest = text[end : sentence_end(text, end)]
    if re.search(words.ALSO_ZH, rest) and not re.search(words.ONLY_ZH, rest):
        return None
    return _made(match, match.end(), match.end(), end)


def _prefix(text: str, match: re.Match[str], is_absence: bool = False) -> Cue | None:
    found = _compiled(words.STOPS_ZH).search(text, match.end())
    end = found.start() if found else len(text)
    is_absence = is_absence or match.lastgroup == "absent"
    if is_absence and (of := text.find("的", match.end(), end)) > match.end():
        end = of  # 不含铅的焊锡丝: the solder is wanted
    return _made(match, match.end(), match.end(), end, is_absence)
