"""What a city says of itself, in parts that can be compared side by side."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kontor.alliance.models.cities import City, ThreeNames
from kontor.common.fields import WebAddressField
from kontor.common.models import PublicModel
from kontor.common.texts import AbstractText


class CityTextField(models.TextChoices):
    PORTRAIT = "portrait", pgettext_lazy("text of a city", "portrait")
    STRATEGY = "strategy", pgettext_lazy("text of a city", "strategy")


class CityText(AbstractText):
    """A text of a city in one language."""

    owner = models.ForeignKey(City, on_delete=models.CASCADE, related_name="texts", verbose_name=_("city"))
    field = models.CharField(_("field"), max_length=30, choices=CityTextField.choices)

    class Meta:
        verbose_name = _("text of a city")
        verbose_name_plural = _("texts of cities")
        ordering = ("owner", "field", "language")
        constraints = [models.UniqueConstraint(fields=["owner", "field", "language"], name="city_text_once_a_language")]


class CityIndustry(models.Model):
    """A trade the city is strong in; labels come from the thesaurus, never from here."""

    city = models.ForeignKey(City, on_delete=models.CASCADE, related_name="industries", verbose_name=_("city"))
    concept = models.CharField(_("keyword"), max_length=80)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    source = models.CharField(_("source"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("industry of a city")
        verbose_name_plural = _("industries of cities")
        ordering = ("city", "position", "id")
        constraints = [models.UniqueConstraint(fields=["city", "concept"], name="city_industry_once")]

    def __str__(self) -> str:
        return self.concept


class SiteKind(models.TextChoices):
    PARK = "park", pgettext_lazy("site in a city", "industrial park")
    ZONE = "zone", pgettext_lazy("site in a city", "development zone")
    INCUBATOR = "incubator", pgettext_lazy("site in a city", "incubator")
    LAND = "land", pgettext_lazy("site in a city", "commercial land")
    FAIR = "fair", pgettext_lazy("site in a city", "fair or exhibition hall")
    PORT = "port", pgettext_lazy("site in a city", "port or freight terminal")


class CitySite(PublicModel, ThreeNames):
    """A place in the city where companies can settle or meet."""

    city = models.ForeignKey(City, on_delete=models.CASCADE, related_name="sites", verbose_name=_("city"))
    kind = models.CharField(_("kind"), max_length=10, choices=SiteKind.choices, default=SiteKind.PARK)
    area_hectares = models.DecimalField(_("area in hectares"), max_digits=9, decimal_places=1, null=True, blank=True)
    concepts = models.JSONField(_("keywords"), default=list, blank=True)
    website = WebAddressField(_("website"), blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("site in a city")
        verbose_name_plural = _("sites in cities")
        ordering = ("city", "kind", "id")


class CityOffice(ThreeNames):
    """The office of a city that looks after companies, under its own name. Never a person."""

    city = models.OneToOneField(City, on_delete=models.CASCADE, related_name="office", verbose_name=_("city"))
    address = models.CharField(_("address"), max_length=200, blank=True)
    # Boxes and lines of the office itself (wirtschaftsfoerderung@...), not of someone in it.
    mailbox = models.EmailField(_("mailbox of the office"), blank=True)
    telephone = models.CharField(_("telephone of the office"), max_length=40, blank=True)
    website = WebAddressField(_("website"), blank=True)

    class Meta:
        verbose_name = _("business office of a city")
        verbose_name_plural = _("business offices of cities")
        ordering = ("city",)


class CityPartnership(models.Model):
    """A partnership between a city and another one, member or not."""

    city = models.ForeignKey(City, on_delete=models.CASCADE, related_name="partnerships", verbose_name=_("city"))
    partner = models.ForeignKey(
        City,
        on_delete=models.CASCADE,
        related_name="partnerships_from",
        null=True,
        blank=True,
        verbose_name=_("partner city"),
    )
    partner_name = models.CharField(_("name of a partner outside the alliance"), max_length=120, blank=True)
    partner_name_zh = models.CharField(_("its Chinese name"), max_length=60, blank=True)
    since_year = models.PositiveSmallIntegerField(_("since"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=300)

    class Meta:
        verbose_name = _("partnership of a city")
        verbose_name_plural = _("partnerships of cities")
        ordering = ("city", "since_year", "id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(partner__isnull=False) ^ ~models.Q(partner_name=""), name="partner_city_or_name"
            )
        ]

    def __str__(self) -> str:
        return self.partner_name or str(self.partner)


class ConnectionKind(models.TextChoices):
    AIRPORT = "airport", pgettext_lazy("connection of a city", "airport")
    SEAPORT = "seaport", pgettext_lazy("connection of a city", "seaport")
    RIVER_PORT = "river-port", pgettext_lazy("connection of a city", "inland port")


class CityConnection(ThreeNames):
    """An airport or port the city is reached by, with the way there. It may lie in another city."""

    city = models.ForeignKey(City, on_delete=models.CASCADE, related_name="connections", verbose_name=_("city"))
    kind = models.CharField(_("kind"), max_length=10, choices=ConnectionKind.choices)
    road_kilometres = models.PositiveSmallIntegerField(_("kilometres by road"))
    source = models.CharField(_("source"), max_length=300)

    class Meta:
        verbose_name = _("connection of a city")
        verbose_name_plural = _("connections of cities")
        ordering = ("city", "kind", "road_kilometres", "id")
        constraints = [models.UniqueConstraint(fields=["city", "kind", "name_de"], name="city_connection_once")]


class FigureKind(models.TextChoices):
    """The six facts every city shows, so that two cities can be laid side by side."""

    POPULATION = "population", pgettext_lazy("fact of a city", "population")
    AREA = "area", pgettext_lazy("fact of a city", "area in square kilometres")
    OUTPUT = "output", pgettext_lazy("fact of a city", "gross domestic product in million euros")
    COMPANIES = "companies", pgettext_lazy("fact of a city", "companies")
    INDUSTRY_SHARE = "industry-share", pgettext_lazy("fact of a city", "share of industry in per cent")
    EXPORT_SHARE = "export-share", pgettext_lazy("fact of a city", "share of exports in per cent")


class CityFigure(models.Model):
    """One of the six facts, with its date and source. A fact without a source is not shown, so it is not stored."""

    city = models.ForeignKey(City, on_delete=models.CASCADE, related_name="figures", verbose_name=_("city"))
    kind = models.CharField(_("kind"), max_length=15, choices=FigureKind.choices)
    value = models.DecimalField(_("value"), max_digits=15, decimal_places=2)
    as_of = models.DateField(_("as of"))
    source = models.CharField(_("source"), max_length=300)
    source_url = WebAddressField(_("address of the source"), blank=True)

    class Meta:
        verbose_name = _("fact of a city")
        verbose_name_plural = _("facts of cities")
        ordering = ("city", "kind", "-as_of")
        constraints = [models.UniqueConstraint(fields=["city", "kind", "as_of"], name="city_figure_once_a_date")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"
