"""The reading aid names what a text names, and a role only where a word says who."""

from __future__ import annotations

import pytest

from kontor_core.search.analysis import analyse
from kontor_core.search.explanation import gloss
from kontor_core.thesaurus.index import LabelIndex


@pytest.mark.parametrize(("text", "language"), [("本公司从事塑料制品的生产和加工", "zh"), ("Herstellung und Vertrieb von Ventilen", "de"), ("manufacturing of valves", "en")])
def test_the_doing_is_not_glossed_as_the_doer(labels: LabelIndex, text: str, language: str) -> None:
    glosses = gloss(labels, analyse(labels, text, language), "en")
    assert [g.concept for g in glosses if g.concept.startswith("role-")] == []
    assert [g.concept for g in glosses] != []


@pytest.mark.parametrize(("text", "language", "role"), [("我们是阀门生产厂家", "zh", "role-maker"), ("阀门经销商", "zh", "role-trader"), ("Händler für Ventile", "de", "role-trader"), ("valve distributor", "en", "role-trader")])
def test_the_doer_is_glossed(labels: LabelIndex, text: str, language: str, role: str) -> None:
    assert role in {g.concept for g in gloss(labels, analyse(labels, text, language), "en")}
