"""Code tables of opportunities: types, fields and their limits, stages, the lifecycle.

Forms of cooperation and their roles stand in `kontor.directory.vocabulary`, because
profiles of organisations speak of them too; they are named here again for convenience.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.translation import pgettext_lazy

from kontor.directory.vocabulary import (
    AGREEMENT_TYPE_CHOICES,
    AGREEMENT_TYPES,
    AgreementRole,
    AgreementType,
    Term,
    agreement_roles,
)

__all__ = [
    "AGREEMENT_TYPES",
    "AGREEMENT_TYPE_CHOICES",
    "OPPORTUNITY_TYPES",
    "TEXT_LIMITS",
    "TRANSITIONS",
    "AgreementRole",
    "AgreementType",
    "OpportunityKind",
    "OpportunityTextField",
    "OpportunityType",
    "Outcome",
    "PropertyRights",
    "Stage",
    "Status",
    "Term",
    "agreement_roles",
]

# Days an opportunity stays published, and the days before its end when a notice goes out.
PUBLISHED_DAYS = 365
NOTICE_DAYS = 14
# Days after publication when an expired one is archived: two years.
ARCHIVE_DAYS = 730
# Working days a review may wait before the alliance office takes it.
REVIEW_WORKING_DAYS = 5


class OpportunityType(models.TextChoices):
    BUSINESS_OFFER = "BO", pgettext_lazy("type of opportunity", "business offer")
    BUSINESS_REQUEST = "BR", pgettext_lazy("type of opportunity", "business request")
    TECHNOLOGY_OFFER = "TO", pgettext_lazy("type of opportunity", "technology offer")
    TECHNOLOGY_REQUEST = "TR", pgettext_lazy("type of opportunity", "technology request")
    RESEARCH_REQUEST = "RR", pgettext_lazy("type of opportunity", "research partner request")
    LOCATION_OFFER = "IO", pgettext_lazy("type of opportunity", "location or investment offer")
    LOCATION_REQUEST = "IR", pgettext_lazy("type of opportunity", "settlement or investment request")
    MARKET_OFFER = "MO", pgettext_lazy("type of opportunity", "market-entry support offer")
    MARKET_REQUEST = "MR", pgettext_lazy("type of opportunity", "market-entry support request")
    PROJECT = "CP", pgettext_lazy("type of opportunity", "city, training, culture or sport project")


@dataclass(frozen=True, slots=True)
class OpportunityKind:
    """A type with its official terms and the forms of cooperation it usually comes with.

    `side` is "offer", "want" or empty where both give (a project). Any form of
    cooperation may be chosen; `agreements` only stand first in the list.
    """

    code: str
    side: str
    term: Term
    agreements: tuple[str, ...]
    # Dual-use goods are most often technology: the form shows a hint on export control.
    has_export_hint: bool = False


OPPORTUNITY_TYPES: dict[str, OpportunityKind] = {
    kind.code: kind
    for kind in (
        OpportunityKind(
            "BO",
            "offer",
            Term("business offer", "Geschäftsangebot", "商务合作·我能提供"),
            ("DI", "AG", "SU", "MA", "SC", "SE", "FR", "LO", "RP", "JV", "AC"),
        ),
        OpportunityKind(
            "BR",
            "want",
            Term("business request", "Geschäftsgesuch", "商务合作·我在寻找"),
            ("SU", "DI", "AG", "MA", "SC", "SE", "FR", "LO", "RP", "JV", "AC"),
        ),
        OpportunityKind(
            "TO",
            "offer",
            Term("technology offer", "Technologieangebot", "技术成果"),
            ("LI", "TA", "TC", "RD", "JV"),
            has_export_hint=True,
        ),
        OpportunityKind(
            "TR",
            "want",
            Term("technology request", "Technologiegesuch", "技术需求"),
            ("LI", "TA", "TC", "RD", "JV"),
            has_export_hint=True,
        ),
        OpportunityKind(
            "RR",
            "want",
            Term("research partner request", "Forschungspartnergesuch", "研发合作伙伴需求"),
            ("RD", "TC"),
            has_export_hint=True,
        ),
        OpportunityKind(
            "IO",
            "offer",
            Term("location or investment offer", "Standort- oder Beteiligungsangebot", "招商引资项目"),
            ("SL", "FI", "AC", "JV"),
        ),
        OpportunityKind(
            "IR",
            "want",
            Term("settlement or investment request", "Ansiedlungs- oder Investitionsvorhaben", "投资与落户需求"),
            ("SL", "FI", "AC", "JV"),
        ),
        OpportunityKind(
            "MO",
            "offer",
            Term("market-entry support offer", "Angebot zur Markterschließung", "市场开拓服务"),
            ("ME", "SE"),
        ),
        OpportunityKind(
            "MR",
            "want",
            Term("market-entry support request", "Gesuch zur Markterschließung", "市场开拓需求"),
            ("ME", "SE"),
        ),
        OpportunityKind(
            "CP",
            "",
            Term(
                "city, training, culture or sport project",
                "Städte-, Bildungs-, Kultur- oder Sportprojekt",
                "城市、教育、文化、体育合作项目",
            ),
            ("EX", "VT"),
        ),
    )
}


class OpportunityTextField(models.TextChoices):
    TITLE = "title", pgettext_lazy("text of an opportunity", "title")
    TEXT = "text", pgettext_lazy("text of an opportunity", "short description")
    DESCRIPTION = "description", pgettext_lazy("text of an opportunity", "full description")
    ADVANTAGES = "advantages", pgettext_lazy("text of an opportunity", "advantages and innovations")
    SPECIFICATION = "specification", pgettext_lazy("text of an opportunity", "specification sought")
    ROLE_EXPECTED = "role-expected", pgettext_lazy("text of an opportunity", "role expected of the partner")


# Longest text in characters.
TEXT_LIMITS: Mapping[str, int] = {
    OpportunityTextField.TITLE: 256,
    OpportunityTextField.TEXT: 500,
    OpportunityTextField.DESCRIPTION: 4000,
    OpportunityTextField.ADVANTAGES: 2000,
    OpportunityTextField.SPECIFICATION: 2000,
    OpportunityTextField.ROLE_EXPECTED: 4000,
}


class Stage(models.TextChoices):
    CONCEPT = "concept", pgettext_lazy("stage of development", "concept")
    DEVELOPMENT = "development", pgettext_lazy("stage of development", "under development")
    LABORATORY = "laboratory", pgettext_lazy("stage of development", "lab-tested")
    DEMONSTRATION = "demonstration", pgettext_lazy("stage of development", "available for demonstration")
    MARKET = "market", pgettext_lazy("stage of development", "on the market")


class PropertyRights(models.TextChoices):
    NONE = "none", pgettext_lazy("property rights", "none")
    SECRET = "secret", pgettext_lazy("property rights", "secret know-how")
    APPLIED = "applied", pgettext_lazy("property rights", "applied for")
    GRANTED = "granted", pgettext_lazy("property rights", "granted")


class Outcome(models.TextChoices):
    """How a concluded opportunity ended."""

    AGREEMENT = "agreement", pgettext_lazy("outcome of an opportunity", "agreement reached here")
    ELSEWHERE = "elsewhere", pgettext_lazy("outcome of an opportunity", "partner found elsewhere")
    GIVEN_UP = "given-up", pgettext_lazy("outcome of an opportunity", "no longer needed")


class Status(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("status of an opportunity", "draft")
    IN_REVIEW = "in-review", pgettext_lazy("status of an opportunity", "in review")
    RETURNED = "returned", pgettext_lazy("status of an opportunity", "returned")
    PUBLISHED = "published", pgettext_lazy("status of an opportunity", "published")
    ON_HOLD = "on-hold", pgettext_lazy("status of an opportunity", "on hold")
    EXPIRED = "expired", pgettext_lazy("status of an opportunity", "expired")
    CONCLUDED = "concluded", pgettext_lazy("status of an opportunity", "concluded")
    WITHDRAWN = "withdrawn", pgettext_lazy("status of an opportunity", "withdrawn")
    ARCHIVED = "archived", pgettext_lazy("status of an opportunity", "archived")


# From each status to those that may follow; everything else is refused.
TRANSITIONS: Mapping[Status, frozenset[Status]] = {
    # A draft of an organisation at level 2 or more is published at once and reviewed afterwards.
    Status.DRAFT: frozenset({Status.IN_REVIEW, Status.PUBLISHED, Status.WITHDRAWN}),
    Status.IN_REVIEW: frozenset({Status.PUBLISHED, Status.RETURNED, Status.WITHDRAWN}),
    Status.RETURNED: frozenset({Status.IN_REVIEW, Status.WITHDRAWN}),
    # A later review may still return what was published at once.
    Status.PUBLISHED: frozenset({Status.ON_HOLD, Status.EXPIRED, Status.CONCLUDED, Status.WITHDRAWN, Status.RETURNED}),
    Status.ON_HOLD: frozenset({Status.PUBLISHED, Status.EXPIRED, Status.CONCLUDED, Status.WITHDRAWN}),
    # Renewal is one button: from expired straight back.
    Status.EXPIRED: frozenset({Status.PUBLISHED, Status.CONCLUDED, Status.ARCHIVED}),
    Status.CONCLUDED: frozenset({Status.ARCHIVED}),
    Status.WITHDRAWN: frozenset({Status.DRAFT, Status.ARCHIVED}),
    Status.ARCHIVED: frozenset(),
}
