"""The organisation itself."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.alliance.models import City
from kontor.common.fields import WebAddressField
from kontor.common.languages import TextLanguage
from kontor.common.models import PublicModel
from kontor.directory.vocabulary import OrganisationKind, VerificationLevel, Visibility


class Organisation(PublicModel):
    """A company, institute, authority, association, cluster, location or service body.

    Its names, texts, facts and statements stand in tables of their own. Four
    things decide who sees it: `visibility` is the owner's and city's choice;
    `quarantined_at` hides it at once while a report is looked into; `paused_at` is
    the owner's pause; `merged_into` sends readers to the entry that stays.

    The `verified_*` fields say the present level as a sentence: which city (or the
    alliance office, when empty) looked at what, when, and until when that holds.
    """

    kind = models.CharField(_("kind"), max_length=12, choices=OrganisationKind.choices)
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="organisations", verbose_name=_("city"))
    legal_form = models.CharField(_("legal form"), max_length=60, blank=True)
    language = models.CharField(_("own language"), max_length=2, choices=TextLanguage.choices)
    website = WebAddressField(_("website"), blank=True)
    # ISIC Rev. 4, as digits without the section letter: "2431".
    industry_codes = models.JSONField(_("industry codes"), default=list, blank=True)
    visibility = models.CharField(_("visibility"), max_length=8, choices=Visibility.choices, default=Visibility.HIDDEN)
    claimed_at = models.DateTimeField(_("claimed on"), null=True, blank=True)
    paused_at = models.DateTimeField(_("paused since"), null=True, blank=True)
    quarantined_at = models.DateTimeField(_("quarantined since"), null=True, blank=True)
    quarantine_reason = models.CharField(_("reason of the quarantine"), max_length=300, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )
    verification_level = models.PositiveSmallIntegerField(
        _("verification level"), choices=VerificationLevel.choices, default=VerificationLevel.LISTED
    )
    verified_by_city = models.ForeignKey(
        City, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("checked by")
    )
    verified_on = models.DateField(_("checked on"), null=True, blank=True)
    verified_until = models.DateField(_("valid until"), null=True, blank=True)
    # What an entry without a contact is shown with: whose list, of which day.
    listed_source = models.CharField(_("source of the entry"), max_length=200, blank=True)
    listed_on = models.DateField(_("date of the source"), null=True, blank=True)
    is_demo = models.BooleanField(_("invented for the demonstration"), default=False)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ("id",)
        indexes = [models.Index(fields=["city", "kind"], name="organisation_of_city")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(merged_into__isnull=True) | ~models.Q(merged_into=models.F("id")),
                name="organisation_not_merged_into_itself",
            )
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_claimed(self) -> bool:
        """Someone of the organisation looks after the entry."""
        return self.claimed_at is not None

    @property
    def is_quarantined(self) -> bool:
        return self.quarantined_at is not None

    @property
    def is_paused(self) -> bool:
        return self.paused_at is not None
