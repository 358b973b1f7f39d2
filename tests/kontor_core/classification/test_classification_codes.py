"""Codes typed into the search: which numbers are codes, of which system, and which are not."""

from __future__ import annotations

import pytest

from kontor_core.classification.codes import CodeMention, concepts_of, concepts_of_isic, find_codes


def seen(text: str) -> list[tuple[str, str, str]]:
    return [(mention.system, mention.code, text[mention.start : mention.end]) for mention in find_codes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("28.41", [("wz2008", "28.41", "28.41")]),
        ("28.41 Werkzeugmaschinen", [("wz2008", "28.41", "28.41")]),
        ("28.41, 25.62 und 24.53", [("wz2008", "28.41", "28.41"), ("wz2008", "25.62", "25.62"), ("wz2008", "24.53", "24.53")]),
        ("WZ 24.53.0", [("wz2008", "24.53.0", "24.53.0")]),
        ("24.53.0 Leichtmetallgießereien", [("wz2008", "24.53.0", "24.53.0")]),
        ("unser Schwerpunkt 24.53.0 ist neu", [("wz2008", "24.53.0", "24.53.0")]),
        ("WZ 2008: 28.41", [("wz2008", "28.41", "28.41")]),
        ("NACE 2562", [("wz2008", "25.62", "2562")]),
        ("NACE Rev. 2 28.4", [("wz2008", "28.4", "28.4")]),
        ("Wirtschaftszweig C 25.62", [("wz2008", "25.62", "25.62")]),
        ("62.10", [("wz2025", "62.10", "62.10")]),
        ("WZ 2025: 28.41", [("wz2025", "28.41", "28.41")]),
        ("C3311", [("gbt4754", "3311", "C3311")]),
        ("Ｃ３３１１", [("gbt4754", "3311", "Ｃ３３１１")]),
        ("我司C3525模具制造", [("gbt4754", "3525", "C3525")]),
        ("C3311、C3392", [("gbt4754", "3311", "C3311"), ("gbt4754", "3392", "C3392")]),
        ("GB/T 4754-2017 3311", [("gbt4754", "3311", "3311")]),
        ("行业代码：3392", [("gbt4754", "3392", "3392")]),
        ("C3741", [("gbt4754", "374", "C3741")]),
        ("ISIC 2431", [("isic4", "2431", "2431")]),
        ("ISIC Rev. 4: C2431", [("isic4", "2431", "C2431")]),
        ("7604", [("hs", "7604", "7604")]),
        (" 8481 ", [("hs", "8481", "8481")]),
        ("8481.80", [("hs", "848180", "8481.80")]),
        ("84818011", [("hs", "84818011", "84818011")]),
        ("HS 8481.80", [("hs", "848180", "8481.80")]),
        ("HS-Code: 7604 29 90", [("hs", "76042990", "7604 29 90")]),
        ("Zolltarifnummer 8481 80 19 gesucht", [("hs", "84818019", "8481 80 19")]),
        ("税号7604.29 铝型材", [("hs", "760429", "7604.29")]),
        ("海关编码：84818040", [("hs", "84818040", "84818040")]),
        ("tariff heading 7604 profiles", [("hs", "7604", "7604")]),
    ],
)
def test_codes_are_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert seen(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "seit 2008",
        "WZ 2008",
        "GB/T 4754-2017",
        "GB/T 3311",
        "3311",
        "gegründet 1998, 2431 Mitarbeiter",
        "8481 Stück",
        "Profile 7604 mm lang",
        "28.41 mm",
        "28.41%",
        "12.00 Uhr",
        "Preis 28.41",
        "28.41万元",
        "am 01.11.2018",
        "10.20.30.1",
        "M8 Schrauben",
        "Stahl C45",
        "C35",
        "C3604黄铜",
        "C3712 Messing",
        "6061铝合金",
        "DIN EN ISO 9001",
        "EN 10.20",
        "EN AC-46000",
        "HS 9999",
        "Z3311",
        "A3311",
    ],
)
def test_numbers_that_are_no_codes_stay_numbers(text: str) -> None:
    assert seen(text) == []


def test_a_mention_carries_its_isic_classes() -> None:
    assert find_codes("WZ 24.5") == [CodeMention("wz2008", "24.5", 3, 7, ("2431", "2432"))]
    assert find_codes("62.10.0") == [CodeMention("wz2025", "62.10.0", 0, 7, ("6201",))]
    assert find_codes("HS 7604") == [CodeMention("hs", "7604", 3, 7, ())]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("7604", "aluminium-profile"),
        ("HS 8481.80", "valve"),
        ("28.41", "machine-tool"),
        ("24.53.0", "aluminium-casting"),
        ("C3311", "steel-structure"),
        ("C3525", "mould"),
        ("ISIC 2431", "cast-iron"),
        ("WZ 2025 62.10", "software-development"),
    ],
)
def test_a_code_leads_to_the_concept_it_means_first(text: str, concept: str) -> None:
    (mention,) = find_codes(text)
    assert concepts_of(mention)[0] == concept


def test_a_high_level_takes_one_concept_of_each_class_in_turn() -> None:
    (mention,) = find_codes("WZ 24.5")
    assert concepts_of(mention) == ("cast-iron", "non-ferrous-casting", "cast-part", "die-casting", "casting-process", "aluminium-casting")
    (whole,) = find_codes("ISIC 28")
    assert len(concepts_of(whole)) == 12


def test_concepts_of_an_isic_class() -> None:
    assert concepts_of_isic("2513") == ("steam-boiler", "boiler")
    assert concepts_of_isic("9900") == ()
