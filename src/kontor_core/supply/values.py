"""Small values of a row: size, year, postcode, website. What cannot be read is noted and left empty, never guessed."""

from __future__ import annotations

import re
import unicodedata
from typing import Protocol

_EMPTY = frozenset({"", "-", "--", "/", "N/A", "NA", "NULL", "无", "暂无", "不详", "***", "K.A.", "K. A.", "KEINE ANGABE", "UNBEKANNT", "?"})
SIZES = ("1-10", "11-49", "50-249", "250+")
_YEARS = range(1200, 2101)
"""Breweries and foundries of the Middle Ages are still in the register."""


class Note(Protocol):
    """Notes a finding about a field of the row at hand."""

    def __call__(self, name: str, code: str, **parameters: str) -> None: ...


def blank_free(cell: str) -> str:
    """A cell with single blanks; empty for N/A, 无, - and the like."""
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFC", cell)).strip()
    return "" if text.upper() in _EMPTY else text


def _folded(cell: str) -> str:
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", cell)).strip()
    return "" if text.upper() in _EMPTY else text


def _band(employees: int) -> str:
    return SIZES[0] if employees <= 10 else SIZES[1] if employees <= 49 else SIZES[2] if employees <= 249 else SIZES[3]


_SIZE_WORDS: tuple[tuple[str, str], ...] = (
    (r"微型|kleinst|micro", SIZES[0]), (r"小型|^小$|small|^klein", SIZES[1]), (r"中型|^中$|medium|^mittel", SIZES[2]), (r"大型|^大$|large|groß|gross|规上", SIZES[3]),
)


def size_class(cell: str, note: Note) -> str:
    """Size class of a number of employees, a band of numbers or a word; notes `size-unreadable`.

    A band falls into the class of its lower end: "50 bis 99" and "ab 50" are medium. A word follows the recommendation 2003/361/EC.
    """
    text = _folded(cell).lower()
    if not text:
        return ""
    plain = re.sub(r"(?<=\d)[., '](?=\d{3}(?!\d))", "", text)
    if re.match(r"^(?:<|unter|bis|less than|up to|不足|少于|below|max)", plain) or re.search(r"\d人?(?:以下|及以下)|^0\s*[-–—~]", plain):
        numbers = [int(number) for number in re.findall(r"\d+", plain)]
        return _band(max(1, max(numbers) - 1)) if numbers else ""
    if numbers := [int(number) for number in re.findall(r"\d+", plain)]:
        if numbers[0] > 5_000_000 or (len(numbers) > 2 and not re.search(r"[-–—~]|bis|至", plain)):
            note("size", "size-unreadable")
            return ""
        return _band(numbers[0] + (1 if re.match(r"^(?:>|über|mehr als|more than|超过)", plain) else 0))
    for words, size in _SIZE_WORDS:
        if re.search(words, plain):
            return size
    note("size", "size-unreadable")
    return ""


def founded_year(cell: str, note: Note) -> int | None:
    """Year of a date in any of the usual forms, or of a spreadsheet's day number; notes `founded-unreadable`."""
    text = _folded(cell)
    if not text:
        return None
    if found := re.search(r"(?<!\d)(1[2-9]\d{2}|20\d{2})(?!\d)", text) or re.match(r"^(1[89]\d{2}|20\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$", text):
        year = int(found.group(1))
        if year in _YEARS:
            return year
    if found := re.match(r"^\d{1,2}[./-]\d{1,2}[./-](\d{2})$", text):
        year = int(found.group(1))
        return 2000 + year if year <= 30 else 1900 + year
    if re.fullmatch(r"\d{5}", text) and 9000 < int(text) < 60000:
        return 1900 + int((int(text) - 1) / 365.2425)  # day number of a spreadsheet, 1 = 1 January 1900
    note("founded", "founded-unreadable")
    return None


def postcode(cell: str, country: str, note: Note) -> str:
    """A postcode of the country; a leading zero that a spreadsheet took away is put back and noted (`postcode-zero`).

    Of Chinese codes 010000 to 099999 (Hebei, Shanxi, Inner Mongolia) and of German ones 01001 to 09999 (Saxony, Thuringia) begin with a zero.
    """
    text = re.sub(r"\.0$", "", re.sub(r"^(?:D|DE|CN)[\s-]*(?=\d)", "", _folded(cell).upper())).replace(" ", "")
    if not text:
        return ""
    length = {"DE": 5, "CN": 6}.get(country, 0)
    if text.isdigit():
        if (length and len(text) == length) or (not length and len(text) in (5, 6)):
            return text
        if length and len(text) == length - 1:
            note("postcode", "postcode-zero")
            return f"0{text}"
    note("postcode", "postcode-unreadable")
    return ""


def website(cell: str) -> str:
    """An address that begins with http, without blanks; empty for anything that is no host (a mail address, a word)."""
    text = _folded(cell).strip(" /;,，；").split(" ")[0].split(";")[0]
    if "@" in text or not re.match(r"^(?:https?://)?[\w\-]+(?:\.[\w\-]+)+(?:[/:?#].*)?$", text, re.IGNORECASE):
        return ""
    return text[:200] if re.match(r"^https?://", text, re.IGNORECASE) else f"https://{text[:192]}"
