"""One contract for all engines: the same corpus, the same requests, the same keys, order, sums and facets."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kontor_core.search.engines.memory import MemoryEngine
from kontor_core.search.engines.tantivy import TantivyEngine
from kontor_core.search.ports import All, Any, Clause, Delete, Document, Exists, In, Not, Put, Range, Request

WORDS = [f"w{n}" for n in range(60)]
CITIES = ["foshan", "ingolstadt", "taizhou", "hamburg"]


def golden_corpus(size: int = 500) -> list[Document]:
    """Documents with a skewed vocabulary; every tenth has no city, every seventh a want."""
    chance = random.Random(7)
    documents = []
    for number in range(size):
        words = frozenset(chance.choices(WORDS, weights=[1 / (rank + 1) for rank in range(60)], k=6))
        filters = {"city": frozenset({chance.choice(CITIES)})} if number % 10 else {}
        filters["country"] = frozenset({chance.choice(["CN", "DE"])})
        filters["certificate"] = frozenset(chance.sample(["iso-9001", "iatf-16949", "ce-marking"], chance.randint(0, 2)))
        tokens = {"offer_text": words, "offer_zh": frozenset({"压铸", "铝"} if number % 3 == 0 else {"模具"})}
        if number % 7 == 0:
            tokens["want_text"] = frozenset({chance.choice(WORDS)})
        numbers = {"updated": 20_000 + number % 50, "prior": number % 16}
        documents.append(Document(f"organisation:{number:04d}", tokens, filters, numbers, f"payload {number}".encode()))
    return documents


@pytest.fixture(params=["memory", "tantivy"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> MemoryEngine | TantivyEngine:
    return MemoryEngine() if request.param == "memory" else TantivyEngine(tmp_path / "index")


REQUESTS = [
    Request((Clause("offer_text", "w0", 1.5),)),
    Request((Clause("offer_text", "w3", 1.5), Clause("offer_zh", "压铸", 0.25), Clause("want_text", "w1", 3.0)), limit=50),
    Request((Clause("offer_text", "w2", 2.0),), (In("city", frozenset({"foshan", "hamburg"})),), limit=20),
    Request((Clause("offer_text", "w2", 2.0),), (Not(In("country", frozenset({"CN"}))),), limit=20),
    Request((Clause("offer_zh", "铝", 1.0),), (Range("updated", 20_010, 20_020),), limit=30),
    Request((Clause("offer_zh", "铝", 1.0),), (Range("updated", None, 20_004),), limit=30),
    Request((), (Exists("city"), Exists("certificate")), limit=40),
    Request((), (Not(Exists("city")),), limit=100),
    Request((Clause("offer_text", "w5", 1.0),), (Any((In("city", frozenset({"taizhou"})), All((In("country", frozenset({"DE"})), Exists("certificate"))))),), limit=30),
    Request((Clause("offer_text", "w5", 1.0),), (Any(()),), limit=30),
    Request((Clause("offer_text", "nowhere", 1.0),), limit=30),
    Request((), (In("key", frozenset({"organisation:0003", "organisation:0007", "organisation:9999"})),), facets={"city": 4, "country": 2}, limit=0),
    Request(
        (Clause("offer_text", "w1", 1.0),),
        own_facet_filters={"city": In("city", frozenset({"foshan"})), "country": In("country", frozenset({"CN"}))},
        facets={"city": 3, "country": 5, "certificate": 5},
        limit=10,
    ),
]


@pytest.mark.parametrize("number", range(len(REQUESTS)))
def test_every_engine_answers_like_the_reference(engine: MemoryEngine | TantivyEngine, number: int) -> None:
    reference = MemoryEngine()
    reference.rebuild(golden_corpus())
    engine.rebuild(golden_corpus())
    assert engine.search(REQUESTS[number]) == reference.search(REQUESTS[number])


def test_the_last_operation_for_a_key_wins_and_repeating_changes_nothing(engine: MemoryEngine | TantivyEngine) -> None:
    old, new = golden_corpus(2)
    new = Document(old.key, {"offer_text": frozenset({"fresh"})}, new.filters, new.numbers, b"new")
    for _ in range(2):
        sequence = engine.apply([Put(old), Delete(old.key), Put(old), Put(new)])
        engine.refresh(sequence)
    page = engine.search(Request((Clause("offer_text", "fresh", 1.0),)))
    assert [c.payload for c in page.candidates] == [b"new"]
    assert engine.search(Request(())).total == 1


def test_a_deleted_document_is_gone(engine: MemoryEngine | TantivyEngine) -> None:
    documents = golden_corpus(5)
    engine.apply(map(Put, documents))
    engine.refresh(engine.apply([Delete(documents[2].key), Delete("organisation:never")]))
    assert engine.search(Request(())).total == 4


def test_rebuild_replaces_everything(engine: MemoryEngine | TantivyEngine) -> None:
    engine.rebuild(golden_corpus(30))
    engine.rebuild(golden_corpus(3))
    engine.apply([Put(golden_corpus(4)[3])])
    engine.refresh()
    assert engine.search(Request(())).total == 4


def test_document_frequencies_are_those_of_the_field(engine: MemoryEngine | TantivyEngine) -> None:
    documents = golden_corpus(40)
    engine.rebuild(documents)
    expected = {word: n for word in WORDS if (n := sum(word in d.tokens["offer_text"] for d in documents))}
    assert dict(engine.document_frequencies("offer_text")) == expected


@pytest.mark.parametrize("token", ["", "two words", "x" * 201])
def test_a_bad_token_is_refused_and_nothing_written(engine: MemoryEngine | TantivyEngine, token: str) -> None:
    engine.rebuild(golden_corpus(2))
    with pytest.raises(ValueError, match="not a token"):
        engine.apply([Put(Document("organisation:x", {"offer_text": frozenset({token})}, {}, {}, b""))])
    assert engine.search(Request(())).total == 2


@pytest.mark.parametrize(
    "bad", [{"clauses": tuple(Clause("offer_text", f"t{n}", 1.0) for n in range(97))}, {"clauses": (), "limit": 301}, {"clauses": (Clause("offer_text", "a", 0.0),)}]
)
def test_requests_beyond_the_port_are_refused(bad: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        Request(**bad)  # type: ignore[arg-type]  # wrong on purpose
