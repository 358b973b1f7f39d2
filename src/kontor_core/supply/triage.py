"""What becomes of a row: publishable, to be checked, or set aside, each with its reason. Nothing is dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kontor_core.identity.legal_forms import HOLD, UNLESS_PERSON, LegalForm
from kontor_core.identity.names import CompanyName, holds_person

PUBLISHABLE, CHECK, SET_ASIDE = "publishable", "check", "set-aside"


@dataclass(frozen=True, slots=True)
class Triage:
    """The decision, its reason (a key of `messages.REASONS`), and the words that led to it."""

    decision: str
    reason: str = ""
    evidence: str = ""


_CLOSED_STATUS = re.compile(r"注销|吊销|歇业|停业|清算|撤销|关闭|迁出|erloschen|gelöscht|aufgelöst|insolven|liquidation|\bi\. ?l\.|geschlossen|abgemeldet|dissolved|closed|struck|inactive|bankrupt", re.IGNORECASE)
_OPEN_STATUS = re.compile(r"未注销|未吊销|in business|nicht (?:gelöscht|erloschen)", re.IGNORECASE)
_CLOSED_SCOPE = re.compile(r"清理[^；;。]{0,8}债|债权债务|处理债务|不得(?:开展|从事)[^；;。]{0,6}经营|停止(?:一切)?经营|已停产|歇业|已吊销|仅供清理|清算组|保留执照")
_CLOSED_NAME = re.compile(r"\bi\. ?[li]\.?(?:$|\s)|in liquidation|in abwicklung|\(清算\)|（清算）|清算组", re.IGNORECASE)
_FINANCE = re.compile(r"银行|信用社|信用合作|信用联社|储蓄所|保险(?!柜|箱|杠|丝|带|粉|装置)|证券|典当|小额贷款|期货|信托|融资租赁|融资担保|\bsparkasse|volksbank|raiffeisenbank|\bbank\b|versicherung", re.IGNORECASE)
_SCHOOL = re.compile(r"小学|中学|学校|幼儿园|托儿所|驾校|高中$|\b\w*schule\b|gymnasium|kindergarten|\bkita\b|\bschool\b", re.IGNORECASE)
_NOT_SCHOOL = re.compile(r"hochschule|学校用品|校办|school (?:supplies|furniture)|学校家具|厂(?:有限公司)?$", re.IGNORECASE)
_HEALTH = re.compile(r"医院(?!设备|家具)|诊所|卫生院|卫生室|门诊|\bkrankenhaus|\bklinik(?:um)?\b|\w*praxis\b|\bhospital\b", re.IGNORECASE)
_SHOP = re.compile(
    r"药店|药房|超市|超级市场|便利店|商店|商场|加油站|加气站|专卖店|专营店|(?<!江)门市部?(?:$|（|\()|餐厅|饭店|酒店$|酒家|宾馆|旅馆|旅店|旅社|招待所|理发|美容(?:院|店|中心|厅|美发)|美发|发廊|网吧|网络服务部|营业厅|小卖|副食|书店(?!用品)|书社|照相|影楼|洗衣|洗浴|歌舞|茶楼|茶庄|火锅|食堂|眼镜(?:店|行)|"
    r"小吃|快餐|烟酒|烟店|杂货|百货店|代销店|影剧院|电影院|游乐|加油点|停车场|菜市场|农贸市场|(?:修理|服务|收购|供应)(?:部|店|站)$|店$|"
    r"\bapotheke|supermarkt|tankstelle|friseur|restaurant|gasthof|gasthaus|gaststätte|\bhotel\b|\bcafé\b|\bcafe\b|imbiss|\bkiosk|boutique|eisdiele|nagelstudio|kosmetikstudio|fahrschule|pizzeria|\bpharmacy|\bsalon\b",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(r"人民政府|管理委员会|村民委员会|居民委员会|街道办事处|派出所|税务局|公安局|人民法院|检察院|居委会|村委会|\bfinanzamt|\blandratsamt|\bstadtverwaltung|\bamtsgericht", re.IGNORECASE)
_BRANCH_TYPE = re.compile(r"分支机构|分公司|非法人|代表机构|办事处|zweigniederlassung|\bbranch\b|betriebsstätte", re.IGNORECASE)

_OPEN_IDENTIFIER = frozenset({"identifier-rounded", "identifier-old-number", "register-court-missing", "register-court-unknown", "register-unreadable", "vat-check-digit", "vat-unreadable", "lei-invalid"})
_WRONG_IDENTIFIER = frozenset({"identifier-check-digit", "identifier-length", "identifier-characters"})


def decide(
    name: CompanyName | None, form: LegalForm | None, scope: str, status: str, legal_type: str, roles: Mapping[str, str], codes: Collection[str]
) -> Triage:
    """Triage of one row.

    Args:
        name: the parsed first name; None for a row without one.
        form: from the column of legal types or from the name.
        scope: cleaned or raw.
        status: the cell of the status column.
        legal_type: the cell of the column of legal types.
        roles: as read from the words.
        codes: codes of the findings of this row.
    """
    if name is None:
        return Triage(SET_ASIDE, "no-name")
    return (
        _by_kind(name, scope, status, legal_type)
        or _by_form(name, form)
        or _by_findings(codes)
        or (Triage(CHECK, "activity-missing") if not roles and not scope else Triage(PUBLISHABLE))
    )


def _by_kind(name: CompanyName, scope: str, status: str, legal_type: str) -> Triage | None:
    text = name.original
    if (found := _CLOSED_STATUS.search(status)) and not _OPEN_STATUS.search(status):
        return Triage(SET_ASIDE, "closed", found.group())
    if found := _FINANCE.search(text):
        return Triage(SET_ASIDE, "finance", found.group())
    if found := _CLOSED_NAME.search(text) or _CLOSED_SCOPE.search(scope):
        return Triage(SET_ASIDE, "closed", found.group())
    if name.is_branch:
        return Triage(SET_ASIDE, "branch", name.branch)
    if found := _BRANCH_TYPE.search(legal_type):
        return Triage(SET_ASIDE, "branch", found.group())
    if (found := _SCHOOL.search(text)) and not _NOT_SCHOOL.search(text):
        return Triage(SET_ASIDE, "school", found.group())
    for reason, pattern in (("health", _HEALTH), ("shop", _SHOP), ("authority", _AUTHORITY)):
        if found := pattern.search(text):
            return Triage(SET_ASIDE, reason, found.group())
    return None


def _by_form(name: CompanyName, form: LegalForm | None) -> Triage | None:
    """The table of legal forms says what may be published of a natural person's business."""
    if form is None:
        return None
    if form.publication == HOLD or (form.publication == UNLESS_PERSON and holds_person(name)):
        return Triage(SET_ASIDE, "sole-trader", form.code)
    return None


def _by_findings(codes: Collection[str]) -> Triage | None:
    for code in codes:
        if code in _WRONG_IDENTIFIER:
            return Triage(SET_ASIDE, "identifier", code)
        if code == "doubled-row":
            return Triage(SET_ASIDE, "doubled", code)
    for code in codes:
        if code in _OPEN_IDENTIFIER:
            return Triage(CHECK, "identifier-open", code)
        if code in ("broken-characters", "name-too-long"):
            return Triage(CHECK, "broken", code)
    return None
