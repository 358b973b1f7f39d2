"""Company names taken apart: place, trade name, trade, legal form; in Chinese and in Latin letters."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

from kontor_core.identity import industry, legal_forms
from kontor_core.identity.legal_forms import FORMS, LegalForm
from kontor_core.identity.places import cut_places, latin_places
from kontor_core.language.pinyin import folded

_HAN = re.compile("[\u3400-\u9fff]")
_BRACKET = re.compile(r"[(（\[【〔]([^()（）\[\]【】〔〕]{1,20})[)）\]】〕]")
_FORM_IN_BRACKETS = re.compile("合伙|个体|独资|有限|特殊普通")
_CORPORATE = re.compile(r"(?:有限责任公司|股份有限公司|有限公司|集团公司|总公司|公司|合作社|银行|总厂)(?=.)")
_BRANCH_ENDING = re.compile(r"(?:分公司|分厂|分店|分行|支行|分理处|分社|分部|分院|分校|分所|支公司|支局|办事处|代表处|联络处|营业部|营业厅|营业所|门市部|门市|门店|专卖店|经营部|销售部|服务部|维修部|批发部|药店|药房|加油站|加气站|供应站|收购站|服务站|工作站|项目部|经理部|储蓄所|信用社|厂|店|站|部|所|场|中心|车间|食堂|招待所|酒店|商场|超市|仓库|仓储|学校|公司)$")
_LATIN_BRANCH = re.compile(r"\b(?:zweigniederlassung|niederlassung|filiale|zweigstelle|geschäftsstelle|betriebsstätte|branch(?: office)?|representative office|ndl\.?)\b", re.IGNORECASE)
_STOP = frozenset({"und", "and", "the", "der", "die", "das", "fur", "of", "de", "von", "im", "in", "am", "co", "mit", "fuer", "gebr", "gebruder", "brothers", "bros"})
_FOR = ("für", "fuer")
"""Folded it looks like the English trade word fur."""


@dataclass(frozen=True, slots=True)
class CompanyName:
    """A name and its parts. Empty parts are not there."""

    original: str
    script: str
    """`Hans` or `Latn`."""
    places: tuple[str, ...]
    """As written and in their order: 佛山市, 顺德区."""
    trade_name: str
    industry: str
    """The words of the trade as written: 五金制品."""
    form: LegalForm | None
    branch: str = ""
    """What makes it a branch: 南海分公司; empty for a company itself."""
    tokens: tuple[str, ...] = ()
    """Latin names: folded words of the trade name, in their order."""
    industry_tokens: tuple[str, ...] = ()
    """Latin names: folded words of the trade."""
    key: str = ""
    """The whole name folded, places and form included: equal keys are equal names."""

    @property
    def is_branch(self) -> bool:
        """Whether the name is that of a branch or a department."""
        return bool(self.branch)


_STRAY = re.compile(r"[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad〓*★●◆■\"“”„«»‚‘’]+")
_BLANKS = re.compile(r"\s+")


def plain(name: str) -> str:
    """Compatibility forms made plain, quotation marks and stray signs gone, blanks single."""
    text = unicodedata.normalize("NFKC", name)
    return _BLANKS.sub(" ", _STRAY.sub("", text)).strip(" ,;、，。；-").lstrip(".")  # the last dot of Ltd. and e. K. belongs to the name


@functools.lru_cache(maxsize=20_000)
def parse(name: str) -> CompanyName:
    """Take a name apart by its script."""
    text = plain(name)
    han = len(_HAN.findall(text))
    return _parse_chinese(name, text) if han >= 2 and han * 2 >= len(re.findall(r"[A-Za-z]", text)) else _parse_latin(name, text)


def _parse_chinese(original: str, text: str) -> CompanyName:
    from kontor_core.text import normalise

    text = normalise(re.sub(r"\s+", "", text)).text  # Traditional to Simplified; Latin letters small
    key = re.sub(r"[^\w]+", "", text)
    form_text, inner_places = "", []
    for inside in _BRACKET.findall(text):
        if _FORM_IN_BRACKETS.search(inside):
            form_text = inside
        else:
            places, rest = cut_places(inside + "厂厂")
            if places and rest == "厂厂":
                inner_places.extend(places)
            elif inside in _known_places():
                inner_places.append(inside)
    text = _BRACKET.sub("", text)
    text, branch = _cut_branch(text)
    core, form = _cut_chinese_form(text)
    if form_text and (stated := legal_forms.of_column(form_text)):
        form = stated
    places, rest = cut_places(core[2:] if core.startswith("中国") and len(core) > 4 else core)
    trade, words = _cut_industry(rest)
    return CompanyName(original, "Hans", (*places, *inner_places), trade, words, form, branch, key=key)


@functools.cache
def _known_places() -> frozenset[str]:
    from kontor_core.identity.places import known_places

    return known_places()


def _cut_branch(text: str) -> tuple[str, str]:
    """A name that goes on behind a finished company's name is that of a part of it: 某某有限公司南海分公司."""
    found = None
    for found in _CORPORATE.finditer(text):
        tail = text[found.end() :]
        if _BRANCH_ENDING.search(tail) and len(tail) >= 2:
            return text[: found.end()], tail
    if text.endswith("分公司") or re.search(r"(?:支行|分行|支公司|分店|分厂|分理处|办事处|代表处)$", text):
        return text, re.search(r"..?.?$", text).group()  # type: ignore[union-attr]  # always matches
    return text, ""


def _cut_chinese_form(text: str) -> tuple[str, LegalForm | None]:
    for ending, code in legal_forms.CHINESE_ENDINGS:
        if text.endswith(ending) and len(text) > len(ending) + 1:
            return text[: -len(ending)], FORMS[code]
    return text, None


def _cut_industry(rest: str) -> tuple[str, str]:
    """(trade name, words of the trade): the earliest place from which known words fill the rest, behind two to six characters."""
    if re.match(r"[a-z0-9]{2,}", rest):
        latin = re.match(r"[a-z0-9.\-]+", rest)
        start = latin.end() if latin else 0
        return (rest[:start], rest[start:]) if start >= 2 else (rest, "")
    for start in range(2, min(len(rest), 9)):
        if industry.segmented(rest[start:]):
            return rest[:start], rest[start:]
    if len(rest) <= 4:
        return rest, ""
    # unknown words: a trade name has two characters far more often than any other number
    words = industry.chinese_words()
    for start in (2, 3, 4):
        if any(rest[start : start + length] in words for length in (4, 3, 2)):
            return rest[:start], rest[start:]
    return rest[:2], rest[2:]


def _parse_latin(original: str, text: str) -> CompanyName:
    branch, bare, behind = "", text, ""
    if found := _LATIN_BRANCH.search(text):
        branch, bare, behind = text[found.start() :], text[: found.start()].strip(), text[found.end() :]
        if not bare:
            bare, behind = behind.strip(), ""
    inner = [inside for inside in _BRACKET.findall(bare) if "haftung" not in inside.lower()]
    bare = re.sub(r"\s+", " ", _BRACKET.sub(lambda match: match.group() if "haftung" in match.group(1).lower() else " ", bare)).strip()
    core, code = legal_forms.cut_latin_form(bare)
    if not code and "," in bare:
        # 'Kabelwerke GmbH, Ingolstadt': the seat behind the name
        front, seat = bare.rsplit(",", 1)
        front_core, front_code = legal_forms.cut_latin_form(front)
        if front_code and folded(seat) in latin_places():
            core, code, behind = front_core, front_code, f"{behind} {seat}"
    while code and (again := legal_forms.cut_latin_form(core))[1] and len(again[0]) >= 2:
        core, inner_code = again
        code = code if FORMS[code].code.startswith("de-") or not inner_code.startswith("de-") else inner_code
    places: list[str] = []
    trade: list[str] = []
    words: list[str] = []
    known, trades = latin_places(), industry.latin_tokens()
    pieces = re.findall(r"[^\W_]+(?:['’][^\W_]+)?", core)
    for piece in pieces:
        token = folded(piece)
        if token in known:
            places.append(piece)
        elif token in trades and piece.casefold() not in _FOR:
            words.append(piece)
        elif token and token not in _STOP:
            trade.append(piece)
    if not trade and len(places) > 1:
        trade.append(places.pop())  # Luzhou is a city and a good name for a company: Nanning Lyuzhou Chemical
    places.extend(piece for piece in (*inner, *re.findall(r"[^\W\d_]+", behind)) if folded(piece) in known)
    tokens = tuple(folded(piece) for piece in trade)
    return CompanyName(
        original, "Latn", tuple(places), " ".join(trade), " ".join(words), FORMS.get(code), branch, tokens, tuple(folded(word) for word in words), folded(text)
    )


_SURNAMES = frozenset("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤")
_FIRST_NAMES = frozenset(
    ["hans", "peter", "michael", "thomas", "andreas", "stefan", "stephan", "wolfgang", "klaus", "jürgen", "juergen", "günter", "guenter", "günther", "dieter", "manfred", "bernd", "uwe", "werner", "heinz", "horst", "helmut", "gerhard", "walter", "karl", "josef", "franz", "georg", "johann", "johannes", "martin", "markus", "christian", "daniel", "alexander", "matthias", "frank", "ralf", "jens", "jörg", "joerg", "torsten", "thorsten", "sven", "dirk", "robert", "rolf", "rainer", "reinhard", "siegfried", "ernst", "otto", "kurt", "paul", "max", "anton", "alfred", "erich", "friedrich", "wilhelm", "heinrich", "hermann", "hubert", "ludwig", "anna", "maria", "monika", "petra", "sabine", "andrea", "claudia", "susanne", "gabriele", "birgit", "karin", "ursula", "renate", "elisabeth", "christine", "barbara", "brigitte", "angelika", "heike", "silke", "sandra", "nicole", "julia", "katharina", "stefanie", "erika", "ingrid", "helga", "eva", "tobias", "florian", "sebastian", "benjamin", "jan", "philipp", "felix", "lukas", "simon", "mehmet", "mustafa", "ali", "ahmet", "herbert", "norbert", "volker", "holger", "harald", "roland"]
)


def holds_person(name: CompanyName) -> bool:
    """Whether a trade name looks like a person's: a first name among German words, or a Chinese surname with two more characters.

    Errs on the side of the person: it is asked only for sole traders, whose entry then waits until it is claimed.
    """
    if name.script == "Hans":
        return len(name.trade_name) == 3 and name.trade_name[0] in _SURNAMES
    words = re.findall(r"[^\W\d_]+", name.trade_name.lower())
    return any(word in _FIRST_NAMES for word in words) or re.search(r"\b(?:inh\.|inhaber|herr|frau|dr\.|dipl\.)", name.original.lower()) is not None
