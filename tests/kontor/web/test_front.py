"""The front page: it stands without an index, counts what strangers may see, and reads a question as it is typed."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from kontor.web.front.figures import figures
from tests.kontor.factories import CityFactory, OrganisationFactory
from tests.kontor.world import World

pytestmark = pytest.mark.django_db


def test_the_figures_are_those_of_strangers(world: World) -> None:
    # Hidden, quarantined, paused and members-only entries stand in the same cities.
    assert [figure.value for figure in figures(2)] == [1, 1, 1, 2]


@pytest.mark.parametrize("number", [1, 30])
def test_the_number_of_queries_does_not_grow(client: Client, django_assert_num_queries: Any, number: int) -> None:
    for _number in range(number):
        OrganisationFactory(city=CityFactory())
    with django_assert_num_queries(3):
        assert client.get("/de/").status_code == 200


@pytest.mark.parametrize(("prefix", "side", "country"), [("de", "seek", "CN"), ("zh", "seek", "DE"), ("en", "seek", "both")])
def test_the_host_country_is_chosen(client: Client, prefix: str, side: str, country: str) -> None:
    page = client.get(f"/{prefix}/").content.decode()
    assert f'value="{side}" checked' in page
    assert f'value="{country}" checked' in page


def test_a_question_in_the_address_stands_in_the_field(client: Client) -> None:
    page = client.get("/de/", {"q": "Guss <b>", "side": "offer", "in": "DE"}).content.decode()
    assert ">Guss &lt;b&gt;</textarea>" in page
    assert 'value="offer" checked' in page


@pytest.mark.parametrize("method", ["get", "post"])
def test_understood_names_the_keywords_without_an_index(client: Client, method: str) -> None:
    page = getattr(client, method)("/de/understood/", {"q": "Wir suchen Aluminiumdruckguss"}).content.decode()
    assert "Aluminiumdruckguss" in page
    assert "without=aluminium-die-casting" in page


def test_understood_stores_nothing_and_sets_no_cookie(client: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        answer = Client(enforce_csrf_checks=True).post("/zh/understood/", {"q": "铝合金压铸 canary-8d2f"})
    assert answer.status_code == 200
    assert not answer.cookies


def test_an_ambiguous_word_is_a_question(client: Client) -> None:
    page = client.get("/de/understood/", {"q": "Lager"}).content.decode()
    assert page.count("sense=Lager") >= 2 or "class=\"either\"" not in page


@pytest.mark.parametrize("text", ["", " ", "\x00", "💥" * 500, "<script>", "'; DROP TABLE", "a" * 30000, "%s %(x)s {{ }}"])
def test_any_text_is_taken(client: Client, text: str) -> None:
    for path in ("/de/", "/zh/understood/"):
        answer = client.get(path, {"q": text, "side": text, "in": text, "sense": text, "without": text})
        assert answer.status_code == 200
    assert client.post("/en/understood/", {"q": text}).status_code == 200
    assert client.put("/en/understood/").status_code == 405
