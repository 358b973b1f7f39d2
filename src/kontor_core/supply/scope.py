"""What a company does, by its own words or by the register's: the text cleaned, the industry code read, the roles told by the words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from kontor_core.language.cues import without_boilerplate
from kontor_core.search.analysis import Analysis
from kontor_core.text import normalise

LONGEST_SCOPE = 10_000

_STRAY = re.compile("[〓■□◆●★※△▲◎\ufffd\u200b-\u200f\u2028-\u202e\u2060\ufeff]+")
_EMPTY = frozenset({"", "-", "--", "/", "N/A", "NA", "NULL", "无", "暂无", "不详", "见许可证", "KEINE ANGABE", "K.A.", "K. A.", "***"})
_LEFT_BEHIND = re.compile(r"[，,、；;]?\s*(?:但|及其他|以上)(?=[；;。]|$)|^[\s。；;，,、·.）)]+(?:[（(](?=[^（）()]*$))?|[（(]\s*[）)]")
"""What stays of a sentence whose other half was boilerplate: a lonely 但, an empty pair of brackets."""
_MARKS = re.compile(r"\s*([；;。，,、：:])(?:\s*[；;。，,、])+\s*")


def cleaned(text: str) -> str:
    """A business scope without stray signs and register boilerplate, its own words untouched; empty for N/A and the like."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"[ \t\r\n\u3000\xa0]+", " ", _STRAY.sub(" ", text)).strip()
    if text.upper() in _EMPTY:
        return ""
    normalised = normalise(text)
    bare = without_boilerplate(normalised.text)
    if bare == normalised.text:
        return text[:LONGEST_SCOPE]
    kept = [text[slice(*normalised.original_span(start, end))] for start, end in _kept(normalised.text, bare)]
    joined = _MARKS.sub(lambda match: match.group(1), "；".join(part.strip(" ；;，,、") for part in kept if part.strip(" ；;，,、。.()（）*")))
    return _LEFT_BEHIND.sub("", joined).strip(" ；;，,、")[:LONGEST_SCOPE]


def _kept(text: str, bare: str) -> list[tuple[int, int]]:
    """Spans that the boilerplate reader left as they were."""
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for at, (one, other) in enumerate(zip(text, bare, strict=True)):
        if one == other and start is None:
            start = at
        elif one != other and start is not None:
            spans.append((start, at))
            start = None
    if start is not None:
        spans.append((start, len(text)))
    return spans


@dataclass(frozen=True, slots=True)
class IndustryCode:
    """An industry code and its title as the file gives them. `scheme`: `wz2008` (also NACE), `gbt4754`, or empty when the form tells neither."""

    scheme: str
    code: str
    title: str


_WZ = re.compile(r"^(?:WZ|NACE|ISIC)?[\s:.]*([A-U])?[\s.]*(\d{2})[.\s]?(\d{1,2})?(?:[.\s](\d))?(?![\d])[\s\-–—:：,;|/]*(.*)$", re.IGNORECASE | re.DOTALL)
_GB = re.compile(r"^([A-T])?\s*(\d{2,4})(?!\d)[\s\-–—:：,;|/、.]*(.*)$", re.DOTALL)
_BEHIND = re.compile(r"^(.+?)\s*[(（\[【]\s*([A-U]?\s*\d{2}(?:[.]?\d{1,2}){0,2})\s*[)）\]】]$", re.DOTALL)


def industry_code(cell: str, is_chinese: bool) -> IndustryCode | None:
    """Read `24.53.0 Leichtmetallgießereien`, `C3392 有色金属铸造`, `Gießereien (24.5)` or a bare code; None when there is no code in it.

    Args:
        is_chinese: whether the list is Chinese: 3392 is GB/T 4754 there; German lists write 2453 for WZ 24.53.
    """
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", cell)).strip()
    if found := _BEHIND.match(text):
        text = f"{found.group(2)} {found.group(1)}"
    if is_chinese:
        match = _GB.match(text)
        if match is None:
            return None
        letter, digits, title = match.groups()
        return IndustryCode("gbt4754", f"{letter or ''}{digits}", title.strip())
    bare = re.match(r"^([A-U]?)\s?(\d{4,5})(?!\d)[\s\-–—:,;|/]*(.*)$", text, re.DOTALL)
    if bare:
        digits = bare.group(2)
        return IndustryCode("wz2008", ".".join(part for part in (digits[:2], digits[2:4], digits[4:]) if part), bare.group(3).strip())
    match = _WZ.match(text)
    if match is None or not match.group(2):
        return None
    return IndustryCode("wz2008", ".".join(part for part in match.group(2, 3, 4) if part), (match.group(5) or "").strip())


def is_manufacturing(code: IndustryCode) -> bool:
    """Section C of either classification: divisions 10 to 33 of WZ and NACE, 13 to 43 of GB/T 4754 (which counts repair to it)."""
    digits = re.sub(r"\D", "", code.code)[:2]
    if len(digits) < 2:
        return False
    return 13 <= int(digits) <= 42 if code.scheme == "gbt4754" else 10 <= int(digits) <= 32


def role_of_code(code: IndustryCode) -> str:
    """`maker`, `trader`, `service`, `research`, or empty where the code tells no role of use here (farming, mining)."""
    digits = int((re.sub(r"\D", "", code.code)[:2] or "0").ljust(2, "0"))
    if is_manufacturing(code):
        return "maker"
    if code.scheme == "gbt4754":
        return {51: "trader", 52: "trader", 73: "research"}.get(digits, "service" if 53 <= digits <= 96 or digits == 43 else "")
    return {45: "trader", 46: "trader", 47: "trader", 72: "research"}.get(digits, "service" if 49 <= digits <= 96 or digits == 33 else "")


_MAKER_ZH = re.compile(r"生产|制造|加工|产销|自产|制作|铸造|锻造|锻压|压铸|冲压|冶炼|轧制|织造|印染|组装|装配|酿造|制售|研制|建造|修造|(?:印刷|印制)(?!品销售|机|设备|材料)")
_NOT_MAKER_ZH = re.compile(
    r"生产资料|生产性|安全生产|生产许可|生产经营(?:活动|管理|场所)|生产服务|生产队|生产自救|生产(?:基地)?(?:投资|管理|技术(?:咨询|服务))|农业生产|(?:电力|热力|自来水|水力发电|火力)[^；;。，,]{0,6}生产|生产(?:及)?(?:供水|供电|供应)|"
    r"生产[^；;。]{0,8}(?:除外|不含)|(?:不含|不得|除|禁止|限制)[^；;。）)]{0,20}(?:生产|制造|加工|制作)|加工(?:中心)?(?:机床|设备|机械|工具|刀具)(?:的)?(?:销售|批发|零售|租赁|维修)|加工(?:贸易)?业务|来料加工业务|制造业|加工业投资|"
    r"(?:广告|标牌|灯箱|图文|影视|节目|动漫|网页|网站|软件|喷绘|名片|幻灯|模型|招牌|展板|视频|音像|电视剧|电影|礼仪)[^；;。]{0,14}(?:制作|印制)|(?:现场|现做|糕点|面包|烧卤|快餐|餐饮|中餐|食堂|热食|凉菜|裱花)[^；;。]{0,6}(?:制作|制售|加工|生产)|"
    r"(?:设计|策划|代理|承接|承办)[、，]?(?:、)?(?:制作|发布)|制作[、和]?(?:、)?(?:代理|发布)|(?:工程|门窗|装饰|装修|管道|线路|房屋|道路|桥梁|园林|绿化)[^；;。，,]{0,8}(?:制作|建造)|(?:初|粗)加工|(?:种植|养殖|饲养|捕捞|畜禽|屠宰|农副产品|农产品|粮食|粮油|林木|木材|饲料)[^；;。，,]{0,8}加工|"
    r"加工配镜|配镜|(?:服装|眼镜|首饰|窗帘)?修改加工|汽车(?:美容|维修)[^；;。]{0,8}(?:加工|装配)|印刷品(?:销售|零售|批发)|(?:打印|复印|打字)[^；;。]{0,6}(?:印刷|制作)|生产、?生活(?:资料|用品|服务)|生产用|生产线(?:安装|设计|调试|维修)|非法|修理装配|加工站|委托[^；;。]{0,4}(?:生产|加工)|(?:苗木|花卉|种苗|海参|水产|鲍鱼|畜禽|蔬菜|水果|树苗)[^；;。，,]{0,10}生产|发行|食品加工(?=、?(?:、)?(?:饮食|餐饮))|"
    r"(?:投资|兴办|经营管理|开发)[^；;。]{0,10}(?:生产|制造)(?:业|企业|项目)|(?:销售|零售|批发|经营|购销|收购)[：:][^；;。：:]{0,60}(?:生产|加工|制造)(?:设备|机械|原料|用)"
)
_SELLS_ZH = re.compile(r"销售|批发|零售|经销|贸易|购销|分销|批零|进出口|代购|代销|商贸|买卖|代售|专卖")
_SERVES_ZH = re.compile(r"服务|维修|安装|维护|保养|咨询|设计|施工|检测|租赁|修理|改造|承接|承包|运输|仓储|物流|装修|装饰工程|建筑工程|管理|中介|广告|旅游|开发经营|房地产|培训|出租|发电|装[潢璜]|装卸|搬运|测绘|会计|旅业|住宿|餐饮|种植|养殖")
_AGENT_ZH = re.compile(r"代理")
_RESEARCH_ZH = re.compile(r"科研|研究(?:院|所|中心)|技术研究|研究开发|研究与试验")
_NAME_MAKER_ZH = re.compile(r"厂(?:有限公司|有限责任公司|（.*）|\(.*\))?$|制造(?:有限|厂|股份)|铸造|制品(?:厂|有限|股份)|制罐|机械厂")
_NAME_TRADER_ZH = re.compile(r"贸易|商贸|经贸|商行|经营部|销售|商店|批发部|百货|物资|供销|专卖|营销|汽车销售|药业连锁|商场|超市|商业|进出口公司|土产|外贸|经销|门市")
_NAME_SERVICE_ZH = re.compile(r"物业|饮食|餐饮|火锅|服务(?:总)?公司|水产|园艺|房地产|置业|地产|投资|建筑(?:工程|安装|装饰)?(?:有限|公司|集团)|建设(?:工程|开发)?(?:有限|公司|集团)|装饰(?:设计|工程)|装修|广告|传媒|旅行社|旅游|酒店|宾馆|运输|物流|货运|客运|咨询|评估|会计|拍卖|担保|典当|人力资源|劳务|保安|清洁|家政|驾驶|培训|医院|殡|电信|邮政|供电|自来水|水电|水务|燃气|污水|环卫|园林|路桥|公路|高速|市政|工程公司|安装|娱乐|影|网吧|开发(?:总)?公司|管理(?:服务)?(?:有限|公司)|租赁|监理|勘察|设计院|设计(?:有限|公司)|农场|林场|种植|养殖|果场|畜牧")

_LATIN_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("maker", re.compile(r"\b(?:herstell\w*|produktion\b|produzier\w+|fertigung\b|fertigen|fabrik\w*|werkzeugbau|formenbau|maschinenbau|anlagenbau|gießerei\w*|giesserei\w*|druckguss|spritzguss|zerspanung\w*|metallbau|stahlbau|schmiede\w*|verarbeitung|weberei|brauerei|manufaktur|manufactur\w+|producer|producing|fabricat\w+|factory|foundry|machining|maker)")),
    ("trader", re.compile(r"\b(?:\w*handel\b|\w*handels(?:gesellschaft|haus|unternehmen|gmbh)?\b|\w*händler\w*|vertrieb\w*|import\w*|export\w*|verkauf|trading|trade|wholesale\w*|distribut\w+|dealer\w*|retail\w*)")),
    ("service", re.compile(r"\b(?:dienstleist\w+|service\w*|wartung|instandhaltung|reparatur\w*|montage|installation|beratung\w*|consult\w+|spedition\w*|logisti\w+|transport\w*|planung\w*|vermietung|ingenieurbüro|engineering|repair|maintenance|rental)")),
    ("agent", re.compile(r"\b(?:handelsvertret\w+|agentur\w*|vermittlung|agent\w*|agency|broker\w*)")),
    ("research", re.compile(r"\b(?:forschung\w*|institut\w*|research|laborator\w+)")),
)
_NEGATED_LATIN = re.compile(r"\b(?:keine?[rnms]?|ohne|nicht|no|not|without)\s+(?:\w+\s+){0,2}$")


def roles_by_words(name: str, scope: str, code: IndustryCode | None = None, analysis: Analysis | None = None, title: str = "") -> dict[str, str]:
    """role -> the words that tell it. Unconfirmed: a reading of words, not of the company.

    Args:
        name: the company's name as written.
        scope: the scope as `cleaned` gives it, may be empty.
        analysis: of the scope, when somebody made it already: a maker's role then needs a thing that is made.
        title: what the company's industry is called, read where it has no scope of its own.
    """
    text = scope or title
    if re.search("[\u4e00-\u9fff]", name + text):
        found = _chinese_roles(normalise(name).text, normalise(text).text)
    else:
        found = _latin_roles(normalise(f"{name}. {text}").text)
    if analysis is not None:
        for role in analysis.excluded_roles:
            found.pop(role, None)
    if code is not None and (role := role_of_code(code)) and role not in found and (not scope or role != "maker"):
        found[role] = f"{code.code} {code.title}".strip()
    return found


def _chinese_roles(name: str, text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    if making := _making(name, text):
        found["maker"] = making
    for role, pattern, by_name in (("trader", _SELLS_ZH, _NAME_TRADER_ZH), ("service", _SERVES_ZH, None), ("agent", _AGENT_ZH, None), ("research", _RESEARCH_ZH, None)):
        if (match := pattern.search(text)) or (by_name is not None and not making and (match := by_name.search(name))):
            found[role] = match.group()
    return found


def _making(name: str, text: str) -> str:
    """The word that tells that goods are made, empty when there is none that holds."""
    match = _MAKER_ZH.search(text)
    if match is not None:  # the dear look only where there is something to take back
        match = _MAKER_ZH.search(_NOT_MAKER_ZH.sub(lambda found: " " * len(found.group()), text))
    if match is None:
        # 'works' without a verb in the scope: 温岭市水泵厂, scope 水泵
        named = _NAME_MAKER_ZH.search(name)
        if named and "厂" in named.group() and not _SELLS_ZH.search(text) and not _SERVES_ZH.search(text) and not _NAME_TRADER_ZH.search(name):
            return named.group()
        return ""
    if _NAME_TRADER_ZH.search(name) and not re.search("厂|制造|工贸", name):
        return ""
    if _NAME_SERVICE_ZH.search(name) and not re.search("厂|制造|设备|机械|器材|材料|制品", name):
        return ""
    return match.group()


def _latin_roles(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for role, pattern in _LATIN_WORDS:
        for match in pattern.finditer(text):
            if not _NEGATED_LATIN.search(text[: match.start()]):
                found[role] = match.group()
                break
    return found


def category(roles: Mapping[str, str]) -> str:
    """The one role an import sorts by: maker before trader before the rest; `unknown` without any."""
    for role in ("maker", "trader", "agent", "service", "research"):
        if role in roles:
            return role
    return "unknown"
