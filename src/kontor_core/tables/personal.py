"""Screening of personal data, before anything else looks at a row.

Columns that hold persons are dropped and counted, never given on. In every other column mobile numbers, personal mailboxes,
numbers of identity cards and what is plainly labelled as a contact are masked. Names in free text are not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kontor_core.tables.headers import field_of, plain_heading
from kontor_core.tables.personal_headings import (
    AMBIGUOUS_LATIN,
    COMPANY_LATIN,
    NOT_PERSON_LATIN,
    NOT_PERSON_ZH,
    PERSON_LATIN,
    PERSON_LATIN_WHOLE,
    PERSON_ZH,
    PERSON_ZH_WHOLE,
)

MASK = "***"
IDENTIFIER_FIELDS = frozenset({"identifier", "register_number", "vat", "lei", "industry_code"})

_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0xA0: " ", 0x2010: "-", 0x2011: "-", 0x2013: "-", 0x2014: "-", 0x2212: "-"}
"""One character for one, so that a match in the folded text stands at the same place in the cell."""
_CHINESE_MOBILE = r"(?:(?:\+|00)?86[ \-.]{0,2})?1[3-9]\d(?:[ \-.]?\d{4}){2}"
_GERMAN_MOBILE = r"(?:(?:\+|00)49[ ./-]{0,2}(?:\(0\)[ ./-]{0,2})?|0 ?|\(0)1 ?(?:5 ?\d|6 ?[023]|7 ?\d)\)?\d?(?:[ ./-]{0,3}\d){6,9}"
# A credit code has 18 characters: a number inside of it always has a digit or a letter with a digit beside it.
_BEFORE = r"(?<![0-9])(?<![0-9][A-Za-z])(?<![0-9][A-Za-z]{2})(?<![+][0-9])"
_AFTER = r"(?![0-9])(?![A-Za-z]{1,3}[0-9])(?![0-9A-Za-z]{7})"
_MOBILE = re.compile(rf"{_BEFORE}(?:{_CHINESE_MOBILE}|{_GERMAN_MOBILE}){_AFTER}")
_MAILBOX = re.compile(r"([A-Za-z0-9][A-Za-z0-9._%+\-]*) ?@ ?([A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+)")
_PROVINCE = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])"
_IDENTITY_CARD = re.compile(rf"(?<![0-9A-Za-z]){_PROVINCE}\d{{4}} ?(?:19|20)\d{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{{3}}[0-9Xx](?:00|01|02)?(?![0-9A-Za-z])")
"""18 digits, also with the two digits that made a tax number of a sole trader's card."""
_LABELLED_ACCOUNT = re.compile(r"(?<![0-9A-Za-z])((?:微信|微信号|wechat|weixin|QQ|whatsapp|skype|telegram|护照号?码?|身份证号?码?)(?:同号)?(?: ?[:：号]){0,2} ?)([A-Za-z0-9][A-Za-z0-9_\-]{4,})", re.IGNORECASE)
_LABELLED_NAME = re.compile(
    r"((?:联系人|联络人|法定代表人|法人代表|负责人|经办人|填表人|填报人|制表人|Ansprechpartner(?:in)?|Kontaktperson|Geschäftsführer(?:in)?|Geschäftsführung|Inhaber(?:in)?|Inh\.|Contact person|Contact|Owner|Managing director)(?:姓名)? ?[:：] ?)"
    r"([\u4e00-\u9fff]{2,4}?(?:·[\u4e00-\u9fff]{1,6})?(?=$|[^\u4e00-\u9fff]|先生|女士|小姐|经理|主任|联系|电话|手机|微信)|(?:(?:Herrn?|Frau|Dr\.|Prof\.|Mr\.?|Mrs\.?|Ms\.?|Dipl\.-\w+\.?) )*[A-ZÄÖÜ][\w\-äöüß]+(?: (?:von|van|zu|zur|der|de|dos|auf)(?: (?:der|den|und zu))?)?(?: [A-ZÄÖÜ][\w\-äöüß.]+){0,3})"
)
_SUSPECT = re.compile(r"[@＠]|\d(?:[ \-./()\u3000\u2010-\u2014（）－]{0,3}\d){9}|微信|QQ|[Ww]e[Cc]hat|[Ww]eixin|WECHAT|[Ww]hats[Aa]pp|[Ss]kype|[Tt]elegram|护照|身份证|联系人|联络人|代表人|法人代表|负责人|经办人|填表人|填报人|制表人|Ansprech|Kontaktperson|Geschäftsf|Inh|[Cc]ontact|[Oo]wner|Managing")
"""Cheap look before the dear ones: most cells hold none of this."""

_SHARED_MAILBOXES = re.compile(
    r"^(?:info|information|office|kontakt|contact|mail|email|post|poststelle|zentrale|sekretariat|empfang|sales|vertrieb|verkauf|export|import|einkauf|purchas(?:e|ing)|bestellung|order|orders|"
    r"service|support|hotline|marketing|presse|press|pr|hr|personal|bewerbung|jobs|career|karriere|buchhaltung|accounting|rechnung|invoice|finance|admin|administration|webmaster|hello|hallo|team|"
    r"business|trade|market|company|enquir(?:y|ies)|inquiry|anfrage|technik|technical|engineering|quality|qs|logistik|logistics|datenschutz|privacy|impressum|shop|welcome|reception|customer|kundenservice|"
    r"overseas|foreign|international|zhaopin|xiaoshou|yewu|bangongshi|gongsi)\d{0,3}(?:[._\-](?:de|cn|eu|china|germany|bayern))?$"
)
_FREE_MAIL = re.compile(
    r"^(?:.*\.)?(?:qq|vip\.qq|foxmail|163|126|yeah|sina|sohu|tom|21cn|139|189|aliyun|gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|me|aol|gmx|web|freenet|t-online|arcor|posteo|mail|mailbox|protonmail|proton|1und1|online)"
    r"\.(?:com|cn|com\.cn|net|de|at|ch|org|me|co\.uk|ru)$"
)


@dataclass(slots=True)
class Screening:
    """What was taken out of a sheet. Complete only after its last row was read; holds headings, never a value."""

    columns_dropped: list[str] = field(default_factory=list)
    masked: dict[str, int] = field(default_factory=dict)
    """heading -> number of cells in which something was masked."""

    @property
    def cells_masked(self) -> int:
        """Cells in all columns."""
        return sum(self.masked.values())


def is_person_column(heading: str, others: Sequence[str] = ()) -> bool:
    """Whether a heading announces persons.

    Args:
        others: the other headings of the table; `Name` beside `Firma` is a person's, alone it is the company's.
    """
    plain = plain_heading(heading)
    if not plain:
        return False
    whole = plain
    for word in (*NOT_PERSON_ZH, *NOT_PERSON_LATIN):
        plain = plain.replace(word, " ") if word in plain else plain
    compact = re.sub(r"[\s/()_.\-]+", "", plain)
    if any(word in compact for word in PERSON_ZH) or compact in PERSON_ZH_WHOLE:
        return True
    if any(word in plain for word in PERSON_LATIN) or plain in PERSON_LATIN_WHOLE:
        return True
    if whole == "法人名称":
        return any(field_of(other) == "name" and plain_heading(other) != whole for other in others)
    if plain in AMBIGUOUS_LATIN:
        return any(any(word in plain_heading(other) for word in COMPANY_LATIN) and field_of(other) == "name" for other in others)
    return False


def is_shared_mailbox(local: str, domain: str) -> bool:
    """Whether a mailbox belongs to a firm rather than to a person: info@ and the like at a domain of the firm's own."""
    return _SHARED_MAILBOXES.match(local.lower()) is not None and _FREE_MAIL.match(domain.lower()) is None


def mask(text: str) -> str:
    """The text with mobile numbers, personal mailboxes, identity cards and labelled contacts replaced by `***`; all else as it was."""
    if _SUSPECT.search(text) is None:
        return text
    spans: list[tuple[int, int]] = []
    folded = text.translate(_FULL_WIDTH)
    spans.extend(match.span() for match in _MOBILE.finditer(folded))
    spans.extend(match.span() for match in _IDENTITY_CARD.finditer(folded))
    spans.extend(match.span() for match in _MAILBOX.finditer(folded) if not is_shared_mailbox(match.group(1), match.group(2)))
    spans.extend(match.span(2) for match in _LABELLED_ACCOUNT.finditer(folded))
    spans.extend(match.span(2) for match in _LABELLED_NAME.finditer(folded))
    return _replaced(text, spans)


_WHOLE_MOBILE = re.compile(r"(?<![0-9A-Za-z])(?:(?:(?:\+|00)?86[ -]?)?1[3-9]\d{9}|(?:\+49|0049|0)1(?:5\d|6[023]|7\d)\d{7,8})(?![0-9A-Za-z])")


def mask_identifier(text: str) -> str:
    """As `mask`, for a column of register numbers: only whole mobile numbers, cards and mailboxes, never a part of a code."""
    if len(text) < 9:
        return text
    folded = text.translate(_FULL_WIDTH)
    spans = [match.span() for match in _WHOLE_MOBILE.finditer(folded)]
    spans.extend(match.span() for match in _IDENTITY_CARD.finditer(folded) if not _is_credit_code(match.group()))
    if "@" in folded:
        spans.extend(match.span() for match in _MAILBOX.finditer(folded))
    return _replaced(text, spans)


_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def _is_credit_code(text: str) -> bool:
    """A code of an association or an authority (51..., 12...) may look like a card: its check character decides."""
    if len(text) != 18 or text[17].upper() not in _CREDIT_ALPHABET or not text[:17].isdigit():
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text, _CREDIT_WEIGHTS, strict=False))
    return _CREDIT_ALPHABET[(31 - total) % 31] == text[17].upper()


def _replaced(text: str, spans: list[tuple[int, int]]) -> str:
    if not spans:
        return text
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        pieces.append(text[at : max(start, at)])
        if start >= at:
            pieces.append(MASK)
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


class Screen:
    """Screens the rows of one sheet by its header."""

    def __init__(self, header: Sequence[str]) -> None:
        self.screening = Screening()
        self.kept: list[int] = []
        self._identifiers: list[int] = []
        self._open: list[int] = []
        for number, heading in enumerate(header):
            others = [*header[:number], *header[number + 1 :]]
            if is_person_column(heading, others):
                self.screening.columns_dropped.append(heading.strip())
                continue
            if field_of(heading) in IDENTIFIER_FIELDS:
                self._identifiers.append(len(self.kept))
            else:
                self._open.append(len(self.kept))
            self.kept.append(number)
        self.header = [mask(header[number]) for number in self.kept]
        self.width = len(header)
        self._is_whole = len(self.kept) == len(header)

    def row(self, cells: list[str]) -> list[str]:
        """The cells of the kept columns, masked. Cells beyond the header have no heading that could be judged and are dropped."""
        if len(cells) < self.width:
            cells = cells + [""] * (self.width - len(cells))
        kept = cells[: self.width] if self._is_whole else [cells[number] for number in self.kept]
        for number in self._identifiers:
            if kept[number]:
                self._put(kept, number, mask_identifier(kept[number]))
        if _SUSPECT.search("\x1f".join([kept[number] for number in self._open])) is not None:
            for number in self._open:
                if len(kept[number]) > 5:
                    self._put(kept, number, mask(kept[number]))
        return kept

    def _put(self, kept: list[str], number: int, masked: str) -> None:
        if masked != kept[number]:
            kept[number] = masked
            heading = self.header[number]
            self.screening.masked[heading] = self.screening.masked.get(heading, 0) + 1
