"""Words that name a thing by what it lacks: bleifrei, nahtlos, lead-free, non-woven, 无铅, 不锈.

Such a word is a property and denies nothing, but it is no word of what it lacks either: who looks for lead-free solder is not served by
a lead mine. So the part that is lacking is written with `ABSENT` in front, in labels, documents and queries alike, and only meets
the same part in the same state: bleifrei meets 无铅 and never 铅.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ABSENT = "¬"
"""Stands in front of a part that is lacking."""

LATIN_HINTS = ("frei", "los", "free", "non", "nicht")
CHINESE_HINTS = ("无", "非", "免", "不")

_SUBSTANCES = (
    r"lead|sugar|oil|gluten|halogen|solvent|dust|acid|alcohol|asbestos|bpa|cfc|chlorine|fat|formaldehyde|grease|latex|maintenance|mercury|nickel|powder|rust|silicone"
    r"|smoke|wax|lactose|dairy|nut|plastic|paper|iron|chrome|chromium|cadmium|phosphate|paraben|fragrance|perfume|silicon|germ|lint|odou?r|pesticide|additive|caffeine|salt|zinc|copper|sulphur|sulfur"
)
_ATTRIBUTE = r"\w+(?:bar|end|haltig|magnetisch|metallisch|fähig|gewebt|gewoben)(?:e[mnrs]?)?|\w+(?:iert|lich|isch|zt|kt)e[mnrs]?(?=\s+\w)"
_PARTICIPLE = r"(?:\w*ge|be|ver|er|zer|ent|durch|über|unter)\w*(?:t|en)e[mnrs]?(?=\s+\w)"
_NO_PROPERTY = r"(?:liefer|verfüg|mach|brauch|verwend|erreich|verhandel|haft|vorhand|pass|ausreich|entsprech|laufend|dringend)\w*"

LATIN = re.compile(
    rf"(?<!\w)(?:(?!(?:be|un|an)frei)(?P<free>[^\W\d_][\w-]*?[^\W_])-?frei(?:e[mnrs]?)?(?!\w)"
    r"|(?!\w*(?:silos|kilos|velos|erlos))(?P<less>[^\W\d_]{3,}?)los(?:e[mnrs]?)?(?!\w)"  # silos lack nothing
    rf"|(?P<without>\w[\w-]*?)-free(?![\w-])|(?P<spaced>{_SUBSTANCES}) free(?=\s+[a-z]+)(?! (?:of|from|delivery|shipping|samples?|quotes?)\b)"
    rf"|non[- ](?P<non>[^\W\d_]+)|nicht(?:-|\s+(?!{_NO_PROPERTY}))(?P<nicht>{_ATTRIBUTE}|{_PARTICIPLE}))"
)
"""Latin words by what they lack, each in a group of its own."""

_THINGS = (
    "溶剂|石棉|卤素|甲醛|乳胶|硅油|防腐剂|添加剂|色素|香精|香料|酒精|麸质|蔗糖|乳糖|双酚a|氟利昂|重金属|酚醛|树脂|塑料|橡胶|粉尘|污染|噪音|噪声|腐蚀|动力|接触|公害|障碍|农药|激素|抗生素|转基因|苯|钥匙|铆钉|负压|氯气|胶水|溶媒|纸化|电池|电源|阀门|油脂|泄漏|振动|火花"
)
CHINESE = re.compile(
    rf"无(?!中间|中介|代理|经销|贸易|第三方|库存|现货)(?:{_THINGS}|[a-z]{{2,}}|[^\W\d_a-z论需须疑任法])"
    r"|(?<![罗除是并而])非(?!制造|生产|贸易|工厂|厂家|厂商|中介|代理|经销|经纪|企业|诚)(?:金属|织造|开挖|处方|机动|公路|发酵|转基因|接触|饱和|磁性|易燃|可燃|专业|[^\W\d_a-z常但遗洲凡])"
    r"|免(?:维护|清洗|喷涂|充气|安装|焊接|烧|漆|洗|钉|胶|熏蒸)|不(?:锈|粘|燃(?!烧)|干胶)"
)
"""Chinese words of one piece: one character behind 无 and 非 unless a longer thing is known."""


@dataclass(frozen=True, slots=True)
class Privative:
    """A word that names a lack, and the half-open span of what is lacking in it."""

    start: int
    end: int
    thing_start: int
    thing_end: int
    is_ending: bool = False
    """Told by the ending -los alone, which other words have too: holds where the rest is a known word."""


def find(text: str) -> list[Privative]:
    """The privatives of a normalised text, in reading order."""
    found: list[Privative] = []
    if any(hint in text for hint in LATIN_HINTS):
        for match in LATIN.finditer(text):
            kind = match.lastgroup or ""
            found.append(Privative(*match.span(), *match.span(kind), kind == "less"))
    if any(hint in text for hint in CHINESE_HINTS):
        found.extend(Privative(*match.span(), match.start() + 1, match.end()) for match in CHINESE.finditer(text))
    return found

