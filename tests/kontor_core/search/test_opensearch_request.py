"""The translation into OpenSearch's JSON: golden files, and a small reading of that JSON that must agree with the reference engine.

Rewrite the golden files after a wanted change, then read the diff:
    KONTOR_GOLDEN=write python -m pytest -q tests/kontor_core/search/test_opensearch_request.py
"""

from __future__ import annotations

import base64
import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kontor_core.search.engines import opensearch_request as opensearch
from kontor_core.search.engines import tantivy
from kontor_core.search.engines.memory import MemoryEngine
from kontor_core.search.ports import MOST_PRIOR, Candidate, Clause, Document, Exists, In, Page, Range, Request, rounded
from tests.contracts.test_engines import REQUESTS, golden_corpus

GOLDEN = Path(__file__).parent / "golden"

DOCUMENT = Document(
    "organisation:7k3m9q",
    {
        "offer_text": frozenset({"aluminium-die-casting", "trimming"}),
        "offer_text_up": frozenset({"1:die-casting", "2:foundry"}),
        "offer_zh": frozenset({"压铸", "铝"}),
        "want_text": frozenset(),
    },
    {"country": frozenset({"CN"}), "city": frozenset({"foshan", "guangdong"}), "certificate": frozenset()},
    {"updated": 738_000, "prior": 160},
    b"\x03\x00payload\xff",
)
SEARCH = Request(
    (Clause("offer_stated", "die-casting", 6.25), Clause("offer_zh", "压铸", 0.75)),
    (In("kind", frozenset({"organisation"})), In("country", frozenset({"CN"}))),
    {"city": In("city", frozenset({"foshan", "taizhou"})), "size": In("size", frozenset({"50-249"}))},
    {"city": 40, "certificate": 12},
)


def cases() -> dict[str, dict[str, Any]]:
    return {
        "index": opensearch.index_body(),
        "document": opensearch.document_body(DOCUMENT),
        "search": opensearch.search_body(SEARCH),
        **{f"contract_{number:02d}": opensearch.search_body(request) for number, request in enumerate(REQUESTS)},
    }


@pytest.mark.parametrize("name", sorted(cases()))
def test_the_translation_is_that_of_the_golden_file(name: str) -> None:
    path = GOLDEN / f"{name}.json"
    made = json.dumps(cases()[name], ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("KONTOR_GOLDEN") == "write":
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} == set(cases())


class Reading:
    """The part of OpenSearch's query language that the translation uses, read literally over indexed documents."""

    def __init__(self, documents: list[dict[str, Any]]) -> None:
        self.documents = documents

    def score(self, query: dict[str, Any], document: dict[str, Any]) -> float | None:
        """Score of a document, None when the query does not match it."""
        ((kind, body),) = query.items()
        if kind == "bool":
            return self._bool(body, document)
        if kind == "constant_score":
            return None if self.score(body["filter"], document) is None else float(body["boost"])
        return 1.0 if self._matches(kind, body, document) else None

    def _matches(self, kind: str, body: dict[str, Any], document: dict[str, Any]) -> bool:
        if kind in ("match_all", "match_none"):
            return kind == "match_all"
        if kind == "exists":
            return body["field"] in document
        ((field, wanted),) = body.items()
        value = document.get(field)
        if kind == "term":
            return wanted in (value or ())
        if kind == "terms":
            return not set(wanted).isdisjoint([value] if isinstance(value, str) else value or ())
        assert kind == "range"
        return isinstance(value, int) and wanted.get("gte", value) <= value <= wanted.get("lte", value)

    def _bool(self, body: dict[str, Any], document: dict[str, Any]) -> float | None:
        assert set(body) <= {"must", "should", "filter", "must_not", "minimum_should_match"}
        must = [self.score(query, document) for query in body.get("must", ())]
        filters = [self.score(query, document) for query in body.get("filter", ())]
        should = [s for query in body.get("should", ()) if (s := self.score(query, document)) is not None]
        denied = any(self.score(query, document) is not None for query in body.get("must_not", ()))
        if denied or None in must or None in filters or len(should) < body.get("minimum_should_match", 0):
            return None
        return sum(s for s in must if s is not None) + sum(should)

    def search(self, body: dict[str, Any], limit: int) -> Page:
        """What a server would answer, brought into the port's form as an adapter does: rounded, ordered by key, cut."""
        matching = [(s, d) for d in self.documents if (s := self.score(body["query"], d)) is not None]
        after = body.get("post_filter", {"match_all": {}})
        hits = [(s, d) for s, d in matching if self.score(after, d) is not None]
        assert body["sort"] == [{"_score": "desc"}, {"key": "asc"}]
        hits.sort(key=lambda hit: (-hit[0], hit[1]["key"]))
        found = sorted((-rounded(s), d["key"], base64.b64decode(d["payload"])) for s, d in hits[: body["size"]])
        facets = {name: self._facet(facet, [d for _, d in matching]) for name, facet in body.get("aggs", {}).items()}
        return Page(tuple(Candidate(key, -s, payload) for s, key, payload in found[:limit]), len(hits), facets)

    def _facet(self, facet: dict[str, Any], matching: list[dict[str, Any]]) -> tuple[tuple[str, int], ...]:
        terms = facet["aggs"][opensearch.VALUES]["terms"]
        assert terms["order"] == [{"_count": "desc"}, {"_key": "asc"}]
        counts = Counter(v for d in matching if self.score(facet["filter"], d) is not None for v in d.get(terms["field"], ()))
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[: terms["size"]])


@pytest.mark.parametrize("number", range(len(REQUESTS)))
def test_the_translation_means_what_the_reference_does(number: int) -> None:
    reference = MemoryEngine()
    reference.rebuild(golden_corpus())
    reading = Reading([opensearch.document_body(document) for document in golden_corpus()])
    request = REQUESTS[number]
    assert reading.search(opensearch.search_body(request), request.limit) == reference.search(request)


def test_prior_and_ties_are_those_of_the_embedded_engine() -> None:
    assert opensearch.TIES == tantivy.TIES
    assert 1 << opensearch.PRIOR_BITS == MOST_PRIOR + 1
    body = opensearch.document_body(Document("k", {}, {}, {"prior": 99_999}, b""))
    assert body["prior_bits"] == [str(bit) for bit in range(12)]


def test_an_open_range_asks_for_any_value() -> None:
    assert opensearch.filter_query(Range("expires")) == opensearch.filter_query(Exists("expires"))


def test_every_field_of_a_document_is_in_the_mapping() -> None:
    mapping = opensearch.index_body()["mappings"]
    assert isinstance(mapping, dict)
    assert set(opensearch.document_body(DOCUMENT)) <= set(mapping["properties"])


def test_a_bad_token_is_refused() -> None:
    with pytest.raises(ValueError, match="not a token"):
        opensearch.document_body(Document("k", {"offer_text": frozenset({"two words"})}, {}, {}, b""))
