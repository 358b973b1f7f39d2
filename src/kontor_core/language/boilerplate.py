"""Sentences of Chinese registers that many firms share word for word and that name nothing a firm does; beside `cue_words.BOILERPLATE`."""

from __future__ import annotations

import re

_HINTS = re.compile("本企业|本公司|批准的|为准|持|专项|专控|专营|空白|各类商品|规章|允许|禁止|方可")
_SENTENCES = re.compile(
    "|".join((
        # What the firm needs itself is not what it sells: 本企业所需的机械设备、零配件、原辅材料及技术的进口业务
        r"(?:经营)?本(?:企业|公司)?(?:生产|科研|[、和及])*所需的?[^。；;()（）]{0,60}?进口(?:业务)?",
        r"(?:经营)?本(?:企业|公司)自产产品[及和]?(?:相关)?技术的",
        r"(?<=[理营])(?:各类|各种)商品[及和](?:相关)?技术的(?=进出口)",
        r"(?:，|,)?但?(?:国家|法律|法规|国务院)[^。；;()（）]{0,40}(?:限定|禁止|限制)[^。；;()（）]{0,40}(?:除外|的?商品(?:[和及]技术)?)",
        r"[经依][^。；;，,、()（）]{0,40}批准的(?:其他|其它)?(?:业务|项目|商品)?",
        r"(?:法律|行政法规|法规|国务院|规章|决定)(?:法律|行政法规|法规|国务院|规章|决定|[、和及规定])*(?:规定)?(?:允许|禁止)(?:的|经营)*(?:其他|其它)?(?:业务|项目)?",
        r"(?:允许|禁止)(?:的|经营)+(?:其他|其它)?(?:业务|项目)?",
        r"[^。；;，,()（）]{0,16}以[^。；;，,()（）]{0,24}为准",
        r"持(?:有效)?[^。；;，,、()（）]{0,12}(?:证书|许可证|证件|批件|批文|证)(?:经营|方可经营)?",
        r"除[^。；;，,、()（）]{0,12}(?:专项|专控|专营)[^。；;，,、()（）]{0,8}",
        r"以下空白",
    ))
)


def without(text: str) -> str:
    """The normalised text with such sentences blanked out, every other code point at its place."""
    if not _HINTS.search(text):
        return text
    return _SENTENCES.sub(lambda match: "；" + " " * (len(match.group()) - 1), text)
