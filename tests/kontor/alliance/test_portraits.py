"""Portraits of the cities as loaded from the file."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kontor.alliance import services
from kontor.alliance.cities_file import read_cities
from kontor.alliance.errors import BadPortraitsFile
from kontor.alliance.models import City, CityConnection, CityFigure, CityIndustry, CitySite, CityText
from kontor.alliance.portraits_file import read_portraits
from kontor.alliance.regions import REGIONS
from kontor.audit.models import Change
from kontor.common.actors import CONSOLE
from kontor_core.thesaurus import loading


@pytest.fixture
def loaded(db: None) -> None:
    services.load_cities(actor=CONSOLE)
    services.load_portraits(actor=CONSOLE)


def test_every_city_has_a_portrait_and_every_keyword_exists() -> None:
    portraits = read_portraits()
    assert sorted(row.slug for row in portraits) == sorted(row.slug for row in read_cities().cities)
    thesaurus = loading.read()
    unknown = {concept for row in portraits for concept in row.industries if thesaurus.get(concept) is None}
    assert unknown == set()
    assert {row.region for row in read_cities().cities} <= set(REGIONS)


@pytest.mark.django_db
def test_loading_twice_changes_nothing(loaded: None) -> None:
    tables = (CityFigure, CityText, CityIndustry, CitySite, CityConnection, Change)
    before = [table.objects.count() for table in tables]
    assert services.load_portraits(actor=CONSOLE) == 0
    assert [table.objects.count() for table in tables] == before
    assert all(before)


@pytest.mark.django_db
def test_what_a_city_wrote_itself_stays(db: None) -> None:
    services.load_cities(actor=CONSOLE)
    foshan = City.objects.get(slug="foshan")
    services.write_city_text(foshan, actor=CONSOLE, field="strategy", language="zh", value="自己写的")
    services.replace_industries(foshan, actor=CONSOLE, concepts=["robot"])
    services.load_portraits(actor=CONSOLE)
    assert [text.value for text in foshan.texts.filter(field="strategy")] == ["自己写的"]
    assert [row.concept for row in foshan.industries.all()] == ["robot"]
    assert foshan.figures.filter(kind="population").exists(), "what it did not say is filled in"


@pytest.mark.django_db
def test_partner_cities_lead_to_each_other(loaded: None) -> None:
    for one, other in (("ingolstadt", "foshan"), ("foshan", "ingolstadt"), ("nuernberg", "shenzhen")):
        partners = City.objects.get(slug=one).partnerships.values_list("partner__slug", flat=True)
        assert other in partners


@pytest.mark.django_db
def test_the_command_says_what_it_did_and_what_is_wrong(tmp_path: Path) -> None:
    call_command("load_cities", stdout=io.StringIO())
    out = io.StringIO()
    call_command("load_portraits", stdout=out)
    assert out.getvalue() == "60 cities completed\n"
    bad = tmp_path / "portraits.toml"
    bad.write_text('[[city]]\nslug = "atlantis"\n', "utf-8")
    with pytest.raises(BadPortraitsFile):
        read_portraits(bad)
    with pytest.raises(CommandError, match="portraits"):
        call_command("load_portraits", file=bad)
