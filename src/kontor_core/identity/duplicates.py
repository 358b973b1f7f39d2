"""Whether two entries mean the same organisation: cheap keys find candidates, then a pure, explained score decides.

The score is evidence for a person, or for a merge that can be undone; nothing is merged here.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from kontor_core.identity import industry
from kontor_core.identity.identifiers import Identifier
from kontor_core.identity.names import CompanyName, parse
from kontor_core.identity.places import short
from kontor_core.language.pinyin import folded, spelled

THRESHOLD = 0.8
"""From here on a pair is shown as "probably the same". Merging without a look is not meant at any score below 1."""
SHOWN_FROM = 0.55
"""From here on a pair is shown at all."""

WEIGHTS: dict[str, tuple[float, str]] = {
    "same-identifier": (1.0, "a valid register number belongs to one organisation"),
    "other-identifier": (0.25, "two valid numbers of one scheme are two organisations, however alike their names"),
    "branch": (0.3, "a branch is entered in its own right and never melts into its company"),
    "same-name": (0.95, "the whole name is the same; a register allows it once a place"),
    "same-trade-name": (0.62, "the part that tells companies of one trade and place apart"),
    "near-trade-name": (0.42, "one letter or character differs: a slip, or a neighbour"),
    "same-sound": (0.5, "Chinese characters and the Latin letters of their sound; several characters share a sound"),
    "same-trade": (0.16, "the words of the trade agree"),
    "no-trade": (0.18, "neither names a trade beside a long trade name, so that name is all there is and it is the same"),
    "near-trade": (0.08, "one names the trade more broadly than the other"),
    "other-trade": (-0.3, "the same owner often has one company a trade"),
    "same-place": (0.14, "named in the names, or in the entries"),
    "other-place": (-0.4, "common trade names occur in every city"),
    "same-form": (0.04, ""),
    "other-form": (-0.16, "a GmbH and its holding KG, a works and its limited company, are two entries in the register"),
    "same-website": (0.3, "shared inside a group at times"),
    "same-address": (0.12, "many companies share a building"),
    "near-identifier": (0.12, "the number differs in one or two characters, and one of them is not valid"),
    "unsure-number": (-0.45, "Werk 2 and Werk 3 are two"),
}
"""Reason -> (weight, why). A score is the sum, kept between 0 and 1; the first three settle it alone."""


@dataclass(frozen=True, slots=True)
class Party:
    """What is known of one entry. `names`: all of them, Chinese and Latin; the more, the better."""

    names: tuple[str, ...]
    identifiers: tuple[Identifier, ...] = ()
    city: str = ""
    address: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a score: its code in WEIGHTS, what it adds, and what was compared."""

    code: str
    part: float
    ours: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How likely two entries are one, and why."""

    score: float
    reasons: tuple[Reason, ...] = field(default=())

    @property
    def is_duplicate(self) -> bool:
        """Whether the score reaches the threshold."""
        return self.score >= THRESHOLD


def score(a: Party, b: Party) -> Evidence:
    """Compare two entries by everything they have; the best pair of their names counts."""
    settled = _by_identifiers(a, b)
    if settled is not None and settled.code == "same-identifier":
        return Evidence(settled.part, (settled,))
    best = max((_by_names(ours, theirs, a, b) for ours in map(parse, a.names) for theirs in map(parse, b.names)), key=_total, default=())
    if any(reason.code == "branch" for reason in best):
        return Evidence(min(WEIGHTS["branch"][0], max(0.0, _total(best))), best)
    reasons = (*best, *_by_entries(a, b))
    if settled is not None and settled.code == "other-identifier":
        return Evidence(min(settled.part, max(0.0, _total(reasons))), (settled, *reasons))
    if settled is not None:
        reasons = (*reasons, settled)
    return Evidence(round(min(0.99, max(0.0, _total(reasons))), 3), reasons)


def _total(reasons: Sequence[Reason]) -> float:
    return sum(reason.part for reason in reasons)


def _reason(code: str, ours: str = "", theirs: str = "") -> Reason:
    return Reason(code, WEIGHTS[code][0], ours, theirs)


def _by_identifiers(a: Party, b: Party) -> Reason | None:
    theirs = {identifier.scheme: identifier for identifier in b.identifiers if identifier.state != "rounded"}
    found: Reason | None = None
    for ours in a.identifiers:
        other = theirs.get(ours.scheme)
        if other is None or ours.state == "rounded":
            continue
        if ours.value == other.value:
            if ours.is_valid:
                return _reason("same-identifier", ours.value, other.value)
            found = found or _reason("near-identifier", ours.value, other.value)
        elif ours.is_valid and other.is_valid:
            found = _reason("other-identifier", ours.value, other.value)
        elif DamerauLevenshtein.distance(ours.value, other.value, score_cutoff=2) <= 2:
            found = found or _reason("near-identifier", ours.value, other.value)
    return found


def _by_names(a: CompanyName, b: CompanyName, entry_a: Party, entry_b: Party) -> tuple[Reason, ...]:
    if a.is_branch != b.is_branch or (a.is_branch and a.branch != b.branch):
        return (_reason("branch", a.branch or a.original, b.branch or b.original), *_trade_names(a, b))
    if a.script == b.script and a.key and a.key == b.key:
        return (_reason("same-name", a.original, b.original), *_places(a, b, entry_a, entry_b))
    reasons = _trade_names(a, b)
    if not reasons:
        return ()
    return (*reasons, *_trades(a, b), *_places(a, b, entry_a, entry_b), *_forms(a, b), *_numbers(a, b))


@functools.lru_cache(maxsize=20_000)
def _sound(text: str) -> str:
    return folded(spelled(text))


def _latin_key(name: CompanyName) -> str:
    """Words of a Latin trade name joined: Shi Xian and Shixian are one."""
    return "".join(name.tokens)


def _trade_names(a: CompanyName, b: CompanyName) -> tuple[Reason, ...]:
    if a.script != b.script:
        chinese, latin = (a, b) if a.script == "Hans" else (b, a)
        return _across(chinese, latin)
    if a.script == "Hans":
        return _chinese_trade_names(a, b)
    return _latin_trade_names(a, b)


def _across(chinese: CompanyName, latin: CompanyName) -> tuple[Reason, ...]:
    sound, written = _sound(chinese.trade_name), _latin_key(latin)
    if not sound or not written:
        return ()
    if sound == written:
        # one syllable more makes a chance meeting much less likely
        bonus = 0.1 if len(chinese.trade_name) >= 3 else 0.04
        return (Reason("same-sound", WEIGHTS["same-sound"][0] + bonus, chinese.trade_name, latin.trade_name),)
    if re.fullmatch("[a-z0-9]+", chinese.trade_name) and folded(chinese.trade_name) == written:
        return (_reason("same-trade-name", chinese.trade_name, latin.trade_name),)
    return ()


def _chinese_trade_names(a: CompanyName, b: CompanyName) -> tuple[Reason, ...]:
    ours, theirs = a.trade_name, b.trade_name
    if ours == theirs and ours:
        return (_reason("same-trade-name", ours, theirs),)
    # where one name leaves the words of the trade out, the cut may fall elsewhere: compare the whole
    if ours + a.industry == theirs + b.industry:
        return (_reason("same-trade-name", ours + a.industry, theirs + b.industry),)
    if len(ours) >= 3 and len(ours) == len(theirs) and DamerauLevenshtein.distance(ours, theirs) == 1 and _sound(ours) == _sound(theirs):
        return (_reason("near-trade-name", ours, theirs),)
    if len(ours) == len(theirs) >= 2 and _sound(ours) == _sound(theirs):
        return (_reason("near-trade-name", ours, theirs),)
    return ()


def _initials(name: CompanyName) -> list[str]:
    return [token for token in name.tokens if len(token) == 1]


def _latin_trade_names(a: CompanyName, b: CompanyName) -> tuple[Reason, ...]:
    ours, theirs = _latin_key(a), _latin_key(b)
    if not ours or not theirs:
        return ()
    if ours == theirs or sorted(a.tokens) == sorted(b.tokens):
        return (_reason("same-trade-name", a.trade_name, b.trade_name),)
    if [token for token in a.tokens if len(token) > 1] == [token for token in b.tokens if len(token) > 1] and not (_initials(a) and _initials(b)):
        return (_reason("near-trade-name", a.trade_name, b.trade_name),)  # E. Lindner and Lindner, never E. and F. Lindner
    shorter = min(len(ours), len(theirs))
    if shorter >= 6 and DamerauLevenshtein.distance(ours, theirs, score_cutoff=2) <= (1 if shorter < 10 else 2) and ours[0] == theirs[0]:
        return (_reason("near-trade-name", a.trade_name, b.trade_name),)
    if shorter >= 8 and JaroWinkler.similarity(ours, theirs) > 0.97:
        return (_reason("near-trade-name", a.trade_name, b.trade_name),)
    return ()


def _trade_words(name: CompanyName) -> frozenset[str]:
    """Chinese words of the trade: from a Latin name all that its tokens may stand for."""
    if name.script == "Hans":
        return frozenset(industry.segmented(name.industry) or (name.industry,)) if name.industry else frozenset()
    table = industry.latin_tokens()
    return frozenset(word for token in name.industry_tokens for word in (table.get(token) or (token,)))


def _same_core(a: CompanyName, b: CompanyName) -> bool:
    return a.trade_name == b.trade_name if a.script == "Hans" else a.tokens == b.tokens


def _trades(a: CompanyName, b: CompanyName) -> tuple[Reason, ...]:
    if not a.industry and not b.industry:
        is_long = len(_latin_key(a)) >= 9 if a.script == "Latn" else len(a.trade_name) >= 4
        return (_reason("no-trade", a.trade_name, b.trade_name),) if is_long and a.script == b.script and _same_core(a, b) else ()
    if not a.industry or not b.industry:
        return (_reason("near-trade", a.industry, b.industry),)
    if a.script == b.script:
        if a.industry == b.industry or (a.script == "Latn" and sorted(a.industry_tokens) == sorted(b.industry_tokens)):
            return (_reason("same-trade", a.industry, b.industry),)
        if a.script == "Hans" and _sound(a.industry) == _sound(b.industry):
            return (_reason("same-trade", a.industry, b.industry),)
    ours, theirs = _trade_words(a), _trade_words(b)
    if a.script != b.script:
        return _trades_across(a, b)
    common = ours & theirs
    if common and (common in (ours, theirs)):
        return (_reason("near-trade", a.industry, b.industry),)
    if a.script == "Hans" and (a.industry.startswith(b.industry) or b.industry.startswith(a.industry)):
        return (_reason("near-trade", a.industry, b.industry),)
    return (_reason("other-trade", a.industry, b.industry),)


_GENERAL = frozenset({"实业", "工业", "企业", "集团", "科技", "技术", "发展", "开发", "制品", "产品", "设备", "国际", "制造", "用品", "加工", "工程"})


def _trades_across(a: CompanyName, b: CompanyName) -> tuple[Reason, ...]:
    """Each Chinese word that tells a trade has to have a token of the other side, and the other way round."""
    chinese, latin = (a, b) if a.script == "Hans" else (b, a)
    words = frozenset(industry.segmented(chinese.industry) or (chinese.industry,))
    table = industry.latin_tokens()
    meant = [table.get(token, frozenset()) for token in latin.industry_tokens]
    offered = frozenset(word for options in meant for word in options)
    telling = words - _GENERAL
    covered = {word for word in words if any(_akin(word, option) for option in offered)}
    uncalled = [options for options in meant if options and not any(_akin(word, option) for word in words for option in options) and not options & _GENERAL]
    if telling and not telling & covered:
        return (_reason("other-trade", a.industry, b.industry),)
    if uncalled:
        return (_reason("other-trade", a.industry, b.industry),) if telling - covered or not telling else (_reason("near-trade", a.industry, b.industry),)
    if not telling - covered:
        return (_reason("same-trade", a.industry, b.industry),)
    return (_reason("near-trade", a.industry, b.industry),)


def _akin(word: str, option: str) -> bool:
    return word == option or (len(option) >= 2 and option in word) or (len(word) >= 2 and word in option)


def _place_keys(name: CompanyName, entry: Party) -> frozenset[str]:
    places = [*name.places, entry.city] if entry.city else list(name.places)
    return frozenset(_sound(short(place)) if not place.isascii() else folded(place) for place in places if place)


def _places(a: CompanyName, b: CompanyName, entry_a: Party, entry_b: Party) -> tuple[Reason, ...]:
    ours, theirs = _place_keys(a, entry_a), _place_keys(b, entry_b)
    if not ours or not theirs:
        return ()
    written = (" ".join((*a.places, entry_a.city)).strip(), " ".join((*b.places, entry_b.city)).strip())
    if ours & theirs:
        # 佛山市南海 and 佛山市顺德 share the city and still are two places
        if ours <= theirs or theirs <= ours:
            return (_reason("same-place", *written),)
        return (Reason("other-place", WEIGHTS["other-place"][0] * 0.75, *written),)
    if _within(a, b):
        return ()
    return (_reason("other-place", *written),)


def _within(a: CompanyName, b: CompanyName) -> bool:
    """Whether the places could be one inside the other: a province says nothing against one of its cities, nor a city against a district."""
    from kontor_core.identity.places import rank

    ranks_a, ranks_b = {rank(place) for place in a.places}, {rank(place) for place in b.places}
    return bool(ranks_a) and bool(ranks_b) and not ranks_a & ranks_b


_SAME_FORMS = frozenset(
    frozenset(pair)
    for pair in (
        ("cn-llc", "cn-company"), ("cn-group", "cn-llc"), ("cn-plant", "cn-partnership"), ("cn-plant", "cn-sole-proprietorship"), ("cn-plant", "cn-individual"),
        ("xx-ltd", "xx-inc"), ("xx-ltd", "xx-other"), ("de-gmbh-co-kg", "de-kg"),
    )
)
"""Forms that two lists write for one company: a works is a partnership by its column of types; GmbH & Co. KG is a KG."""


def _forms(a: CompanyName, b: CompanyName) -> tuple[Reason, ...]:
    if a.form is None or b.form is None:
        return ()
    if a.form.code == b.form.code:
        return (_reason("same-form", a.form.code, b.form.code),)
    if a.script != b.script or frozenset((a.form.code, b.form.code)) in _SAME_FORMS:
        return ()
    return (_reason("other-form", a.form.code, b.form.code),)


_NUMBER = re.compile(r"[0-9]+|第?[一二三四五六七八九十]+(?=分|厂|店|站|公司|$)|\b[IVX]{1,4}\b")


def _numbers(a: CompanyName, b: CompanyName) -> tuple[Reason, ...]:
    ours, theirs = _NUMBER.findall(a.original), _NUMBER.findall(b.original)
    return (_reason("unsure-number", " ".join(ours), " ".join(theirs)),) if ours != theirs and a.script == b.script else ()


_HOST = re.compile(r"^(?:https?://)?(?:www\.)?([a-z0-9\-.]+\.[a-z]{2,})(?:[/:?#].*)?$")
_SHARED_HOSTS = frozenset({"alibaba.com", "1688.com", "made-in-china.com", "facebook.com", "linkedin.com", "qq.com", "wlw.de"})


def host_of(website: str) -> str:
    """The host of a website without www; empty for a platform that many companies share."""
    if not website:
        return ""
    found = _HOST.match(website.strip().lower())
    host = found.group(1) if found else ""
    return "" if any(host == shared or host.endswith(f".{shared}") for shared in _SHARED_HOSTS) else host


def _by_entries(a: Party, b: Party) -> tuple[Reason, ...]:
    reasons: list[Reason] = []
    if (host := host_of(a.website)) and host == host_of(b.website):
        reasons.append(_reason("same-website", host, host))
    if len(a.address) > 6 and folded(spelled(a.address)) == folded(spelled(b.address)):
        reasons.append(_reason("same-address", a.address, b.address))
    return tuple(reasons)
