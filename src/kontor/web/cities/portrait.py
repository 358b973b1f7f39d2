"""The parts of a city's page. Works on a city loaded by `alliance.queries.city_by_slug` and asks the database nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from babel.dates import format_skeleton
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kontor.alliance.models import City, CityFigure, CityPartnership, CitySite, CityText, DatePrecision, FigureKind, Membership
from kontor.common.languages import page_language
from kontor.common.texts import TextOrigin, best_text
from kontor.web.presenting.concepts import concept_label, concept_labels
from kontor.web.templatetags.pages import BABEL_LOCALES, day, number


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the six facts in words, with its day and source."""

    label: Any
    value: str
    as_of: date
    source: str
    source_url: str


@dataclass(frozen=True, slots=True)
class Industry:
    """A trade of the city: its label, its page in the thesaurus, and the search for it."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Site:
    site: CitySite
    keywords: list[str]


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner city. `address` is empty for one outside the alliance."""

    name: str
    address: str
    since: int | None


@dataclass(frozen=True, slots=True)
class Belonging:
    """A membership as the page shows it; `joined` is a date in words."""

    membership: Membership
    joined: str


def facts(city: City) -> tuple[list[Fact], list[Any]]:
    """The latest of each of the six facts in their order, and the names of those nobody has stated."""
    latest: dict[str, CityFigure] = {}
    for figure in city.figures.all():
        known = latest.get(figure.kind)
        if known is None or figure.as_of > known.as_of:
            latest[figure.kind] = figure
    stated = [_fact(latest[kind.value]) for kind in FigureKind if kind.value in latest]
    return stated, [kind.label for kind in FigureKind if kind.value not in latest]


def _fact(figure: CityFigure) -> Fact:
    value = head_count(figure.value) if figure.kind == FigureKind.POPULATION else plain_number(figure.value)
    return Fact(FigureKind(figure.kind).label, value, figure.as_of, figure.source, figure.source_url)


def sources_of(stated: Iterable[Fact]) -> str:
    """The sources, each once. A source has commas of its own."""
    # Translators: stands between two sources, which contain commas.
    return pgettext("between sources", "; ").join(dict.fromkeys(fact.source for fact in stated))


def head_count(value: Decimal) -> str:
    """People of a city. Chinese counts them in ten thousands: 950万, 5.5万."""
    if page_language() == "zh" and value >= 10_000 and value % 1_000 == 0:
        return f"{plain_number(value / 10_000)}万"
    return plain_number(value)


def plain_number(value: Decimal) -> str:
    """A number by locale, without decimals that say nothing."""
    whole = value.to_integral_value()
    return number(int(whole)) if value == whole else number(value.normalize())


def is_compiled(city: City) -> bool:
    """Whether the portrait was brought in from a file and nobody of the city has written one."""
    written = [text.origin for text in city.texts.all()]
    return (bool(written) or bool(city.industries.all())) and TextOrigin.WRITTEN not in written


def texts(city: City, field: str, language: str) -> CityText | None:
    """The text of a field for a reader."""
    return best_text(city.texts.all(), field, language)


def industries(city: City, language: str) -> list[Industry]:
    """Trades of the city with a search for each that asks in this city."""
    found = []
    for row in city.industries.all():
        label = concept_label(row.concept, language)
        if label:
            found.append(Industry(label, search_address(label, city)))
    return found


def search_address(text: str, city: City) -> str:
    """Address of the results for a text, in one city."""
    return f"{reverse('results')}?" + urlencode({"q": text, "side": "seek", "in": city.country, "city": city.slug})


def sites(city: City, language: str) -> list[Site]:
    return [Site(site, concept_labels(site.concepts, language)) for site in city.sites.all()]


def partners(city: City) -> list[Partner]:
    return [_partner(row) for row in city.partnerships.all()]


def _partner(row: CityPartnership) -> Partner:
    if row.partner is not None:
        return Partner(row.partner.name, reverse("city", args=[row.partner.slug]), row.since_year)
    name = row.partner_name_zh if page_language() == "zh" and row.partner_name_zh else row.partner_name
    return Partner(name, "", row.since_year)


def memberships(city: City) -> list[Belonging]:
    """Memberships of the city in the order they began."""
    return belongings(city.memberships.all())


def belongings(rows: Iterable[Membership]) -> list[Belonging]:
    return [Belonging(row, joined_phrase(row.joined_on, row.joined_precision)) for row in rows]


def joined_phrase(joined: date | None, precision: str) -> str:
    """A date as exactly as it is known: "April 2017", "2017", "by 1 Apr 2020"; empty without one."""
    if joined is None:
        return ""
    if precision == DatePrecision.MONTH:
        return str(format_skeleton("yMMMM", joined, locale=BABEL_LOCALES[page_language()]))
    if precision == DatePrecision.YEAR:
        return str(format_skeleton("y", joined, locale=BABEL_LOCALES[page_language()]))
    if precision == DatePrecision.BY:
        # Translators: the day a city was a member at the latest; when it joined is not known.
        return _("by %(day)s at the latest") % {"day": day(joined)}
    return day(joined)
