"""What an industry code tells, and what it does not."""

from __future__ import annotations

import pytest

from kontor_core.search.document import CONFIDENCE, INFERRED, NAME, STATED, TEXT, Reader, Source, build
from kontor_core.supply.inference import inferred_concepts, mention_of, wording
from kontor_core.supply.scope import industry_code
from kontor_core.thesaurus import index as labels


@pytest.mark.parametrize(
    ("cell", "is_chinese", "first"),
    [
        ("24.53.0 Leichtmetallgießereien", False, "aluminium-casting"),
        ("2453", False, "aluminium-casting"),
        ("46.69.0 Großhandel mit sonstigen Maschinen", False, "machinery-wholesale"),
        ("C3392 有色金属铸造", True, ""),
        ("25 Herstellung von Metallerzeugnissen", False, ""),
        ("99.99.9", False, ""),
    ],
)
def test_concepts_of_codes(cell: str, is_chinese: bool, first: str) -> None:
    code = industry_code(cell, is_chinese)
    assert code is not None
    found = inferred_concepts(code)
    if not first and is_chinese:
        assert found
    else:
        assert "".join(found[:1]) == first


def test_the_list_s_own_title_is_kept_and_ours_fills_in() -> None:
    with_title, without = industry_code("24.53.0 Leichtmetallgießereien", False), industry_code("24.53.0", False)
    assert with_title is not None and without is not None
    assert wording(with_title, "de") == "24.53.0 Leichtmetallgießereien"
    code, _, title = wording(without, "de").partition(" ")
    assert (code, bool(title)) == ("24.53.0", True)
    unknown = industry_code("99.99.9", False)
    assert unknown is not None and wording(unknown, "de") == "99.99.9"
    assert mention_of("wz2008", "99.99.9") is None


def test_inferred_concepts_stand_behind_the_company_s_own() -> None:
    index = labels.load()
    assert CONFIDENCE[INFERRED] < CONFIDENCE[NAME] < CONFIDENCE[TEXT] < CONFIDENCE[STATED]
    text = "24.53.0 Leichtmetallgießereien"
    sources = [Source("Muster GmbH", NAME, "de"), Source(text, INFERRED, "de", concepts=("aluminium-casting", "die-casting")), Source("Druckguss", TEXT, "de")]
    document, _ = build(index, "one", sources)
    reader = Reader(document.payload)
    rows = {index.thesaurus.concepts[concept].id: row for row, concept in enumerate(reader.concepts)}
    assert reader.flags[rows["aluminium-casting"]] & 3 == INFERRED
    assert (reader.starts[rows["aluminium-casting"]], reader.lengths[rows["aluminium-casting"]]) == (0, len(text))
    assert reader.flags[rows["die-casting"]] & 3 == TEXT
    assert "aluminium-casting" in document.tokens["offer_name"]
    assert "aluminium-casting" not in document.tokens["offer_text"]
    alone, _ = build(index, "two", sources[:2])
    assert not any("giesserei" in part for part in alone.tokens.get("offer_de", ()))
