"""Splitting German words into parts."""

from __future__ import annotations

import pytest

from kontor_core.language.german import Splitter, fold
from kontor_core.thesaurus.index import LabelIndex

LEXICON = ["Aluminium", "Druck", "Guss", "Gehäuse", "Motor", "Pumpe", "Rad", "Zahn", "spritzen", "Spritze", "Maschine", "Maschinen", "Wein", "Messe", "Form", "Blech", "drehen", "Teil", "Ei", "Gießer"]


@pytest.fixture(scope="module")
def splitter() -> Splitter:
    return Splitter(LEXICON)


def parts(splitter: Splitter, word: str) -> list[str]:
    return [key for key, *_ in splitter.split(fold(word.lower()))]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Aluminiumdruckgussgehäuse", ["aluminium", "druck", "guss", "gehaeuse"]),
        ("Pumpengehäuse", ["pumpe", "gehaeuse"]),
        ("Zahnräder", ["zahn", "rad"]),
        ("Zahnraeder", ["zahn", "rad"]),
        ("Maschinen", ["maschine"]),
        ("Drehteile", ["drehen", "teil"]),
        ("Spritzguss", ["spritzen", "guss"]),
        ("Motorengehäusen", ["motor", "gehaeuse"]),
    ],
)
def test_compounds(splitter: Splitter, word: str, expected: list[str]) -> None:
    assert parts(splitter, word) == expected


@pytest.mark.parametrize("word", ["Schwein", "Zulieferer", "Gießerei", "Messen", "Kurzehose"])
def test_words_that_must_not_be_taken_apart(splitter: Splitter, word: str) -> None:
    assert len(splitter.split(fold(word.lower()))) == 1


def test_elided_heads_are_filled_in(splitter: Splitter) -> None:
    words = splitter.words("spritz- und druckguss")
    assert [[p.key for p in w.parts] for w in words] == [["spritzen", "guss"], ["und"], ["druck", "guss"]]


def test_offsets_point_into_the_text_even_after_umlauts(splitter: Splitter) -> None:
    text = "zahnräder und gehäuse"
    word = splitter.words(text)[0]
    assert [text[p.start : p.end] for p in word.parts] == ["zahn", "räder"]


@pytest.mark.parametrize("word", ["Schwein", "Zulieferer", "Kurzehose"])
def test_known_public_failures_with_the_full_lexicon(labels: LabelIndex, word: str) -> None:
    found = [key for key, *_ in labels.splitter.split(fold(word.lower()))]
    assert not {"wein", "zeh", "zehe", "lieferer"} & set(found)


def test_a_plural_inside_a_label_does_not_become_a_word_of_its_own(labels: LabelIndex) -> None:
    assert [key for key, *_ in labels.splitter.split("keramikfliesen")] == ["keramik", "fliese"]
