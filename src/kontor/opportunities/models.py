"""Opportunities and what they say."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.alliance.models import City
from kontor.common.countries import Country
from kontor.common.languages import TextLanguage
from kontor.common.models import PublicModel
from kontor.common.texts import AbstractText
from kontor.directory.models import AbstractStatement, Organisation
from kontor.directory.vocabulary import AGREEMENT_TYPE_CHOICES
from kontor.opportunities.vocabulary import (
    OpportunityTextField,
    OpportunityType,
    Outcome,
    PropertyRights,
    Stage,
    Status,
)


class Opportunity(PublicModel):
    """A cooperation profile of an organisation.

    `status` is its place in the lifecycle (`vocabulary.TRANSITIONS`); whether it takes
    enquiries is apart from that. Required to publish: title, text, a form of
    cooperation with the own role, and one keyword in a statement.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="opportunities", verbose_name=_("organisation")
    )
    type = models.CharField(_("type"), max_length=2, choices=OpportunityType.choices)
    language = models.CharField(_("language of the original"), max_length=2, choices=TextLanguage.choices)
    agreement_type = models.CharField(
        _("form of cooperation"), max_length=2, choices=AGREEMENT_TYPE_CHOICES, blank=True
    )
    own_role = models.CharField(_("own role"), max_length=30, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.DRAFT)
    returned_reason = models.CharField(_("reason of the return"), max_length=500, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices, blank=True)
    open_for_enquiries = models.BooleanField(_("open for enquiries"), default=True)
    published_at = models.DateTimeField(_("published on"), null=True, blank=True)
    expires_on = models.DateField(_("expires on"), null=True, blank=True)
    stage = models.CharField(_("stage of development"), max_length=15, choices=Stage.choices, blank=True)
    property_rights = models.CharField(_("property rights"), max_length=10, choices=PropertyRights.choices, blank=True)
    # Kinds and sizes of the partner sought, codes of the directory's vocabulary.
    partner_kinds = models.JSONField(_("kinds of partner sought"), default=list, blank=True)
    partner_sizes = models.JSONField(_("sizes of partner sought"), default=list, blank=True)
    # Concept ids of the standards a partner must hold.
    certificates = models.JSONField(_("certificates required"), default=list, blank=True)
    quantity = models.CharField(_("quantity"), max_length=120, blank=True)
    starts_on = models.DateField(_("begins on"), null=True, blank=True)
    needed_by = models.DateField(_("needed by"), null=True, blank=True)

    class Meta:
        verbose_name = _("opportunity")
        verbose_name_plural = _("opportunities")
        ordering = ("-published_at", "-id")
        indexes = [
            models.Index(fields=["status", "expires_on"], name="opportunity_by_status"),
            models.Index(fields=["-published_at", "-id"], name="opportunity_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.public_id}"


class OpportunityText(AbstractText):
    """A text of an opportunity in one language, its title included."""

    owner = models.ForeignKey(
        Opportunity, on_delete=models.CASCADE, related_name="texts", verbose_name=_("opportunity")
    )
    field = models.CharField(_("field"), max_length=30, choices=OpportunityTextField.choices)

    class Meta:
        verbose_name = _("text of an opportunity")
        verbose_name_plural = _("texts of opportunities")
        ordering = ("owner", "field", "language")
        constraints = [
            models.UniqueConstraint(fields=["owner", "field", "language"], name="opportunity_text_once_a_language")
        ]


class OpportunityStatement(AbstractStatement):
    """A statement of an opportunity."""

    owner = models.ForeignKey(
        Opportunity, on_delete=models.CASCADE, related_name="statements", verbose_name=_("opportunity")
    )

    class Meta:
        verbose_name = _("statement of an opportunity")
        verbose_name_plural = _("statements of opportunities")
        ordering = ("owner", "position", "id")


class OpportunityTarget(models.Model):
    """Where the partner is sought: a country, or one city of it."""

    opportunity = models.ForeignKey(
        Opportunity, on_delete=models.CASCADE, related_name="targets", verbose_name=_("opportunity")
    )
    country = models.CharField(_("country"), max_length=2, choices=Country.choices)
    city = models.ForeignKey(
        City, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("city")
    )

    class Meta:
        verbose_name = _("target of an opportunity")
        verbose_name_plural = _("targets of opportunities")
        ordering = ("opportunity", "country", "id")

    def __str__(self) -> str:
        return f"{self.country} {self.city or ''}".strip()
