"""Register numbers, brought into the normal form of their scheme and checked without asking anybody.

Schemes: `cn-uscc` (统一社会信用代码, GB 32100-2015), `de-hr` (Handelsregister with its court), `de-vat` (USt-IdNr), `lei` (ISO 17442).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from operator import mul

USCC, HR, VAT, LEI = "cn-uscc", "de-hr", "de-vat", "lei"
SCHEMES = (USCC, HR, VAT, LEI)


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number and what the check said. `value` is the normal form, or what was given when it has none."""

    scheme: str
    value: str
    state: str
    """`valid`, `invalid` or `rounded`."""
    code: str = ""
    """Empty when valid; otherwise `check-digit`, `length`, `characters`, `register`, `court-missing`, `court-unknown`, `old-number`, `not-germany`, `rounded`."""

    @property
    def is_valid(self) -> bool:
        """Whether the number may serve as a key."""
        return self.state == "valid"


_ROUNDED = re.compile(r"^[+]?\d(?:[.,]\d+)?\s*E\s*[+]?\s*\d{1,2}$", re.IGNORECASE)
_LONG_ZEROS = re.compile(r"^\d{15}0{3}$")
_USCC_CHARACTERS = frozenset("0123456789ABCDEFGHJKLMNPQRTUWXY")
_USCC_VALUES = {character: number for number, character in enumerate("0123456789ABCDEFGHJKLMNPQRTUWXY")}
_USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_EMPTY = frozenset({"", "-", "--", "/", "N/A", "NA", "NULL", "NONE", "无", "暂无", "KEINE", "KEINER", "UNBEKANNT", "UNKNOWN", "0", "***", "—", "."})


def is_blank(text: str) -> bool:
    """Whether a cell only says that there is no number (N/A, 无, -)."""
    return unicodedata.normalize("NFKC", text).strip().upper() in _EMPTY


def is_rounded(text: str) -> bool:
    """Whether a spreadsheet turned the number into a float and lost its end: 9.14406E+17, or 15 digits and three zeros that do not check out.

    The lost digits are never made up again: several companies share the digits that are left.
    """
    if len(text) == 18 and text.isascii() and text.isalnum() and not text.endswith("000"):
        return False
    folded = unicodedata.normalize("NFKC", text).strip().replace(" ", "")
    # of real credit codes one in 5,000 ends with three zeros: those pass their check
    return _ROUNDED.match(folded) is not None or (_LONG_ZEROS.match(folded) is not None and not _check_uscc(folded).is_valid)


def check(scheme: str, text: str, court: str = "") -> Identifier:
    """Check a number of a known scheme.

    Args:
        text: as it stands in the cell; not blank.
        court: the register court, when it stands in a column of its own (`de-hr`).

    Raises:
        KeyError: an unknown scheme.
    """
    if scheme in (USCC, VAT, LEI) and is_rounded(text):
        return Identifier(scheme, text.strip(), "rounded", "rounded")
    if scheme == HR:
        return _check_register(text, court)
    return {USCC: _check_uscc, VAT: _check_vat, LEI: _check_lei}[scheme](text)


def _compact(text: str) -> str:
    """Capitals without blanks, dots, dashes and a leading apostrophe; full-width forms made plain."""
    if text.isascii() and text.isalnum():
        return text.upper()
    folded = unicodedata.normalize("NFKC", text).upper()
    return re.sub(r"[\s.,;:'`´’\-_/()\u2010-\u2015]+", "", folded)


def _check_uscc(text: str) -> Identifier:
    value = re.sub(r"^(?:统一社会信用代码|社会信用代码|信用代码|USCC)", "", _compact(text))
    if (len(value) == 15 and value.isdigit()) or re.fullmatch(r"[0-9A-Z]{8}[0-9X]", value):
        return Identifier(USCC, value, "invalid", "old-number")  # 注册号 until 2015, or 组织机构代码
    if len(value) != 18:
        return Identifier(USCC, value[:40], "invalid", "length")
    if not value[2:8].isdigit() or any(character not in _USCC_CHARACTERS for character in value):
        return Identifier(USCC, value, "invalid", "characters")  # I, O, S, V, Z are never used
    # our own sum: python-stdnum wants digits in the first two places, the standard allows letters there (A1, N2, Y1)
    total = sum(map(mul, map(_USCC_VALUES.__getitem__, value[:17]), _USCC_WEIGHTS))
    if (total + _USCC_VALUES[value[17]]) % 31:
        return Identifier(USCC, value, "invalid", "check-digit")
    return Identifier(USCC, value, "valid")


def _check_vat(text: str) -> Identifier:
    value = _compact(text)
    value = re.sub(r"^(?:UST?ID(?:NR|NUMMER)?|VAT(?:ID|NO|NR)?)+", "", value)
    if re.fullmatch(r"\d{9}", value):
        value = f"DE{value}"
    if re.match(r"[A-Z]{2}", value) and not value.startswith("DE"):
        return Identifier(VAT, value[:20], "invalid", "not-germany")
    if len(value) != 11:
        return Identifier(VAT, value[:40], "invalid", "length")
    if not value[2:].isdigit():
        return Identifier(VAT, value, "invalid", "characters")
    from stdnum.de import vat

    return Identifier(VAT, value, "valid") if vat.is_valid(value) else Identifier(VAT, value, "invalid", "check-digit")


def _check_lei(text: str) -> Identifier:
    value = re.sub(r"^LEI(?=[0-9A-Z]{20}$)", "", _compact(text))
    if len(value) != 20:
        return Identifier(LEI, value[:40], "invalid", "length")
    if not re.fullmatch(r"[0-9A-Z]{18}[0-9]{2}", value):
        return Identifier(LEI, value, "invalid", "characters")
    from stdnum import lei

    return Identifier(LEI, value, "valid") if lei.is_valid(value) else Identifier(LEI, value, "invalid", "check-digit")


_REGISTER = re.compile(r"\b(HR ?A|HR ?B|GN ?R|GS ?R|PR|VR)[\s.:\-]*(?:NR\.?|NUMMER)?[\s.:\-]*([0-9][0-9 .]{0,7})([A-ZÖ]{1,3}\b)?", re.IGNORECASE)
_COURT_WORDS = re.compile(
    r"\b(?:registergericht|handelsregister|amtsgericht|register|gericht|ag|des|der|beim|bei|am|in|nummer|nr|sitz|eingetragen|abteilung [ab])\b\.?|[,;:()]", re.IGNORECASE
)
_REGISTER_NAMES = {"HRA": "HRA", "HRB": "HRB", "GNR": "GnR", "PR": "PR", "VR": "VR", "GSR": "GnR"}
_ENGLISH_COURTS = {"munich": "München", "nuremberg": "Nürnberg", "cologne": "Köln", "hanover": "Hannover", "frankfurt": "Frankfurt am Main", "frankfurt a. m.": "Frankfurt am Main", "frankfurt/main": "Frankfurt am Main", "frankfurt a.m.": "Frankfurt am Main", "frankfurt main": "Frankfurt am Main"}


def _check_register(text: str, court: str) -> Identifier:
    folded = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()
    found = _REGISTER.search(folded)
    if found is None:
        return Identifier(HR, folded[:60], "invalid", "register")
    register = _REGISTER_NAMES[found.group(1).replace(" ", "").upper()]
    digits = re.sub(r"\D", "", found.group(2)).lstrip("0")
    if not digits or len(digits) > 6:
        return Identifier(HR, folded[:60], "invalid", "length")
    number = " ".join(part for part in (register, digits, (found.group(3) or "").upper()) if part)
    given = court or f"{folded[: found.start()]} {folded[found.end() :]}"
    words = re.sub(r"\s+", " ", _COURT_WORDS.sub(" ", unicodedata.normalize("NFKC", given))).strip(" -/")
    if not words:
        return Identifier(HR, number, "invalid", "court-missing")
    name = known_court(words)
    return Identifier(HR, f"{name} {number}", "valid") if name else Identifier(HR, f"{words[:40]} {number}", "invalid", "court-unknown")


def known_court(text: str) -> str:
    """The official name of a register court: `Nuernberg`, `Nürnberg` and `Munich` lead to one; empty when there is none of that name."""
    from stdnum.de import handelsregisternummer as library

    plain = text.lower().strip()
    if plain in _ENGLISH_COURTS:
        return _ENGLISH_COURTS[plain]
    for candidate in (text, _umlauts(text), _ENGLISH_COURTS.get(plain.split(" ")[0], "")):
        if candidate:
            try:
                return " ".join(library.validate(f"{candidate} HRB 1").split(" ")[:-2])
            except library.ValidationError:
                continue
    return ""


def _umlauts(text: str) -> str:
    """Nuernberg -> Nürnberg; harmless where the pair belongs to the name, because the name as given is tried first."""
    for plain, letter in (("ae", "ä"), ("oe", "ö"), ("ue", "ü"), ("Ae", "Ä"), ("Oe", "Ö"), ("Ue", "Ü")):
        text = text.replace(plain, letter)
    return text


def recognise(text: str) -> Identifier | None:
    """The number that a cell of an unnamed scheme (注册号, registration number) holds; None for a blank cell.

    What looks like nothing known is returned as an invalid `cn-uscc` when it has its length, else None.
    """
    if is_blank(text):
        return None
    if is_rounded(text):
        return Identifier(USCC, text.strip(), "rounded", "rounded")
    compact = _compact(text)
    if _REGISTER.search(unicodedata.normalize("NFKC", text)) and re.search(r"HR|GN|VR", compact):
        return check(HR, text)
    if re.match(r"^(?:UST\w*?|VAT\w*?)?DE\d", compact):
        return check(VAT, text)
    if len(compact) == 20 and re.fullmatch(r"[0-9A-Z]{18}\d\d", compact) and not compact.isdigit():
        return check(LEI, text)
    if 9 <= len(compact) <= 24 and re.fullmatch(r"[0-9A-Z]+", compact):
        return check(USCC, text)
    return None
