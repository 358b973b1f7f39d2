"""Unknown parts: words a concept may be missing for, and never anything of a person, an address or a number."""

from __future__ import annotations

import pytest

from kontor_core.search.analysis import analyse
from kontor_core.search.engines.memory import MemoryEngine
from kontor_core.search.engines.tantivy import TantivyEngine
from kontor_core.search.ports import TOKEN_FIELDS, Clause, Delete, Document, Request
from kontor_core.search.unknown_parts import FIELDS, LONGEST, unknown_parts, with_unknown_parts
from kontor_core.thesaurus.index import LabelIndex


def parts(labels: LabelIndex, text: str, language: str | None = None) -> set[tuple[str, str]]:
    return set(unknown_parts(analyse(labels, text, language)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wir suchen Blubberlinge aus Aluminium", {("de", "blubberling")}),
        ("Mühlquirle und Zwiebelmühlquirl", {("de", "mühlquirl")}),  # one word, its umlaut kept
        ("we want blubberlings, three pieces", {("en", "blubberling")}),
        ("寻找辉熔积块厂家", {("zh", "辉熔积块")}),
        ("生产辉熔积块及喷积腔等", {("zh", "辉熔积块"), ("zh", "喷积腔")}),
        ("采用PLCX控制,生产辉熔积块", {("en", "plcx"), ("zh", "辉熔积块")}),
        ("Anfrage: gute Preise, kurze Lieferzeit, hohe Qualität", set()),
        ("提供优质服务,欢迎来电洽谈", set()),
        ("Blubber GmbH", {("de", "blubber")}),
        ("", set()),
    ],
)
def test_words_that_name_something_new(labels: LabelIndex, text: str, expected: set[tuple[str, str]]) -> None:
    found = parts(labels, text)
    assert found & expected == expected
    assert {part for _, part in found} & {"preise", "lieferzeit", "qualität", "服务", "优质", "及喷积腔", "gmbh"} == set()


def test_general_words_alone_leave_nothing(labels: LabelIndex) -> None:
    assert parts(labels, "提供优质服务,欢迎来电洽谈") == set()
    assert parts(labels, "Gute Preise, kurze Lieferzeit, Qualität") <= {("de", "kurz"), ("de", "gut")}


@pytest.mark.parametrize(
    "text",
    [
        "Blubberling, hans.mueller@firma.example",
        "Blubberling, Tel. 0171 2345678",
        "辉熔积块 13800138000",
        "辉熔积块,联系人:王小明",
        "Ansprechpartner: Erika Mustermann, Blubberlinge",
        "Blubberling 微信号 blubber_99",
    ],
)
def test_a_text_in_which_the_screen_finds_a_person_gives_nothing(labels: LabelIndex, text: str) -> None:
    assert parts(labels, text) == set()


@pytest.mark.parametrize("text", ["www.blubber-firma.example", "blubber_99", "K1234-blubber", "blubber@quirl", "x7blubber", "http://blubber.example/quirl", "D:\\\\quirl"])
def test_nothing_is_taken_out_of_an_address_or_a_code(labels: LabelIndex, text: str) -> None:
    assert parts(labels, f"Blubberlinge {text}", "de") == {("de", "blubberling")}


def test_no_part_is_long_or_holds_anything_but_letters(labels: LabelIndex) -> None:
    text = f"{'q' * 31} {'辉熔' * 20} 3D-Blubber B2B 5x quirlkurbelblubberzwiebelmatschkopf-2"
    assert all(len(part) <= LONGEST and part.isalpha() for _, part in parts(labels, text))


def document(key: str, *found: str) -> Document:
    return Document(key, {FIELDS["zh"]: frozenset(found)} if found else {}, {}, {}, b"")


def test_a_document_carries_the_parts_of_its_texts(labels: LabelIndex) -> None:
    assert set(FIELDS.values()) <= set(TOKEN_FIELDS)
    plain = Document("a", {"offer_zh": frozenset({"x"})}, {}, {}, b"")
    made = with_unknown_parts(plain, [analyse(labels, "生产辉熔积块", "zh"), analyse(labels, "Blubberlinge, 喷积腔", "de")])
    assert made.tokens == {"offer_zh": frozenset({"x"}), "unknown_zh": frozenset({"辉熔积块", "喷积腔"}), "unknown_de": frozenset({"blubberling"})}
    assert with_unknown_parts(plain, [analyse(labels, "阀门", "zh")]) is plain


@pytest.mark.parametrize("kind", ["memory", "tantivy"])
def test_how_many_documents_hold_a_part_is_counted_without_those_that_are_gone(kind: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    engine = MemoryEngine() if kind == "memory" else TantivyEngine(tmp_path_factory.mktemp("index"))
    engine.rebuild([document(str(number), "辉熔积块") for number in range(5)])
    engine.apply([Delete("1"), Delete("2")])
    page = engine.search(Request((Clause(FIELDS["zh"], "辉熔积块", 1.0),), limit=0))
    assert (page.total, page.candidates) == (3, ())
