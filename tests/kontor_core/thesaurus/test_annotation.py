"""Which label wins where several lie over a text, and which words are kept apart although they look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from kontor_core.search.analysis import analyse
from kontor_core.thesaurus import checks
from kontor_core.thesaurus.index import LabelIndex, build
from kontor_core.thesaurus.loading import COLUMNS, WORD_COLUMNS, read


def named(labels: LabelIndex, text: str, language: str | None = None) -> set[str]:
    return {labels.thesaurus.concepts[s.mention.concept].id for s in analyse(labels, text, language).statements}


@pytest.mark.parametrize(
    ("text", "inside"),
    [("国家具有战略意义的项目", "furniture"), ("参加工作会议", "role-maker"), ("Unsere Stärke ist die Erfahrung.", "starch"), ("Die Gesellschaft für die Branche.", "stamping-die")],
)
def test_a_plain_word_keeps_its_characters(labels: LabelIndex, text: str, inside: str) -> None:
    assert inside not in named(labels, text)


@pytest.mark.parametrize(("text", "concept"), [("中国家具", "furniture"), ("Stärke und Zucker", "starch"), ("die casting", "die-casting"), ("progressive die", "progressive-die")])
def test_the_same_characters_are_read_where_they_stand_for_themselves(labels: LabelIndex, text: str, concept: str) -> None:
    assert concept in named(labels, text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Platin", "Platine"), ("Rahm", "Rahmen"), ("Kohl", "Kohle"), ("Spule", "Spüle"), ("Druckluft", "Lüfter"), ("Kart", "Karte"), ("Platinbarren", "Platinen")],
)
def test_words_that_look_like_forms_of_each_other_are_kept_apart(labels: LabelIndex, one: str, other: str) -> None:
    first, second = named(labels, one, "de"), named(labels, other, "de")
    assert first
    assert second
    assert not first & second


@pytest.mark.parametrize(("noun", "forms"), [("Fräsen", ("Fräsungen", "Fräsarbeiten")), ("Beschichtung", ("Beschichtungen", "beschichten")), ("chirurgisches Instrument", ("chirurgische Instrumente", "chirurgischer Instrumente"))])
def test_forms_of_one_word_meet(labels: LabelIndex, noun: str, forms: tuple[str, ...]) -> None:
    for form in forms:
        assert named(labels, noun, "de") & named(labels, form, "de")


def test_a_property_that_names_its_material_says_both(labels: LabelIndex) -> None:
    assert {"stainless-made", "stainless-steel"} <= named(labels, "Gehäuse aus Edelstahl")
    statements = [s for s in analyse(labels, "Gehäuse aus Edelstahl").statements if labels.thesaurus.concepts[s.mention.concept].id == "stainless-steel"]
    assert [s.mention.is_head for s in statements] == [False]


def _with_words(folder: Path, *words: str) -> Path:
    concept = dict.fromkeys(COLUMNS, "") | {"id": "goods", "kind": "sector", "de": "Ware", "zh": "家具", "en": "goods"}
    (folder / "test.tsv").write_text("\n".join(("\t".join(COLUMNS), "\t".join(concept[name] for name in COLUMNS))) + "\n", encoding="utf-8")
    (folder / "words.tsv").write_text("\n".join(("\t".join(WORD_COLUMNS), *words)) + "\n", encoding="utf-8")
    return folder


def test_a_word_of_the_list_wins_over_a_label_of_the_same_length(tmp_path: Path) -> None:
    bare = build(read([_with_words(tmp_path, "")]))
    assert named(bare, "国家具", "zh") == {"goods"}
    held = build(read([_with_words(tmp_path, "国家\tzh\toccupies")]))
    assert named(held, "国家具", "zh") == set()
    assert named(held, "木家具", "zh") == {"goods"}


@pytest.mark.parametrize("words", [("国家\tzh\tstops",), ("国家\tfr\toccupies",), ("国家\tzh\toccupies", "国家\tzh\toccupies")])
def test_faults_of_the_word_list_are_found(tmp_path: Path, words: tuple[str, ...]) -> None:
    found = checks.check(read([_with_words(tmp_path, *words)]))
    assert "words.tsv" in {finding.file for finding in found}
