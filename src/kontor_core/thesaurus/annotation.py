"""Which concepts a text names, and where.

Candidates of all languages are laid over the text; the path that covers most of it with the fewest labels wins, so that the longest
label beats the shorter ones inside it (紧固件 is a fastener, not 紧 + firmware). Several meanings of a label are weighed by the
other concepts of the text.
"""

from __future__ import annotations

import bisect
import operator
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kontor_core.language import capitals, english
from kontor_core.language.cue_words import STOP
from kontor_core.language.tokens import Part, Word
from kontor_core.text import HAN, language_of, normalise
from kontor_core.thesaurus.concepts import SUBJECT_KINDS
from kontor_core.thesaurus.index import JOIN, LabelIndex, Meanings

FOREIGN = 0.75
"""Confidence of a label of another language than the text's (Software in a German text)."""
CUE_WEIGHT = 3.0
KIN_WEIGHT = 0.6
LABEL_COST = 1.5
"""What each further label costs on the best path, in letters; a Chinese character counts as three letters."""
OCCUPIES = 0.5
"""What a word without a concept has before a label of the same length (具有 before 家具), in letters."""
LEAST_SHARED = 2
"""Characters that two overlapping Chinese labels must share, and that the second must have of its own."""
_AFTER_NUMBER = frozenset("uhr bar zoll fuß fuss pfund tonnen blatt mark am pm inch inches foot feet pound pounds stone yard yards stage".split())
"""Words that only count or measure behind a number: 6.30 Uhr, 10 bar, from 8 am."""
_NAMES = frozenset({"china", "turkey", "polish", "jersey"})
"""English words that are a name where they begin with a capital."""
_EVERY_STOP = STOP["de"] | STOP["en"]
_JOINING = frozenset({"", "-", "的", "专用", "用"})
_LEAD = re.compile(r"\b(?:für|aus|for|of|made from)(?= )|用于")
"""Words behind which a thing only says what another is for or of; `made of`, `适用于` end in one of them."""
_BEHIND_LEAD = re.compile(r"(?: \w{1,12}){0,2} ")
UNWRITTEN = 0.01
"""What each further part gives, so that of labels over the same letters the one with the filled-in head wins (Dreh- und Frästeile)."""
_LOOKBACK = 24
SHORT = {"zh": 12}
"""Characters of a text that is a question or a list of two things rather than a sentence, by language; elsewhere `SHORT_LATIN`."""
SHORT_LATIN = 40
_HAN_RUN = re.compile(f"[{HAN}]+")
_UNCOVERED = re.compile(rb"\x00+")
_LATIN_EDGE = re.compile(r"[a-z0-9]")
_LATIN = re.compile(r"[a-z0-9]")
_PLACE = operator.attrgetter("end", "start")
_BREAK = re.compile(r"[^\s\-]")


class Mention(NamedTuple):
    """A label found in a normalised text, with its likeliest meanings (concept index, confidence 0..1)."""

    start: int
    end: int
    key: str
    language: str
    meanings: Meanings
    is_head: bool = True
    """False for a modifier: Aluminium in Aluminiumgehäuse, 铝 in 铝外壳."""
    is_application: bool = False
    """True for what something else is for: hotels in chairs for hotels."""
    is_activity: bool = False
    """True for what is done with a thing that is named beside it: the wholesale of screws."""

    @property
    def concept(self) -> int:
        """Index of the likeliest concept."""
        return self.meanings[0][0]

    @property
    def confidence(self) -> float:
        """Confidence of the likeliest concept."""
        return self.meanings[0][1]


class Leftover(NamedTuple):
    """A word part or a run of Chinese characters that no label covers."""

    start: int
    end: int
    key: str
    language: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """What was found in a text; offsets are into the normalised text."""

    language: str
    mentions: tuple[Mention, ...]
    leftovers: tuple[Leftover, ...]
    words: tuple[Word, ...]


@dataclass(slots=True)
class _Candidate:
    """Not frozen: dozens are made for every text, and a frozen one takes three times as long to make."""

    start: int
    end: int
    key: str
    language: str
    meanings: Meanings
    gain: float


def _chinese_candidates(index: LabelIndex, text: str) -> list[_Candidate]:
    if index.automaton is None:
        return []
    found = []
    length = len(text)
    for start, end, pattern in index.automaton.find_overlapping(text):
        label, meanings = index.chinese[pattern]
        if start and label[0] <= "z" and _LATIN_EDGE.match(label[0]) and _LATIN_EDGE.match(text[start - 1]):
            continue
        if end < length and label[-1] <= "z" and _LATIN_EDGE.match(label[-1]) and _LATIN_EDGE.match(text[end]):
            continue
        if label[0] <= "z" and label.isascii() and length > end - start and not _has_han_nearby(text, start, end):
            continue
        found.append(_Candidate(start, end, label, "zh", meanings, 3.0 * (end - start) - LABEL_COST + (0.0 if meanings else OCCUPIES)))
    return found


def _has_han_nearby(text: str, start: int, end: int) -> bool:
    return any("\u3400" <= character <= "\u9fff" for character in text[max(0, start - 12) : end + 12])


def _runs(words: Sequence[Word], text: str) -> list[list[Word]]:
    """Runs of neighbouring words; punctuation ends a run."""
    runs: list[list[Word]] = []
    end = -1
    for word in words:
        if end < 0 or (text[end : word.start] != " " and _BREAK.search(text, end, word.start)):
            runs.append([])
        runs[-1].append(word)
        end = max(end, word.end)
    return runs


def _counts(text: str, start: int) -> bool:
    """Whether a number stands right before the place."""
    return text[start - 1] == " " and text[start - 2].isdigit()


def _latin_candidates(index: LabelIndex, text: str, runs: Sequence[Sequence[Word]], language: str, preferred: str) -> list[_Candidate]:
    table, prefixes, openers = index.latin[language], index.prefixes[language], index.openers[language]
    homographs, bare = index.homographs, index.bare if language == "de" else frozenset()
    bonus = 0.5 if language == preferred else 0.0
    stop = STOP[language] | STOP.get(preferred, _EVERY_STOP)
    label_keys = english.LABEL_KEYS
    found: list[_Candidate] = []
    for run in runs:
        if language == "de":
            parts = [part for word in run for part in word.parts]
            verbal = {p.start for word in run for p in word.parts if p.key in homographs and _is_verbal(word, p)}
            opens_word = [number == 0 for word in run for number in range(len(word.parts))]
        else:
            parts, verbal = [Part(label_keys[word.text], word.start, word.end) for word in run], set()
            opens_word = [True] * len(parts)
        opens_word.append(True)
        length = len(parts)
        for begin, first in enumerate(parts):
            if first.key not in openers:
                continue
            keys: list[str] = []
            crossed = False
            for number in range(begin, length):
                part = parts[number]
                if number > begin and opens_word[number]:
                    crossed = True
                    if not opens_word[begin]:
                        break  # a label may begin inside a compound only when it ends inside it
                keys = _continued(keys, part.key, homographs, part.start in verbal)
                end = max(part.end, first.end)
                if (opens_word[number + 1] or not crossed) and end > first.start:
                    idle = first.end + 1 - first.start if first.key in stop and end > first.end else 0  # the of in of aluminium
                    more = UNWRITTEN * (number - begin) - idle - LABEL_COST + bonus
                    for key in keys:
                        if key in table and key not in stop and (opens_word[begin] or key not in bare) and not (first.start > 1 and text[first.start : end] in _AFTER_NUMBER and _counts(text, first.start)):
                            found.append(_Candidate(first.start, end, key, language, table[key], end - first.start + more))
                keys = [key for key in keys if key in prefixes]
                if not keys:
                    break
    return found


_NO_NOUN = frozenset({"process", "technology", "property"})
_NO_NOUN_INSIDE = frozenset({*_NO_NOUN, "material"})
_PARTICIPLE = re.compile(r"te[mrs]?$|(?:^|[^aeiou])ge\w+(?:ten|ene[nmrs]?)$|ge\w+t$")
_BY_ITSELF = frozenset({"wir", "ich", "sie"})
"""Behind these stands a verb (wir planen), also where nobody writes capitals."""


def _as_written(index: LabelIndex, candidates: list[_Candidate], words: Sequence[Word], written: str) -> list[_Candidate]:
    """Without nouns that are written in small letters: wir planen, stärken, schlüsselfertig name no tarpaulin, no starch and no key.

    What remains of such a word is what is done (process, and as a verb a service), a property, and inside it a material (edelstahlverkleidet).
    """
    is_told = capitals.tells_nouns(written, words)
    concepts = index.thesaurus.concepts
    starts = [word.start for word in words]
    kept: list[_Candidate] = []
    for candidate in candidates:
        place = max(0, bisect.bisect_left(starts, candidate.end) - 1)
        word = words[place]
        is_small = is_told or (place > 0 and words[place - 1].text in _BY_ITSELF)
        if is_small and written[word.start].islower() and not word.joined and (not word.start or written[word.start - 1] != "-"):
            is_inside = candidate.end < word.end or candidate.start > word.start
            allowed = _NO_NOUN_INSIDE if is_inside else _NO_NOUN if _PARTICIPLE.search(word.text) else _NO_NOUN | {"service"}
            meanings = tuple([m for m in candidate.meanings if concepts[m[0]].kind in allowed])
            if candidate.meanings and not meanings:
                continue
            candidate.meanings = meanings
        kept.append(candidate)
    return kept


def _is_verbal(word: Word, part: Part) -> bool:
    """Whether a part is written as a form that only a verb has: gepresst, presst, not pressen, which may be several presses."""
    written = word.text[part.start - word.start : part.end - word.start]
    return written.startswith("ge") != part.key.startswith("ge") or written.endswith("t")


def _continued(keys: list[str], part: str, homographs: dict[str, tuple[str, ...]], is_verbal: bool) -> list[str]:
    """Keys longer by one part, also with what the part may stand for (Fliesen: laying tiles, or tiles)."""
    parts = (part, *(h for h in homographs[part] if not is_verbal or h.endswith("ung"))) if part in homographs else (part,)
    return [f"{key}{JOIN}{p}" for key in keys for p in parts] if keys else list(parts)


def _best_path(candidates: list[_Candidate]) -> list[_Candidate]:
    """The non-overlapping candidates with the highest sum of gains."""
    candidates = [c for c in candidates if c.gain > 0]
    if len(candidates) < 2:
        return candidates
    candidates.sort(key=_PLACE)
    ends = [c.end for c in candidates]
    best: list[float] = [0.0]
    take: list[bool] = []
    for number, candidate in enumerate(candidates):
        before = bisect.bisect_right(ends, candidate.start, 0, number)
        value = best[before] + candidate.gain
        take.append(value > best[number])
        best.append(max(value, best[number]))
    chosen: list[_Candidate] = []
    number = len(candidates)
    while number:
        if take[number - 1]:
            chosen.append(candidates[number - 1])
            number = bisect.bisect_right(ends, candidates[number - 1].start, 0, number - 1)
        else:
            number -= 1
    return chosen[::-1]


def _resolved(index: LabelIndex, chosen: list[_Candidate], preferred: str, is_short: bool) -> list[Meanings]:
    """Meanings of each chosen label, several ones weighed by the rest of the text; none of a word that nothing points to (board, plant).

    Args:
        is_short: a few words, that speak of nothing but what they name.
    """
    asked = [not is_short and c.key in index.cued[c.language] for c in chosen]
    if not any(asked) and all(len(c.meanings) == 1 for c in chosen):
        return [_scaled(c, preferred) for c in chosen]
    certain: Counter[int] = Counter()
    for candidate, is_asked in zip(chosen, asked, strict=True):
        if len(candidate.meanings) == 1 and not is_asked:
            concept = candidate.meanings[0][0]
            certain[concept] += 1
            certain.update(a for _, a in index.thesaurus.ancestors[concept])
    return [
        () if is_asked and not _is_cued(index, c, certain) else _scaled(c, preferred) if len(c.meanings) == 1 else _weighed(index, c, certain, preferred)
        for c, is_asked in zip(chosen, asked, strict=True)
    ]


def _is_cued(index: LabelIndex, candidate: _Candidate, certain: Counter[int]) -> bool:
    """Whether a concept of the text points to one of the meanings, or shares its group."""
    thesaurus = index.thesaurus
    for concept, _ in candidate.meanings:
        if concept in certain or any(cue in certain for cue in index.cues.get((candidate.key, concept), ())):
            return True
        if any(above in certain and thesaurus.depth[above] > 1 for _, above in thesaurus.ancestors[concept]):
            return True
    return False


def _scaled(candidate: _Candidate, preferred: str) -> Meanings:
    if candidate.language == preferred or candidate.language == "zh":
        return candidate.meanings
    return tuple([(concept, round(prior * FOREIGN, 4)) for concept, prior in candidate.meanings])


def _weighed(index: LabelIndex, candidate: _Candidate, certain: Counter[int], preferred: str) -> Meanings:
    weights = []
    for concept, prior in candidate.meanings:
        cues = index.cues.get((candidate.key, concept), frozenset())
        kin = {a for level, a in index.thesaurus.ancestors[concept]}
        boost = CUE_WEIGHT * min(2, sum(c in certain for c in cues)) + KIN_WEIGHT * min(2, sum(a in certain for a in kin))
        weights.append((concept, max(prior, 0.02) * (1.0 + boost)))
    total = sum(weight for _, weight in weights)
    factor = 1.0 if candidate.language in (preferred, "zh") else FOREIGN
    ordered = sorted(((concept, round(weight / total * factor, 4)) for concept, weight in weights), key=lambda m: (-m[1], m[0]))
    return tuple(ordered)


def _with_materials(index: LabelIndex, candidates: list[_Candidate], chosen: list[_Candidate]) -> list[_Candidate]:
    """A property that holds the name of a thing says both: aus Edelstahl is stainless steel too."""
    concepts = index.thesaurus.concepts
    found: list[_Candidate] = []
    for candidate in chosen:
        if concepts[candidate.meanings[0][0]].kind == "property":
            inner = [
                c for c in candidates
                if candidate.start <= c.start and c.end <= candidate.end and c.end - c.start < candidate.end - candidate.start
                and c.meanings and concepts[c.meanings[0][0]].kind in SUBJECT_KINDS
            ]
            found.extend(sorted(inner, key=lambda c: (-c.gain, c.start))[:1])  # before it, so that it counts as its modifier
        found.append(candidate)
    return found


def _with_overlapped(index: LabelIndex, candidates: list[_Candidate], chosen: list[_Candidate]) -> list[_Candidate]:
    """A Chinese label that reaches into the longer one behind it is named too: 纺织机械 in 纺织机械配件, read as 纺织 and 机械配件."""
    if not any(c.language == "zh" and c.end - c.start >= 2 * LEAST_SHARED for c in chosen):
        return chosen
    concepts = index.thesaurus.concepts
    inner = {c.start for c in chosen} | {c.end for c in chosen}
    reaching_ones = [c for c in candidates if c.language == "zh" and c.end not in inner and c.end - c.start > LEAST_SHARED and c.meanings]
    if not reaching_ones:
        return chosen
    found: list[_Candidate] = []
    for candidate in chosen:
        if candidate.language == "zh" and candidate.end - candidate.start >= 2 * LEAST_SHARED and candidate.meanings:
            free = found[-1].end if found else 0
            before = found[-1].start if found and found[-1].end == candidate.start and found[-1].language == "zh" else free
            reaching = [
                c for c in reaching_ones
                if candidate.start + LEAST_SHARED <= c.end <= candidate.end - LEAST_SHARED
                and (c.start == before or free <= c.start) and c.start < candidate.start
                and concepts[c.meanings[0][0]].kind in SUBJECT_KINDS
            ]
            if reaching:
                longest = max(reaching, key=lambda c: (c.gain, -c.start))
                if found and longest.start == found[-1].start:
                    found.pop()
                found.append(longest)
        found.append(candidate)
    return found


def _heads(text: str, chosen: list[_Candidate], language: str) -> list[bool]:
    """A label directly followed by another one, or led in by for, of, aus, is a modifier."""
    heads = [True] * len(chosen)
    last = len(chosen) - 1
    leads = [match.span() for match in _LEAD.finditer(text)]
    for number, candidate in enumerate(chosen):
        between = None if number == last else text[candidate.end : chosen[number + 1].start]
        is_front = between in _JOINING or (between == " " and candidate.language == "en" and chosen[number + 1].language == "en")
        if is_front or (leads and _is_led_in(text, candidate.start, leads)):
            heads[number] = False
    return heads


def _is_led_in(text: str, start: int, leads: list[tuple[int, int]]) -> bool:
    """Whether one of the words that lead in stands before the place, with at most two words between."""
    return any(
        start - _LOOKBACK <= begin and end <= start and (_BEHIND_LEAD.fullmatch(text, end, start) or (end == start and text[begin] == "用"))
        for begin, end in leads
    )


def _leftovers(text: str, words: Sequence[Word], chosen: list[_Candidate], language: str) -> list[Leftover]:
    covered = bytearray(len(text))
    for candidate in chosen:
        covered[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
    found: list[Leftover] = []
    latin = "de" if language == "zh" else language
    for word in words:
        if word.text in STOP["de"] or word.text in STOP["en"]:
            continue
        parts = word.parts if latin == "de" else (Part(english.lemma(word.text), word.start, word.end),)
        found.extend(
            Leftover(p.start, p.end, p.key, latin) for p in parts if p.end > p.start and not any(covered[p.start : p.end]) and len(p.key) > 1
        )
    for match in _HAN_RUN.finditer(text):
        for run in _UNCOVERED.finditer(covered, match.start(), match.end()):
            begin, end = run.span()
            if text[begin:end] not in STOP["zh"]:
                found.append(Leftover(begin, end, text[begin:end], "zh"))
    return sorted(found, key=lambda leftover: leftover.start)


def detect(index: LabelIndex, normalised: str, original: str) -> str:
    """Language of a text; a short Latin one is read with the labels of both languages before its shape decides."""
    guess = language_of(original)
    if guess == "zh" or len(normalised) > 60:
        return guess
    runs = _runs(index.splitter.words(normalised), normalised)
    gains = {}
    for language in ("de", "en"):
        path = _best_path(_latin_candidates(index, normalised, runs, language, ""))
        gains[language] = sum(c.gain for c in path)
    if gains["de"] == gains["en"]:
        return guess
    better = "de" if gains["de"] > gains["en"] else "en"
    return better if gains[better] > gains[guess] + 2 else guess


def annotate(index: LabelIndex, text: str, language: str | None = None, written: str = "") -> Annotation:
    """Annotate an already normalised text.

    Args:
        text: what `kontor_core.text.normalise` gave.
        language: `de`, `zh` or `en`; found out when None.
        written: the original, code point by code point beside the text; empty where it is not known.
    """
    chosen_language = language or detect(index, text, text)
    candidates = _chinese_candidates(index, text) if _HAN_RUN.search(text) else []
    words: list[Word] = []
    if _LATIN.search(text):
        words = index.splitter.words(text)
        runs = _runs(words, text)
        german = _latin_candidates(index, text, runs, "de", chosen_language)
        candidates.extend(_as_written(index, german, words, written) if written and chosen_language == "de" else german)
        english_ones = _latin_candidates(index, text, runs, "en", chosen_language)
        candidates.extend([c for c in english_ones if c.key not in _NAMES or not written[c.start : c.start + 1].isupper()])
    chosen = [c for c in _with_overlapped(index, candidates, _best_path(candidates)) if c.meanings]
    chosen = _with_materials(index, candidates, chosen)
    meanings = _resolved(index, chosen, chosen_language, len(text) <= SHORT.get(chosen_language, SHORT_LATIN))
    if not all(meanings):
        chosen, meanings = [c for c, m in zip(chosen, meanings, strict=True) if m], [m for m in meanings if m]
    heads = _heads(text, chosen, chosen_language)
    mentions = tuple(
        Mention(c.start, c.end, c.key, c.language, m, h) for c, m, h in zip(chosen, meanings, heads, strict=True)
    )
    return Annotation(chosen_language, mentions, tuple(_leftovers(text, words, chosen, chosen_language)), tuple(words))


def annotate_original(index: LabelIndex, original: str, language: str | None = None) -> Annotation:
    """Normalise and annotate; offsets stay those of the normalised text."""
    normalised = normalise(original)
    return annotate(index, normalised.text, language or detect(index, normalised.text, original), capitals.as_written(normalised, original))
