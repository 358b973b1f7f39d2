"""Reading the index queue."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kontor.searching.models import IndexEntry


@dataclass(frozen=True, slots=True)
class Batch:
    """Work for the index: distinct objects by kind, and the queue rows they stand for."""

    objects: dict[str, list[str]]
    sequences: list[int]

    def __bool__(self) -> bool:
        return bool(self.sequences)


def next_batch(limit: int = 1000) -> Batch:
    """The oldest `limit` rows of the queue, each object once."""
    rows = list(IndexEntry.objects.order_by("sequence").values_list("sequence", "kind", "public_id")[:limit])
    objects: dict[str, dict[str, None]] = {}
    for _sequence, kind, public_id in rows:
        objects.setdefault(kind, {})[public_id] = None
    return Batch({kind: list(ids) for kind, ids in objects.items()}, [row[0] for row in rows])


def pending_sequences() -> Sequence[int]:
    """The queue rows that wait; eight bytes each, for the queue of a large import holds a million."""
    return array("q", IndexEntry.objects.order_by("sequence").values_list("sequence", flat=True).iterator())


def pending_count() -> int:
    """How many rows wait."""
    return IndexEntry.objects.count()


def oldest_pending() -> datetime | None:
    """Since when the oldest row has been waiting; `None` when none is."""
    return IndexEntry.objects.order_by("sequence").values_list("queued", flat=True).first()
