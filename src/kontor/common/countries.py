"""The two countries of the alliance."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Country(models.TextChoices):
    """ISO 3166-1 code of a country that has member cities."""

    GERMANY = "DE", _("Germany")
    CHINA = "CN", _("China")


def host_country(own: str) -> str:
    """The other country as seen from `own`; empty when `own` is neither."""
    return {Country.GERMANY.value: Country.CHINA.value, Country.CHINA.value: Country.GERMANY.value}.get(own, "")
