"""Codes that somebody types: industry codes of three classifications and customs headings, and the concepts they mean.

A number is a code only where its form or a word before it says so: "28.41" at the head of a line, "C3311", "WZ 24.53.0", "ISIC 2431",
"HS 8481.80". A plain number of four digits is a customs heading only when it is the whole query or when a word such as HS, Zolltarif,
heading or 税号 stands before it; otherwise it is a year, a price or a grade. Every code must exist in its table.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from kontor_core.classification.editions import only_in_2025
from kontor_core.classification.tables import DATA, isic_classes, shipped
from kontor_core.text import normalise

MOST_CONCEPTS = 12
"""Concepts that one code may stand for; a whole section would drown the query."""

_UNIT = re.compile(
    r"\s*(?:[%€$£¥°×]|元|万|亿|吨|千克|公斤|毫米|厘米|米|小时|(?:mm|cm|dm|km|m|kg|g|t|mg|ml|l|v|a|w|kw|mw|kwh|hz|bar|mpa|nm|uhr|h|min|s|eur|euro|usd|rmb|cny|stück|pcs|x)(?![a-zäöüß])|-\s*\d)"
)
"""What makes the number before it a quantity ("28.41 mm") and no code; text is normalised, so in lower case."""
_COPPER = re.compile(r"\s*(?:[\u4e00-\u9fff]?铜|brass|copper|messing|kupfer|bronze)")
"""C3712 is a brass grade as well as an industry class; the word after it tells."""
_GAP = r"\s*[:.#]?\s*"
_CUSTOMS_WORDS = (
    r"(?:(?<![a-z])(?:hs|hts|zolltarif\w*|zollnummern?|zollposition|warennummern?|warentarifnummern?|tarifnummern?|kn-?code|cn code|customs|tariff|headings?)"
    r"|税号|税则号列?|税则|海关编码|海关编号|商品编码|商品编号)"
    r"(?:[\s-]*(?:codes?|tariff|headings?|numbers?|nummern?|positionen?|position|no|nr|编码|编号|号))*"
)
_CUSTOMS_NUMBER = r"(\d{4}(?:[. ]?\d{2}){0,3})(?![\d]|[.,]\d)"
_CUSTOMS_HINTED = re.compile(_CUSTOMS_WORDS + _GAP + _CUSTOMS_NUMBER)
_CUSTOMS_ALONE = re.compile(r"\s*" + _CUSTOMS_NUMBER + r"\s*$")
_ISIC = re.compile(r"(?<![a-z])isic(?:[\s-]*(?:rev\.? ?4|code|class))*" + _GAP + r"([a-u]?)(\d{2,4})(?![\d.])")
_WZ_HINTED = re.compile(
    r"(?<![a-z])(?:wz|nace|wirtschaftszweig|branchencode|branche)(?P<edition>(?:[\s-]*(?:2008|2025|codes?|rev\.? ?2(?:\.[01])?(?!\d)))*)"
    + _GAP
    + r"(?:[a-v][\s-]?)?(?P<code>\d{2}(?:\.?\d{1,2}(?:\.?\d)?)?)(?![\d]|\.\d)"
)
_WZ_LONG = re.compile(r"(?<![\d.,:/a-z-])(\d{2}\.\d{2}\.\d)(?![\d]|\.\d)")
_WZ_LINE = re.compile(r"(?:^|(?<=\n))[\s\u2022*-]*(\d{2}\.\d{2})(?![\d]|[.,]\d)")
_WZ_NEXT = re.compile(r"\s*(?:[,;/、|+和]|und |and |oder |or )\s*(\d{2}\.\d{2})(?![\d]|[.,]\d)")
_GBT_HINTED = re.compile(r"(?:gb/?t ?4754(?:-\d{4})?|国民经济行业(?:分类)?(?:代码)?|行业(?:分类)?代码|行业类别)" + _GAP + r"([a-t]?)(\d{2,4})(?![\d.])")
_GBT_LETTER = re.compile(r"(?<![a-z0-9./-])([a-t])(\d{4})(?![\da-z]|\.\d)")
_GBT_ALONE = re.compile(r"\s*(?:gb/?t\s*([a-t])(?=\d)|([a-t])(?=\d{3}))(\d{2,4})\s*$")
"""Two digits need the name of the standard: C35 and C45 are steels."""
_SAME_IN_2025 = frozenset(f"{division:02}" for division in (*range(1, 14), 15, *range(20, 25), *range(26, 31)))
"""Divisions whose classes kept their meaning when WZ 2008 became WZ 2025; for others only `wz2025_only.tsv` says the ISIC class."""


@dataclass(frozen=True, slots=True)
class CodeMention:
    """A code in a text: its system (`isic4`, `wz2008`, `wz2025`, `gbt4754`, `hs`), its canonical form, its half-open span in the
    original text in code points, and the ISIC Rev.4 classes it stands for (none for customs headings)."""

    system: str
    code: str
    start: int
    end: int
    isic: tuple[str, ...] = ()


def find_codes(text: str) -> list[CodeMention]:
    """All codes of a text in order of place; where two readings overlap, the one that a word before it asks for wins."""
    normalised = normalise(text)
    taken: list[CodeMention] = []
    for mention in _readings(normalised.text):
        if not any(mention.start < other.end and other.start < mention.end for other in taken):
            taken.append(mention)
    placed = []
    for mention in sorted(taken, key=lambda found: found.start):
        start, end = normalised.original_span(mention.start, mention.end)
        placed.append(CodeMention(mention.system, mention.code, start, end, mention.isic))
    return placed


def concepts_of(mention: CodeMention) -> tuple[str, ...]:
    """Ids of the thesaurus concepts a code means, likeliest first, `MOST_CONCEPTS` at most.

    Where the class itself is narrower than its ISIC class (C3525 moulds, ISIC 2593 tools), its own concepts; else those of its ISIC
    classes, one of each in turn.
    """
    if mention.system == "hs":
        return _concepts("customs_headings").get(mention.code[:4], ())
    own = _class_concepts().get((mention.system, mention.code)) or _class_concepts().get((mention.system, mention.code[:5]))
    if own:
        return own
    of_classes = [_concepts("isic_concepts").get(code, ()) for code in mention.isic]
    in_turn = dict.fromkeys(concept for row in zip_longest(*of_classes) for concept in row if concept)
    return tuple(in_turn)[:MOST_CONCEPTS]


def concepts_of_isic(code: str) -> tuple[str, ...]:
    """Ids of the thesaurus concepts an ISIC Rev.4 class (4 digits) means; empty when it means nothing one could offer or seek."""
    return _concepts("isic_concepts").get(code, ())


@functools.cache
def _concepts(name: str) -> dict[str, tuple[str, ...]]:
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {code: tuple(concepts.split("|")) for code, concepts in (line.split("\t") for line in lines)}


@functools.cache
def _class_concepts() -> dict[tuple[str, str], tuple[str, ...]]:
    """(system, class) to the concepts of classes that are narrower than their ISIC class."""
    lines = (DATA / "class_concepts.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {(system, code): tuple(concepts.split("|")) for system, code, concepts in (line.split("\t") for line in lines)}


def _readings(text: str) -> Iterator[CodeMention]:
    """All readings, those with a word before them first."""
    yield from _customs(text)
    yield from _isic(text)
    yield from _gbt(text)
    yield from _wz(text)


def _customs(text: str) -> Iterator[CodeMention]:
    alone = _CUSTOMS_ALONE.match(text)
    for match in [alone] if alone else _CUSTOMS_HINTED.finditer(text):
        digits = re.sub(r"\D", "", match[1])
        if digits[:4] in _concepts("customs_headings"):
            yield CodeMention("hs", digits, *match.span(1))


def _isic(text: str) -> Iterator[CodeMention]:
    for match in _ISIC.finditer(text):
        if match[2] in shipped("isic4"):
            yield CodeMention("isic4", match[2], match.start(1), match.end(2), isic_classes("isic4", match[2]))


def _gbt(text: str) -> Iterator[CodeMention]:
    hinted = [(match[1], match[2], match.span(0)[1] - len(match[1] + match[2])) for match in _GBT_HINTED.finditer(text)]
    if alone := _GBT_ALONE.match(text):
        hinted.append((alone[1] or alone[2], alone[3], alone.start(3) - 1))
    for letter, digits, start in hinted:
        code = digits if digits in shipped("gbt4754") else digits[:3]
        if _is_gbt(letter, code):
            yield CodeMention("gbt4754", code, start, start + len(letter + digits), isic_classes("gbt4754", code))
    for match in _GBT_LETTER.finditer(text):
        if _is_gbt(match[1], match[2]) and not _COPPER.match(text, match.end()):
            yield CodeMention("gbt4754", match[2], match.start(1), match.end(2), isic_classes("gbt4754", match[2]))


def _is_gbt(letter: str, code: str) -> bool:
    """The code exists and, where a letter is given, stands in that section."""
    entries = shipped("gbt4754")
    return code in entries and (not letter or entries[code[:2]].parent == letter.upper())


def _wz(text: str) -> Iterator[CodeMention]:
    for match in _WZ_HINTED.finditer(text):
        is_new = "2025" in match["edition"] or "2.1" in match["edition"]
        if mention := _wz_mention(match["code"], match.span("code"), is_new):
            yield mention
    for match in _WZ_LONG.finditer(text):
        if not _UNIT.match(text, match.end()) and (mention := _wz_mention(match[1], match.span(1))):
            yield mention
    for head in _WZ_LINE.finditer(text):
        listed: re.Match[str] | None = head
        while listed and not _UNIT.match(text, listed.end()) and (mention := _wz_mention(listed[1], listed.span(1))):
            yield mention
            listed = _WZ_NEXT.match(text, listed.end())


def _wz_mention(typed: str, span: tuple[int, int], is_new: bool = False) -> CodeMention | None:
    """The mention for a code as typed, dots or none ("2453" -> 24.53); a code only WZ 2025 has is recognised without a hint."""
    digits = typed.replace(".", "")
    code = ".".join(part for part in (digits[:2], digits[2:4], digits[4:]) if part)
    new = only_in_2025().get(code) or only_in_2025().get(code[:5])
    if new:
        return CodeMention("wz2025", code, *span, new)
    if code not in shipped("wz2008"):
        return None
    if is_new:
        return CodeMention("wz2025", code, *span, isic_classes("wz2008", code) if code[:2] in _SAME_IN_2025 else ())
    return CodeMention("wz2008", code, *span, isic_classes("wz2008", code))
