"""The part lexicon: its form, words of its fields in all directions, and that none of them takes other words apart."""

from __future__ import annotations

import re

import pytest

from kontor_core.text import normalise
from kontor_core.thesaurus.index import LabelIndex
from kontor_core.translation.lexicon import PARTS
from kontor_core.translation.model import PartTranslation

_HAN = re.compile(r"[\u3400-\u9fff]")


def _rows() -> list[list[str]]:
    return [line.split("\t") for line in PARTS.read_text(encoding="utf-8").splitlines()]


def test_every_row_has_clean_values_in_three_languages() -> None:
    header, *rows = _rows()
    assert header == ["de", "zh", "en"]
    assert len(rows) > 10_000
    for row in rows:
        assert len(row) == 3, row
        values = [cell.split("|") for cell in row]
        assert all(value and value == " ".join(value.split()) for cell in values for value in cell), row
        assert all(_HAN.search(value) for value in values[1]), row
        assert not any(_HAN.search(value) for cell in (values[0], values[2]) for value in cell), row


def test_no_row_stands_twice() -> None:
    rows = [tuple(row) for row in _rows()]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize(
    ("german", "chinese", "english"),
    [
        ("gezüchtet", "养殖", "farmed"),
        ("Gefängnis", "监狱", "prison"),
        ("Strafverteidigung", "辩护", "defence"),
        ("Hagelversicherung", "雹险", "hail"),
        ("Thiocyanat", "硫氰", "thiocyanate"),
        ("schwefelhaltig", "含硫", "sulphurous"),
        ("vorstädtisch", "郊区", "suburban"),
        ("choreografisch", "编排", "choreographic"),
        ("Trägerfrequenz", "载波", "carrier"),
        ("Heuwender", "翻草", "tedder"),
        ("Abitur", "高考", "entrance"),
        ("Wiederkäuer", "反刍", "ruminant"),
    ],
)
def test_words_of_the_fields_are_translated(labels: LabelIndex, translation: PartTranslation, german: str, chinese: str, english: str) -> None:
    parts = translation.parts_of(labels, normalise(german).text, "de")
    assert chinese in {target for part in parts for target, _ in translation.translations(part, "de", "zh")}
    assert english in {target for part in parts for target, _ in translation.translations(part, "de", "en")}
    assert set(parts) & {target for target, _ in translation.translations(english, "en", "de")}
    assert set(parts) & {target for target, _ in translation.translations(chinese, "zh", "de")}


@pytest.mark.parametrize(
    ("german", "parts"),
    [
        ("Chemikalien", ["chemikalie"]),
        ("Haftkleber", ["haften", "kleber"]),
        ("branchenspezifisch", ["branche", "spezifisch"]),
        ("kinematografisch", ["kinematografisch"]),
        ("kleiner", ["klein"]),
        ("niedriger", ["niedrig"]),
    ],
)
def test_no_word_takes_others_apart(labels: LabelIndex, translation: PartTranslation, german: str, parts: list[str]) -> None:
    assert translation.parts_of(labels, normalise(german).text, "de") == parts
