"""Facts of an organisation that buyers decide on. All are optional; empty means "not stated"."""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kontor.alliance.models import City
from kontor.directory.models.organisations import Organisation
from kontor.directory.vocabulary import SizeBand


class SiteKind(models.TextChoices):
    HEADQUARTERS = "headquarters", pgettext_lazy("site of a company", "headquarters")
    PLANT = "plant", pgettext_lazy("site of a company", "plant")
    WAREHOUSE = "warehouse", pgettext_lazy("site of a company", "warehouse")
    OFFICE = "office", pgettext_lazy("site of a company", "office")
    LABORATORY = "laboratory", pgettext_lazy("site of a company", "laboratory")


class Site(models.Model):
    """Where the organisation is. `city` may be empty for a place outside of the alliance."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="sites", verbose_name=_("organisation")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=SiteKind.choices, default=SiteKind.HEADQUARTERS)
    city = models.ForeignKey(
        City, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("city")
    )
    country = models.CharField(_("country"), max_length=2)
    address = models.CharField(_("address"), max_length=200, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=10, blank=True)

    class Meta:
        verbose_name = _("site of an organisation")
        verbose_name_plural = _("sites of organisations")
        ordering = ("organisation", "kind", "id")

    def __str__(self) -> str:
        return f"{self.kind} {self.address}"


class OrganisationFacts(models.Model):
    """One row for each organisation that stated any.

    Lists hold concept ids of the thesaurus (materials, processes), ISO country codes
    (export_countries) or ISO 639 language codes (spoken_languages).
    """

    organisation = models.OneToOneField(
        Organisation, on_delete=models.CASCADE, related_name="facts", verbose_name=_("organisation")
    )
    size = models.CharField(_("employees"), max_length=8, choices=SizeBand.choices, blank=True)
    founded_year = models.PositiveSmallIntegerField(_("founded"), null=True, blank=True)
    export_share = models.PositiveSmallIntegerField(
        _("export share in per cent"), null=True, blank=True, validators=[MaxValueValidator(100)]
    )
    export_countries = models.JSONField(_("exports to"), default=list, blank=True)
    spoken_languages = models.JSONField(_("languages spoken"), default=list, blank=True)
    materials = models.JSONField(_("materials"), default=list, blank=True)
    processes = models.JSONField(_("processes"), default=list, blank=True)
    part_weight = models.CharField(_("part weight"), max_length=80, blank=True)
    part_dimensions = models.CharField(_("part dimensions"), max_length=80, blank=True)
    tolerance = models.CharField(_("tolerance"), max_length=80, blank=True)
    yearly_capacity = models.CharField(_("capacity a year"), max_length=80, blank=True)
    minimum_order = models.CharField(_("minimum order"), max_length=80, blank=True)
    sample_lead_days = models.PositiveSmallIntegerField(_("sample lead time in days"), null=True, blank=True)

    class Meta:
        verbose_name = _("facts of an organisation")
        verbose_name_plural = _("facts of organisations")
        ordering = ("organisation",)

    def __str__(self) -> str:
        return str(self.organisation)


class Machine(models.Model):
    """A machine or group of like machines: "cold-chamber die casting machine", "800 t", 3."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="machines", verbose_name=_("organisation")
    )
    name = models.CharField(_("machine"), max_length=120)
    concept = models.CharField(_("keyword"), max_length=80, blank=True)
    size = models.CharField(_("size"), max_length=60, blank=True)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)

    class Meta:
        verbose_name = _("machine")
        verbose_name_plural = _("machines")
        ordering = ("organisation", "id")

    def __str__(self) -> str:
        return f"{self.name} {self.size}".strip()


class Certificate(models.Model):
    """A certificate, with the end date that makes it worth something."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="certificates", verbose_name=_("organisation")
    )
    standard = models.CharField(_("standard"), max_length=80)
    concept = models.CharField(_("keyword"), max_length=80, blank=True)
    number = models.CharField(_("number"), max_length=80, blank=True)
    issuer = models.CharField(_("issued by"), max_length=120, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ("organisation", "standard", "id")

    def __str__(self) -> str:
        return self.standard
