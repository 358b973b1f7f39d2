"""The port in OpenSearch's words: index mapping, indexed document and search body, as pure functions without a client.

A clause is a `constant_score` term query, the prior is added as constant scores of its bits, filters never score, and own facet
filters are a `post_filter`, so that a facet can be counted without its own selection. A server that is given these bodies answers
with the keys, sums, totals and facets of the reference engine; see `tests/kontor_core/search/test_opensearch_request.py`.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from kontor_core.search.ports import (
    FILTER_FIELDS,
    MOST_PRIOR,
    NUMBER_FIELDS,
    PRIOR_UNIT,
    TOKEN_FIELDS,
    All,
    Any,
    Clause,
    Document,
    Exists,
    Filter,
    In,
    Not,
    Range,
    Request,
    check_token,
)

Json: TypeAlias = dict[str, object]

TIES = 100
"""Asked for beyond the limit, so that ties at the cut are broken by key after rounding and not by the last bit of a float."""
PRIOR_BITS = MOST_PRIOR.bit_length()
"""The prior is added as constant scores of its bits: up to 4.095 points. A function score would multiply or be rounded."""
VALUES = "values"
"""Name of the terms aggregation inside the filter aggregation of a facet."""
_KEYWORD: Json = {"type": "keyword"}
_LONG: Json = {"type": "long"}


def index_body() -> Json:
    """Settings and mapping of an index.

    Token fields keep their doc values: the term table of a generation is read from them by a composite aggregation. Only the payload
    is kept as source, so that fetching 400 hits reads little: an index is rebuilt from the database, never from itself. An unknown
    field is an error of the program and refused. One shard, so that facet counts are exact and a tie is broken in one place;
    one million documents are far below what a shard carries.
    """
    properties: Json = {"key": _KEYWORD, "payload": {"type": "binary"}, "prior_bits": _KEYWORD}
    properties.update(dict.fromkeys((*TOKEN_FIELDS, *FILTER_FIELDS), _KEYWORD))
    properties.update(dict.fromkeys(NUMBER_FIELDS, _LONG))
    return {
        "settings": {"index": {"number_of_shards": 1}},
        "mappings": {"dynamic": "strict", "_source": {"includes": ["payload"]}, "properties": properties},
    }


def document_body(document: Document) -> Json:
    """The indexed form of a document; its `_id` is the key. Empty fields are left out, values are sorted, the payload is Base64.

    Raises:
        ValueError: a token that the port refuses.
    """
    body: Json = {"key": document.key, "payload": base64.b64encode(document.payload).decode("ascii")}
    body.update({name: sorted(map(check_token, tokens)) for name, tokens in document.tokens.items() if tokens})
    body.update({name: sorted(values) for name, values in document.filters.items() if values})
    body.update(document.numbers)
    prior = min(document.numbers.get("prior", 0), MOST_PRIOR)
    if bits := [str(bit) for bit in range(PRIOR_BITS) if prior >> bit & 1]:
        body["prior_bits"] = bits
    return body


def search_body(request: Request) -> Json:
    """The body of `_search`.

    Shape: `hits.hits` holds at most limit + `TIES` hits with `_score`, the key as second sort value and the payload;
    `hits.total` counts every match after own facet filters; `aggregations.<facet>.values.buckets` holds the counts.
    """
    body: Json = {
        "size": request.limit + TIES,
        "track_total_hits": True,
        "track_scores": True,
        "_source": ["payload"],
        "sort": [{"_score": "desc"}, {"key": "asc"}],
        "query": _query(request.clauses, request.filters),
    }
    if request.own_facet_filters:
        body["post_filter"] = _conjunction([filter_query(f) for _, f in sorted(request.own_facet_filters.items())])
    if request.facets:
        body["aggs"] = {name: _facet(name, most, request.own_facet_filters) for name, most in request.facets.items()}
    return body


def filter_query(condition: Filter) -> Json:
    """A filter as a query for filter context; it never adds to a score."""
    match condition:
        case In(field, values):
            return {"terms": {field: sorted(values)}}
        case Range(field, None, None) | Exists(field):
            return {"exists": {"field": field}}
        case Range(field, low, high):
            ends = {"gte": low, "lte": high}
            return {"range": {field: {name: end for name, end in ends.items() if end is not None}}}
        case Not(inner):
            return {"bool": {"must_not": [filter_query(inner)]}}
        case All(filters):
            return _conjunction([filter_query(each) for each in filters])
        case Any(filters):
            if not filters:
                return {"match_none": {}}
            return {"bool": {"should": [filter_query(each) for each in filters], "minimum_should_match": 1}}


def _constant(field: str, token: str, score: float) -> Json:
    return {"constant_score": {"filter": {"term": {field: token}}, "boost": score}}


def _query(clauses: Sequence[Clause], filters: Iterable[Filter]) -> Json:
    """At least one clause (all documents when there is none), every filter, and the bits of the prior on top."""
    parts: Json = {
        "should": [_constant("prior_bits", str(bit), (1 << bit) / PRIOR_UNIT) for bit in range(PRIOR_BITS)],
        "minimum_should_match": 0,
        "filter": [filter_query(condition) for condition in filters] or [{"match_all": {}}],
    }
    if clauses:
        scored = [_constant(clause.field, clause.token, clause.weight) for clause in clauses]
        parts["must"] = [{"bool": {"should": scored, "minimum_should_match": 1}}]
    return {"bool": parts}


def _conjunction(queries: Sequence[Json]) -> Json:
    return {"bool": {"filter": list(queries)}} if queries else {"match_all": {}}


def _facet(name: str, most: int, own: Mapping[str, Filter]) -> Json:
    """Counts of one facet under the selections of all others; most frequent first, ties by value."""
    others = [filter_query(condition) for field, condition in sorted(own.items()) if field != name]
    counted = {"field": name, "size": most, "order": [{"_count": "desc"}, {"_key": "asc"}]}
    return {"filter": _conjunction(others), "aggs": {VALUES: {"terms": counted}}}
