"""A line that lets a reader of another language say a company's name and see what it does: Shixian · Metallwaren · GmbH (Foshan, Shunde)."""

from __future__ import annotations

from collections.abc import Callable

from kontor_core.identity import industry
from kontor_core.identity.names import CompanyName, parse
from kontor_core.identity.places import is_zone, short
from kontor_core.language.pinyin import capitalised, folded

_WORKS = ("Werk", "works")
"""厂 before a legal form (铝型材厂有限公司), in German and English."""
LabelOf = Callable[[str, str], str | None]
"""(words as written, language) -> the term of the thesaurus in that language, or None."""


def reading_aid(name: str, language: str, label_of: LabelOf | None = None) -> str:
    """The reading aid of a name for a reader of `de`, `zh` or `en`; empty when the name is in the reader's own script.

    Nothing is guessed: words that neither the thesaurus nor the table of trade words knows stand in pinyin.
    """
    parsed = parse(name)
    if parsed.script == "Hans":
        return "" if language == "zh" else _of_chinese(parsed, language, label_of)
    return _of_latin(parsed, label_of) if language == "zh" else ""


def _of_chinese(name: CompanyName, language: str, label_of: LabelOf | None) -> str:
    parts = [capitalised(name.trade_name)] if name.trade_name else []
    if name.industry:
        parts.append(_trade(name.industry, language, label_of))
    if name.form is not None:
        parts.append(name.form.reading(language))
    if name.branch:
        parts.append({"de": "Zweigstelle"}.get(language, "branch"))
    places = ", ".join(dict.fromkeys(capitalised(short(place)) for place in name.places if not is_zone(place)))
    line = " · ".join(part for part in parts if part)
    return f"{line} ({places})" if places else line


def _trade(words: str, language: str, label_of: LabelOf | None) -> str:
    """The longest words that have a translation, the rest in pinyin."""
    if label_of is not None and (label := label_of(words, language)):
        return label
    table = industry.chinese_words()
    column = 0 if language == "de" else 1
    if words in table:
        return table[words][column]
    pieces: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(len(words) - at, 8), 1, -1):
            piece = words[at : at + length]
            found = table[piece][column] if piece in table else label_of(piece, language) if label_of is not None else None
            if found:
                pieces.append(found)
                at += length
                break
        else:
            end = at + 1
            while end < len(words) and not any(words[end : end + length] in table for length in (4, 3, 2)):
                end += 1
            pieces.append(_WORKS[column] if words[at:end] == "厂" else capitalised(words[at:end]))
            at = end
    return ", ".join(dict.fromkeys(pieces))


def _of_latin(name: CompanyName, label_of: LabelOf | None) -> str:
    """Only what can be put into Chinese: the name itself stands beside it and needs no second writing."""
    called, trades = _apart(name.trade_name.split(), label_of)
    trades += _chinese_trades(name, label_of)
    form = name.form.reading("zh") if name.form is not None else ""
    parts = [called, "、".join(dict.fromkeys(trades)), form] if trades else [form]
    line = " · ".join(part for part in parts if part)
    places = "、".join(dict.fromkeys(filter(None, map(_chinese_place, name.places))))
    return f"{line}（{places}）" if places else line


def _apart(pieces: list[str], label_of: LabelOf | None) -> tuple[str, list[str]]:
    """(what the company calls itself, what it does in Chinese): the first word is always its own, Schnaittgau of Schnaittgau Fensterbau."""
    if label_of is None:
        return " ".join(pieces), []
    own, trades = pieces[:1], []
    at = 1
    while at < len(pieces):
        for length in range(min(4, len(pieces) - at), 0, -1):
            if label := label_of(" ".join(pieces[at : at + length]), "zh"):
                trades.append(label)
                at += length
                break
        else:
            own.append(pieces[at])
            at += 1
    return " ".join(own), trades


def _chinese_trades(name: CompanyName, label_of: LabelOf | None) -> list[str]:
    """Chinese for the longest phrases that have it; what has none is left out."""
    phrases = industry.latin_phrases()
    pieces = name.industry.split()
    found: list[str] = []
    at = 0
    while at < len(pieces):
        for length in range(min(4, len(pieces) - at), 0, -1):
            written = " ".join(pieces[at : at + length])
            label = (label_of(written, "zh") if label_of is not None else None) or phrases.get(name.industry_tokens[at : at + length])
            if label or length == 1:
                found += [label] if label else []
                at += length
                break
    return found


def _chinese_place(place: str) -> str:
    """A Chinese place in characters; empty for places elsewhere, which have no writing of their own in Chinese here."""
    from kontor_core.identity.places import known_places
    from kontor_core.language.pinyin import spelled

    key = folded(place)
    return next((chinese for chinese in sorted(known_places()) if folded(spelled(chinese)) == key), "")
