"""Cities and alliance: structured, complete, in the reader's language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from kontor.alliance import services
from kontor.alliance.models import City, DatePrecision, Membership
from kontor.alliance.queries import membership_history
from kontor.common.actors import ANONYMOUS, CONSOLE
from kontor.web.alliance.arcs import drawing, links
from kontor.web.alliance.history import WIDTH, history
from kontor.web.cities.portrait import head_count, joined_phrase, plain_number
from kontor.web.presenting.checks import office_phrase
from kontor.web.templatetags.pages import around_short_name
from tests.kontor.factories import CityFactory, OpportunityFactory, OrganisationFactory
from tests.kontor.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(db: None) -> None:
    services.load_cities(actor=CONSOLE)
    services.load_portraits(actor=CONSOLE)


@pytest.mark.parametrize("language", ["de", "zh", "en"])
def test_every_city_has_a_page(client: Client, loaded: None, language: str) -> None:
    for city in City.objects.all():
        page = client.get(f"/{language}/cities/{city.slug}/")
        assert page.status_code == 200
        assert city.name_in(language) in page.content.decode()


@pytest.mark.parametrize("slug", ["atlantis", "x" * 200])
def test_other_cities_do_not_exist(client: Client, loaded: None, slug: str) -> None:
    assert client.get(f"/de/cities/{slug}/").status_code == 404


def test_a_city_shows_its_parts_in_the_readers_language(client: Client, loaded: None) -> None:
    page = client.get("/zh/cities/ingolstadt/").content.decode()
    for expected in ("因戈尔施塔特货运中心", "慕尼黑机场", "<dd>14万</dd>", "佛山", '<span lang="de">Ingolstadt</span>'):
        assert expected in page
    assert "Güterverkehrszentrum" not in page


def test_sources_keep_their_commas_and_end_with_the_sign_of_the_language(client: Client, loaded: None) -> None:
    assert "来源：第七次全国人口普查公报，取整；各市统计年鉴，取整。</p>" in client.get("/zh/cities/foshan/").content.decode()
    assert "Gemeindeverzeichnis, gerundet.</p>" in client.get("/de/cities/ingolstadt/").content.decode()


@pytest.mark.parametrize(
    ("language", "people", "shown"),
    [("zh-hans", 9_500_000, "950万"), ("zh-hans", 55_000, "5.5万"), ("zh-hans", 54_321, "54,321"), ("zh-hans", 9_000, "9,000"), ("de", 9_500_000, "9.500.000")],
)
def test_people_are_counted_as_the_language_does(language: str, people: int, shown: str) -> None:
    with translation.override(language):
        assert head_count(Decimal(people)) == shown


def test_the_founding_place_has_its_chinese_name(client: Client, loaded: None) -> None:
    assert "汉诺威工业博览会" in client.get("/zh/alliance/").content.decode()
    assert "Hannover Messe" in client.get("/en/alliance/").content.decode()


def test_a_city_lists_the_companies_a_stranger_may_see(client: Client, world: World) -> None:
    page = client.get("/de/cities/ingolstadt/").content.decode()
    assert world.subject.public_id in page
    for leaked in (world.hidden, world.quarantined, world.paused, world.members_only):
        assert leaked.public_id not in page


@pytest.mark.parametrize("page", ["2", "0", "-1", "x", "99999999", "²"])
def test_pages_of_companies_take_any_number(client: Client, world: World, page: str) -> None:
    assert client.get("/de/cities/ingolstadt/", {"page": page}).status_code == 200


def test_companies_go_on_over_pages(client: Client, world: World) -> None:
    for _number in range(25):
        OrganisationFactory(city=world.other_city, language="zh", name="佛山示例有限公司")
    first, second = (client.get(f"/de/cities/foshan/?page={page}").content.decode() for page in (1, 2))
    assert (first.count('<article class="row">'), second.count('<article class="row">')) == (20, 6)
    assert "?page=2#companies" in first


def test_the_list_of_cities_counts_what_strangers_may_see(client: Client, loaded: None) -> None:
    foshan, shunde = City.objects.get(slug="foshan"), City.objects.get(slug="shunde")
    OrganisationFactory(city=foshan)
    OrganisationFactory(city=foshan, visibility="hidden")
    OpportunityFactory(organisation=OrganisationFactory(city=shunde))
    page = client.get("/en/cities/").content.decode()
    row = page[page.index('href="/en/cities/foshan/"') :]
    assert '<td class="n">2</td><td class="n">1</td>' in row[: row.index("</tr>")]


def test_the_number_of_queries_does_not_depend_on_the_rows(client: Client, world: World) -> None:
    for address in ("/de/cities/", "/de/cities/foshan/"):
        counts = []
        for _round in range(2):
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            counts.append(len(queries))
            for _number in range(30):
                OrganisationFactory(city=world.other_city, language="zh", name="佛山示例有限公司")
        assert counts[0] == counts[1], address


def test_arcs_join_partners_and_cities_of_like_trades(loaded: None) -> None:
    members = list(City.objects.select_related("part_of").prefetch_related("industries", "partnerships"))
    german = [city for city in members if city.slug in ("ingolstadt", "nuernberg", "bottrop")]
    chinese = [city for city in members if city.slug in ("foshan", "baoan", "taicang")]
    found = {(link.german.slug, link.chinese.slug): link for link in links(german, chinese, "de")}
    assert found["ingolstadt", "foshan"].is_partnership
    # Nürnberg's partner is Shenzhen, the city of the member Bao'an.
    assert found["nuernberg", "baoan"].is_partnership
    assert all(link.is_partnership or len(link.trades) >= 2 for link in found.values())
    drawn = drawing(german, chinese, list(found.values()))
    assert len(drawn.arcs) == len(found)
    assert drawn.arcs[-1].is_partnership, "partnerships lie above the others"


def test_the_page_of_the_alliance_has_a_table_behind_the_drawing(client: Client, loaded: None) -> None:
    page = client.get("/de/alliance/").content.decode()
    assert page.count("<path d=") >= 5
    assert "Donaukurier: Diplomatische Mission in Fernost" in page
    assert page.count("<rect ") == Membership.objects.count()


def test_without_an_alliance_there_is_no_page_of_it(client: Client, db: None) -> None:
    assert client.get("/de/alliance/").status_code == 404


def test_bars_begin_with_the_membership_and_end_with_it(loaded: None) -> None:
    Membership.objects.filter(city__slug="aachen").update(left_on=date(2021, 1, 1))
    sides = history(membership_history(ANONYMOUS), date(2026, 1, 1))
    rows = {row.membership.city.slug: row for side in sides for row in side.rows}
    assert rows["ingolstadt"].start + rows["ingolstadt"].length == WIDTH
    assert rows["aachen"].start + rows["aachen"].length == WIDTH // 2
    assert rows["hamburg"].start > rows["ingolstadt"].start


@pytest.mark.parametrize(
    ("precision", "expected"),
    [
        (DatePrecision.DAY, "01.04.2017"),
        (DatePrecision.MONTH, "April 2017"),
        (DatePrecision.YEAR, "2017"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(precision: str, expected: str) -> None:
    with translation.override("de"):
        assert joined_phrase(date(2017, 4, 1), precision) == expected
        assert "01.04.2017" in joined_phrase(date(2017, 4, 1), DatePrecision.BY)
        assert joined_phrase(None, precision) == ""


def test_figures_carry_no_decimals_that_say_nothing() -> None:
    with translation.override("de"):
        assert plain_number(Decimal("9500000.00")) == "9.500.000"
        assert plain_number(Decimal("12.50")) == "12,5"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Städtenetzwerk „Drei gewinnt“", ("Städtenetzwerk ", "„Drei gewinnt“", "")),
        ("Fulda (Stadt und Landkreis)", ("", "Fulda", " (Stadt und Landkreis)")),
        ("台州（浙江）", ("", "台州", "（浙江）")),
        ("Köln", ("", "Köln", "")),
    ],
)
def test_a_name_has_a_short_form_for_phones(name: str, parts: tuple[str, str, str]) -> None:
    assert around_short_name(name) == parts


@pytest.mark.parametrize(("kind", "office"), [("city", "Die Stadt Neuss"), ("county", "Die Wirtschaftsförderung Neuss")])
def test_who_checked_begins_a_german_sentence(kind: str, office: str) -> None:
    with translation.override("de"):
        assert office_phrase(CityFactory(kind=kind, name_de="Neuss")) == office
