"""What somebody typed: mistakes, pinyin, codes; and what is counted."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from io import StringIO
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.management import call_command
from django.test import Client

from tests.kontor.factories import OpportunityFactory
from tests.kontor.web.world_of_casters import caster, window_maker

pytestmark = pytest.mark.django_db
Build = Callable[[], None]


@pytest.mark.parametrize(
    ("prefix", "typed", "meant", "words"),
    [
        ("de", "Aluminiumdrukguss", "Aluminiumdruckguss", "Meinten Sie"),
        ("en", "aluminium die castingg", "aluminium die casting", "Did you mean"),
        ("zh", "铝合金压柱", "铝合金压铸", "您是不是要找"),
    ],
)
def test_one_letter_wrong_comes_back_as_a_link(client: Client, build_index: Build, prefix: str, typed: str, meant: str, words: str) -> None:
    caster(1)
    build_index()
    page = client.get(f"/{prefix}/search/", {"q": typed, "in": "CN", "city": "foshan"}).content.decode()
    notice = page.split('<p class="notice">')[1].split("</p>")[0]
    assert words in notice
    address = re.findall(r'href="([^"]+)"', notice)[0].replace("&amp;", "&")
    assert parse_qs(urlsplit(address).query)["q"] == [meant]
    assert meant in notice
    assert words not in client.get(address).content.decode()


def test_commands_name_the_suggestion(build_index: Build) -> None:
    caster(1)
    build_index()
    said = StringIO()
    call_command("search", "Aluminiumdrukguss", "--json", stdout=said)
    answer = json.loads(said.getvalue())
    assert answer["suggestion"] == "Aluminiumdruckguss"
    said = StringIO()
    call_command("search", "Aluminiumdruckguss", "--json", stdout=said)
    answer = json.loads(said.getvalue())
    assert (answer["suggestion"], answer["total"], answer["has_more"]) == ("", 1, False)


def test_pinyin_finds_the_trade_and_the_name(client: Client, build_index: Build) -> None:
    made = caster(1)
    build_index()
    for typed in ("lü he jin ya zhu", "shili yazhu", "foshan shili"):
        assert made.public_id in client.get("/en/search/", {"q": typed, "in": "CN"}).content.decode(), typed


@pytest.mark.parametrize(
    ("typed", "chip"),
    [("24.53", "WZ 24.53 · "), ("C3392", "GB/T 4754 C3392 · "), ("ISIC 2432", "ISIC 2432 · "), ("HS 7616", "HS 7616 · ")],
)
def test_a_code_is_shown_with_what_it_means(client: Client, build_index: Build, typed: str, chip: str) -> None:
    made = caster(1)
    build_index()
    page = client.get("/de/search/", {"q": typed, "in": "CN"}).content.decode()
    chips = page.split('<div class="chips small">')[1].split("</div>")[0]
    assert chip in chips
    assert "either" not in chips
    title = chips.split(chip)[1].split("<")[0]
    assert re.search("[A-Za-zäöü]{4}", title)
    if not typed.startswith("HS"):
        assert made.public_id in page


def test_industries_are_a_filter_that_opens_downwards(client: Client, build_index: Build) -> None:
    caster(1, claimed=True)
    window_maker()
    build_index()
    ask = {"q": "Aluminiumdruckguss", "in": "CN"}
    page = client.get("/de/search/", ask).content.decode()
    assert 'id="f-division-24"' in page
    assert 'id="f-industry-2432"' not in page
    page = client.get("/de/search/", ask | {"division": "24"}).content.decode()
    assert 'id="f-division-24" aria-current="true"' in page
    assert 'id="f-industry-2432"' in page
    assert 'id="f-industry-2592"' not in page
    assert "Mit diesen Filtern passt nichts." in client.get("/de/search/", ask | {"division": "85"}).content.decode()
    assert client.get("/de/search/", ask | {"division": "no", "industry": "x" * 99}).status_code == 200


def test_offers_are_counted_by_form_of_cooperation(client: Client, build_index: Build) -> None:
    for form, role in (("SU", "supplier"), ("SU", "buyer"), ("JV", "peer")):
        offer = OpportunityFactory(agreement_type=form, own_role=role)
        offer.texts.filter(field="title").update(value="Aluminiumdruckguss aus einer Hand")
    build_index()
    ask = {"q": "Aluminiumdruckguss", "in": "both", "kind": "opportunity"}
    page = client.get("/de/search/", ask).content.decode()
    forms = dict(re.findall(r'id="f-form-(\w+)".*?<span class="n">(\d+)</span>', page))
    assert forms == {"su": "2", "jv": "1"}
    assert 'id="f-agreement_role' not in page
    narrowed = client.get("/de/search/", ask | {"form": "JV"}).content.decode()
    assert narrowed.count('<article class="row">') == 1
    assert 'id="f-form-su"' in narrowed
    assert "Mit diesen Filtern passt nichts." in client.get("/de/search/", ask | {"form": "ZZ"}).content.decode()


def test_what_hardly_fits_is_not_counted(client: Client, build_index: Build) -> None:
    caster(1)
    for _ in range(5):
        window_maker()
    build_index()
    page = client.get("/de/search/", {"q": "Aluminiumdruckguss", "in": "both"}).content.decode()
    total = int(re.findall(r'id="tab-organisation"[^>]*>.*?<span class="soft">(\d+)</span>', page)[0])
    assert total == page.count('<article class="row">')
    said = page.split('data-said="')[1].split('"')[0]
    assert said.endswith(f": {total}")


def test_more_than_what_was_ranked_is_said(client: Client, build_index: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        caster(number)
    build_index()
    monkeypatch.setattr("kontor.searching.groups.MOST_HITS", 3)
    page = client.get("/de/search/", {"q": "Aluminiumdruckguss", "in": "CN"}).content.decode()
    assert "über 3" in page
    assert "Welche davon meinen Sie?" in page
