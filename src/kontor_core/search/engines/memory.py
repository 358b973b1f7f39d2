"""The reference engine: plain dictionaries, every rule of the port in the open. For tests and small files."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kontor_core.search.ports import (
    MOST_PRIOR,
    PRIOR_UNIT,
    All,
    Any,
    Candidate,
    Document,
    Exists,
    Filter,
    In,
    Not,
    Operation,
    Page,
    Put,
    Range,
    Request,
    check_token,
    rounded,
)


def admits(document: Document, condition: Filter) -> bool:
    """Whether a filter admits the document."""
    match condition:
        case In("key", values):
            return document.key in values
        case In(field, values):
            return bool(document.filters.get(field, frozenset()) & values)
        case Range(field, low, high):
            value = document.numbers.get(field)
            return value is not None and (low is None or value >= low) and (high is None or value <= high)
        case Exists(field):
            return bool(document.filters.get(field)) or field in document.numbers
        case Not(inner):
            return not admits(document, inner)
        case All(filters):
            return all(admits(document, each) for each in filters)
        case Any(filters):
            return any(admits(document, each) for each in filters)


class MemoryEngine:
    """Keeps everything in this process; durable only as long as it lives."""

    def __init__(self) -> None:
        self._documents: dict[str, Document] = {}
        self._postings: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._sequence = 0

    def apply(self, operations: Iterable[Operation]) -> int:
        for operation in operations:
            key = operation.document.key if isinstance(operation, Put) else operation.key
            self._remove(key)
            if isinstance(operation, Put):
                self._add(operation.document)
            self._sequence += 1
        return self._sequence

    def _remove(self, key: str) -> None:
        old = self._documents.pop(key, None)
        if old is not None:
            for field, tokens in old.tokens.items():
                for token in tokens:
                    self._postings[field, token].discard(key)

    def _add(self, document: Document) -> None:
        for field, tokens in document.tokens.items():
            for token in tokens:
                self._postings[field, check_token(token)].add(document.key)
        self._documents[document.key] = document

    def refresh(self, until: int | None = None) -> None:
        return None

    def rebuild(self, documents: Iterable[Document]) -> None:
        fresh = MemoryEngine()
        fresh.apply(Put(document) for document in documents)
        self._documents, self._postings = fresh._documents, fresh._postings
        self._sequence += 1

    def search(self, request: Request) -> Page:
        sums: dict[str, float] = defaultdict(float)
        for clause in request.clauses:
            for key in self._postings.get((clause.field, clause.token), ()):
                sums[key] += clause.weight
        keys = list(sums) if request.clauses else list(self._documents)
        matching = [k for k in keys if all(admits(self._documents[k], f) for f in request.filters)]
        hits = [k for k in matching if all(admits(self._documents[k], f) for f in request.own_facet_filters.values())]
        scored = sorted((-rounded(sums[k] + min(self._documents[k].numbers.get("prior", 0), MOST_PRIOR) / PRIOR_UNIT), k) for k in hits)
        candidates = tuple(Candidate(k, -s, self._documents[k].payload) for s, k in scored[: request.limit])
        return Page(candidates, len(hits), self._facets(matching, request))

    def _facets(self, matching: list[str], request: Request) -> Mapping[str, tuple[tuple[str, int], ...]]:
        counted = {}
        for field, most in request.facets.items():
            others = [f for name, f in request.own_facet_filters.items() if name != field]
            counts: Counter[str] = Counter()
            for key in matching:
                if all(admits(self._documents[key], f) for f in others):
                    counts.update(self._documents[key].filters.get(field, ()))
            counted[field] = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most])
        return counted

    def search_many(self, requests: Sequence[Request]) -> list[Page]:
        return [self.search(request) for request in requests]

    def document_frequencies(self, field: str) -> Iterable[tuple[str, int]]:
        return sorted((token, len(keys)) for (f, token), keys in self._postings.items() if f == field and keys)
