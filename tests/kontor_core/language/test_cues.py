"""Negation, sides and roles by clause, and the fast search of the cue tables."""

from __future__ import annotations

import pytest

from evaluation import cases
from kontor_core.language import cue_tables, cues
from kontor_core.text import normalise


def denied(text: str, language: str) -> list[str]:
    """Stretches that are denied, without the blanks around them."""
    normalised = normalise(text).text
    return [normalised[c.scope_start : c.scope_end].strip() for c in cues.find(normalised, language) if c.kind == "negation"]


@pytest.mark.parametrize(
    ("text", "language", "stretches"),
    [
        ("Ventile, keine Kolben, Ringe oder Federn, bitte schnell.", "de", ["kolben, ringe oder federn"]),
        ("Keine Pumpen, wir suchen Ventile.", "de", ["pumpen"]),
        ("Makler, Agenten und Händler unerwünscht.", "de", ["makler, agenten und händler"]),
        ("Angebote von Maklern werden nicht angenommen.", "de", ["maklern werden"]),
        ("Filter ohne Metall für Molkereien.", "de", ["metall"]),
        ("Statt Holz nehmen wir Stahl.", "de", ["holz"]),
        ("Außer Holz verarbeiten wir auch Stahl.", "de", []),
        ("Nicht nur Holz, sondern auch Stahl.", "de", []),
        ("Keine Lieferung ohne Prüfzeugnis.", "de", ["lieferung"]),
        ("Kein Bedarf an Pumpen.", "de", ["pumpen"]),
        ("Nicht rostende Federn.", "de", []),
        ("Wir suchen noch Partner.", "de", []),
        ("We do not make pumps and we sell valves.", "en", ["pumps"]),
        ("Agents will not be considered.", "en", ["agents will"]),
        ("Valves rather than pumps.", "en", ["pumps"]),
        ("Apart from pumps we also make valves.", "en", []),
        ("Valve no. 5, free of charge.", "en", []),
        ("Including but not limited to pumps.", "en", []),
        ("不含油的泵", "zh", ["油"]),
        ("除水泵外，均可生产。", "zh", ["水泵"]),
        ("除水泵外，还生产阀门。", "zh", []),
        ("代理商、经销商请勿打扰", "zh", ["代理商、经销商"]),
        ("包括但不限于水泵", "zh", []),
        ("电动机外壳除锈", "zh", []),
    ],
)
def test_what_is_denied(text: str, language: str, stretches: list[str]) -> None:
    assert denied(text, language) == stretches


@pytest.mark.parametrize(
    ("text", "language", "word", "side"),
    [
        ("Hersteller sucht Händler für Pumpen.", "de", "pumpen", "offer"),
        ("Wir suchen Hersteller oder Händler von Pumpen.", "de", "pumpen", "want"),
        ("Wir suchen einen Betrieb, der Pumpen liefert.", "de", "pumpen", "want"),
        ("Wir suchen Ventile und liefern Pumpen.", "de", "pumpen", "offer"),
        ("Suchen Sie Pumpen?", "de", "pumpen", "offer"),
        ("Können Sie uns Pumpen liefern?", "de", "pumpen", "want"),
        ("Seeking a distributor for pumps.", "en", "pumps", "offer"),
        ("Looking for a company that makes pumps.", "en", "pumps", "want"),
        ("寻找水泵代理商", "zh", "水泵", "offer"),
        ("寻找生产水泵的厂家", "zh", "水泵", "want"),
        ("采购阀门，销售水泵", "zh", "水泵", "offer"),
        ("我们是佛山的水泵厂，想在德国找客户", "zh", "水泵", "offer"),
        ("帮客户找水泵厂家", "zh", "水泵", "want"),
    ],
)
def test_who_looks_for_whom(text: str, language: str, word: str, side: str) -> None:
    normalised = normalise(text).text
    start = normalised.index(word)
    governing = [c for c in cues.find(normalised, language) if c.kind == "side" and c.governs(start, start + len(word))]
    assert governing[-1].value == side


@pytest.mark.parametrize(
    ("text", "language", "roles"),
    [
        ("Chemical agents for the service life of pumps", "en", set()),
        ("Manufacturers' agents", "en", {"agent"}),
        ("Produktionstechnik für Gießereien", "de", set()),
        ("Gießereien und Großhandel", "de", {"maker", "trader"}),
        ("生产线和厂房", "zh", set()),
        ("销售代理", "zh", {"agent"}),
        ("工贸企业", "zh", {"maker", "trader"}),
    ],
)
def test_roles_and_words_that_only_look_like_them(text: str, language: str, roles: set[str]) -> None:
    assert {c.value for c in cues.find(normalise(text).text, language) if c.kind == "role"} == roles


def test_tables_find_what_their_whole_expressions_find() -> None:
    names = ("negation", "sides", "roles", "negation_second", "sides_second", "roles_second", "annotation_de", "annotation_en", "annotation_zh")
    texts = [normalise(row["text"]).text for name in names for row in cases.read(name)]
    assert len(texts) > 700
    for text in texts:
        for language in ("de", "en", "zh"):
            found = cue_tables.find(text, (language,))
            for table in cue_tables.tables(language):
                assert [m.span() for m in found.get(table.key, [])] == [m.span() for m in table.pattern.finditer(text)], (table.key, text)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("kein|ohne", {"kei", "ohn"}),
        (r"(?:wir )?such(?:e|t)", {"wir", "suc"}),
        (r"(?<!x)(?P<a>no(?!t)|[ab]c?d)", {"no", "ad", "bd", "acd", "bcd"}),
        (r"\w*handel|x", {"", "han", "x"}),
        (r"不(?:再)?(?:做|要)", {"不再做", "不再要", "不做", "不要"}),
        (r"a+b", {"a"}),
    ],
)
def test_beginnings_of_expressions(source: str, found: set[str]) -> None:
    assert cue_tables.beginnings(source, 3) == found
