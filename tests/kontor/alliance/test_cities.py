"""The member cities as loaded from the file, and who may do what with a city."""

import io
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from kontor.alliance import perms, queries, services
from kontor.alliance.cities_file import read_cities
from kontor.alliance.errors import BadCitiesFile
from kontor.alliance.models import City, Membership
from kontor.alliance.services import (
    appoint_coordinator,
    dismiss_coordinator,
    join_office,
    load_cities,
    write_city_text,
)
from kontor.audit.models import Change
from kontor.common.actors import ANONYMOUS, CONSOLE
from kontor.common.errors import NotFound
from tests.kontor.factories import AllianceFactory, PersonFactory
from tests.kontor.world import ACTORS, World

GERMAN = (
    "Aachen|Bad Homburg v. d. Höhe|Bottrop|Chemnitz|Dortmund|Städtenetzwerk „Drei gewinnt“|Fulda (Stadt und Landkreis)"
    "|Göttingen|Hamburg|Hildesheim|Ingolstadt|Kaiserslautern|Köln|Ludwigshafen am Rhein|Mainz|Nürnberg"
    "|Rhein-Kreis Neuss|Region Schwarzwald|Solingen|Wuppertal"
)
CHINESE = (
    "深圳宝安|保定|德阳|佛山|贵阳|湖州|江门|焦作|揭阳|兰州|柳州|洛阳|马鞍山|茂名|南昌|南宁|广州南沙|盘锦|汕头|太仓|台州"
    "|威海|杭州萧山|许昌|云浮|肇庆|株洲"
)


@pytest.fixture
def loaded(db: None) -> None:
    load_cities(actor=CONSOLE)


@pytest.mark.usefixtures("loaded")
def test_all_members_stand_there_in_the_order_of_their_alphabet() -> None:
    german = queries.member_cities(ANONYMOUS, "DE").values_list("name_de", flat=True)
    chinese = queries.member_cities(ANONYMOUS, "CN").values_list("name_zh", flat=True)
    assert list(german) == GERMAN.split("|")
    assert list(chinese) == CHINESE.split("|")


@pytest.mark.usefixtures("loaded")
def test_every_membership_has_a_source_and_a_date() -> None:
    bare = Membership.objects.filter(source="") | Membership.objects.filter(joined_on=None)
    assert list(bare) == []
    unsure = Membership.objects.filter(certainty="unsure").values_list("city__slug", flat=True)
    assert set(unsure) == {"taicang", "yunfu"}
    assert set(Membership.objects.filter(status="guest").values_list("city__slug", flat=True)) == {"dortmund"}


@pytest.mark.usefixtures("loaded")
def test_joint_members_and_districts_hold_their_parts() -> None:
    def parts(slug: str) -> list[str]:
        return [city.slug for city in queries.city_by_slug(ANONYMOUS, slug).parts.all()]

    assert parts("schwarzwald") == ["freiburg", "lahr"]
    assert parts("drei-gewinnt") == ["kelsterbach", "raunheim", "ruesselsheim"]
    assert parts("foshan") == ["chancheng", "gaoming", "nanhai", "sanshui", "shunde"]
    assert City.objects.get(slug="baoan").part_of.slug == "shenzhen"


@pytest.mark.usefixtures("loaded")
def test_memberships_over_time() -> None:
    before = queries.visible_memberships(ANONYMOUS, date(2016, 3, 31))
    founding = queries.visible_memberships(ANONYMOUS, date(2016, 4, 27))
    assert before.count() == 0
    assert founding.filter(city__country="CN").count() == 11
    Membership.objects.filter(city__slug="yunfu").update(left_on=date(2017, 12, 1))
    assert "yunfu" not in queries.member_cities(ANONYMOUS).values_list("slug", flat=True)
    assert queries.membership_history(ANONYMOUS).count() == Membership.objects.count()


@pytest.mark.usefixtures("loaded")
def test_loading_again_changes_nothing() -> None:
    rows = Change.objects.count()
    ids = set(Membership.objects.values_list("pk", flat=True))
    assert load_cities(actor=CONSOLE) == (0, 0)
    assert Change.objects.count() == rows
    assert set(Membership.objects.values_list("pk", flat=True)) == ids
    City.objects.filter(slug="mainz").update(name_zh="错")
    assert load_cities(actor=CONSOLE) == (0, 1)


@pytest.mark.usefixtures("loaded")
def test_counts_are_statements_of_sources() -> None:
    counts = queries.alliance(ANONYMOUS).member_counts
    assert list(counts.filter(as_of=date(2018, 11, 4)).values_list("country", "count")) == [("CN", 23), ("DE", 18)]


@pytest.mark.django_db
def test_nothing_loaded_is_no_such_page() -> None:
    with pytest.raises(NotFound):
        queries.alliance(ANONYMOUS)
    with pytest.raises(NotFound):
        queries.city_by_slug(ANONYMOUS, "foshan")


@pytest.mark.parametrize("content", ["", "[[", "[source.a]\ntitle = 1", "\x00"])
def test_a_broken_file_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "cities.toml"
    path.write_text(content)
    with pytest.raises(BadCitiesFile):
        read_cities(path)


@pytest.mark.django_db
def test_command(tmp_path: Path) -> None:
    answer = io.StringIO()
    call_command("load_cities", stdout=answer)
    assert answer.getvalue() == "60 cities created, 0 changed\n"
    with pytest.raises(CommandError):
        call_command("load_cities", file=tmp_path / "missing.toml")


def test_rights(world: World) -> None:
    def allowed(right: object, *args: object) -> list[str]:
        return [name for name in ACTORS if right(world.actor(name), *args)]  # type: ignore[operator]

    assert allowed(perms.can_edit_city, world.city) == ["coordinator", "alliance_office", "operator"]
    assert allowed(perms.can_edit_memberships) == ["alliance_office", "operator"]
    assert allowed(perms.can_appoint_coordinators) == ["alliance_office", "operator"]


def test_texts_and_appointments(world: World) -> None:
    text = write_city_text(world.city, actor=CONSOLE, field="portrait", language="de", value="Eine Stadt.")
    again = write_city_text(world.city, actor=CONSOLE, field="portrait", language="de", value="Eine andere.")
    assert text and again and (text.pk, again.revision) == (text.pk, 2)
    assert write_city_text(world.city, actor=CONSOLE, field="portrait", language="de", value="") is None
    assert world.city.texts.count() == 0
    person = PersonFactory()
    membership = appoint_coordinator(world.city, actor=CONSOLE, person=person)
    assert appoint_coordinator(world.city, actor=CONSOLE, person=person) == membership
    dismiss_coordinator(membership, actor=CONSOLE)
    assert list(queries.roles_of_person(person.pk)) == []
    join_office(AllianceFactory(), actor=CONSOLE, person=person)
    assert len(list(queries.roles_of_person(person.pk))) == 1


def test_a_city_describes_itself_in_parts(world: World) -> None:
    city, day = world.city, date(2025, 12, 31)
    names = {"name_de": "Haus", "name_zh": "局", "name_en": "Office"}
    services.replace_industries(city, actor=CONSOLE, concepts=["casting", "machining", "casting"])
    services.add_site(city, actor=CONSOLE, kind="park", area_hectares=12, **names)
    services.set_office(city, actor=CONSOLE, **names)
    services.set_office(city, actor=CONSOLE, website="https://example.org", **names)
    services.add_partnership(city, actor=CONSOLE, partner=world.other_city, source="city hall")
    services.state_figure(city, actor=CONSOLE, kind="population", value=1, as_of=day, source="office")
    services.state_figure(city, actor=CONSOLE, kind="population", value=2, as_of=day, source="office")
    shown = queries.city_by_slug(ANONYMOUS, city.slug)
    assert [row.concept for row in shown.industries.all()] == ["casting", "machining"]
    assert [(row.kind, row.value) for row in shown.figures.all()] == [("population", 2)]
    assert (shown.office.website, shown.sites.get().name_zh) == ("https://example.org", "局")
    assert [row.partner for row in shown.partnerships.all()] == [world.other_city]
    assert Change.objects.filter(object=city.public_id).count() == 7


def test_a_partner_is_a_city_or_a_name(world: World) -> None:
    for values in ({}, {"partner": world.other_city, "partner_name": "Foshan"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            services.add_partnership(world.city, actor=CONSOLE, source="x", **values)
