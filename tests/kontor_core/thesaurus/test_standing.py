"""What a text names as its own, as what others are for, and as what is done with a thing."""

from __future__ import annotations

import pytest

from kontor_core.search.analysis import Statement, analyse
from kontor_core.search.document import FOR, TEXT, Reader, Source, build
from kontor_core.search.explanation import gist
from kontor_core.thesaurus import branches
from kontor_core.thesaurus.index import LabelIndex


def statements(labels: LabelIndex, text: str, language: str | None = None) -> dict[str, Statement]:
    return {labels.thesaurus.concepts[s.mention.concept].id: s for s in analyse(labels, text, language).statements}


def applications(labels: LabelIndex, text: str, language: str | None = None) -> set[str]:
    return {concept for concept, s in statements(labels, text, language).items() if s.mention.is_application}


@pytest.mark.parametrize(
    ("text", "users", "offered"),
    [
        ("Barhocker und Tische für Hotels, Restaurants und Krankenhäuser", {"hotel", "restaurant", "hospital"}, {"stool", "table"}),
        ("Kabelkonfektion und Schaltschrankbau für den Maschinenbau", {"machine-building"}, {"cable-assembly-service", "switch-cabinet"}),
        ("Unsere Kreiselpumpen laufen in Brauereien auf fünf Kontinenten.", {"brewing"}, {"centrifugal-pump"}),
        ("Wir beliefern Bäckereien und Supermärkte mit Röstkaffee.", {"baking", "supermarket"}, {"roasted-coffee"}),
        ("Contract furniture for hotels and restaurants: bar stools and tables.", {"hotel", "restaurant"}, {"hotel-furniture", "stool", "table"}),
        ("Bread and cakes delivered to cafés across Bristol.", {"cafe"}, {"bread", "cake-pastry"}),
        ("Honeycomb panels and prepregs for aerospace customers.", {"aerospace"}, {"prepreg"}),
        ("齿轮减速机及联轴器的设计制造，广泛应用于矿山、冶金、运输。", {"metallurgy", "freight-transport"}, {"gear-unit", "coupling"}),
        ("我们为家电客户开发注塑模具。", {"household-appliance"}, {"injection-mould"}),
        ("本品适用于酒店、学校、医院等场所的地毯。", {"hotel", "school", "hospital"}, {"carpet"}),
    ],
)
def test_users_are_told_from_what_is_offered(labels: LabelIndex, text: str, users: set[str], offered: set[str]) -> None:
    found = statements(labels, text)
    assert {concept for concept, s in found.items() if s.mention.is_application} == users
    assert offered <= found.keys() - users


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Ihr Fachbetrieb für Heizung und Sanitär", "heating-installation"),
        ("Werbeagentur für Webdesign und Messebau", "web-development"),
        ("Gesucht wird ein Lieferant für Edelstahlgehäuse.", "sheet-metal-housing"),
        ("Bremsscheiben für alle gängigen Lkw", "truck"),
        ("Excavators and scaffolding for hire by the day", "rental"),
        ("We are looking for hotels in the Alps", "hotel"),
        ("Hotel am See mit Restaurant und Sauna", "hotel"),
        ("矿山机械和冶金设备的制造", "mining-machine"),
    ],
)
def test_what_is_named_itself_is_no_use(labels: LabelIndex, text: str, concept: str) -> None:
    assert concept in statements(labels, text)
    assert concept not in applications(labels, text)


def test_the_end_of_an_enumeration_of_users_is_found(labels: LabelIndex) -> None:
    assert applications(labels, "Saatgut und Dünger für den Ackerbau, dazu Ersatzteile für Traktoren") == {"crop-growing"}


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Großhandel mit Schrauben und Muttern", {"wholesale"}),
        ("Entwicklung, Herstellung und Vertrieb von Sensoren", {"r-and-d"}),
        ("Wholesale of bolts and screws", {"wholesale"}),
        ("电线电缆、断路器批发零售", {"wholesale"}),
        ("压力传感器的研发、生产和销售", {"r-and-d"}),
        ("塑料制品销售", {"plastics-trade"}),
        ("Großhandel", set()),
        ("货物进出口", set()),
        ("Forschung und Entwicklung im Auftrag", set()),
    ],
)
def test_trade_and_development_beside_a_thing_say_what_is_done_with_it(labels: LabelIndex, text: str, acts: set[str]) -> None:
    found = statements(labels, text)
    assert {concept for concept, s in found.items() if s.mention.is_activity} == acts
    assert found.keys() - acts or not acts


def test_a_register_item_names_its_thing(labels: LabelIndex) -> None:
    assert {"plastic-product", "mould"} <= statements(labels, "塑料制品销售；模具制造").keys()


def test_a_use_is_weak_evidence_and_no_part_of_what_a_company_does(labels: LabelIndex) -> None:
    payload = {}
    for key, text in {"maker": "Barhocker und Tische für Hotels und Restaurants", "hotel": "Hotel mit Restaurant"}.items():
        document, _ = build(labels, key, [Source(text, TEXT, "de")])
        payload[key] = document.payload
        hotel = list(Reader(document.payload).concepts).index(labels.thesaurus.by_id["hotel"].index)
        assert bool(Reader(document.payload).flags[hotel] & FOR) == (key == "maker")
        assert ("55" in {code[:2] for code in document.filters.get("isic2", ())}) == (key == "hotel")
    chances = {key: dict(zip(Reader(p).concepts, Reader(p).chances, strict=True))[labels.thesaurus.by_id["hotel"].index] for key, p in payload.items()}
    assert chances["maker"] < chances["hotel"]
    assert "Hotel" not in gist(labels, payload["maker"], "de")
    assert "Hotel" in gist(labels, payload["hotel"], "de")


def test_the_tables_of_users_and_acts_hold_known_concepts(labels: LabelIndex) -> None:
    tables = (branches.PLACE_ROOTS, branches.BRANCH_ROOTS, branches.BRANCHES, branches.TRADING, branches.ATTENDING)
    assert not {name for table in tables for name in table if labels.thesaurus.get(name) is None}
