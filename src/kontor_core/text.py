"""Language and script of a text, and normalisation with a way back to the original.

Everything that is matched is matched on the normalised text; everything that is shown is cut from the original.
`Normalised.original_span` leads from the one to the other. Offsets are code points.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

LONGEST_TEXT = 100_000
"""Code points that are analysed of one text; what lies beyond is left out (a megabyte pasted into a field is no profile)."""

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN = re.compile(f"[{HAN}]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_GERMAN_LETTERS = re.compile(r"[äöüßÄÖÜ]")

_GERMAN_WORDS = frozenset(
    ["und", "der", "die", "das", "wir", "sind", "für", "mit", "von", "ein", "eine", "einer", "eines", "einem", "einen", "suchen", "sucht", "bieten", "bietet", "aus", "auf", "im", "in", "den", "dem", "des", "zur", "zum", "bei", "nach", "über", "als", "auch", "nicht", "keine", "kein", "oder", "sowie", "unser", "unsere", "ihre", "werden", "wird", "haben", "hat", "ist", "er", "sie", "es", "gesucht", "hersteller", "händler", "herstellung", "handel", "vertrieb", "partner", "teile"]
)
_ENGLISH_WORDS = frozenset(
    ["and", "the", "we", "are", "for", "with", "of", "a", "an", "looking", "seeking", "seek", "offer", "offers", "from", "on", "in", "to", "by", "at", "as", "also", "not", "no", "or", "our", "your", "their", "will", "is", "it", "has", "have", "be", "manufacturer", "manufacturers", "supplier", "suppliers", "trader", "distributor", "distributors", "maker", "makers", "wanted", "parts", "other", "except", "than"]
)
_GERMAN_ENDINGS = re.compile(r"(ung|ungen|keit|heit|schaft|lich|isch|ische|ischen|ischer|maschine|maschinen|teile|technik|werkzeug|sch\w*)$")
_ENGLISH_ENDINGS = re.compile(r"(ing|ings|tion|tions|ment|ments|ness|able|ical|ity|ies|ware|ed|ly|ght|ck|sh|oo\w*|ea\w*|th)$")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A normalised text and, where lengths changed, the original position of each of its code points (plus one for the end)."""

    text: str
    positions: tuple[int, ...] | None

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the original that the half-open span of the normalised text came from."""
        if self.positions is None:
            return start, end
        if start >= end:
            return self.positions[start], self.positions[start]
        return self.positions[start], self.positions[end - 1] + 1


@functools.cache
def _simplified() -> dict[int, str]:
    """Traditional to Simplified, one character to one character, from OpenCC's tables."""
    import opencc

    characters = "".join(map(chr, range(0x3400, 0xA000)))
    converted = opencc.OpenCC("t2s").convert(characters)
    if len(converted) != len(characters):  # a phrase rule fired across neighbours: convert one by one
        converter = opencc.OpenCC("t2s")
        return {ord(c): s for c in characters if (s := converter.convert(c)) != c and len(s) == 1}
    return {ord(c): s for c, s in zip(characters, converted, strict=True) if c != s}


_VARIANTS = dict(zip("銲鉋铇鑤鍊櫈鑛堿螢萤輭矽韈黏衞蔴砲瑯揹氊鎔镕鎗鉄", "焊刨刨刨链凳矿碱荧荧软硅袜粘卫麻炮琅背毡熔熔枪铁", strict=True))
"""Characters of Taiwan, Hong Kong and older signs that the tables leave as they are; 鍊 is a chain in trade (項鍊, 鍊條)."""


@functools.cache
def _single_characters() -> dict[int, str]:
    """Everything that normalisation maps one to one: width, case, script, quotes, dashes, stray control characters."""
    table: dict[int, str] = {}
    for code in (*range(0x80, 0x3400), *range(0xF900, 0x10000)):
        if 0xD800 <= code < 0xE000:
            continue
        character = chr(code)
        composed = unicodedata.normalize("NFKC", character).lower()
        if len(composed) == 1 and composed != character:
            table[code] = composed
    table.update({code: chr(code).lower() for code in range(0x41, 0x5B)})
    table.update(dict.fromkeys((*range(9), *range(11, 32), 127, 160, 12307, 65533, 9632, 9679, 9670), " "))
    table.update(dict.fromkeys(range(55296, 57344), " "))  # half a surrogate pair is no character
    table.update(dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xFE63, 0xFF0D), "-"))
    table.update(dict.fromkeys((0x2018, 0x2019, 0x201A, 0x00B4, 0x0060), "'"))
    table.update(dict.fromkeys((0x201C, 0x201D, 0x201E, 0x00AB, 0x00BB, 0x300C, 0x300D, 0x300E, 0x300F), '"'))
    table.update(_simplified())
    table.update({ord(variant): simplified for variant, simplified in _VARIANTS.items()})
    return table


_SLOW = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\u0300-\u036f\u00bc-\u00be\u2100-\u215f\u2460-\u24ff\u3200-\u33ff\ufb00-\ufb06]")
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff")


def normalise(text: str) -> Normalised:
    """Lower case, compatibility forms, Simplified characters; German umlauts and ß stay as they are."""
    text = text[:LONGEST_TEXT]
    table = _single_characters()
    if not _SLOW.search(text):
        return Normalised(text.translate(table), None)
    return _normalise_slowly(text, table)


def _normalise_slowly(text: str, table: dict[int, str]) -> Normalised:
    """For texts with characters that vanish, join their neighbour, or become several."""
    pieces: list[str] = []
    positions: list[int] = []
    index = 0
    while index < len(text):
        end = index + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        cluster = unicodedata.normalize("NFKC", "".join(c for c in text[index:end] if c not in _DROPPED)).translate(table)
        pieces.append(cluster)
        positions.extend([index] * len(cluster))
        index = end
    positions.append(len(text))
    return Normalised("".join(pieces), tuple(positions))


def language_of(text: str) -> str:
    """`zh`, `de` or `en`, as well as a few words can tell; mixed text gets the language that fills more of it."""
    han = sum(map(len, _HAN.findall(text)))
    if han and han * 3 >= sum(map(len, _LATIN.findall(text))):
        return "zh"
    words = re.findall(r"[a-zà-ɏ]+", text.lower())
    german = sum(word in _GERMAN_WORDS for word in words) + 2 * bool(_GERMAN_LETTERS.search(text))
    english = sum(word in _ENGLISH_WORDS for word in words)
    if german != english:
        return "de" if german > english else "en"
    return _language_by_shape(text, words)


def _language_by_shape(text: str, words: list[str]) -> str:
    german = english = 0.0
    for word in words:
        german += bool(_GERMAN_ENDINGS.search(word)) + (len(word) > 13) + any(p in word for p in ("pf", "tz", "chs", "eu", "ei", "ie"))
        english += bool(_ENGLISH_ENDINGS.search(word)) + any(p in word for p in ("th", "ow", "oa", "ay", "wh", "oy", "ew"))
    german += sum(1 for w in re.findall(r"(?<=[a-z] )[A-Z][a-zß]+", text)) * 0.5  # nouns in capitals inside a phrase
    return "de" if german > english or (german == english and bool(re.match(r"[A-Z][a-z]", text))) else "en"
