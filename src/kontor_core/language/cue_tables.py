"""Tables of cue words searched fast: one look at each word tells which tables may match there, and only those are tried.

A regular expression with a hundred alternatives costs a microsecond at every letter. What its matches can begin with is read off its
source once (`beginnings`), so that most words of a text try nothing. What is found is what `finditer` of the whole table would find
at the beginnings of words, in Chinese at any character.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from kontor_core.language import negation_words, role_words, side_words

_WORD = re.compile(r"[^\W_]+")
_LOOK = ("(?=", "(?!", "(?<")
_LETTERS = 3
"""Of a Latin beginning; two characters of a Chinese one."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one language."""

    key: tuple[str, str]
    """Name and language."""
    pattern: re.Pattern[str]
    beginnings: frozenset[str]
    words: frozenset[str]
    """Whole words that an alternative of several words begins with: `we` of `we purchase`."""
    has_open: bool
    """Some alternative begins with any letter: a word is tried on its own then."""

    def may_begin(self, word: str) -> bool:
        """Whether a match may begin with the word."""
        if word in self.words or any(word[:count] in self.beginnings for count in range(1, _LETTERS + 1)):
            return True
        return self.has_open and self.pattern.match(word) is not None


def roles_source(language: str) -> str:
    """One alternative a row of the table of roles, each a group named by its number."""
    return "|".join(f"(?P<g{number}>{source})" for number, (_, source) in enumerate(role_words.TABLES[language]))


def _sources(language: str) -> dict[str, str]:
    sides = {"want": side_words.WANT, "offer": side_words.OFFER, "behind": side_words.BEHIND}
    found = {name: table[language] for name, table in sides.items()}
    found["role"] = roles_source(language)
    if language == "zh":
        return {**found, "prefix": negation_words.PREFIX_ZH, "suffix": negation_words.SUFFIX_ZH}
    return {**found, "negation": negation_words.NEGATION[language]}


@functools.cache
def tables(language: str) -> tuple[Table, ...]:
    """All tables of a language."""
    made = []
    for name, source in _sources(language).items():
        whole = source if language == "zh" else rf"\b(?:{source})(?!\w)"
        begins = beginnings(source, 2 if language == "zh" else _LETTERS)
        cut = {b for b in begins if language != "zh" and not b.isalnum()} - {""}
        words = frozenset(match.group() for b in cut if (match := _WORD.match(b)))
        made.append(Table((name, language), re.compile(whole), frozenset(begins - cut - {""}), words, "" in begins))
    return tuple(made)


_MOST_WORDS = 100_000


class _Tried(dict[str, tuple[Table, ...]]):
    """The Latin tables that a match may begin in with a word, worked out once for each word."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__()
        self._tables = [table for language in languages if language != "zh" for table in tables(language)]

    def __missing__(self, word: str) -> tuple[Table, ...]:
        if len(self) > _MOST_WORDS:
            self.clear()
        tried = self[word] = tuple(table for table in self._tables if table.may_begin(word))
        return tried


_tried = functools.cache(_Tried)


@functools.cache
def _chinese_starts() -> tuple[re.Pattern[str], dict[str, tuple[Table, ...]]]:
    """The characters that Chinese matches begin with, and the tables of each beginning (one character, or two)."""
    starts: dict[str, list[Table]] = {}
    for table in tables("zh"):
        assert not table.has_open, f"{table.key}: a Chinese alternative begins with any character"
        for beginning in table.beginnings:
            starts.setdefault(beginning, []).append(table)
    characters = "".join(sorted({beginning[0] for beginning in starts}))
    return re.compile(f"[{re.escape(characters)}]"), {beginning: tuple(found) for beginning, found in starts.items()}


Matches = dict[tuple[str, str], list[re.Match[str]]]
"""(table, language) to its matches in reading order."""


def find(text: str, languages: tuple[str, ...]) -> Matches:
    """Every match of every table of the languages that begins a word (any character in Chinese); no two of a table overlap."""
    found: Matches = {}
    if languages != ("zh",):
        known = _tried(languages)
        for word in _WORD.finditer(text):
            if tried := known[word.group()]:
                _try(text, word.start(), tried, found)
    if "zh" in languages:
        characters, starts = _chinese_starts()
        for character in characters.finditer(text):
            start = character.start()
            if (tried := starts.get(text[start : start + 2], ())) or (character.group() in starts):
                _try(text, start, tried + starts.get(character.group(), ()), found)
    return found


def _try(text: str, start: int, tried: tuple[Table, ...], found: Matches) -> None:
    for table in tried:
        key = table.key
        kept = found.get(key)
        if kept is not None and start < kept[-1].end():
            continue
        if (match := table.pattern.match(text, start)) is not None:
            if kept is None:
                found[key] = [match]
            else:
                kept.append(match)


# --- what a pattern can begin with ------------------------------------------------------------------------------------------------


def beginnings(source: str, length: int) -> set[str]:
    """What matches of a regular expression can begin with, up to `length` characters; the empty string stands for anything.

    Knows the syntax of the cue tables: literals, classes without ranges, groups, look-arounds, quantifiers.
    """
    return {text for text, _ in _of_alternatives(source, length)}


def _of_alternatives(source: str, length: int) -> set[tuple[str, bool]]:
    """(beginning, whether what follows the pattern may continue it)."""
    found: set[tuple[str, bool]] = set()
    for alternative in _split(source):
        found |= _of_sequence(alternative, length)
    return found


def _split(source: str) -> list[str]:
    parts, depth, start, at = [], 0, 0, 0
    while at < len(source):
        character = source[at]
        if character == "\\":
            at += 1
        elif character == "[":
            at = _class_end(source, at)
        elif character in "()":
            depth += 1 if character == "(" else -1
        elif character == "|" and depth == 0:
            parts.append(source[start:at])
            start = at + 1
        at += 1
    return [*parts, source[start:]]


def _class_end(source: str, at: int) -> int:
    end = at + 1
    while source[end] != "]":
        end += 2 if source[end] == "\\" else 1
    return end


def _group_end(source: str, at: int) -> int:
    depth = 0
    while True:
        character = source[at]
        if character == "\\":
            at += 1
        elif character == "[":
            at = _class_end(source, at)
        elif character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
            if depth == 0:
                return at
        at += 1


def _atom(source: str, at: int, length: int) -> tuple[int, set[tuple[str, bool]] | None]:
    """End of the atom at a place, and its beginnings; None when it has no width."""
    character = source[at]
    if character == "(":
        end = _group_end(source, at)
        if source.startswith(_LOOK, at):
            return end + 1, None
        inner = source[source.index(">", at) + 1 : end] if source.startswith("(?P<", at) else source[at + 3 : end] if source.startswith("(?:", at) else source[at + 1 : end]
        return end + 1, _of_alternatives(inner, length)
    if character == "[":
        end = _class_end(source, at)
        inside = source[at + 1 : end]
        is_plain = not inside.startswith("^") and "\\" not in inside and "-" not in inside[1:-1]
        return end + 1, {(c, True) for c in inside} if is_plain else {("", False)}
    if character in "^$":
        return at + 1, None
    if character == "\\":
        return at + 2, None if source[at + 1] in "bB" else {(source[at + 1], True)} if not source[at + 1].isalnum() else {("", False)}
    return at + 1, {("", False)} if character == "." else {(character, True)}


def _of_sequence(source: str, length: int) -> set[tuple[str, bool]]:
    done: set[tuple[str, bool]] = set()
    current = {""}
    at = 0
    while at < len(source) and current:
        end, options = _atom(source, at, length)
        quantifier = re.compile(r"[?*+]|\{(\d+)(?:,\d*)?\}").match(source, end)
        at = quantifier.end() if quantifier else end
        if at < len(source) and quantifier and source[at] == "?":
            at += 1
        if options is None:
            continue
        is_optional = bool(quantifier) and (quantifier.group() in "?*" or quantifier.group(1) == "0") if quantifier else False
        repeats = bool(quantifier) and quantifier.group() != "?" if quantifier else False
        following = set(current) if is_optional else set()
        for before in current:
            for text, is_open in options:
                joined = (before + text)[:length]
                if len(joined) == length or not is_open or repeats:
                    done.add((joined, False))
                else:
                    following.add(joined)
        current = following
    return done | {(text, True) for text in current}
