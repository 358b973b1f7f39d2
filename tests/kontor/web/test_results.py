"""Results: what fits stands in its group with its reason; every state has words; any address is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from kontor.searching.search import LONGEST_ADDRESS_TEXT
from kontor.web.results.asking import Asking, read_query
from kontor.web.results.rows import context
from tests.kontor.web.world_of_casters import caster, profile_buyer, window_maker

pytestmark = pytest.mark.django_db
Build = Callable[[], None]


def test_a_german_question_finds_a_chinese_company_with_its_reason(client: Client, build_index: Build) -> None:
    claimed, listed = caster(1, claimed=True), caster(2)
    build_index()
    page = client.get("/de/search/", {"q": "Aluminiumdruckguss", "in": "CN"}).content.decode()
    assert page.index("Mit Ansprechpartner") < page.index(claimed.public_id) < page.index("unbestätigt")
    assert page.index("unbestätigt") < page.index(listed.public_id)
    assert "<mark>Aluminiumdruckguss</mark>" in page
    assert "压铸" in page.split("<mark>")[2]
    assert "%" not in page.split('class="sidebar"')[1].split("<footer")[0].replace("%E", "").replace("%2", "").replace("%3", "")


def test_what_may_not_be_seen_any_more_is_dropped_at_once(client: Client, build_index: Build) -> None:
    shown, hidden = caster(1), caster(2)
    build_index()
    hidden.quarantined_at = timezone.now()
    hidden.save()
    page = client.get("/de/search/", {"q": "Aluminiumdruckguss", "in": "CN"}).content.decode()
    assert shown.public_id in page
    assert hidden.public_id not in page


def test_possible_users_stand_apart_from_requests(client: Client, build_index: Build) -> None:
    user, buyer = window_maker(), profile_buyer()
    build_index()
    page = client.get("/zh/search/", {"q": "铝型材", "side": "offer", "in": "DE"}).content.decode()
    assert page.index(buyer.public_id) < page.index("潜在客户（按行业推断，非求购信息）") < page.index(user.public_id)


def test_only_unconfirmed_entries_are_explained(client: Client, build_index: Build) -> None:
    caster(1)
    build_index()
    page = client.get("/en/search/", {"q": "aluminium die casting"}).content.decode()
    assert "Nobody with a contact fits yet." in page


def test_nothing_found_leads_on(client: Client, build_index: Build) -> None:
    caster(1)
    build_index()
    page = client.get("/de/search/", {"q": "Fagott", "in": "CN"}).content.decode()
    assert "Dazu passt hier noch niemand." in page
    assert "in=both" in page


def test_filters_narrow_and_are_taken_off(client: Client, build_index: Build) -> None:
    caster(1, claimed=True)
    build_index()
    ask = {"q": "Aluminiumdruckguss", "in": "CN"}
    page = client.get("/de/search/", ask | {"city": "foshan"}).content.decode()
    assert 'id="f-city-foshan" aria-current="true"' in page
    page = client.get("/de/search/", ask | {"city": "nowhere"}).content.decode()
    assert "Mit diesen Filtern passt nichts." in page
    page = client.get("/de/search/", ask | {"view": "filters"}).content.decode()
    assert "1 Treffer zeigen" in page


@pytest.mark.parametrize("number", [1, 30])
@pytest.mark.parametrize("kind", ["organisation", "opportunity"])
def test_the_number_of_queries_does_not_grow(
    client: Client, build_index: Build, django_assert_num_queries: Any, number: int, kind: str
) -> None:
    for one in range(number):
        caster(one, claimed=True)
    build_index()
    ask = {"q": "Aluminiumdruckguss", "in": "CN", "kind": kind, "group": "with_contact" if kind == "organisation" else ""}
    with django_assert_num_queries({"organisation": 6, "opportunity": 0}[kind]):
        assert client.get("/de/search/", ask).status_code == 200


def test_pages_of_a_group(client: Client, build_index: Build) -> None:
    made = [caster(number) for number in range(23)]
    build_index()
    ask = {"q": "Aluminiumdruckguss", "in": "CN"}
    first = client.get("/de/search/", ask | {"group": "register"}).content.decode()
    second = client.get("/de/search/", ask | {"group": "register", "page": "2"}).content.decode()
    on_first = {one.public_id for one in made if one.public_id in first}
    on_second = {one.public_id for one in made if one.public_id in second}
    assert (len(on_first), len(on_second), on_first & on_second) == (20, 3, set())
    assert 'rel="next nofollow"' in first
    assert 'rel="prev nofollow"' in second


def test_a_short_text_of_the_form_becomes_an_address(client: Client) -> None:
    answer = Client(enforce_csrf_checks=True).post("/de/search/", {"q": " Guss & Co ", "side": "offer", "in": "both"})
    assert answer.status_code == 303
    assert parse_qs(urlsplit(answer.headers["Location"]).query) == {"q": ["Guss & Co"], "side": ["offer"], "in": ["both"]}


def test_a_long_text_becomes_keywords_and_is_kept_nowhere(client: Client, django_assert_num_queries: Any) -> None:
    text = "Unser Betrieb canary-77f1 besteht seit 1911. " * 20 + "Wir suchen Aluminiumdruckguss und Eloxieren."
    with django_assert_num_queries(0):
        answer = client.post("/de/search/", {"q": text})
    asked = parse_qs(urlsplit(answer.headers["Location"]).query)["q"][0]
    assert len(asked) <= LONGEST_ADDRESS_TEXT
    assert "Aluminiumdruckguss" in asked
    assert not answer.cookies


def test_without_an_index_the_question_is_kept(client: Client) -> None:
    answer = client.get("/de/search/", {"q": "Druckguss"})
    page = answer.content.decode()
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
    assert "Die Suche ist zurzeit nicht verfügbar" in page
    assert ">Druckguss</textarea>" in page


def test_a_broken_index_is_not_a_trace(client: Client, build_index: Build) -> None:
    caster(1)
    build_index()
    for file in settings.KONTOR_INDEX.rglob("*"):
        if file.is_file():
            file.write_bytes(b"broken")
    assert client.get("/de/search/", {"q": "Druckguss"}).status_code == 503


BAD = {
    "side": "both",
    "in": "FR",
    "kind": "person",
    "city": "x" * 5000,
    "role": "\x00",
    "verification": "ten",
    "size": "²",
    "agreement_role": "ZZ:",
    "certificate": "<script>",
    "contact": "maybe",
    "without": "no-such-keyword",
    "sense": "Lager",
    "group": "everything",
    "page": "99999999999999999999",
    "view": "raw",
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_mangled_address_still_answers(client: Client, build_index: Build, name: str) -> None:
    caster(1)
    build_index()
    answer = client.get("/de/search/", {"q": "Aluminiumdruckguss", name: BAD[name]})
    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode()


@pytest.mark.parametrize("text", ["\x00\x01", "💥" * 300, "-" * 200, "\u202e" * 10, "铝" * 4000, "OR AND NOT ( ) * ~ ^ :"])
def test_any_text_is_searched(client: Client, build_index: Build, text: str) -> None:
    caster(1)
    build_index()
    assert client.get("/zh/search/", {"q": text}).status_code == 200
    assert client.post("/zh/search/", {"q": text}).status_code == 303
    assert client.delete("/zh/search/").status_code == 405


def test_a_chosen_meaning_holds(client: Client, build_index: Build) -> None:
    caster(1)
    build_index()
    asked = client.get("/de/search/", {"q": "Lager", "in": "CN"}).content.decode()
    assert "sense=Lager%3Awarehousing" in asked
    chosen = client.get("/de/search/", {"q": "Lager", "in": "CN", "sense": "Lager:warehousing"})
    assert chosen.status_code == 200
    assert [one.id for one in chosen.context["answer"].understood] == ["warehousing"]
    assert "sense=Lager%3Abearing" not in chosen.content.decode(), "the question is not asked again"


def test_an_address_is_read_back_as_it_was_written() -> None:
    asking = Asking(
        "Lager & Guss",
        "offer",
        "DE",
        "opportunity",
        {"city": ("foshan", "köln"), "size": ("250+",)},
        ("bearing",),
        {"Lager: groß": "warehouse"},
        "requests",
        3,
        "filters",
    )
    assert read_query(QueryDict(urlsplit(asking.address).query), "zh") == asking


@pytest.mark.parametrize(
    ("before", "after", "language", "shown"),
    [
        ("wir gießen ab ", " und bearbeiten", "de", ("… gießen ab ", " und …")),
        ("erer Fertigung ", " im Werk Nord u", "de", ("… Fertigung ", " im Werk Nord …")),
        ("uf über 38.000 ", " im Jahr.", "de", ("… über 38.000 ", " im Jahr")),
        ("Teile. Wir ", " an", "de", (" Wir ", " an")),
        ("本公司位于佛山市南海区专业生产", "和压铸模具的设计与制造加工销售", "zh", ("…本公司位于佛山市南海区专业生产", "和压铸模具的设计与制造加工销售…")),
        ("过家家、拼插积木四大类，自有自用", "自做，热成形线一条（1500", "zh", ("…拼插积木四大类，自有自用", "自做，热成形线一条…")),
        ("有限公司。主要产品为", "；模具", "zh", ("主要产品为", "")),
        ("加工、产销：", "，五金制品", "zh", ("", "，五金制品")),
    ],
)
def test_context_shows_whole_words_of_one_clause(
    before: str, after: str, language: str, shown: tuple[str, str]
) -> None:
    assert context(before, after, language) == shown
