"""Which encoding a table of companies is written in.

General detectors were wrong on most short samples: German in cp1252 decodes silently as GB18030 ("Müller" becomes "M黮ler"). So: byte
order mark, strict UTF-8, UTF-16 by its zero bytes, then GB18030 against cp1252 by what each reading would look like.
"""

from __future__ import annotations

import codecs
import re

SAMPLE = 400_000
_COMMON = frozenset("的有限公司市区县省镇路号厂业工商生产加工销售制品电子机械材料科技贸易经营项目企业名称地址注册日期范围人民币万元一二三年月日")
_GERMAN_PAIRS = re.compile("[A-Za-zäöüÄÖÜß][äöüßÄÖÜéè]|[äöüÄÖÜß][a-zß]")


class EncodingError(ValueError):
    """The bytes are no text in an encoding that is read."""


def decode(data: bytes) -> tuple[str, str]:
    """(text, name of the encoding found).

    Raises:
        EncodingError: binary data, or no reading without errors; the message names the byte.
    """
    return _strict(data, marked(data) or guess(data))


def marked(data: bytes) -> str | None:
    """Name of the encoding that a byte order mark tells."""
    for mark, name in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return name
    return None


def guess(data: bytes) -> str:
    """Name of the likeliest encoding of bytes without a byte order mark."""
    sample = _cut(data[:SAMPLE])
    if sample.count(0) > len(sample) // 10:
        return "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"
    if b"\0" in sample:
        raise EncodingError("binary data, not a text table")
    if _is_utf8(sample):
        return "utf-8"
    chinese, german = _score_chinese(sample), _score_german(sample)
    return "gb18030" if chinese >= german else "cp1252"


def _is_utf8(sample: bytes) -> bool:
    """Strictly, or with so few broken places among so many good ones that chance is out of the question (a file cut off in a character)."""
    try:
        sample.decode("utf-8")
        return True
    except UnicodeDecodeError:
        text = sample.decode("utf-8", errors="replace")
        broken = text.count("\ufffd")
        good = sum(1 for character in text if character > "\x7f") - broken
        return good >= 20 * broken


def _cut(sample: bytes) -> bytes:
    """Up to the last line end, so that no character is cut in two."""
    return sample[: sample.rfind(b"\n") + 1] if len(sample) == SAMPLE and b"\n" in sample else sample


def _score_chinese(sample: bytes) -> float:
    text = sample.decode("gb18030", errors="replace")
    han = [c for c in text if "\u4e00" <= c <= "\u9fff"]
    if not han:
        return 0.0
    runs = re.findall("[\u4e00-\u9fff]{2,}", text)
    inside_latin = len(re.findall("[A-Za-z][\u4e00-\u9fff](?:[a-z]|\\b)", text))
    return sum(c in _COMMON for c in han) * 2.0 + sum(map(len, runs)) * 0.5 - inside_latin * 2.0 - text.count("\ufffd") * 3.0


def _score_german(sample: bytes) -> float:
    text = sample.decode("cp1252", errors="replace")
    odd = len(re.findall("[\u00a1-\u00bf\u00d7\u00f7\u0152\u0153\u017d\u017e\u0192\u02c6\u2020-\u2030]", text))
    high = len(re.findall("[\u00c0-\u00ff]{2,}", text))
    return len(_GERMAN_PAIRS.findall(text)) * 2.0 - odd * 1.0 - high * 2.0 - text.count("\ufffd") * 3.0


def _strict(data: bytes, name: str) -> tuple[str, str]:
    try:
        return data.decode(name), name
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        if name in ("gb18030", "cp1252", "utf-8") and line > 1:  # a few broken bytes in a long file are told, not fatal
            return data.decode(name, errors="replace"), f"{name} (broken at line {line})"
        raise EncodingError(f"line {line}: byte {error.start} is not {name}") from error
