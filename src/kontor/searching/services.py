"""Filling and emptying the index queue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction

from kontor.common.bulk import insert
from kontor.searching.documents import dependents_of
from kontor.searching.errors import NotInTransaction
from kontor.searching.models import IndexEntry

# One DELETE of this many rows stays below the parameter limits of both databases.
DELETE_BATCH = 1000


def enqueue(kind: str, public_id: str) -> None:
    """Have one object looked at again by the index; see `enqueue_many`."""
    enqueue_many(kind, [public_id])


def enqueue_many(kind: str, public_ids: Iterable[str]) -> int:
    """Queue objects of one kind, and what depends on them, in the transaction of the change.

    Returns the number of rows. Raises NotInTransaction outside of one: a change without its queue row, or the
    other way round, would leave the index wrong for good.
    """
    if not transaction.get_connection().in_atomic_block:
        raise NotInTransaction
    ids = list(dict.fromkeys(public_ids))
    rows = [{"kind": kind, "public_id": public_id} for public_id in ids]
    for dependent_kind, dependent_ids in dependents_of(kind, ids):
        rows += [{"kind": dependent_kind, "public_id": public_id} for public_id in dependent_ids]
    return insert(IndexEntry, rows)


def acknowledge(sequences: Iterable[int]) -> int:
    """Remove rows whose work is durable in the index; returns how many.

    Takes the very rows, not everything up to a number: on PostgreSQL a row with
    a smaller number may be committed later than one with a greater.
    """
    numbers = sequences if isinstance(sequences, Sequence) else list(sequences)
    removed = 0
    for start in range(0, len(numbers), DELETE_BATCH):
        batch = numbers[start : start + DELETE_BATCH]
        removed += IndexEntry.objects.filter(sequence__in=batch).delete()[0]
    return removed
