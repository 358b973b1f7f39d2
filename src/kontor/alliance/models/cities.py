"""The alliance, its cities, and the other names they go by."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kontor.common.countries import Country
from kontor.common.fields import WebAddressField
from kontor.common.languages import TextLanguage, page_language
from kontor.common.models import PublicModel


class ThreeNames(models.Model):
    """A proper name in the three languages of the pages."""

    name_de = models.CharField(_("German name"), max_length=120)
    name_zh = models.CharField(_("Chinese name"), max_length=60)
    name_en = models.CharField(_("English name"), max_length=120)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name_en

    @property
    def name(self) -> str:
        """The name in the language of the page."""
        return self.name_in(page_language())

    def name_in(self, language: str) -> str:
        """The name in `de`, `zh` or `en`."""
        return {"de": self.name_de, "zh": self.name_zh}.get(language, self.name_en)


class DatePrecision(models.TextChoices):
    """How exactly a date is known; the date stored is the first day of it."""

    DAY = "day", _("to the day")
    MONTH = "month", _("to the month")
    YEAR = "year", _("to the year")
    BY = "by", _("this day at the latest")


class Alliance(PublicModel, ThreeNames):
    """An alliance of cities. An installation usually serves one."""

    slug = models.SlugField(_("short address"), unique=True)
    abbreviation = models.CharField(_("abbreviation"), max_length=20, blank=True)
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    founded_precision = models.CharField(
        _("precision of the date"), max_length=5, choices=DatePrecision.choices, default=DatePrecision.DAY
    )
    founded_at = models.CharField(_("founded at"), max_length=120, blank=True)
    founded_at_zh = models.CharField(_("its Chinese name"), max_length=120, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("alliance")
        verbose_name_plural = _("alliances")
        ordering = ("slug",)

    @property
    def founding_place(self) -> str:
        """Where it was founded, in Chinese for readers of Chinese where that is known."""
        return (self.founded_at_zh if page_language() == "zh" else "") or self.founded_at


class CityKind(models.TextChoices):
    CITY = "city", pgettext_lazy("kind of member", "city")
    DISTRICT = "district", pgettext_lazy("kind of member", "district of a city")
    COUNTY = "county", pgettext_lazy("kind of member", "county")
    REGION = "region", pgettext_lazy("kind of member", "city with its county")
    JOINT = "joint", pgettext_lazy("kind of member", "several towns as one member")


class City(PublicModel, ThreeNames):
    """A place an organisation can belong to; the memberships say which are members.

    `part_of` holds districts inside their city and the towns of a joint member
    inside it. Whoever coordinates a city coordinates its parts.
    """

    slug = models.SlugField(_("short address"), unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=CityKind.choices, default=CityKind.CITY)
    country = models.CharField(_("country"), max_length=2, choices=Country.choices)
    # ISO 3166-2: DE-BY, CN-GD.
    region = models.CharField(_("federal state or province"), max_length=6)
    part_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("part of")
    )
    # Pinyin without tones, German without umlauts: each side is sorted by its own alphabet.
    sort_key = models.CharField(_("sorted as"), max_length=120)
    website = WebAddressField(_("website"), blank=True)

    class Meta:
        verbose_name = _("city")
        verbose_name_plural = _("cities")
        ordering = ("country", "sort_key", "id")

    @property
    def own_name(self) -> str:
        """The name in the language of the city itself."""
        return self.name_zh if self.country == Country.CHINA else self.name_de


class CityAlias(models.Model):
    """Another name people write: long form, old spelling, spelling without umlaut, code."""

    city = models.ForeignKey(City, on_delete=models.CASCADE, related_name="aliases", verbose_name=_("city"))
    language = models.CharField(_("language"), max_length=2, choices=TextLanguage.choices, blank=True)
    value = models.CharField(_("name"), max_length=120)

    class Meta:
        verbose_name = _("other name of a city")
        verbose_name_plural = _("other names of cities")
        ordering = ("city", "value")
        constraints = [models.UniqueConstraint(fields=["city", "value"], name="city_alias_once")]

    def __str__(self) -> str:
        return self.value
