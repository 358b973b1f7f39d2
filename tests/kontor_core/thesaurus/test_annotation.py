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


@pytest.mark.parametrize(
    ("text", "both"),
    [("印刷机械配件", {"printing-machine", "machined-part"}), ("注塑模具设计", {"injection-mould", "mould-design"}), ("铝合金门窗及幕墙", {"aluminium-doors-windows", "windows-doors-facades"})],
)
def test_a_label_that_reaches_into_the_next_is_named_too(labels: LabelIndex, text: str, both: set[str]) -> None:
    assert both == named(labels, text, "zh")


def test_a_label_of_one_more_character_is_no_overlap(labels: LabelIndex) -> None:
    assert named(labels, "机械零件加工", "zh") & {"machined-part", "mechanical-machining"}
    assert "furniture" not in named(labels, "国家具备", "zh")


@pytest.mark.parametrize(("process", "pieces"), [("aluminium die casting", "aluminium die castings"), ("forging", "forgings"), ("stamping", "stampings")])
def test_english_pieces_are_told_from_their_process(labels: LabelIndex, process: str, pieces: str) -> None:
    kind = {text: {labels.thesaurus.by_id[c].kind for c in named(labels, text, "en")} for text in (process, pieces)}
    assert kind[process] == {"process"}
    assert "process" not in kind[pieces]


def test_the_little_word_before_a_property_gives_it_no_advantage(labels: LabelIndex) -> None:
    assert named(labels, "anodising of aluminium profiles", "en") == {"anodising", "aluminium-profile"}


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Spritzgussformen", "injection-mould"), ("Druckgussformen", "die-casting-die"), ("Formen", "mould"), ("Kaltumformen", "cold-forging")],
)
def test_plurals_that_are_written_like_a_verb_are_the_noun(labels: LabelIndex, text: str, expected: str) -> None:
    assert expected in named(labels, text, "de")
    assert "metal-forming" not in named(labels, text, "de")
