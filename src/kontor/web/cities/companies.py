"""Companies of a city, and how many stand in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse

from kontor.alliance.models import City
from kontor.alliance.queries import member_cities
from kontor.common.actors import Actor
from kontor.common.countries import Country
from kontor.common.languages import page_language
from kontor.directory.models import Organisation, Side
from kontor.directory.queries import organisations_of_city, visible_organisations
from kontor.opportunities.lists import Wanted, counts, rolled_up, total_of
from kontor.web.browse.filters import browse_address
from kontor.web.browse.keywords import keywords_of
from kontor.web.presenting.checks import check_sentence
from kontor.web.presenting.concepts import concept_labels
from kontor.web.presenting.names import ShownName, place, role_names, shown_name

PAGE = 20
MOST_PAGES = 999
MOST_KEYWORDS = 5
# Trades named in the list of cities.
KNOWN_FOR = 3


@dataclass(frozen=True, slots=True)
class CompanyRow:
    address: str
    name: ShownName
    place: str
    roles: list[str]
    keywords: list[str]
    state: str


@dataclass(frozen=True, slots=True)
class Companies:
    """One page of a city's companies; addresses are empty where there is no such page."""

    total: int
    rows: list[CompanyRow]
    earlier: str
    later: str
    offers: int
    offers_address: str


@dataclass(frozen=True, slots=True)
class CityLine:
    """A line of the list of cities."""

    city: City
    known_for: list[str]
    companies: int
    offers: int


def companies_of(actor: Actor, city: City, page: str) -> Companies:
    """The page of that number; claimed and checked entries come first. A number that is none is 1."""
    wanted_page = min(int(page), MOST_PAGES) if page.isascii() and page.isdecimal() and int(page) > 0 else 1
    found = organisations_of_city(actor, city)
    start = (wanted_page - 1) * PAGE
    rows = list(found[start : start + PAGE + 1])
    wanted = Wanted(city=city.slug)
    return Companies(
        total=found.order_by().count(),
        rows=[_row(row) for row in rows[:PAGE]],
        earlier=_page_address(city, wanted_page - 1) if wanted_page > 1 else "",
        later=_page_address(city, wanted_page + 1) if len(rows) > PAGE else "",
        offers=total_of(actor, wanted),
        offers_address=browse_address(wanted),
    )


def _page_address(city: City, page: int) -> str:
    address = reverse("city", args=[city.slug])
    return f"{address}?page={page}#companies" if page > 1 else f"{address}#companies"


def _row(organisation: Organisation) -> CompanyRow:
    offered = [row for row in organisation.statements.all() if row.side == Side.OFFER]
    return CompanyRow(
        reverse("organisation", args=[organisation.public_id]),
        shown_name(organisation),
        place(organisation.city),
        role_names(organisation),
        keywords_of(offered, page_language())[:MOST_KEYWORDS],
        check_sentence(organisation),
    )


def listed_cities(actor: Actor, language: str) -> list[tuple[Country, list[CityLine]]]:
    """Members of each country, each in its own alphabet. The number of queries does not depend on their number."""
    cities = list(member_cities(actor).prefetch_related("industries"))
    companies = company_counts(actor)
    offers = counts(actor, Wanted())["city"]
    return [
        (country, [_line(city, companies, offers, language) for city in cities if city.country == country])
        for country in Country
    ]


def company_counts(actor: Actor) -> dict[str, int]:
    """Short address of a member -> visible organisations in it, its districts and towns."""
    counted = visible_organisations(actor).order_by().values_list("city").annotate(count=Count("pk"))
    return rolled_up(actor, dict(counted))


def _line(city: City, companies: Mapping[str, int], offers: Mapping[str, int], language: str) -> CityLine:
    concepts = [row.concept for row in city.industries.all()][:KNOWN_FOR]
    return CityLine(
        city, concept_labels(concepts, language), companies.get(city.slug, 0), offers.get(city.slug, 0)
    )
