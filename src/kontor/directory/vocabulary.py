"""Code tables of the directory: kinds, roles, schemes, levels, and the forms of cooperation.

The English here are source strings for the catalogues. The official German and
Chinese terms of the forms of cooperation stand beside them, because search, letters
and exchange need them whatever language the page is in; a test holds the
catalogues to the same words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kontor.common.languages import page_language


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the trade in three languages."""

    en: str
    de: str
    zh: str

    def in_language(self, language: str) -> str:
        return {"de": self.de, "zh": self.zh}.get(language, self.en)

    def __str__(self) -> str:
        """The term in the language of the page."""
        return self.in_language(page_language())


@dataclass(frozen=True, slots=True)
class AgreementRole:
    """One side of a form of cooperation: what it gives and what it takes.

    P product, S service, T technology, M market, C capital, L location, K capacity,
    A training, E the enterprise itself, I investment.
    """

    code: str
    term: Term
    gives: str
    takes: str


@dataclass(frozen=True, slots=True)
class AgreementType:
    """A form of cooperation. One role means that both sides are peers."""

    code: str
    term: Term
    roles: tuple[AgreementRole, ...]

    @property
    def is_symmetric(self) -> bool:
        return len(self.roles) == 1

    def role(self, code: str) -> AgreementRole | None:
        return next((role for role in self.roles if role.code == code), None)

    def opposite(self, code: str) -> AgreementRole | None:
        """The role the other side takes; the same one between peers."""
        if self.is_symmetric:
            return self.role(code)
        return next((role for role in self.roles if role.code != code), None) if self.role(code) else None


PEER = Term("partner", "Partner", "合作伙伴")


def _peer(code: str, en: str, de: str, zh: str, shared: str) -> AgreementType:
    return AgreementType(code, Term(en, de, zh), (AgreementRole("peer", PEER, shared, shared),))


def _pair(code: str, term: Term, one: AgreementRole, other: AgreementRole) -> AgreementType:
    return AgreementType(code, term, (one, other))


def _role(code: str, en: str, de: str, zh: str, gives: str, takes: str) -> AgreementRole:
    return AgreementRole(code, Term(en, de, zh), gives, takes)


AGREEMENT_TYPES: dict[str, AgreementType] = {
    agreement.code: agreement
    for agreement in (
        _pair(
            "AG",
            Term("commercial agency", "Handelsvertretung", "商业代理"),
            _role("principal", "principal", "vertretenes Unternehmen", "被代理企业", "P", "M"),
            _role("agent", "agent", "Handelsvertreter", "代理商", "M", "P"),
        ),
        _pair(
            "DI",
            Term("distribution", "Vertriebspartnerschaft (Vertragshändler)", "经销协议"),
            _role("manufacturer", "manufacturer", "Hersteller", "生产商", "P", "M"),
            _role("distributor", "distributor", "Vertragshändler", "经销商", "M", "P"),
        ),
        _pair(
            "FR",
            Term("franchise", "Franchise", "特许经营"),
            _role("franchisor", "franchisor", "Franchisegeber", "特许人", "T", "M"),
            _role("franchisee", "franchisee", "Franchisenehmer", "被特许人", "M", "T"),
        ),
        _pair(
            "SE",
            Term("services", "Dienstleistung", "服务"),
            _role("provider", "provider", "Anbieter", "服务方", "S", ""),
            _role("client", "client", "Auftraggeber", "客户方", "", "S"),
        ),
        _pair(
            "SU",
            Term("supply", "Belieferung", "供货"),
            _role("supplier", "supplier", "Lieferant", "供应商", "P", ""),
            _role("buyer", "buyer", "Abnehmer", "采购方", "", "P"),
        ),
        _pair(
            "MA",
            Term("contract manufacturing", "Auftragsfertigung", "代工（OEM/ODM）"),
            _role("contract-manufacturer", "contract manufacturer", "Auftragsfertiger", "代工方", "K", ""),
            _role("brand-owner", "brand owner", "Auftraggeber", "品牌方（委托加工方）", "", "K"),
        ),
        _pair(
            "SC",
            Term("subcontracting", "Unterauftragsvergabe", "外协加工"),
            _role("subcontractor", "subcontractor", "Unterauftragnehmer", "外协方", "K", ""),
            _role("contractor", "contractor", "Auftraggeber", "发包方", "", "K"),
        ),
        _peer("RP", "reciprocal production", "wechselseitige Fertigung", "互为代工", "K"),
        _pair(
            "LO",
            Term("transport and logistics", "Transport und Logistik", "运输与物流"),
            _role("carrier", "carrier", "Logistikdienstleister", "物流服务商", "S", ""),
            _role("shipper", "shipper", "Verlader", "货主", "", "S"),
        ),
        _pair(
            "LI",
            Term("licence", "Lizenz", "技术/专利许可"),
            _role("licensor", "licensor", "Lizenzgeber", "许可方", "T", ""),
            _role("licensee", "licensee", "Lizenznehmer", "被许可方", "", "T"),
        ),
        _pair(
            "TA",
            Term(
                "commercial agreement with technical assistance",
                "Handelsvereinbarung mit technischer Unterstützung",
                "含技术支持的商业协议",
            ),
            _role("technology-giver", "technology giver", "Technologiegeber", "技术提供方", "T", "M"),
            _role("technology-taker", "technology taker", "Technologienehmer", "技术接受方", "M", "T"),
        ),
        _peer("TC", "technical cooperation", "technische Zusammenarbeit", "技术合作", "T"),
        _peer("RD", "research and development cooperation", "FuE-Kooperation", "研发合作", "T"),
        _peer("JV", "joint venture", "Gemeinschaftsunternehmen", "合资经营", "CMTK"),
        _pair(
            "FI",
            Term("equity or loan", "Beteiligung oder Darlehen", "投融资"),
            _role("investor", "investor", "Kapitalgeber", "投资方", "C", ""),
            _role("investee", "investee", "Kapitalnehmer", "融资方", "", "C"),
        ),
        _pair(
            "AC",
            Term("acquisition, succession", "Übernahme, Nachfolge", "并购与企业传承"),
            _role("seller", "seller", "Übergeber", "转让方", "E", "C"),
            _role("buyer", "successor or buyer", "Nachfolger oder Erwerber", "收购方", "C", "E"),
        ),
        _pair(
            "SL",
            Term("settlement", "Ansiedlung", "落户"),
            _role("settling-company", "settling company", "ansiedelndes Unternehmen", "落户企业", "I", "L"),
            _role("location", "location", "Standort", "落户地", "L", "I"),
        ),
        _pair(
            "ME",
            Term("market-entry support", "Markterschließung", "市场开拓支持"),
            _role("supporter", "supporter", "unterstützende Stelle", "服务机构", "S", ""),
            _role("entrant", "entrant", "eintretendes Unternehmen", "拟开拓市场的企业", "", "S"),
        ),
        _pair(
            "VT",
            Term("vocational training", "Berufsbildung (dual)", "职业教育（双元制）"),
            _role("trainer", "trainer", "Bildungsträger", "培训方", "A", ""),
            _role("training-company", "training company", "Ausbildungsbetrieb", "合作企业（实训）", "", "A"),
        ),
        _peer(
            "EX", "exchange (city, culture, sport)", "Austausch (Stadt, Kultur, Sport)", "交流（城市、文化、体育）", ""
        ),
    )
}


def _agreement_labels() -> dict[str, Any]:
    return {
        "AG": pgettext_lazy("form of cooperation", "commercial agency"),
        "DI": pgettext_lazy("form of cooperation", "distribution"),
        "FR": pgettext_lazy("form of cooperation", "franchise"),
        "SE": pgettext_lazy("form of cooperation", "services"),
        "SU": pgettext_lazy("form of cooperation", "supply"),
        "MA": pgettext_lazy("form of cooperation", "contract manufacturing"),
        "SC": pgettext_lazy("form of cooperation", "subcontracting"),
        "RP": pgettext_lazy("form of cooperation", "reciprocal production"),
        "LO": pgettext_lazy("form of cooperation", "transport and logistics"),
        "LI": pgettext_lazy("form of cooperation", "licence"),
        "TA": pgettext_lazy("form of cooperation", "commercial agreement with technical assistance"),
        "TC": pgettext_lazy("form of cooperation", "technical cooperation"),
        "RD": pgettext_lazy("form of cooperation", "research and development cooperation"),
        "JV": pgettext_lazy("form of cooperation", "joint venture"),
        "FI": pgettext_lazy("form of cooperation", "equity or loan"),
        "AC": pgettext_lazy("form of cooperation", "acquisition, succession"),
        "SL": pgettext_lazy("form of cooperation", "settlement"),
        "ME": pgettext_lazy("form of cooperation", "market-entry support"),
        "VT": pgettext_lazy("form of cooperation", "vocational training"),
        "EX": pgettext_lazy("form of cooperation", "exchange (city, culture, sport)"),
    }


AGREEMENT_TYPE_CHOICES = list(_agreement_labels().items())


def agreement_roles() -> Iterator[tuple[str, AgreementRole]]:
    """Every (agreement type code, role), in the order of the table."""
    for code, agreement in AGREEMENT_TYPES.items():
        for role in agreement.roles:
            yield code, role


class OrganisationKind(models.TextChoices):
    COMPANY = "company", pgettext_lazy("kind of organisation", "company")
    RESEARCH = "research", pgettext_lazy("kind of organisation", "research institute")
    AUTHORITY = "authority", pgettext_lazy("kind of organisation", "public authority")
    ASSOCIATION = "association", pgettext_lazy("kind of organisation", "association or club")
    CLUSTER = "cluster", pgettext_lazy("kind of organisation", "cluster")
    LOCATION = "location", pgettext_lazy("kind of organisation", "industrial park or location")
    SERVICE = "service", pgettext_lazy("kind of organisation", "support service")


class OrganisationRoleName(models.TextChoices):
    MAKER = "maker", pgettext_lazy("role of an organisation", "maker")
    TRADER = "trader", pgettext_lazy("role of an organisation", "trader")
    AGENT = "agent", pgettext_lazy("role of an organisation", "agent")
    SERVICE = "service", pgettext_lazy("role of an organisation", "service provider")
    RESEARCH = "research", pgettext_lazy("role of an organisation", "research")
    AUTHORITY = "authority", pgettext_lazy("role of an organisation", "authority")
    ASSOCIATION = "association", pgettext_lazy("role of an organisation", "association or club")
    LOCATION = "location", pgettext_lazy("role of an organisation", "location")


ORGANISATION_ROLE_TERMS: dict[str, Term] = {
    "maker": Term("maker", "Hersteller", "生产企业"),
    "trader": Term("trader", "Händler", "贸易商"),
    "agent": Term("agent", "Vertreter", "代理商"),
    "service": Term("service provider", "Dienstleister", "服务企业"),
    "research": Term("research", "Forschung", "科研机构"),
    "authority": Term("authority", "Behörde", "政府机构"),
    "association": Term("association or club", "Verband oder Verein", "协会/俱乐部"),
    "location": Term("location", "Standortträger", "园区"),
}


class Visibility(models.TextChoices):
    PUBLIC = "public", pgettext_lazy("visibility of an entry", "public")
    MEMBERS = "members", pgettext_lazy("visibility of an entry", "members only")
    HIDDEN = "hidden", pgettext_lazy("visibility of an entry", "hidden")


class SizeBand(models.TextChoices):
    """Number of employees."""

    MICRO = "1-10", pgettext_lazy("employees", "1 to 10")
    SMALL = "11-49", pgettext_lazy("employees", "11 to 49")
    MEDIUM = "50-249", pgettext_lazy("employees", "50 to 249")
    LARGE = "250+", pgettext_lazy("employees", "250 and more")


class IdentifierScheme(models.TextChoices):
    USCC = "cn-uscc", _("Unified Social Credit Code")
    VAT = "de-vat", _("German VAT number")
    HRB = "de-hr", _("German commercial register number")
    LEI = "lei", _("Legal Entity Identifier")


class VerificationLevel(models.IntegerChoices):
    LISTED = 0, pgettext_lazy("verification level", "entry not checked")
    CLAIMED = 1, pgettext_lazy("verification level", "kept by the company itself")
    REGISTER_CHECKED = 2, pgettext_lazy("verification level", "register entry checked")
    MET = 3, pgettext_lazy("verification level", "visited or met in person")


VERIFICATION_TERMS: dict[int, Term] = {
    0: Term("entry not checked", "Eintrag ungeprüft", "仅收录，未核验"),
    1: Term("kept by the company itself", "vom Unternehmen gepflegt", "企业已认领"),
    2: Term("register entry checked", "Registereintrag geprüft", "登记信息已核验"),
    3: Term("visited or met in person", "persönlich besucht oder gesprochen", "已走访或面谈"),
}

# How long a level holds, in months from the day of the check.
VERIFICATION_MONTHS = {0: 12, 1: 12, 2: 12, 3: 24}
