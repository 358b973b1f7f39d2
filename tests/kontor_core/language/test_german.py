"""Splitting German words into parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from kontor_core.language.german import Splitter, fold
from kontor_core.language.german_parts import KnownParts, read
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


def written(labels: LabelIndex, word: str) -> str:
    """The word with + between its parts, as it is written."""
    found = labels.splitter.words(word.lower())
    return "+".join(word[p.start : p.end] for w in found for p in w.parts)


@pytest.mark.parametrize(
    "parts",
    [
        "Biege+teil", "Lade+station", "Schiebe+tür", "Absaug+anlage", "Wärme+tauscher", "Haushalts+geräte", "Einweg+handschuhe", "Kunststoff+granulat",
        "Dünge+mittel", "Müll+verbrennung", "Spur+stange", "Schrauben+dreher+einsatz", "Leder+lenk+rad", "Schlaf+zimmer+einrichtung", "Software+erstellung",
        "Lohn+steuer", "Antriebs+achse", "Reinigungs+anlagen", "Einwanderungs+beratung", "Eisen+erz", "Kern+schießen", "Off+set+papier", "Rohr+spool",
    ],
)
def test_compounds_of_the_trade(labels: LabelIndex, parts: str) -> None:
    word = parts.replace("+", "").lower()
    assert written(labels, word) == parts.lower()


@pytest.mark.parametrize(
    "word",
    [
        "Werkzeug", "Fahrzeug", "Kunststoff", "Handschuh", "Hersteller", "Transport", "Wolfram", "Gardine", "Garantie", "Adresse", "Platine", "Gruppe", "Molybdän",
        "Ventilation", "Notebook", "Alternative", "Spargel", "aktivieren", "düngen", "Garage", "Leggings", "Regensburg", "Sachsen", "Müller", "Duisburg",
    ],
)
def test_words_and_names_that_stay_whole(labels: LabelIndex, word: str) -> None:
    assert written(labels, word) == word


@pytest.mark.parametrize(
    ("word", "wrong"),
    [
        ("Kurzehose", "zeh"), ("Schwein", "wein"), ("Müller", "mull"), ("Müll", "mull"), ("Lederlenkrad", "led"), ("Transport", "tran"), ("Eisenerz", "nerz"),
        ("Schraubendrehereinsatz", "rein"), ("Motorradersatzteil", "raderer"), ("Antriebsachse", "sachse"), ("Kaltstauchwerkzeug", "tauchen"), ("Forderungsankauf", "sankt"),
        ("Interessenverband", "essen"), ("Wärmepumpe", "arm"), ("Bearbeitungsöl", "soll"), ("Geländerrohr", "err"), ("Gesundheitscheck", "scheck"), ("Stahlstange", "tang"),
        ("Rehabilitationstrainer", "strainer"), ("Nerzmantel", "erz"),
    ],
)
def test_words_found_by_chance_inside_others(labels: LabelIndex, word: str, wrong: str) -> None:
    assert wrong not in {key for key, *_ in labels.splitter.split(fold(word.lower()))}


@pytest.mark.parametrize(("one", "other"), [("Zahnräder", "Zahnraeder"), ("Gießerei", "Giesserei"), ("Schläuche", "Schlaeuche"), ("Strasse", "Straße"), ("Gehäuse", "Gehaeusen")])
def test_umlauts_written_out_are_the_same_word(labels: LabelIndex, one: str, other: str) -> None:
    assert [k for k, *_ in labels.splitter.split(fold(one.lower()))] == [k for k, *_ in labels.splitter.split(fold(other.lower()))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("maschinen- und anlagenbau", "maschine bau|und|anlage bau"),
        ("blechbearbeitung und -umformung", "blech bearbeitung|und|blech umformung"),
        ("holz-, metall- und kunststoffverarbeitung", "holz verarbeitung|metall verarbeitung|und|kunststoff verarbeitung"),
        ("im- und export", "import|und|export"),
        ("ver- und entsorgung", "versorgung|und|entsorgung"),
        ("metallbe- und -verarbeitung", "metall bearbeitung|und|metall verarbeitung"),
        ("stahlrohre, -profile und -bleche", "stahl rohr|stahl profil|und|stahl blech"),
        ("kunststoffspritz- und aluminiumdruckguss", "kunststoff spritzen guss|und|aluminium druck guss"),
        ("aluminium- und zinkdruckguss", "aluminium druck guss|und|zink druck guss"),
        ("groß- und einzelhandel", "grosshandel|und|einzelhandel"),
        ("cnc- und drehteile", "cnc teil|und|drehen teil"),
    ],
)
def test_elided_halves_are_filled_in_from_either_side(labels: LabelIndex, text: str, expected: str) -> None:
    assert "|".join(" ".join(p.key for p in w.parts) for w in labels.splitter.words(text)) == expected


def test_an_elided_half_takes_no_more_room_than_is_written(labels: LabelIndex) -> None:
    text = "blechbearbeitung und -umformung, spritz- und druckguss"
    spans = [(p.start, p.end) for w in labels.splitter.words(text) for p in w.parts]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert text[slice(*spans[4])] == "umformung"


def test_the_table_of_parts_is_sound() -> None:
    known = read()
    assert not known.whole & known.front
    assert not known.no_part & (known.whole | known.front)
    assert len(known.free) == len(set(known.free))


def test_a_line_that_is_no_part_is_told(tmp_path: Path) -> None:
    path = tmp_path / "parts.tsv"
    path.write_text("kind\tword\npart\tRad\nparts\tRohr\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"parts\.tsv:3"):
        read(path)


def test_what_is_never_a_part_splits_nothing() -> None:
    words = ["Leder", "Led", "Erle", "Rad", "Lenkrad"]
    assert [k for k, *_ in Splitter(words, known=KnownParts(no_part=frozenset({"led"}))).split("lederlenkrad")] == ["leder", "lenkrad"]
