"""What a thing is without is a part of its own, in every language."""

from __future__ import annotations

import pytest

from kontor_core.language import privatives
from kontor_core.language.privatives import ABSENT
from kontor_core.search.analysis import analyse
from kontor_core.thesaurus.index import LabelIndex
from kontor_core.translation.model import PartTranslation, parts_of


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("bleifreies", "de", ["¬blei"]),
        ("fckw-frei", "de", ["¬fckw"]),
        ("nicht brennbare platten", "de", ["¬brennbar", "platte"]),
        ("silos", "de", ["silo"]),
        ("lead-free solder", "en", ["¬lead", "solder"]),
        ("sugar free gum", "en", ["¬sugar", "gum"]),
        ("free samples", "en", ["free", "sample"]),
        ("non-woven", "en", ["¬woven"]),
        ("无铅焊", "zh", ["¬铅", "焊"]),
        ("无溶剂胶", "zh", ["¬溶", "¬剂", "¬溶剂", "胶"]),
        ("罗非鱼", "zh", ["罗", "非", "鱼", "罗非", "非鱼"]),
    ],
)
def test_parts_of_privatives(labels: LabelIndex, text: str, language: str, parts: list[str]) -> None:
    assert parts_of(labels, text, language) == parts


@pytest.mark.parametrize("text", ["nicht lieferbare platten", "befreit", "freileitung", "erlöse"])
def test_words_that_lack_nothing(labels: LabelIndex, text: str) -> None:
    assert not [part for part in parts_of(labels, text, "de") if part.startswith(ABSENT)]


@pytest.mark.parametrize(("part", "source", "target", "lacking", "thing"), [("¬blei", "de", "zh", "¬铅", "铅"), ("¬糖", "zh", "en", "¬sugar", "sugar"), ("¬naht", "de", "zh", "¬缝", "缝")])
def test_what_is_lacking_is_never_translated_into_the_thing(translation: PartTranslation, part: str, source: str, target: str, lacking: str, thing: str) -> None:
    found = [theirs for theirs, _ in translation.translations(part, source, target)]
    assert lacking in found
    assert thing not in found
    assert lacking not in [theirs for theirs, _ in translation.translations(part.removeprefix(ABSENT), source, target)]


@pytest.mark.parametrize("text", ["silikonfreie Trennmittel", "无醛板材", "Oil-free hinges", "非金属泵"])
def test_a_privative_is_neither_said_nor_denied(labels: LabelIndex, text: str) -> None:
    found = analyse(labels, text)
    lack = privatives.find(found.normalised.text)[0]
    assert not [s for s in found.statements if s.mention.start < lack.end and s.mention.end < lack.end]
    assert not [s for s in found.statements if s.is_negated]


def test_a_lack_in_words_meets_the_lack_in_a_word(labels: LabelIndex) -> None:
    found = analyse(labels, "Lot ohne Blei für Leiterplatten")
    start, end = found.lacks()[0]
    assert found.normalised.text[start:end].strip() == "blei"
    assert "blei" not in found.affirmed()
    assert "leiterplatten" in found.affirmed()
