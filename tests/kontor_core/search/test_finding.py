"""The whole way of a query over a small invented register."""

from __future__ import annotations

import pytest

from kontor_core.evaluation.runs import finder_over
from kontor_core.search import results
from kontor_core.search.explanation import explain
from kontor_core.search.finder import Finder
from kontor_core.thesaurus.index import LabelIndex
from kontor_core.translation.model import PartTranslation
from tests.conftest import REGISTER


def first(finder: Finder, text: str) -> str:
    return finder.find(finder.understand(text)).hits[0].key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Wir suchen Aluminiumdruckguss für Elektromotorgehäuse", "die-caster"),
        ("Keramikfliesen", "tile-maker"),
        ("Ventile", "valve-maker"),
        ("Druckgießwerkzeuge", "die-maker"),
        ("bleifreies Lot", "solder"),
        ("lead-free solder", "solder"),
        ("aluminium windows", "window-maker"),
        ("压铸机", "german-machine"),
        ("铝型材 经销商", "trader"),
    ],
)
def test_a_need_finds_its_company(register_finder: Finder, text: str, key: str) -> None:
    assert first(register_finder, text) == key


@pytest.mark.parametrize(("code", "key"), [("8481", "valve-maker"), ("HS 8480", "die-maker"), ("WZ 23.31", "tile-maker"), ("C3443", "valve-maker")])
def test_a_code_finds_what_it_means(register_finder: Finder, code: str, key: str) -> None:
    assert first(register_finder, code) == key


def test_those_who_seek_are_found_on_the_other_side(register_finder: Finder) -> None:
    analysis = register_finder.understand("轴承")
    assert [hit.key for hit in register_finder.find(analysis, "want").hits][:1] == ["seeker"]
    assert "seeker" not in [hit.key for hit in register_finder.find(analysis, "offer").hits]


def test_traders_are_left_out_when_ruled_out(register_finder: Finder) -> None:
    with_traders = [h.key for h in register_finder.find(register_finder.understand("Aluminiumprofile")).hits]
    without = [h.key for h in register_finder.find(register_finder.understand("Aluminiumprofile, keine Händler")).hits]
    assert "trader" in with_traders
    assert "trader" not in without


def test_a_maker_who_sells_is_no_dealer(register_finder: Finder) -> None:
    for text in ("Ventile, keine Händler", "valves, no traders please", "阀门，谢绝中介"):
        assert "valve-maker" in [hit.key for hit in register_finder.find(register_finder.understand(text)).hits], text


def test_the_parts_of_an_explanation_add_up_to_the_score(register_finder: Finder) -> None:
    for text in ("Wir suchen Aluminiumdruckguss für Elektromotorgehäuse", "surface treatment, valves", "寻找陶瓷墙地砖、水龙头"):
        found = register_finder.find(register_finder.understand(text))
        assert found.hits
        for hit in found.hits:
            explanation = explain(register_finder.index, found.intent, hit, [REGISTER[hit.key]])
            assert sum(reason.part for reason in explanation.reasons) == pytest.approx(hit.score, abs=1e-9)
            assert 0 < hit.score <= 1


def test_an_explanation_points_to_the_words_and_says_what_is_missing(register_finder: Finder) -> None:
    found = register_finder.find(register_finder.understand("Wir suchen Aluminiumdruckguss und Keramikfliesen"))
    hit = next(h for h in found.hits if h.key == "die-caster")
    explanation = explain(register_finder.index, found.intent, hit, [REGISTER["die-caster"]])
    assert "铝合金压铸件" in {reason.theirs for reason in explanation.reasons}
    assert explanation.missing == ("Keramikfliesen",)


def test_possible_users_are_inferred_and_leave_rivals_out(register_finder: Finder) -> None:
    found = results.possible_users(register_finder, register_finder.understand("铝型材"))
    keys = [hit.key for hit in found.hits]
    assert "window-maker" in keys
    assert "trader" not in keys


@pytest.mark.parametrize("text", ["", "😀", "\x00", "xqzwv", "a" * 100_000])
def test_a_query_that_names_nothing_finds_nothing_and_does_not_fail(register_finder: Finder, text: str) -> None:
    assert register_finder.find(register_finder.understand(text)).total == 0


LEAD = {
    "mine": "铅矿石、铅锭的销售。",
    "battery": "生产：铅酸蓄电池。",
    "unleaded": "无铅黄铜棒的生产。",
    "without": "生产不含铅的搪瓷。",
    "denier": "Wir fertigen Ventile, aber keine Zahnräder.",
    "gears": "Fertigung von Zahnrädern.",
}


@pytest.fixture(scope="module")
def lead_finder(labels: LabelIndex, translation: PartTranslation) -> Finder:
    return finder_over(labels, translation, LEAD, None)


@pytest.mark.parametrize("text", ["bleifreie Emaille", "Emaille ohne Blei", "lead-free enamel"])
def test_what_shall_be_lacking_is_not_looked_for(lead_finder: Finder, text: str) -> None:
    keys = [hit.key for hit in lead_finder.find(lead_finder.understand(text)).hits]
    assert {"unleaded", "without"} <= set(keys)
    assert not {"mine", "battery"} & set(keys)


def test_who_looks_for_a_thing_does_not_find_those_who_are_without(lead_finder: Finder) -> None:
    keys = [hit.key for hit in lead_finder.find(lead_finder.understand("Blei")).hits]
    assert keys[0] == "mine"
    assert not {"unleaded", "without"} & set(keys)


def test_what_a_document_denies_it_does_not_offer(lead_finder: Finder) -> None:
    assert [hit.key for hit in lead_finder.find(lead_finder.understand("Zahnräder")).hits] == ["gears"]


def test_whom_the_writer_is_he_does_not_look_for(register_finder: Finder) -> None:
    planned = register_finder.find(register_finder.understand("Wir sind Hersteller von Ventilen und suchen Händler.")).intent
    assert planned.roles == {"trader"}
    assert register_finder.find(register_finder.understand("Hersteller von Ventilen")).intent.roles == {"maker"}
