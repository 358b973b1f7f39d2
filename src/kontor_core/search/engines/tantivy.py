"""The embedded engine. Generations live in folders of their own; the file CURRENT names the one in use and is replaced in one step.

Traps that are handled here: keys are a text field (a delete by number deletes nothing), there is one writer, the whitespace analyser is
registered after each opening, filters carry score 0, and files that a kill left over are collected when a writer starts.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import tantivy

from kontor_core.search.ports import (
    FILTER_FIELDS,
    MOST_PRIOR,
    NUMBER_FIELDS,
    PRIOR_UNIT,
    TOKEN_FIELDS,
    All,
    Any,
    Candidate,
    Clause,
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

TIES = 100
"""Fetched beyond the limit, so that ties at the cut are broken by key and not by the order of segments."""
MOST_VALUES = 10_000
"""Values of a facet that are counted before the most frequent ones are taken."""
FEW_VALUES = 8
"""Up to so many values a filter is a union of terms; beyond that one set, which costs more for one value and less for many."""
HEAP = 256_000_000
_CURRENT = "CURRENT"
_WHITESPACE = "kontor_whitespace"
_ANYTHING = "*"
"""Token in `exists_<field>` of a document that has a value there."""


class IndexMissing(RuntimeError):
    """There is no readable index in the folder; it has to be built."""


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field("payload", stored=True)
    for field in TOKEN_FIELDS:
        builder.add_text_field(field, tokenizer_name=_WHITESPACE, index_option="basic")
    for field in FILTER_FIELDS:
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_text_field("exists", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("static_prior", tokenizer_name="raw", index_option="basic")
    for field in NUMBER_FIELDS:
        builder.add_integer_field(field, indexed=True, fast=True)
    return builder.build()


SCHEMA = _schema()


def _register(index: tantivy.Index) -> tantivy.Index:
    analyser = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(_WHITESPACE, analyser)
    return index


def _stored(document: Document) -> tantivy.Document:
    made = tantivy.Document()
    made.add_text("key", document.key)
    made.add_bytes("payload", document.payload)
    for field, tokens in document.tokens.items():
        if tokens:
            made.add_text(field, " ".join(check_token(token) for token in tokens))
    for field, values in document.filters.items():
        for value in values:
            made.add_text(field, value)
        if values:
            made.add_text("exists", field)
    for field, number in document.numbers.items():
        made.add_integer(field, number)
        made.add_text("exists", field)
    if prior := min(document.numbers.get("prior", 0), MOST_PRIOR):
        made.add_text("static_prior", str(prior))
    return made


def _term(field: str, value: str) -> tantivy.Query:
    return tantivy.Query.term_query(SCHEMA, field, value, "basic")


def _constant(clause: Clause) -> tuple[tantivy.Occur, tantivy.Query]:
    return tantivy.Occur.Should, tantivy.Query.const_score_query(_term(clause.field, clause.token), clause.weight)


def _any_of(field: str, values: Sequence[str]) -> tantivy.Query:
    if len(values) == 1:
        return _term(field, values[0])
    if len(values) > FEW_VALUES:
        return tantivy.Query.term_set_query(SCHEMA, field, list(values))
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, _term(field, value)) for value in values]) if values else tantivy.Query.empty_query()


def _filter_query(condition: Filter) -> tantivy.Query:
    match condition:
        case In(field, values):
            return _any_of(field, sorted(values))
        case Range(field, low, high):
            if low is None and high is None:
                return _term("exists", field)
            return tantivy.Query.range_query(SCHEMA, field, tantivy.FieldType.Integer, low, high)
        case Exists(field):
            return _term("exists", field)
        case Not(inner):
            return tantivy.Query.boolean_query(
                [(tantivy.Occur.Must, tantivy.Query.all_query()), (tantivy.Occur.MustNot, _filter_query(inner))]
            )
        case All(filters):
            if not filters:
                return tantivy.Query.all_query()
            return tantivy.Query.boolean_query([(tantivy.Occur.Must, _filter_query(each)) for each in filters])
        case Any(filters):
            if not filters:
                return tantivy.Query.empty_query()
            return tantivy.Query.boolean_query([(tantivy.Occur.Should, _filter_query(each)) for each in filters])


def _query(clauses: Sequence[Clause], filters: Iterable[Filter], priors: Iterable[int] = ()) -> tantivy.Query:
    """At least one clause (all documents when there is none), every filter, and on top the constant score of each static prior that occurs."""
    if clauses:
        retrieved = tantivy.Query.boolean_query([_constant(clause) for clause in clauses])
    else:
        retrieved = tantivy.Query.const_score_query(tantivy.Query.all_query(), 0.0)
    parts = [(tantivy.Occur.Must, retrieved)]
    if required := [(tantivy.Occur.Must, _filter_query(condition)) for condition in filters]:
        parts.append((tantivy.Occur.Must, tantivy.Query.const_score_query(tantivy.Query.boolean_query(required), 0.0)))
    parts.extend((tantivy.Occur.Should, tantivy.Query.const_score_query(_term("static_prior", str(prior)), prior / PRIOR_UNIT)) for prior in priors)
    return tantivy.Query.boolean_query(parts)


class TantivyEngine:
    """One writer process; any number of readers."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index: tantivy.Index | None = None
        self._writer: tantivy.IndexWriter | None = None
        self._generation = ""
        self._priors: tuple[int, ...] = ()

    # Generations

    def generation(self) -> str:
        """Name of the generation in use; empty when there is none."""
        with contextlib.suppress(OSError):
            return (self._folder / _CURRENT).read_text().strip()
        return ""

    def _open(self) -> tantivy.Index:
        name = self.generation()
        if self._index is None or name != self._generation:
            path = self._folder / name
            if not name or not path.is_dir():
                raise IndexMissing(f"no index in {self._folder}")
            try:
                self._index = _register(tantivy.Index.open(str(path)))
            except ValueError as error:
                raise IndexMissing(f"the index in {path} cannot be read: {error}") from error
            if self._index.schema != SCHEMA:
                self._index = None
                raise IndexMissing(f"the index in {path} was written by another version and has to be rebuilt")
            self._index.config_reader(reload_policy="manual")
            self._writer = None
            self._generation = name
            self._reload(self._index)
        return self._index

    def _reload(self, index: tantivy.Index) -> None:
        index.reload()
        self._priors = tuple(sorted(int(value) for value, _ in index.searcher().terms_with_prefix("static_prior", "")))

    def _create(self, name: str) -> tantivy.Index:
        path = self._folder / name
        path.mkdir(parents=True, exist_ok=False)
        return _register(tantivy.Index(SCHEMA, path=str(path)))

    def _switch(self, name: str) -> None:
        temporary = self._folder / f"{_CURRENT}.new"
        with temporary.open("w") as file:
            file.write(name)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, self._folder / _CURRENT)
        self.close()
        for old in self._folder.iterdir():
            if old.is_dir() and old.name != name and old.name.startswith("generation-"):
                shutil.rmtree(old, ignore_errors=True)

    def _next_name(self) -> str:
        numbers = [int(p.name.rpartition("-")[2]) for p in self._folder.glob("generation-*") if p.name.rpartition("-")[2].isdigit()]
        return f"generation-{max(numbers, default=0) + 1:06d}"

    def rebuild(self, documents: Iterable[Document]) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        name = self._next_name()
        index = self._create(name)
        writer = index.writer(HEAP, 1)
        for document in documents:
            writer.add_document(_stored(document))
        writer.commit()
        writer.wait_merging_threads()
        self._switch(name)

    # Writing

    def _write_to(self) -> tantivy.IndexWriter:
        if not self.generation():
            self._folder.mkdir(parents=True, exist_ok=True)
            name = self._next_name()
            self._create(name).writer(HEAP, 1).commit()
            self._switch(name)
        index = self._open()
        if self._writer is None:
            self._writer = index.writer(HEAP, 1)
            self._writer.garbage_collect_files()
        return self._writer

    def apply(self, operations: Iterable[Operation]) -> int:
        last: dict[str, Operation] = {}
        for operation in operations:
            key = operation.document.key if isinstance(operation, Put) else operation.key
            last.pop(key, None)
            last[key] = operation
        writer = self._write_to()
        made = {key: _stored(op.document) for key, op in last.items() if isinstance(op, Put)}  # a bad token fails before anything is written
        for key in last:
            writer.delete_documents_by_term("key", key)
        for document in made.values():
            writer.add_document(document)
        sequence = writer.commit()
        if self._index is not None:
            self._reload(self._index)
        return int(sequence)

    def refresh(self, until: int | None = None) -> None:
        self._reload(self._open())

    def close(self) -> None:
        """Let go of files and of the writer's lock."""
        self._writer = None
        self._index = None
        self._generation = ""

    # Reading

    def search(self, request: Request) -> Page:
        searcher = self._open().searcher()
        own = tuple(request.own_facet_filters.values())
        most = request.limit + TIES if request.limit else 1  # the library takes no 0, and who wants none only counts
        result = searcher.search(_query(request.clauses, (*request.filters, *own), self._priors), limit=most, count=True)
        found = [(-rounded(score), *self._fetch(searcher, address)) for score, address in result.hits] if request.limit else []
        found.sort(key=lambda hit: hit[:2])
        candidates = tuple(Candidate(key, -score, payload) for score, key, payload in found[: request.limit])
        return Page(candidates, int(getattr(result, "count", 0) or 0), self._facets(searcher, request))

    @staticmethod
    def _fetch(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> tuple[str, bytes]:
        document = searcher.doc(address)
        return str(document.get_first("key")), bytes(document.get_first("payload") or b"")

    def _facets(self, searcher: tantivy.Searcher, request: Request) -> Mapping[str, tuple[tuple[str, int], ...]]:
        """Exact counts; all facets without a selection of their own are counted in one pass."""
        shared = [field for field in request.facets if field not in request.own_facet_filters]
        counted = self._counts(searcher, request, shared) if shared else {}
        for field in request.own_facet_filters.keys() & request.facets.keys():
            counted.update(self._counts(searcher, request, [field]))
        return {field: counted[field] for field in request.facets}

    @staticmethod
    def _counts(searcher: tantivy.Searcher, request: Request, fields: Sequence[str]) -> dict[str, tuple[tuple[str, int], ...]]:
        others = [condition for name, condition in request.own_facet_filters.items() if name not in fields]
        wanted = {field: {"terms": {"field": field, "size": MOST_VALUES}} for field in fields}
        found = searcher.aggregate(_query(request.clauses, (*request.filters, *others)), wanted)
        counted = {}
        for field in fields:
            pairs = ((str(bucket["key"]), int(bucket["doc_count"])) for bucket in found[field]["buckets"])
            counted[field] = tuple(sorted(pairs, key=lambda item: (-item[1], item[0]))[: request.facets[field]])
        return counted

    def search_many(self, requests: Sequence[Request]) -> list[Page]:
        return [self.search(request) for request in requests]

    def document_frequencies(self, field: str) -> Iterator[tuple[str, int]]:
        yield from self._open().searcher().terms_with_prefix(field, "")
