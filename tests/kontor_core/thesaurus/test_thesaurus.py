"""The thesaurus as shipped, its checks and its exchange form."""

from __future__ import annotations

from pathlib import Path

import pytest

from kontor_core.classification.tables import isic_codes
from kontor_core.thesaurus import checks, skos
from kontor_core.thesaurus.index import LabelIndex, build
from kontor_core.thesaurus.loading import COLUMNS, ThesaurusError, read

HEADER = "\t".join(COLUMNS)


def line(**values: str) -> str:
    defaults = {"id": "thing", "kind": "product", "broader": "top", "de": "Ding", "zh": "东西", "en": "thing"}
    return "\t".join({**defaults, **values}.get(name, "") for name in COLUMNS)


TOP = line(id="top", kind="sector", broader="", de="Oberes", zh="顶部", en="top")


def write(folder: Path, *lines: str) -> Path:
    (folder / "test.tsv").write_text("\n".join((HEADER, *lines)) + "\n", encoding="utf-8")
    return folder


def test_the_shipped_thesaurus_has_no_fault(labels: LabelIndex) -> None:
    assert [str(f) for f in checks.check(labels.thesaurus, isic_codes())] == []


def test_it_is_as_large_as_it_says(labels: LabelIndex) -> None:
    counted = checks.statistics(labels.thesaurus)
    assert counted["concepts"] >= 5000
    assert counted["relations_total"] >= 3000
    assert counted["ambiguous_labels"] >= 150


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ((line(broader="nowhere"),), "broader"),
        ((line(related="made-by:nowhere"),), "related"),
        ((line(related="sold-by:top"),), "relation"),
        ((line(), line(de="Sache", zh="物品", en="item")), "double-id"),
        ((line(), line(id="other")), "shared"),
        ((line(kind="gadget"),), "kind"),
        ((line(zh="东"),), "characters"),
        ((line(zh="thing"),), "characters"),
        ((line(de="东西"),), "characters"),
        ((line(de=""),), "preferred"),
        ((line(id="Thing"),), "id"),
        ((line(de_alt="Ding"),), "doubled"),
        ((line(broader=""),), "no-broader"),
        ((line(id="first", broader="second"), line(id="second", broader="first", de="B", zh="乙乙", en="b")), "cycle"),
    ],
)
def test_every_fault_is_found_at_its_line(tmp_path: Path, lines: tuple[str, ...], code: str) -> None:
    found = checks.check(read([write(tmp_path, TOP, *lines)]))
    assert code in {finding.code for finding in found}
    assert all(finding.file == "test.tsv" for finding in found)


def test_codes_are_checked_against_the_classification(tmp_path: Path) -> None:
    found = checks.check(read([write(tmp_path, TOP, line(isic="9999"))]), frozenset({"2431"}))
    assert [(f.line, f.code) for f in found] == [(3, "isic")]


def test_a_line_with_too_few_cells_is_named(tmp_path: Path) -> None:
    with pytest.raises(ThesaurusError, match=r"test.tsv:3: 2 cells"):
        read([write(tmp_path, TOP, "thing\tproduct")])


def test_an_overlay_file_adds_a_concept(labels: LabelIndex, tmp_path: Path) -> None:
    overlay = tmp_path / "own.tsv"
    overlay.write_text(f"{HEADER}\n{line(id='glow-widget', broader='valve', de='Glimmventilator', zh='辉光器件件', en='glow widget')}\n", encoding="utf-8")
    compiled = build(read([Path(checks.__file__).parent / "data", overlay]))
    from kontor_core.search.analysis import analyse

    assert "glow-widget" in {compiled.thesaurus.concepts[s.mention.concept].id for s in analyse(compiled, "Wir bauen Glimmventilatoren").statements}


def test_skos_holds_labels_hierarchy_and_relations(tmp_path: Path) -> None:
    made = line(related="made-by:casting", de_alt="Gegenstand")
    casting = line(id="casting", kind="process", de="Gießen", zh="铸造件", en="casting")
    text = skos.turtle(read([write(tmp_path, TOP, made, casting)]))
    for piece in ('skos:prefLabel "Ding"@de', '"东西"@zh-Hans', 'skos:altLabel "Gegenstand"@de', "skos:broader <urn:kontor:concept:top>", "made-by"):
        assert piece in text
