"""Sizes, grades and voltages across languages: each finds its own and nothing that only begins like it."""

from __future__ import annotations

import pytest

from kontor_core.evaluation.runs import finder_over
from kontor_core.search.finder import Finder
from kontor_core.thesaurus.index import LabelIndex
from kontor_core.translation.model import PartTranslation

FIRMS = {
    "m8": "生产M8、M10螺丝", "m80": "生产M80螺丝", "6061": "6061铝合金型材加工", "6061000": "编号6061000铝合金型材", "220v": "220V电机制造", "24v": "24V电机制造",
    "german-m8": "Schrauben M 8 und Muttern", "english-m80": "M80 screws",
}


@pytest.fixture(scope="module")
def finder(labels: LabelIndex, translation: PartTranslation) -> Finder:
    return finder_over(labels, translation, FIRMS, None)


@pytest.mark.parametrize(
    ("text", "before", "behind"),
    [
        ("Schrauben M8", "m8", "m80"), ("M8 screws", "m8", "m80"), ("M8 screws", "german-m8", "english-m80"), ("Schrauben M80", "m80", "m8"), ("M 80 螺丝", "english-m80", "german-m8"),
        ("6061铝合金", "6061", "6061000"), ("EN AW-6061", "6061", "6061000"), ("Elektromotor 220 V", "220v", "24v"), ("24 V motor", "24v", "220v"),
    ],
)
def test_the_size_that_was_asked_for_comes_first(finder: Finder, text: str, before: str, behind: str) -> None:
    score = {hit.key: hit.score for hit in finder.find(finder.understand(text)).hits}
    assert score[before] > score.get(behind, 0.0)


def test_a_size_alone_finds_no_longer_one(finder: Finder) -> None:
    assert {hit.key for hit in finder.find(finder.understand("M8")).hits} == {"m8", "german-m8"}
