"""Acts that stand apart from their things, heads that a list shares, and words in small letters."""

from __future__ import annotations

import pytest

from kontor_core.search.analysis import analyse
from kontor_core.thesaurus.index import LabelIndex


def named(labels: LabelIndex, text: str, language: str | None = None) -> set[str]:
    return {labels.thesaurus.concepts[s.mention.concept].id for s in analyse(labels, text, language).statements}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Planung, Montage und Wartung von Photovoltaikanlagen", "pv-om"),
        ("Planung, Montage und Wartung von Photovoltaikanlagen", "pv-installation"),
        ("Bagger, Radlader und Betonmischer zu vermieten.", "machinery-rental"),
        ("Wir reparieren Pumpen und Kompressoren aller Hersteller.", "machine-repair"),
        ("Entwicklung von Steuerungssoftware", "software-development"),
        ("Our workshop repairs pumps and compressors.", "machine-repair"),
        ("The firm cuts spur gears and helical gears.", "gear-cutting"),
        ("uPVC windows and doors fitted by our own teams", "window-door-installation"),
        ("铝合金门窗、玻璃幕墙的设计、制作和安装", "window-door-installation"),
        ("铝合金门窗、玻璃幕墙的设计、制作和安装", "curtain-wall-works"),
        ("出租挖掘机，按天按月均可。", "machinery-rental"),
    ],
)
def test_an_act_and_its_thing_are_named_together(labels: LabelIndex, text: str, concept: str) -> None:
    assert concept in named(labels, text)


@pytest.mark.parametrize(("text", "concept"), [("Bagger und Radlader, Beton", "machinery-rental"), ("Powder coating and aluminium profiles", "aluminium-profile-coating"), ("加工中心、门窗", "window-door-installation")])
def test_a_thing_alone_names_no_act(labels: LabelIndex, text: str, concept: str) -> None:
    assert concept not in named(labels, text)


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("Dreh- und Frästeile nach Zeichnung", {"turned-part", "milled-part"}),
        ("Stanz- und Biegeteile", {"stamped-part", "bent-part"}),
        ("Gewebe aus Glas-, Aramid- und Carbonfasern", {"glass-fibre", "aramid-fibre", "carbon-fibre"}),
        ("Kugel-, Rollen- und Gleitlager", {"ball-bearing", "roller-bearing", "plain-bearing"}),
        ("Holz-, Kunststoff- und Aluminiumfenster", {"wooden-window", "pvc-window", "aluminium-window"}),
    ],
)
def test_elided_heads_win_over_the_front_alone(labels: LabelIndex, text: str, concepts: set[str]) -> None:
    assert concepts <= named(labels, text, "de")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Wir planen und bauen Kläranlagen in ganz Bayern.", "tarpaulin"),
        ("Unsere Leistungen stärken die Region.", "starch"),
        ("Anlagen, schlüsselfertig geliefert nach Polen", "key"),
        ("wir planen kugelhähne zu kaufen", "tarpaulin"),
        ("Laufräder, geprüfte Qualität seit Jahren aus Hessen", "testing-service"),
    ],
)
def test_words_in_small_letters_are_no_nouns(labels: LabelIndex, text: str, wrong: str) -> None:
    assert wrong not in named(labels, text, "de")


@pytest.mark.parametrize(
    ("text", "concept"),
    [("Planen und Zelte nach Maß", "tarpaulin"), ("suche kugelhähne aus edelstahl", "ball-valve"), ("Seit 1924 gießen wir Grauguss.", "casting-process"), ("KUGELHÄHNE AUS EDELSTAHL", "ball-valve")],
)
def test_nouns_are_found_however_they_are_written(labels: LabelIndex, text: str, concept: str) -> None:
    assert concept in named(labels, text, "de")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Abholung Montag bis Samstag ab 6.30 Uhr", "watch-clock"),
        ("Wir sind rund um die Uhr für Sie da und liefern Pumpen.", "watch-clock"),
        ("Wandstärke mindestens 2 mm", "starch"),
        ("Unser Maschinenpark umfasst fünf Drehmaschinen", "public-park"),
        ("Schadstoffe im Boden", "fabric"),
        ("Sechskantnuss mit Antrieb", "edible-nut"),
        ("Innentüren aus Holz", "trade-association"),
        ("Short lead times and custom designs for cable assemblies", "customs-authority"),
        ("Short lead times and custom designs for cable assemblies", "lead"),
        ("Our new plant near Pune makes transformers and switchgear.", "power-plant"),
        ("Trade counter open from 7 am", "additive-manufacturing"),
        ("A reliable partner in China for toys and gifts", "porcelain"),
        ("微风电扇和暖风机", "wind-energy"),
    ],
)
def test_ordinary_words_name_no_thing(labels: LabelIndex, text: str, wrong: str) -> None:
    assert wrong not in named(labels, text)


@pytest.mark.parametrize(
    ("text", "concept"),
    [("customs clearance", "customs-clearance"), ("fine china and porcelain plates", "porcelain"), ("Stadtpark", "public-park"), ("Uhren und Schmuck", "watch-clock"), ("plant pots and plants for landscaping, nurseries", "nursery-plant"), ("Stoffe", "fabric")],
)
def test_the_same_words_name_it_where_they_mean_it(labels: LabelIndex, text: str, concept: str) -> None:
    assert concept in named(labels, text)


@pytest.mark.parametrize(("text", "denied", "kept"), [("塑料制品制造（除塑料袋）", "plastic-bag", "plastic-product"), ("除塑料袋、泡沫，塑料制品均可生产", "plastic-bag", "plastic-product")])
def test_an_exception_without_its_end_is_denied(labels: LabelIndex, text: str, denied: str, kept: str) -> None:
    found = {labels.thesaurus.concepts[s.mention.concept].id: s.is_negated for s in analyse(labels, text, "zh").statements}
    assert found[denied]
    assert not found[kept]
