"""The reader's own words: in the sentence of the question, and around what was found of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from kontor.searching import search
from kontor.web.results.asking import Asking
from kontor.web.results.own_words import around, phrases, whole_words
from kontor.web.results.rows import Bridge, _bridges
from kontor.web.results.understanding import understanding
from tests.kontor.web.world_of_casters import caster

Build = Callable[[], None]


@pytest.fixture(autouse=True)
def german_page() -> Iterator[None]:
    with translation.override("de"):
        yield


@pytest.mark.parametrize(
    ("language", "side", "text", "said"),
    [
        ("de", "seek", "Wir suchen Aluminiumdruckguss für Elektromotorgehäuse", ["Aluminiumdruckguss für Elektromotorgehäuse"]),
        ("de", "seek", "Drehteile aus Edelstahl", ["Drehteile aus Edelstahl"]),
        ("de", "seek", "Bleifreie Lötpaste", ["bleifreie Lötpaste"]),
        ("de", "seek", "Türbeschläge", ["Türbeschläge"]),
        ("de", "seek", "Vertriebspartner für Werkzeugmaschinen in China", ["Vertriebspartner für Werkzeugmaschinen"]),
        ("de", "seek", "Hersteller von Drehteilen", ["Hersteller von Drehteilen"]),
        ("de", "seek", "Verpackungsmaschine Lebensmittel", ["Verpackungsmaschine", "Lebensmittel"]),
        ("en", "seek", "Surface treatment of aluminium", ["surface treatment of aluminium"]),
        ("en", "seek", "stainless steel turned parts", ["stainless steel turned parts"]),
        ("en", "seek", "solar panel mounting systems", ["solar panel mounting systems"]),
        ("en", "seek", "Electric wheelchair manufacturer", ["electric wheelchair manufacturer"]),
        ("de", "seek", "Wir suchen zuverlässige Lieferanten für Gussteile", ["zuverlässige Lieferanten für Gussteile"]),
        ("de", "seek", "hochpräzise Drehteile für Uhren", ["hochpräzise Drehteile für Uhren"]),
        ("en", "offer", "CNC machining and injection moulds", ["CNC machining and injection moulds"]),
        # Another case than "Sie suchen", abbreviations, another language, what is ruled out: keywords say it better.
        ("de", "seek", "Suche nach Kugellagern", ["nach Kugellagern"]),
        ("de", "seek", "Angebote zu Kugellagern", []),
        ("de", "offer", "Wir sind Hersteller von Drehteilen", []),
        ("de", "seek", "drehteile aus edelstahl", ["Drehteile aus Edelstahl"]),
        ("de", "seek", "cnc-drehteile", []),
        ("en", "seek", "Drehteile aus Edelstahl", []),
        ("zh", "seek", "铝合金压铸", []),
        ("de", "seek", "keine Ventile", []),
        ("de", "seek", "Zahnräder, " * 20, ["Zahnräder"]),
        ("de", "seek", "Zahnräder, Wellen, Kugellager, Ventile, Pumpen", []),
    ],
)
def test_the_question_is_said_in_the_readers_words(language: str, side: str, text: str, said: list[str]) -> None:
    assert phrases(search.understand(text, language), language, side) == said


@pytest.mark.parametrize(
    ("text", "words", "rest"),
    [
        ("Wir suchen Türbeschläge.", "beschläge", ("Tür", "")),
        ("Wir suchen Türbeschläge.", "Tür", ("", "beschläge")),
        ("CCC-Zertifizierung", "CCC", ("", "")),
        ("寻找铝合金压铸件", "铝合金压铸", ("", "")),
        ("Ventile", "Pumpen", ("", "")),
        ("Ventile", "", ("", "")),
    ],
)
def test_the_rest_of_a_word(text: str, words: str, rest: tuple[str, str]) -> None:
    assert around(text, words) == rest


def test_missing_words_are_whole_and_said_once() -> None:
    assert whole_words("Türbeschläge", ["beschläge", "Tür"]) == ("Türbeschläge",)
    assert whole_words("Drehteile aus Edelstahl", ["Drehteile", "aus Edelstahl"], {"Edelstahl"}) == ("Drehteile",)
    assert whole_words("Drehteile aus Edelstahl", ["aus Edelstahl", "Edelstahl"]) == ("Edelstahl",)


def reason(ours: str, theirs: str = "") -> search.Reason:
    return search.Reason(ours, theirs, "", "", "exact", "exact", "", "zh", 0.1)


def said(text: str, reasons: list[search.Reason], missing: tuple[str, ...] = ()) -> list[tuple[str, str, bool]]:
    explanation = search.Explanation(tuple(reasons), missing, (), 0.5)
    return [(one.ours, one.theirs, one.is_loose) for one in _bridges(text, explanation, "de")]


def test_what_is_missing_is_no_reason() -> None:
    found = [reason("aus Edelstahl"), reason("Edelstahl", "不锈钢"), reason("Drehteile")]
    assert said("Drehteile aus Edelstahl", found, ("Drehteile",)) == [("Edelstahl", "不锈钢", False)]


def test_similar_words_without_a_place_stand_last() -> None:
    found = [reason("Wallbox"), reason("Gehäuse", "壳体")]
    assert said("Gehäuse für Wallbox", found) == [("Gehäuse", "壳体", False), ("Wallbox", "", False)]
    assert said("Gehäuse für Wallbox", [reason("Wallbox"), reason("Gehäuse")]) == [("Wallbox, Gehäuse", "", False)]


def test_the_same_words_are_shown_once() -> None:
    found = [reason("of aluminium", "of aluminium"), reason("aluminium", "aluminium")]
    assert said("surface treatment of aluminium", found) == [("aluminium", "aluminium", False)]


def test_a_hit_by_parts_of_words_alone_says_so_once() -> None:
    assert said("Türbeschläge", [reason("Tür"), reason("beschläge")], ("beschläge", "Tür")) == [("Türbeschläge", "", True)]
    assert said("Türbeschläge", []) == []


def test_the_rest_of_a_word_is_shown_beside_the_mark() -> None:
    explanation = search.Explanation((reason("beschläge", "五金"),), (), (), 0.5)
    found = _bridges("Türbeschläge", explanation, "de")
    assert [(one.ours_before, one.ours, one.ours_after) for one in found] == [("Tür", "beschläge", "")]
    assert isinstance(found[0], Bridge)


@pytest.mark.parametrize(("language", "word", "first"), [("de", "Lager", "Lager ("), ("en", "bearing", "bearing (")])
def test_a_meaning_called_like_the_word_names_its_group(language: str, word: str, first: str) -> None:
    choices = understanding(Asking(text=word), language).choices
    options = [label for choice in choices for label, _address in choice.options]
    assert [label.startswith(first) for label in options].count(True) == (1 if options else 0)
    assert options or language == "en"


def test_new_words_are_whole() -> None:
    assert understanding(Asking(text="Qwrtzdruckguss von 1911"), "de").new_words == ("Qwrtzdruckguss",)


@pytest.mark.parametrize(
    ("text", "side", "roles", "ruled_out"),
    [
        ("Händler für Kugellager", "seek", ("Händler",), ()),
        ("Kugellager, keine Händler", "seek", (), ("Händler",)),
        ("Kugellager", "seek", (), ()),
        ("Wir sind Hersteller von Kugellagern", "offer", (), ()),
    ],
)
def test_roles_are_among_what_was_understood(text: str, side: str, roles: tuple[str, ...], ruled_out: tuple[str, ...]) -> None:
    found = understanding(Asking(text=text, side=side), "de")
    assert (found.roles, found.ruled_out) == (roles, ruled_out)


@pytest.mark.django_db
def test_a_page_of_results_says_the_question_in_the_readers_words(client: Client, build_index: Build) -> None:
    caster(1)
    build_index()
    page: Any = client.get("/de/search/", {"q": "Wir suchen Aluminiumdruckguss für Elektromotorgehäuse", "in": "CN"}).content.decode()
    assert "<h1>Sie suchen Aluminiumdruckguss für Elektromotorgehäuse in China</h1>" in page
    page = client.get("/de/search/", {"q": "铝合金压铸", "in": "CN"}).content.decode()
    assert "<h1>Sie suchen Aluminiumdruckguss in China</h1>" in page
