"""Legal forms of China and Germany: how a name or a column says them, how they read elsewhere, and what an import may publish."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

PUBLISH, HOLD, UNLESS_PERSON = "publish", "hold", "unless-person"


@dataclass(frozen=True, slots=True)
class LegalForm:
    """One legal form."""

    code: str
    kind: str
    """`company`, `sole-trader`, `partnership`, `cooperative`, `association`, `public`, `plant` (a works without a stated form), `shop`, `branch`."""
    readings: tuple[str, str, str]
    """In German, Chinese, English; a rendering to read by, not a claim that the law of both countries knows the same form."""
    publication: str = PUBLISH
    """`publish`; `hold` until the company claims its entry; `unless-person`: published when the trade name holds no person's name.

    Sole traders are natural persons: their register entry is personal data (GDPR Art. 4, PIPL Art. 4).
    """

    def reading(self, language: str) -> str:
        """The form in `de`, `zh` or `en`."""
        return self.readings[{"de": 0, "zh": 1}.get(language, 2)]


_ALL = (
    LegalForm("cn-llc", "company", ("GmbH", "有限公司", "Co., Ltd.")),
    LegalForm("cn-joint-stock", "company", ("AG", "股份有限公司", "Joint Stock Co., Ltd.")),
    LegalForm("cn-group", "company", ("Unternehmensgruppe", "集团", "Group Co., Ltd.")),
    LegalForm("cn-company", "company", ("Gesellschaft", "公司", "Company")),
    LegalForm("cn-collective", "company", ("Kollektivunternehmen", "集体企业", "collective enterprise")),
    LegalForm("cn-state", "company", ("Staatsunternehmen", "国有企业", "state-owned enterprise")),
    LegalForm("cn-share-cooperative", "company", ("Genossenschaftliches Unternehmen mit Anteilen", "股份合作制", "share cooperative")),
    LegalForm("cn-plant", "plant", ("Werk", "厂", "factory")),
    LegalForm("cn-shop", "shop", ("Geschäft", "商行", "shop")),
    LegalForm("cn-cooperative", "cooperative", ("Genossenschaft", "合作社", "cooperative")),
    LegalForm("cn-partnership", "partnership", ("Personengesellschaft", "合伙企业", "partnership"), UNLESS_PERSON),
    LegalForm("cn-sole-proprietorship", "sole-trader", ("Einzelunternehmen", "个人独资企业", "sole proprietorship"), UNLESS_PERSON),
    LegalForm("cn-individual", "sole-trader", ("Einzelgewerbe", "个体工商户", "individual business"), HOLD),
    LegalForm("cn-association", "association", ("Verband", "协会", "association")),
    LegalForm("cn-public", "public", ("Einrichtung", "事业单位", "public institution")),
    LegalForm("de-gmbh", "company", ("GmbH", "有限责任公司", "GmbH")),
    LegalForm("de-ug", "company", ("UG (haftungsbeschränkt)", "有限责任小型公司", "UG")),
    LegalForm("de-ag", "company", ("AG", "股份公司", "AG")),
    LegalForm("de-se", "company", ("SE", "欧洲股份公司", "SE")),
    LegalForm("de-kgaa", "company", ("KGaA", "股份两合公司", "KGaA")),
    LegalForm("de-gmbh-co-kg", "company", ("GmbH & Co. KG", "有限责任两合公司", "GmbH & Co. KG")),
    LegalForm("de-kg", "partnership", ("KG", "两合公司", "KG")),
    LegalForm("de-ohg", "partnership", ("OHG", "普通商业合伙公司", "OHG")),
    LegalForm("de-partg", "partnership", ("PartG", "专业合伙公司", "PartG"), UNLESS_PERSON),
    LegalForm("de-gbr", "sole-trader", ("GbR", "民法合伙", "GbR"), HOLD),
    LegalForm("de-ek", "sole-trader", ("e. K.", "注册商人", "e. K."), UNLESS_PERSON),
    LegalForm("de-sole", "sole-trader", ("Einzelunternehmen", "个人企业", "sole trader"), HOLD),
    LegalForm("de-freelancer", "sole-trader", ("freier Beruf", "自由职业者", "freelancer"), HOLD),
    LegalForm("de-eg", "cooperative", ("eG", "注册合作社", "eG")),
    LegalForm("de-ev", "association", ("e. V.", "注册社团", "e. V.")),
    LegalForm("de-public", "public", ("Körperschaft oder Anstalt", "公法机构", "public body")),
    LegalForm("de-foundation", "association", ("Stiftung", "基金会", "foundation")),
    LegalForm("xx-ltd", "company", ("Ltd.", "有限公司", "Ltd.")),
    LegalForm("xx-inc", "company", ("Inc.", "公司", "Inc.")),
    LegalForm("xx-other", "company", ("Gesellschaft", "公司", "company")),
)
FORMS = {form.code: form for form in _ALL}

CHINESE_ENDINGS: tuple[tuple[str, str], ...] = (
    ("集团股份有限公司", "cn-joint-stock"), ("集团有限责任公司", "cn-group"), ("集团有限公司", "cn-group"), ("股份有限公司", "cn-joint-stock"), ("有限责任公司", "cn-llc"),
    ("有限责任总公司", "cn-llc"), ("有限公司", "cn-llc"), ("集团公司", "cn-group"), ("股份公司", "cn-joint-stock"), ("专业合作社", "cn-cooperative"), ("股份合作公司", "cn-share-cooperative"), ("总公司", "cn-company"),
    ("合作社", "cn-cooperative"), ("合伙企业", "cn-partnership"), ("个体工商户", "cn-individual"), ("公司", "cn-company"), ("集团", "cn-group"), ("总厂", "cn-plant"), ("工厂", "cn-plant"), ("制造厂", "cn-plant"),
    ("加工厂", "cn-plant"), ("加工场", "cn-plant"), ("厂", "cn-plant"), ("经营部", "cn-shop"), ("门市部", "cn-shop"), ("营业部", "cn-shop"), ("服务部", "cn-shop"), ("商行", "cn-shop"), ("商店", "cn-shop"), ("工作室", "cn-shop"),
    ("加工部", "cn-shop"), ("销售部", "cn-shop"), ("维修部", "cn-shop"), ("商场", "cn-shop"), ("批发部", "cn-shop"), ("店", "cn-shop"), ("行", "cn-shop"), ("部", "cn-shop"), ("中心", "cn-company"), ("协会", "cn-association"),
    ("商会", "cn-association"), ("研究院", "cn-public"), ("研究所", "cn-public"),
)
"""Endings of a Chinese name, longest first where one holds another."""

_CHINESE_TYPES: tuple[tuple[str, str], ...] = (
    ("个体", "cn-individual"), ("个人独资", "cn-sole-proprietorship"), ("合伙", "cn-partnership"), ("股份合作", "cn-share-cooperative"), ("股份有限", "cn-joint-stock"), ("上市", "cn-joint-stock"),
    ("合作社", "cn-cooperative"), ("有限责任", "cn-llc"), ("有限公司", "cn-llc"), ("集体", "cn-collective"), ("全民所有", "cn-state"), ("国有", "cn-state"), ("事业单位", "cn-public"), ("社团", "cn-association"),
    ("社会团体", "cn-association"), ("私营", "cn-company"), ("外商投资", "cn-llc"), ("联营", "cn-company"), ("内资", "cn-company"),
)
"""What a column of legal types says, first match wins (个体 before all: 个体工商户 of any kind is a natural person)."""

_LATIN: tuple[tuple[str, str], ...] = (
    (r"gmbh\s*(?:&|\+|und|u\.)\s*co\.?\s*(?:kg\s*a\.?\s*a\.?|kgaa)", "de-kgaa"),
    (r"(?:ag|se)\s*(?:&|\+|und|u\.)\s*co\.?\s*(?:kg\s*a\.?\s*a\.?|kgaa)", "de-kgaa"),
    (r"(?:gmbh|mbh|ug(?:\s*\(haftungsbeschränkt\))?|ag|se|ltd\.?|limited)\s*(?:&|\+|und|u\.|et)\s*(?:co\.?|cie\.?|compagnie)\s*\.?,?\s*(?:kg|kommanditgesellschaft)", "de-gmbh-co-kg"),
    (r"(?:gmbh|mbh|ag|se)\s*(?:&|\+|und|u\.)\s*co\.?\s*ohg", "de-ohg"),
    (r"kommanditgesellschaft auf aktien|kgaa", "de-kgaa"),
    (r"ug\s*\(?\s*haftungsbeschr(?:änkt|aenkt)?\.?\s*\)?|unternehmergesellschaft(?:\s*\(haftungsbeschränkt\))?|ug", "de-ug"),
    (r"g?gmbh|gesellschaft\s+mit\s+beschränkter\s+haftung|g\.?\s?m\.?\s?b\.?\s?h\.?|(?:gesellschaft|ges\.?)\s*m\.?\s?b\.?\s?h\.?|mbh", "de-gmbh"),
    (r"aktiengesellschaft|ag", "de-ag"),
    (r"se", "de-se"),
    (r"(?:&|\+|und|u\.)\s*co\.?\s*kg|kommanditgesellschaft|kg", "de-kg"),
    (r"offene handelsgesellschaft|ohg|(?:&|\+|und)\s*co\.?\s*ohg", "de-ohg"),
    (r"part(?:g|nerschaftsgesellschaft)?\.?\s*(?:mbb)?(?<=g|t|b)", "de-partg"),
    (r"gesellschaft bürgerlichen rechts|gbr|e\s?gbr", "de-gbr"),
    (r"e\.?\s?k(?:fm|ffr|fr)?\.?|eingetragener kaufmann|eingetragene kauffrau|inh\.?", "de-ek"),
    (r"einzelunternehm(?:en|er|ung)|einzelfirma|kleingewerbe", "de-sole"),
    (r"freiberufler|freier beruf|freiberuflich", "de-freelancer"),
    (r"e\.?\s?g\.?|eingetragene genossenschaft|genossenschaft", "de-eg"),
    (r"e\.?\s?v\.?|eingetragener verein|verein", "de-ev"),
    (r"stiftung", "de-foundation"),
    (r"aör|anstalt des öffentlichen rechts|körperschaft des öffentlichen rechts|kdör|eigenbetrieb", "de-public"),
    (r"(?:company|co\.?)?\s*,?\s*(?:limited|ltd\.?)|pte\.?\s*ltd\.?|pvt\.?\s*ltd\.?", "xx-ltd"),
    (r"inc(?:orporated)?\.?|corp(?:oration)?\.?|llc|l\.l\.c\.", "xx-inc"),
    (r"s\.?\s?a\.?|s\.?\s?r\.?\s?l\.?|b\.?\s?v\.?|s\.?\s?p\.?\s?a\.?|n\.?\s?v\.?|oy|ab|a/s|s\.?\s?a\.?\s?s\.?|plc|(?:&|\+)\s*co\.?|co\.?|company", "xx-other"),
)
"""Forms at the end of a name in Latin letters; the order settles what is part of what."""


@functools.cache
def _latin_at_end() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?P<f{number}>(?:^|(?<=[\s,.)]))(?:{pattern})\s*$)" for number, (pattern, _) in enumerate(_LATIN)), re.IGNORECASE)


@functools.cache
def _latin_whole() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?P<f{number}>(?:{pattern}))" for number, (pattern, _) in enumerate(_LATIN)), re.IGNORECASE)


def cut_latin_form(name: str) -> tuple[str, str]:
    """(name without its legal form, code of the form or empty)."""
    if found := _latin_at_end().search(name):
        return name[: found.start()].rstrip(" ,.-–&+"), _LATIN[int((found.lastgroup or "f0")[1:])][1]
    return name, ""


def of_column(text: str) -> LegalForm | None:
    """The form that a cell of a column of legal types says (个体工商户, GmbH, Einzelunternehmen); None for a blank or an unknown one."""
    folded = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()
    if not folded or folded.upper() in ("N/A", "NA", "-", "无", "/", "其他"):
        return None
    for part, code in _CHINESE_TYPES:
        if part in folded:
            return FORMS[code]
    if found := _latin_whole().fullmatch(folded):
        return FORMS[_LATIN[int((found.lastgroup or "f0")[1:])][1]]
    return FORMS.get(cut_latin_form(folded)[1])
