"""Sides, roles, negation and spans read from text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kontor_core.search.analysis import Analysis, analyse
from kontor_core.thesaurus.index import LabelIndex, load


def named(labels: LabelIndex, analysis: Analysis) -> dict[str, str]:
    return {labels.thesaurus.concepts[s.mention.concept].id: s.side for s in analysis.statements if not s.is_negated}


def negated(labels: LabelIndex, analysis: Analysis) -> set[str]:
    return {analysis.original[s.start : s.end] for s in analysis.statements if s.is_negated}


@pytest.mark.parametrize(
    ("text", "concept", "side"),
    [
        ("Wir suchen Aluminiumdruckguss", "aluminium-die-casting", "want"),
        ("Wir bieten Aluminiumdruckguss", "aluminium-die-casting", "offer"),
        ("Aluminiumdruckguss gesucht.", "aluminium-die-casting", "want"),
        ("寻求铝合金压铸件厂家", "aluminium-die-cast-part", "want"),
        ("我公司生产铝合金压铸件", "aluminium-die-cast-part", "offer"),
        ("Looking for aluminium die casting", "aluminium-die-casting", "want"),
        ("We manufacture valves and seek distributors", "valve", "offer"),
    ],
)
def test_side(labels: LabelIndex, text: str, concept: str, side: str) -> None:
    assert named(labels, analyse(labels, text))[concept] == side


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Hersteller von Ventilen", {"maker"}),
        ("Händler für Ventile", {"trader"}),
        ("Handelsvertretung für Ventile", {"agent"}),
        ("阀门生产、销售", {"maker", "trader"}),
        ("阀门代理商", {"agent"}),
        ("valve manufacturer", {"maker"}),
        ("valve distributor", {"trader"}),
    ],
)
def test_roles(labels: LabelIndex, text: str, roles: set[str]) -> None:
    assert set(analyse(labels, text).wanted_roles) >= roles


@pytest.mark.parametrize(
    ("text", "role"),
    [("Ventile, keine Händler", "trader"), ("阀门，谢绝中介", "agent"), ("valves, no traders please", "trader"), ("Ventile, keine Vertreter", "agent")],
)
def test_roles_that_are_ruled_out(labels: LabelIndex, text: str, role: str) -> None:
    found = analyse(labels, text)
    assert role in found.excluded_roles
    assert role not in found.wanted_roles


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wir verkaufen Ventile, aber keine Pumpen.", {"Pumpen"}),
        ("销售：建筑材料（不含钢材）", {"钢材"}),
        ("Valves without pumps", {"pumps"}),
        ("不锈钢阀门", set()),
        ("无缝钢管", set()),
        ("非标设备", set()),
        ("除尘器", set()),
    ],
)
def test_negation_and_words_that_only_look_like_it(labels: LabelIndex, text: str, words: set[str]) -> None:
    assert negated(labels, analyse(labels, text)) == words


def test_register_boilerplate_names_nothing(labels: LabelIndex) -> None:
    found = analyse(labels, "阀门制造。(依法须经批准的项目，经相关部门批准后方可开展经营活动)〓")
    assert set(named(labels, found)) - {"role-maker"} == {"valve"}


def test_the_longest_label_wins(labels: LabelIndex) -> None:
    found = analyse(labels, "紧固件、不锈钢管")
    assert "fastener" in named(labels, found)
    assert not {"firmware", "steel"} & set(named(labels, found))


def test_offsets_are_those_of_the_original(labels: LabelIndex) -> None:
    text = "Wir su\u00adchen Ven\u00adtile aus ＳＴＡＨＬ"
    found = analyse(labels, text)
    assert "Ven\u00adtile" in {text[s.start : s.end] for s in found.statements}


BAD = ["", " \n\t", "\x00\x01", "😀🎉", "a" * 1_000_000, "\ud800", "𠀀𠀁", "؀العربية", "((((", "除" * 5000, "-" * 4000, "und- und- und-"]


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_no_text_is_too_bad(labels: LabelIndex, text: str) -> None:
    assert analyse(labels, text).language in {"de", "zh", "en"}


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("abäß 我们铝压铸除不含外，。；、-()Gehäuse0123.,un\n"), max_size=80))
def test_any_mixture_gives_valid_spans(text: str) -> None:
    found = analyse(load(), text)
    assert all(0 <= s.start < s.end <= len(text) for s in found.statements)
