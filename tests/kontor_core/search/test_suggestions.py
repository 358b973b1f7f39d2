"""Did you mean, and pinyin typed instead of characters."""

from __future__ import annotations

import time

import pytest

from kontor_core.evaluation.runs import finder_over
from kontor_core.language.pinyin import in_context, readings, typed
from kontor_core.search.finder import Finder
from kontor_core.search.results import cut
from kontor_core.thesaurus.index import LabelIndex
from kontor_core.translation.model import PartTranslation


def suggested(finder: Finder, text: str) -> str:
    return finder.suggestion(finder.understand(text))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Spritzgus", "Spritzguss"),  # a letter missing
        ("Wärmetauschher", "Wärmetauscher"),  # one too many
        ("Wälzlagar", "Wälzlager"),  # another one
        ("Oberflächenbehandlnug", "Oberflächenbehandlung"),  # two swapped
        ("Gehuse", "Gehäuse"),
        ("SPRITZGUS", "SPRITZGUSS"),
        ("aluminiumdrukguss", "aluminiumdruckguss"),
        ("Aluminumdruckguss", "Aluminiumdruckguss"),
        ("Elektromotorgehäsue", "Elektromotorgehäuse"),
        ("Werkzeugmaschienen", "Werkzeugmaschinen"),
        ("Wir suchen Wälzlgaer, 50 Stück", "Wir suchen Wälzlager, 50 Stück"),
        ("surfce treatment", "surface treatment"),
        ("injecton moulding", "injection moulding"),
        ("alumniium extrusion for windows", "aluminium extrusion for windows"),
    ],
)
def test_one_letter_is_mended(register_finder: Finder, text: str, meant: str) -> None:
    assert suggested(register_finder, text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Spritzguss", "Spritzgießer", "induktive Näherungsschalter", "Büromöbelhersteller, keine Händler", "Kundendienstpartner für Haushaltsgeräte",
        "Wir suchen Druckgussteile, möglichst mit Probeabguss, Stückgewicht bis 300 kg, nach unserer Vorgabe", "lieferbar ab Lager",
        "a company to anodise our parts", "plastics recycler", "medium runs, 5 to 300 kg apiece", "Xylofonwerk", "qqqqqqzzzz", "Guss", "Gus", "",
        "能开铝合金压铸模", "食品化工用泵", "铝件需要外发阳极氧化", "电气控制柜成套", "铝合金压铸", "寻求高校、研究院联合研发新材料",
    ],
)  # fmt: skip
def test_what_is_right_is_left_alone(register_finder: Finder, text: str) -> None:
    """Sentences as people of the trades write them: words that are only inflected, derived, general or unheard of are no mistakes."""
    assert suggested(register_finder, text) == ""


def test_a_word_of_the_index_is_known(labels: LabelIndex, translation: PartTranslation) -> None:
    alone = finder_over(labels, translation, {"other": "Herstellung von Ventilen."}, None)
    assert suggested(alone, "Wärmetauschher") == "Wärmetauscher"
    named = finder_over(labels, translation, {"own": "Wärmetauschher Huber: Rohre."}, None)
    assert suggested(named, "Wärmetauschher") == ""


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("铝合金压柱", "铝合金压铸"),  # another character of the same sound
        ("粉沫冶金", "粉末冶金"),
        ("粉未冶金", "粉末冶金"),  # another character that looks alike
        ("寻找数控加公厂家", "寻找数控加工厂家"),
        ("鋁合金壓柱", "铝合金压铸"),
    ],
)
def test_one_character_is_mended(register_finder: Finder, text: str, meant: str) -> None:
    assert suggested(register_finder, text) == meant


def test_a_suggestion_is_quick_and_always_the_same(register_finder: Finder) -> None:
    """At most 5 ms, the issue says; ten times that here, for the machine does other things too."""
    register_finder.prepare()
    for text in ("Elektromotorgehäsue", "Oberflächenbehandlnug", "Kabelkonfektionsmaschinenherstelung", "xqzxqzxqzxqzxqzxqzxqzxqzxqzxqzxqzxqz", "数控加公"):
        analysis = register_finder.understand(text)
        found, took = set(), []
        for _ in range(5):
            started = time.perf_counter()
            found.add(register_finder.suggestion(analysis))
            took.append(time.perf_counter() - started)
        assert len(found) == 1
        assert min(took) < 0.05


def concepts(finder: Finder, text: str) -> list[str]:
    return [finder.index.thesaurus.concepts[s.mention.concept].id for s in finder.understand(text).statements]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("yazhu", "die-casting"), ("ya zhu", "die-casting"), ("ya zhu jian", "die-cast-part"), ("Yāzhù", "die-casting"),
        ("lüxingcai", "aluminium-profile"), ("lvxingcai", "aluminium-profile"), ("lv xing cai", "aluminium-profile"), ("lyuxingcai", "aluminium-profile"),
    ],
)  # fmt: skip
def test_pinyin_of_a_label_is_read_as_the_label(register_finder: Finder, text: str, concept: str) -> None:
    assert concepts(register_finder, text) == [concept]


def test_pinyin_of_a_label_finds_who_offers_it_and_says_why(register_finder: Finder) -> None:
    typed_so, written_so = (cut(register_finder.find(register_finder.understand(text))) for text in ("ya zhu jian", "压铸件"))
    assert typed_so.hits[0].key == "die-caster"
    assert [(hit.key, hit.score) for hit in typed_so.hits] == [(hit.key, hit.score) for hit in written_so.hits]
    assert suggested(register_finder, "ya zhu jian") == ""


def test_pinyin_of_a_name_finds_the_company(labels: LabelIndex, translation: PartTranslation) -> None:
    register = {"named": "佛山市法派名字五金厂", "other": "佛山市发牌机械厂", "third": "台州名字模具厂"}
    finder = finder_over(labels, translation, register, None)
    for text in ("fapai mingzi", "fapaimingzi", "Fa Pai Ming Zi"):
        found = finder.find(finder.understand(text))
        assert found.hits[0].key == "named", text
    assert [x.key for x in finder.understand("fapai mingzi").leftovers] == ["法派 派名 名字"]


@pytest.mark.parametrize("text", ["die casting", "machine", "Hangtang", "change", "made in china", "Maschine", "fapai mingzi"])
def test_words_of_other_languages_and_names_nobody_has_stay_as_they_are(register_finder: Finder, text: str) -> None:
    assert all(x.language != "pinyin" for x in register_finder.understand(text).leftovers)
    assert all(s.mention.language != "zh" for s in register_finder.understand(text).statements)


def test_typed_pinyin_is_folded() -> None:
    assert {typed(text) for text in ("lǚyuán", "lüyuan", "lv yuan", "lü'yuan", "Lu-Yuan")} == {"luyuan"}
    assert set(readings("长")) == {"chang", "zhang"}
    assert in_context("银行") == "yinhang"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("寻找铝型材德国经销商", ["aluminium-profile"]), ("Druckguss in China", ["die-casting"]), ("Deutsche Hersteller von Wälzlagern", ["rolling-bearing"]),
        ("German valves", ["valve"]),
    ],
)  # fmt: skip
def test_countries_say_where_and_not_what(register_finder: Finder, text: str, left: list[str]) -> None:
    analysis = register_finder.understand(text)
    kinds = register_finder.index.thesaurus.concepts
    assert [kinds[s.mention.concept].id for s in analysis.statements if kinds[s.mention.concept].kind != "role"] == left
    assert not any(x.key.startswith(("deutsch", "land", "german", "china", "德国")) for x in analysis.leftovers)


def test_china_is_also_a_material_and_a_country_alone_is_looked_for(register_finder: Finder) -> None:
    assert register_finder.understand("bone china").statements
    assert register_finder.understand("Deutschland").leftovers
