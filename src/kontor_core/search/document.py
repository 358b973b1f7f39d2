"""From a company's texts to the document that is indexed, and the payload that ranking and explaining need."""

from __future__ import annotations

import re
import struct
import zlib
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kontor_core.search.analysis import ROLE_BIT, Analysis, analyse
from kontor_core.search.industries import industry_filters
from kontor_core.search.ports import LONGEST_TOKEN, Document
from kontor_core.thesaurus.concepts import LANGUAGES
from kontor_core.thesaurus.index import LabelIndex
from kontor_core.translation.model import lacking, parts_of

STATED, TEXT, NAME, INFERRED = 0, 1, 2, 3
WANT, FOR = 4, 8
"""Bits of the flags of a mention beside its source."""
CONFIDENCE = (1.0, 0.7, 0.5, 0.4)
"""Of a concept stated or confirmed by a person, read from free text, read from the company's name (DESIGN.md section 3.4), inferred from
an industry code: less than its name, for the company chose its name and a statistical office its code."""
_FIELDS = ("offer_stated", "offer_text", "offer_name", "offer_name")
_WANT_FIELDS = ("want_stated", "want_text", "want_text", "want_text")
_NEXT_INFERRED = 0.9
"""Of an inferred concept beside the one before it: a class lists what its members mostly do first."""
VERSION = 7
_HEAD = struct.Struct("<BHHHHHB")
LEAST_CHANCE = 0.1
MODIFIER = 0.8
"""Chance that who names a thing as what another is for or of has that thing too: a maker of tile cutters (瓷砖切割机) of tiles."""
APPLICATION = 0.6
"""Chance that who names a thing as what others are for has it too: hardly ever a hotel (bar stools for hotels), at times the parts for
the machine that his parts are for."""
MOST_MENTIONS = 400
MOST_PARTS = 3000
SURE = 0.5
"""Chance of a meaning from which on its industry counts as the company's."""


@dataclass(frozen=True, slots=True)
class Source:
    """One text of a company: `source` is STATED, TEXT, NAME or INFERRED; `side` what its statements are unless the words say otherwise.

    `concepts` are ids that come with an INFERRED text, likeliest first; the text as a whole is their evidence.
    """

    text: str
    source: int = TEXT
    language: str | None = None
    side: str = "offer"
    concepts: tuple[str, ...] = ()


@dataclass(slots=True)
class Mentioned:
    """A concept in the payload."""

    concept: int
    source: int
    is_want: bool
    chance: float
    roles: int
    text_number: int
    start: int
    length: int
    is_application: bool = False


@dataclass(slots=True)
class Payload:
    """What an index entry knows of its company."""

    mentions: list[Mentioned] = field(default_factory=list)
    offer_parts: dict[int, int] = field(default_factory=dict)
    want_parts: dict[int, int] = field(default_factory=dict)
    length: int = 0
    roles: int = 0
    codes: tuple[str, ...] = ()


_MOST_HASHES = 500_000


class _Hashes(dict[str, int]):
    """Hashes of the parts of a language, each worked out once; a look-up that hits costs no call."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._seed = zlib.crc32(f"{language}:".encode())

    def __missing__(self, part: str) -> int:
        if len(self) > _MOST_HASHES:
            self.clear()
        hashed = self[part] = zlib.crc32(part.encode("utf-8", "replace"), self._seed)
        return hashed


_HASHES = {language: _Hashes(language) for language in LANGUAGES}


def part_hash(language: str, part: str) -> int:
    """32-bit number of a part; a collision in four thousand million only adds noise to one count."""
    return _HASHES[language][part]


def pack(payload: Payload) -> bytes:
    """Binary form, versioned."""
    m = payload.mentions[:MOST_MENTIONS]
    offers = sorted(payload.offer_parts.items())[:MOST_PARTS]
    wants = sorted(payload.want_parts.items())[:MOST_PARTS]
    codes = " ".join(payload.codes).encode("ascii", "ignore")[:250]
    columns: list[bytes | array[int]] = [array("H", [x.concept for x in m]), bytes([x.source | (WANT if x.is_want else 0) | (FOR if x.is_application else 0) for x in m]), bytes([round(x.chance * 255) for x in m])]
    columns += [array("H", [x.roles & 0xFFFF for x in m]), bytes([min(x.text_number, 255) for x in m])]
    columns += [array("I", [x.start for x in m]), array("H", [min(x.length, 65535) for x in m])]
    for parts in (offers, wants):
        columns += [array("I", [h for h, _ in parts]), bytes([c if c < 256 else 255 for _, c in parts])]
    head = _HEAD.pack(VERSION, len(m), len(offers), len(wants), min(payload.length, 65535), payload.roles & 0xFFFF, len(codes))
    return b"".join((head, *columns, codes))


class Reader:
    """Columns of a packed payload; each is read when it is asked for, because ranking needs few of them for many documents.

    Raises:
        ValueError: written by another version; the index has to be rebuilt.
    """

    __slots__ = ("_at", "_data", "_sizes", "length", "roles")
    _COLUMNS = ("H", "B", "B", "H", "B", "I", "H")

    def __init__(self, data: bytes) -> None:
        if not data or data[0] != VERSION:
            raise ValueError("the index was written by another version")
        _, n, offers, wants, self.length, self.roles, codes = _HEAD.unpack_from(data)
        self._data = data
        self._sizes = (n, offers, wants, codes)
        self._at = _HEAD.size + 13 * n
        """Where the parts begin: a mention takes 13 bytes."""

    def _mentions(self, kind: str, before: int) -> array[int]:
        """A column of the mentions; `before` bytes a mention lie in front of it."""
        n = self._sizes[0]
        start = _HEAD.size + before * n
        column = array(kind)
        column.frombytes(self._data[start : start + n * column.itemsize])
        return column

    @property
    def concepts(self) -> array[int]:
        """Numbers of the concepts."""
        return self._mentions("H", 0)

    @property
    def flags(self) -> array[int]:
        """Source in the two lowest bits, `WANT` for what is wanted, `FOR` for what is only named as what others are for."""
        return self._mentions("B", 2)

    @property
    def chances(self) -> array[int]:
        """Probability of the meaning, 0 to 255."""
        return self._mentions("B", 3)

    @property
    def role_masks(self) -> array[int]:
        """Roles in which it is named, bits of ROLE_BIT."""
        return self._mentions("H", 4)

    @property
    def texts(self) -> array[int]:
        """Number of the text."""
        return self._mentions("B", 6)

    @property
    def starts(self) -> array[int]:
        """Start in the text."""
        return self._mentions("I", 7)

    @property
    def lengths(self) -> array[int]:
        """Length in the text."""
        return self._mentions("H", 11)

    def part_bytes(self, is_want: bool) -> tuple[bytes, bytes]:
        """(hashes of the parts as 32-bit numbers in ascending order, how often each stands there as bytes) of a side."""
        _, offers, wants, _ = self._sizes
        start, count = (self._at + 5 * offers, wants) if is_want else (self._at, offers)
        return self._data[start : start + 4 * count], self._data[start + 4 * count : start + 5 * count]

    @property
    def codes(self) -> list[str]:
        """Industry codes."""
        _, offers, wants, codes = self._sizes
        start = self._at + 5 * (offers + wants)
        return self._data[start : start + codes].decode("ascii").split() if codes else []


_LEGAL = re.compile(
    r"(?:有限责任公司|股份有限公司|有限公司|集团公司|集团|股份公司|分公司|公司|个体工商户|总厂|工厂|厂|商行|经营部|门市部|加工厂|店|\bgmbh\b|\bco\.?\b|\bkg\b|\bag\b|\bltd\b|\be\. ?k\.?\b|\bohg\b|\bgbr\b|\binc\b|\bllc\b)"
)
_PLACE = re.compile(r"^(?:[\u4e00-\u9fff]{2,7}?省)?(?:[\u4e00-\u9fff]{2,4}?市)?(?:[\u4e00-\u9fff]{1,4}?[区县])?(?:[\u4e00-\u9fff]{1,3}?[镇乡])?")


_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[a-z0-9]")


def name_core(name: str) -> str:
    """A company name without place and legal form, the rest at its place (blanks instead)."""
    blank = lambda match: " " * len(match.group())  # noqa: E731 - used three times right here
    return _LEGAL.sub(blank, _PLACE.sub(blank, name, count=1).lower() if not name.isascii() else name.lower())


def _part_counts(index: LabelIndex, analysis: Analysis) -> dict[str, Counter[str]]:
    """Language -> part -> how often the text names it: nothing that it denies, and as lacking what it says to be without."""
    counts = _counted(index, analysis.language, analysis.affirmed())
    for start, end in analysis.lacks():
        for language, lacked in _counted(index, analysis.language, analysis.normalised.text[start:end]).items():
            counts.setdefault(language, Counter()).update(lacking(lacked))
    return counts


def _counted(index: LabelIndex, language: str, text: str) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {}
    latin = "de" if language == "de" else "en"
    if language == "zh" or _HAN.search(text):
        counts["zh"] = Counter(parts_of(index, text, "zh"))
    if _LATIN.search(text):
        counts[latin] = Counter(p for p in parts_of(index, text, latin) if len(p) <= LONGEST_TOKEN // 4 or len(p.encode()) <= LONGEST_TOKEN)
    return counts


def _ancestors(index: LabelIndex, concepts: set[int]) -> frozenset[str]:
    return frozenset().union(*map(index.thesaurus.above, concepts))


def build(
    index: LabelIndex,
    key: str,
    sources: Sequence[Source],
    filters: Mapping[str, frozenset[str]] | None = None,
    numbers: Mapping[str, int] | None = None,
    codes: Sequence[str] = (),
    roles: frozenset[str] = frozenset(),
    identifiers: Sequence[str] = (),
) -> tuple[Document, list[Analysis]]:
    """The document of a company.

    Args:
        sources: its texts; the number of a text in this sequence is the one that explanations point to.
        codes: ISIC codes that somebody stated, with or without the last digits.
        roles: organisation roles that are known; roles read from the texts are added.
    """
    payload = Payload(codes=tuple(codes))
    concepts: dict[str, set[int]] = {name: set() for name in (*_FIELDS, *_WANT_FIELDS)}
    parts: dict[str, set[str]] = {}
    analyses: list[Analysis] = []
    seen: dict[tuple[int, bool], Mentioned] = {}
    read_roles = set(roles)
    for number, source in enumerate(sources):
        text = name_core(source.text) if source.source == NAME else source.text
        analysis = analyse(index, text, source.language, source.side)
        analyses.append(analysis)
        read_roles |= analysis.wanted_roles - (analysis.sought_roles - analysis.own_roles)
        _collect_mentions(index, analysis, source, number, seen, concepts)
        _collect_inferred(index, source, number, seen, concepts)
        if source.source != INFERRED:  # the words of a class are not the company's: they would count like its own
            _collect_parts(index, analysis, source, payload, parts)
    payload.mentions = sorted(seen.values(), key=lambda m: (m.source, m.text_number, m.start))
    payload.roles = sum(ROLE_BIT[role] for role in read_roles if role in ROLE_BIT)
    tokens = _tokens(index, concepts, parts, identifiers)
    industries = industry_filters(index.thesaurus, codes, _offered(payload))
    all_filters = {**(filters or {}), **industries, "organisation_role": frozenset(read_roles)}
    return Document(key, tokens, all_filters, dict(numbers or {}), pack(payload)), analyses


def _offered(payload: Payload) -> list[int]:
    """Concepts a company offers and is sure of, what it states before what was read."""
    return [m.concept for m in payload.mentions if not m.is_want and not m.is_application and m.chance >= SURE]


def _tokens(index: LabelIndex, concepts: dict[str, set[int]], parts: dict[str, set[str]], identifiers: Sequence[str]) -> dict[str, frozenset[str]]:
    tokens: dict[str, frozenset[str]] = {}
    for name, found in concepts.items():
        if found:
            tokens[name] = frozenset(index.thesaurus.concepts[c].id for c in found)
            tokens[f"{name}_up"] = _ancestors(index, found)
    for name, values in parts.items():
        tokens[name] = frozenset(values)
    if identifiers:
        tokens["identifier"] = frozenset(identifiers)
    return {name: values for name, values in tokens.items() if values}


def _collect_mentions(
    index: LabelIndex, analysis: Analysis, source: Source, number: int, seen: dict[tuple[int, bool], Mentioned], concepts: dict[str, set[int]]
) -> None:
    for statement in analysis.statements:
        if statement.is_negated:
            continue
        is_want = statement.side == "want" and source.source != NAME
        fields = _WANT_FIELDS if is_want else _FIELDS
        roles = sum(ROLE_BIT[role] for role in statement.roles)
        for concept, chance in statement.mention.meanings:
            if chance < LEAST_CHANCE:
                continue
            is_for = statement.mention.is_application
            chance *= APPLICATION if is_for else 1.0 if statement.mention.is_head else MODIFIER  # noqa: PLW2901 - the chance that the company has the thing itself
            concepts[fields[source.source]].add(concept)
            known = seen.get((concept, is_want))
            if known is None:
                seen[concept, is_want] = Mentioned(concept, source.source, is_want, chance, roles, number, statement.start, statement.end - statement.start, is_for)
            else:
                known.roles |= roles
                if (source.source, -chance) < (known.source, -known.chance):
                    known.source, known.chance, known.is_application = source.source, chance, is_for
                    known.text_number, known.start, known.length = number, statement.start, statement.end - statement.start


def _collect_inferred(index: LabelIndex, source: Source, number: int, seen: dict[tuple[int, bool], Mentioned], concepts: dict[str, set[int]]) -> None:
    """Concepts that come with a text; those that the company names itself are known better already, whatever the order of its texts."""
    chance = 1.0
    for concept in filter(None, map(index.thesaurus.get, source.concepts)):
        concepts[_FIELDS[INFERRED]].add(concept.index)
        known = seen.get((concept.index, False))
        if known is None or known.source == INFERRED:
            roles = known.roles if known else 0
            seen[concept.index, False] = Mentioned(concept.index, INFERRED, False, chance, roles, number, 0, len(source.text))
        chance *= _NEXT_INFERRED


def _collect_parts(index: LabelIndex, analysis: Analysis, source: Source, payload: Payload, parts: dict[str, set[str]]) -> None:
    sides = {s.side for s in analysis.statements}
    is_want = sides == {"want"} and source.source != NAME
    target = payload.want_parts if is_want else payload.offer_parts
    known, length = target.get, 0
    for language, counts in _part_counts(index, analysis).items():
        parts.setdefault(f"{'want' if is_want else 'offer'}_{language}", set()).update(counts)
        if source.source == NAME:
            parts.setdefault("name_parts", set()).update(counts)
        hashes, is_spelt = _HASHES[language], language == "zh"
        for part, count in counts.items():
            hashed = hashes[part]
            target[hashed] = known(hashed, 0) + count
            if not is_spelt or len(part) == 1:
                length += count
    if not is_want:
        payload.length += length
