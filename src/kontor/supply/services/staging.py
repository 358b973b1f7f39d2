"""Writing the rows of a file down as they were read, before anything is compared; a killed staging goes on where it stopped."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from django.db import transaction

from kontor.common.bulk import insert
from kontor.common.public_ids import new_public_id
from kontor.supply.models import ImportBatch, ImportRow, RowState
from kontor.supply.reading import Read

CHUNK = 1000


def staged(batch: ImportBatch, rows: Iterable[Read]) -> Iterator[int]:
    """Stage rows chunk by chunk; yields how many rows are staged so far. Rows staged before a crash are passed over."""
    done = batch.rows_read
    remaining = itertools.islice(rows, done, None)
    while block := list(itertools.islice(remaining, CHUNK)):
        done += len(block)
        _stage(batch, block, done)
        yield done


@transaction.atomic
def _stage(batch: ImportBatch, block: list[Read], done: int) -> None:
    insert(ImportRow, [stored(batch.pk, read) for read in block])
    batch.rows_read = done
    batch.save(update_fields=["rows_read", "updated"])


def stored(batch_key: int | None, read: Read) -> dict[str, object]:
    """Columns of the row that keeps what was read. A row set aside keeps its place and its reason, not its content."""
    return {
        "batch_id": batch_key, "sheet": read.sheet, "number": read.number, "row_hash": read.row_hash, "key": read.key, "name_key": read.name_key,
        "state": RowState.SET_ASIDE if read.is_set_aside else RowState.STAGED, "reason": read.reason, "may_publish": read.may_publish,
        "organisation": "" if read.is_set_aside else new_public_id(), "data": {} if read.is_set_aside else read.values, "findings": read.findings,
    }
