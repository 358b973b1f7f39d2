"""Which column of a company table holds what, by its heading in Chinese, German or English."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kontor_core.text import normalise

FIELDS: dict[str, tuple[str, ...]] = {
    "name": ("企业名称", "公司名称", "单位名称", "企业名", "名称", "纳税人名称", "单位", "企业", "公司", "机构名称", "商户名称", "市场主体名称", "经营者名称", "法人名称", "法人单位名称", "企业全称", "公司全称", "firma", "firmenname", "firmierung", "unternehmen", "unternehmensname", "name", "name des unternehmens", "betrieb", "firmenbezeichnung", "name der firma", "firma/name", "name/firma", "firma 1", "name 1", "company", "company name", "name of company", "enterprise", "organisation", "organization", "business name"),
    "name_en": ("英文名称", "英文名", "企业英文名称", "english name", "name (englisch)", "name englisch", "company name (english)"),
    "identifier": ("统一社会信用代码", "社会信用代码", "信用代码", "统一代码", "注册号", "税号", "组织机构代码", "unified social credit code", "uscc", "credit code", "registration number", "register number", "company number"),
    "register_number": ("handelsregister", "handelsregisternummer", "hr-nummer", "hrb", "registernummer", "hr-nr", "registergericht und nummer", "commercial register"),
    "court": ("registergericht", "amtsgericht", "gericht", "register court"),
    "vat": ("ust-idnr", "ust-id", "umsatzsteuer-id", "umsatzsteueridentifikationsnummer", "ustid", "vat", "vat id", "vat number"),
    "lei": ("lei", "lei-code", "lei code"),
    "scope": ("经营范围", "主营业务", "主要产品", "主营产品", "产品", "业务范围", "经营项目", "主要业务", "产品名称", "主营", "简介", "企业简介", "tätigkeit", "tätigkeitsbeschreibung", "unternehmensgegenstand", "gegenstand", "geschäftsgegenstand", "gegenstand des unternehmens", "produkte", "leistungen", "produkte und leistungen", "beschreibung", "branche/tätigkeit", "angebot", "business scope", "scope", "products", "description", "activity", "activities", "business", "main products", "products and services", "profile", "services"),
    "wanted": ("需求", "合作需求", "采购需求", "寻求", "gesuch", "sucht", "bedarf", "seeks", "wanted", "looking for", "requests"),
    "industry": ("行业", "所属行业", "行业门类", "行业名称", "行业大类", "行业类别", "branche", "wirtschaftszweig", "industry", "sector", "branch", "branchenbezeichnung", "wz-bezeichnung", "wz-text", "wz-klartext", "nace-bezeichnung"),
    "industry_code": ("行业代码", "行业编码", "国民经济行业代码", "wz", "wz-code", "wz 2008", "wz-schlüssel", "wz2008", "wz-nummer", "branchencode", "branchenschlüssel", "branchen-nr", "branchennummer", "wz code", "nace", "nace code", "isic", "industry code", "nace-code"),
    "legal_type": ("企业类型", "类型", "公司类型", "主体类型", "市场主体类型", "经济类型", "rechtsform", "legal form", "legal type", "company type", "type"),
    "founded": ("注册日期", "成立日期", "成立时间", "注册时间", "核准日期", "开业日期", "gründung", "gründungsjahr", "gründungsdatum", "gegründet", "eintragungsdatum", "founded", "year founded", "date of registration", "registration date", "established"),
    "capital": ("注册资金", "注册资本", "注册资本(万元)", "stammkapital", "grundkapital", "kapital", "capital", "registered capital"),
    "size": ("从业人数", "员工人数", "职工人数", "人员规模", "企业规模", "规模", "从业人员", "mitarbeiter", "beschäftigte", "mitarbeiterzahl", "anzahl mitarbeiter", "größenklasse", "beschäftigtengrößenklasse", "mitarbeiteranzahl", "größe", "ma", "anzahl ma", "ma-zahl", "ma-größenklasse", "größenklasse ma", "mitarbeitende", "anzahl mitarbeitende", "betriebsgröße", "unternehmensgröße", "betriebsgrößenklasse", "employees", "number of employees", "size", "staff"),
    "province": ("所在省份", "省份", "省", "所属省份", "bundesland", "province", "state", "region"),
    "city": ("地区", "城市", "所在城市", "市", "所属城市", "所在地", "地市", "所属地区", "区域", "ort", "stadt", "sitz", "gemeinde", "city", "town", "location", "place"),
    "district": ("区县", "所在区县", "所在区", "所属区", "所在镇街", "镇(街道)", "镇街道", "乡镇", "所属镇", "所在镇", "镇", "区", "所属区县", "县区", "镇街", "所属镇街", "街道", "kreis", "landkreis", "stadtteil", "district", "county"),
    "address": ("注册地址", "地址", "住所", "经营地址", "企业地址", "生产地址", "详细地址", "经营场所", "anschrift", "adresse", "straße", "strasse", "straße und hausnummer", "address", "street", "registered address"),
    "postcode": ("邮编", "邮政编码", "plz", "postleitzahl", "postcode", "zip", "postal code", "zip code"),
    "website": ("网址", "网站", "官网", "企业网站", "website", "webseite", "internet", "homepage", "web", "url", "www"),
    "status": ("登记状态", "经营状态", "企业状态", "状态", "存续状态", "status"),
    "certificates": ("认证", "资质", "体系认证", "认证情况", "zertifikate", "zertifizierung", "zertifizierungen", "certificates", "certification"),
    "ordinal": ("序号", "编号", "nr", "lfd. nr", "lfd nr", "lfd.nr", "no", "nummer", "id", "#", "no."),
}
_LOOKUP = {heading: field for field, headings in FIELDS.items() for heading in headings}
_NOISE = re.compile(r"[\s*:：.()（）\[\]_]+")
_CLASSIFICATION = re.compile(
    r"(?:branche|wirtschaftszweig)?(?:wz|nace|isic)(?:rev)?(?:2008|2025|08|25|[234])?(?:code|nr|nummer|schlüssel|klasse|kennziffer|kennzahl|systematik)?(?:2008|2025|08|25|rev[24])?"
)
"""A heading that names a classification by its letters, without blanks and dashes: WZ-Nr., WZ08, NACE Rev. 2, Branche/WZ, Wirtschaftszweig (WZ 2008)."""


_PARTS: tuple[tuple[str, str], ...] = (
    ("信用代码", "identifier"), ("英文名", "name_en"), ("企业名称", "name"), ("公司名称", "name"), ("单位名称", "name"), ("企业全称", "name"), ("公司全称", "name"), ("firmenname", "name"),
    ("unternehmensname", "name"), ("companyname", "name"), ("nameofcompany", "name"), ("经营范围", "scope"), ("主要产品", "scope"), ("主营产品", "scope"), ("主营业务", "scope"),
    ("unternehmensgegenstand", "scope"), ("handelsregister", "register_number"), ("ustid", "vat"), ("行业代码", "industry_code"), ("wirtschaftszweigcode", "industry_code"),
    ("wzcode", "industry_code"), ("行业", "industry"), ("wirtschaftszweig", "industry"), ("注册地址", "address"), ("生产地址", "address"), ("经营地址", "address"), ("注册资本", "capital"), ("注册资金", "capital"),
    ("成立日期", "founded"), ("注册日期", "founded"), ("beschäftigte", "size"), ("mitarbeiter", "size"), ("从业人", "size"),
)
"""What a longer heading may contain (申报企业名称（盖章）, Zahl der Beschäftigten 2024), asked last and in this order."""


def plain_heading(heading: str) -> str:
    """A heading in lower case, without stars, colons and superfluous blanks."""
    text = normalise(heading).text.strip()
    return re.sub(r"[*:：\s]+$", "", re.sub(r"\s+", " ", text)).strip()


_COMPACT = {_NOISE.sub("", heading): field for heading, field in _LOOKUP.items()}


def field_of(heading: str) -> str | None:
    """The field a heading stands for, None when it is not known."""
    plain = plain_heading(heading)
    if found := _LOOKUP.get(plain):
        return found
    compact = _NOISE.sub("", plain)
    if found := _COMPACT.get(compact):
        return found
    if _CLASSIFICATION.fullmatch(re.sub(r"[-–/]", "", compact)):
        return "industry_code"
    without_brackets = re.sub(r"\(.*?\)|（.*?）|\[.*?\]", "", plain).strip()
    if found := _LOOKUP.get(without_brackets) or _COMPACT.get(_NOISE.sub("", without_brackets)):
        return found
    return next((field for part, field in _PARTS if part in compact), None)


def map_columns(header: Sequence[str]) -> dict[str, list[int]]:
    """field -> column numbers, in order of appearance."""
    found: dict[str, list[int]] = {}
    for number, heading in enumerate(header):
        field = field_of(heading)
        if field is not None:
            found.setdefault(field, []).append(number)
    return found


def find_header(rows: Sequence[Sequence[str]], most: int = 20) -> int | None:
    """Number of the row that is the header: the first one with a name and the most known headings; None when no row names companies."""
    best: tuple[int, int] | None = None
    for number, row in enumerate(rows[:most]):
        mapped = map_columns(row)
        known = sum(map(len, mapped.values()))
        filled = sum(bool(cell.strip()) for cell in row)
        if "name" in mapped and (known >= 2 or filled == 1) and (best is None or known > best[1]):
            best = (number, known)
    return None if best is None else best[0]
