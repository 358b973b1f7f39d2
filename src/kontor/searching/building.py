"""Documents made of the present state of the database, on all cores where there is more than a little to do."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection, connections

from kontor.common.processes import Crew, crew
from kontor.searching.documents import build_documents, document_kinds

BATCH = 250
PARALLEL_FROM = 4 * BATCH
"""Fewer documents are built sooner than processes start."""


@contextlib.contextmanager
def builders(number: int) -> Iterator[Crew]:
    """Processes that build about `number` documents. Make them before an index is opened to be written: its writer has threads.

    Inside a transaction the work stays in this process: no other one sees what it wrote.
    """
    with crew(is_worth_while=number >= PARALLEL_FROM and not connection.in_atomic_block, prepare=_prepare) as made:
        yield made


def _prepare() -> None:
    from kontor_core.thesaurus import index as labels

    labels.load()  # once, so that the processes share it
    connections.close_all()


def batches(ids: Iterable[str]) -> Iterator[list[str]]:
    """Public ids in handy pieces."""
    remaining = iter(ids)
    while batch := list(itertools.islice(remaining, BATCH)):
        yield batch


def built(kind: str, ids: Iterable[str], by: Crew) -> Iterator[dict[str, Any | None]]:
    """Key -> document of objects of a kind, None for one that the index may not hold."""
    return by.each(_build, ((kind, batch) for batch in batches(ids)))


def all_built(by: Crew) -> Iterator[Any]:
    """The document of everything that belongs into the index."""
    for kind in document_kinds():
        for documents in built(kind.kind, kind.list_ids(), by):
            yield from (document for document in documents.values() if document is not None)


def _build(chunk: tuple[str, list[str]]) -> dict[str, Any | None]:
    return build_documents({chunk[0]: chunk[1]})
