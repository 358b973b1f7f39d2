"""Candidates for one entry among hundreds of thousands: a small inverted index over blocking keys.

The index holds keys and numbers only. Whoever asks loads the few entries it names and scores them with `duplicates.score`.
"""

from __future__ import annotations

import functools
from array import array
from collections.abc import Iterator, Sequence

from kontor_core.identity.duplicates import Party, host_of
from kontor_core.identity.names import CompanyName, parse
from kontor_core.identity.places import short
from kontor_core.language.pinyin import folded, sound_key, spelled

LARGEST_BLOCK = 400
"""A key that more entries share tells nothing by itself; entries behind it are found by their rarer keys (trade name and place, name and trade)."""
MOST_CANDIDATES = 20

_STRENGTH = {"i": 8.0, "n": 6.0, "w": 4.0, "p": 3.0, "j": 3.0, "t": 1.5, "d": 1.0}
"""By kind of key: identifier, whole name, website, trade name with place, trade name with trade, trade name, trade name less one letter."""


def blocking_keys(party: Party) -> tuple[str, ...]:
    """Keys that two entries of one organisation share, most of the time: short ASCII texts that a database column can hold as well.

    The first letter tells the kind (see `_STRENGTH`). Sounds stand for characters, so a Chinese and a Latin name of one company meet.
    """
    keys: dict[str, None] = {}
    for identifier in party.identifiers:
        if identifier.state == "valid":
            keys[f"i{identifier.value}"] = None
    if host := host_of(party.website):
        keys[f"w{host}"] = None
    for name in map(parse, party.names):
        for key in _name_keys(name, party.city):
            keys[key] = None
    return tuple(keys)


def _name_keys(name: CompanyName, city: str) -> Iterator[str]:
    sound = folded(spelled(name.trade_name)) if name.script == "Hans" else "".join(name.tokens)
    whole = sound_key(f"{name.trade_name}{name.industry}") if name.script == "Hans" else "".join((*name.tokens, *name.industry_tokens))
    if not sound:
        sound = whole
    if not sound:
        return
    yield f"n{whole[:60]}"
    yield f"t{sound[:40]}"
    if name.script == "Latn" and len(name.tokens) > 1:
        yield f"t{''.join(sorted(name.tokens))[:40]}"
    places = {_place(place) for place in (*name.places, city) if place}
    for place in sorted(places):
        yield f"p{sound[:40]}|{place[:20]}"
    trade = sound_key(name.industry[:2]) if name.script == "Hans" else "".join(name.industry_tokens[:1])
    if trade:
        yield f"j{sound[:40]}|{trade[:20]}"
    if name.script == "Latn" and 6 <= len(sound) <= 14:
        # a slip of one letter: both sides share the key in which that letter is left out
        for at in range(1, len(sound)):
            yield f"d{sound[:at]}{sound[at + 1 :]}"
        yield f"d{sound}"


@functools.lru_cache(maxsize=20_000)
def _place(place: str) -> str:
    return folded(spelled(short(place)))


class CandidateIndex:
    """Inverted index from blocking keys to entries. About 0.9 kB an entry."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._numbers: dict[str, int] = {}
        self._blocks: dict[int, int | array[int]] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def add(self, key: str, party: Party) -> None:
        """Enter an entry by the key it is known by elsewhere; one that is there already is entered anew (old keys stay, harmless)."""
        self.add_keys(key, blocking_keys(party))

    def add_keys(self, key: str, keys: Sequence[str]) -> None:
        """As `add`, with keys computed earlier."""
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._names)
            self._names.append(key)
        for text in keys:
            hashed = hash(text)  # kept in this process only
            block = self._blocks.get(hashed)
            if block is None:
                self._blocks[hashed] = number
            elif isinstance(block, int):
                if block != number:
                    self._blocks[hashed] = array("I", (block, number))
            elif block[-1] != number:
                block.append(number)

    def remove(self, key: str) -> None:
        """Forget an entry; it is named no more."""
        number = self._numbers.pop(key, None)
        if number is not None:
            self._names[number] = ""

    def candidates(self, party: Party, most: int = MOST_CANDIDATES) -> list[str]:
        """Keys of the entries most likely to be the same, best first; the entry itself among them if it was added."""
        return self.candidates_of(blocking_keys(party), most)

    def candidates_of(self, keys: Sequence[str], most: int = MOST_CANDIDATES) -> list[str]:
        """As `candidates`, with keys computed earlier."""
        found: dict[int, float] = {}
        for text in keys:
            block = self._blocks.get(hash(text))
            if block is None:
                continue
            strength = _STRENGTH[text[0]]
            if isinstance(block, int):
                found[block] = found.get(block, 0.0) + strength
            elif len(block) <= LARGEST_BLOCK or text[0] in "in":
                part = strength / (1.0 + len(block) / LARGEST_BLOCK)
                for number in block[: 4 * LARGEST_BLOCK]:
                    found[number] = found.get(number, 0.0) + part
        best = sorted(found.items(), key=lambda item: (-item[1], item[0]))[: 4 * most]
        return [name for number, _ in best if (name := self._names[number])][:most]


def pairs(entries: Sequence[tuple[str, Party]], most: int = MOST_CANDIDATES) -> Iterator[tuple[str, str]]:
    """Candidate pairs inside one file: each pair once, the earlier entry first."""
    index = CandidateIndex()
    for key, party in entries:
        keys = blocking_keys(party)
        for other in index.candidates_of(keys, most):
            if other != key:
                yield other, key
        index.add_keys(key, keys)
