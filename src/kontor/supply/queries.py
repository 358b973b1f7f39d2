"""Reading imports."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet

from kontor.common.actors import Actor
from kontor.directory.models import Organisation
from kontor.directory.names import display_name
from kontor.supply.errors import UnknownBatch
from kontor.supply.models import BatchState, ImportBatch, ImportRow, RowState
from kontor.supply.perms import can_see_imports

MOST_VANISHED = 1000
"""Vanished rows that are named one by one; a wrong file would name a whole register."""


def visible_imports(actor: Actor) -> QuerySet[ImportBatch]:
    """Imports the actor may see, newest first."""
    return ImportBatch.objects.all() if can_see_imports(actor) else ImportBatch.objects.none()


def batch_by_id(actor: Actor, public_id: str) -> ImportBatch:
    """One import. Raises UnknownBatch."""
    batch = visible_imports(actor).filter(public_id=public_id).first()
    if batch is None:
        raise UnknownBatch(batch=public_id)
    return batch


def counts_of(batch: ImportBatch) -> list[tuple[str, str, int]]:
    """(state, reason, number of rows), the most first."""
    found = ImportRow.objects.filter(batch=batch).values_list("state", "reason").annotate(number=Count("pk")).order_by("-number", "state", "reason")
    return [(state, reason if state == RowState.SET_ASIDE else "", number) for state, reason, number in found]


def findings_of(batch: ImportBatch) -> Iterator[list[Any]]:
    """Findings about rows: [row, column, code, parameters, sheet]."""
    rows = ImportRow.objects.filter(batch=batch).exclude(findings=[]).order_by("pk").values_list("number", "sheet", "findings")
    for number, sheet, findings in rows.iterator():
        for finding in findings:
            yield [number, *finding, sheet]


def rows_set_aside(batch: ImportBatch) -> list[tuple[str, int, str]]:
    """(sheet, row, reason) of rows that were not taken over, in the order of the file."""
    rows = ImportRow.objects.filter(batch=batch, state=RowState.SET_ASIDE).order_by("pk")
    return list(rows.values_list("sheet", "number", "reason").iterator())


def has_earlier(source: str) -> bool:
    """Whether a list of this source was taken over before."""
    return _latest(source) is not None


def vanished(batch: ImportBatch) -> list[list[Any]]:
    """Findings for rows that the latest import of the source before this one had and that are missing now.

    The database compares: the keys of a million rows take a third of a gigabyte in here.
    """
    latest = _latest(batch.source, batch)
    if latest is None:
        return []
    here = ImportRow.objects.filter(batch=batch)
    missing = [~Exists(here.filter(**{column: OuterRef(other)})) for column in ("key", "name_key") for other in ("key", "name_key")]
    return _named(_kept(latest).filter(*missing).values_list("organisation", flat=True)[:MOST_VANISHED])


def vanished_from(source: str, keys: Collection[str]) -> list[list[Any]]:
    """The same for rows that are not stored: `keys` holds both keys of each of them."""
    latest = _latest(source)
    if latest is None:
        return []
    rows = _kept(latest).values_list("key", "name_key", "organisation").iterator()
    return _named(itertools.islice((organisation for key, name_key, organisation in rows if key not in keys and name_key not in keys), MOST_VANISHED))


def _latest(source: str, but: ImportBatch | None = None) -> ImportBatch | None:
    earlier = ImportBatch.objects.filter(source=source, state=BatchState.DONE)
    return (earlier if but is None else earlier.exclude(pk=but.pk)).order_by("-pk").first()


def _kept(batch: ImportBatch) -> QuerySet[ImportRow]:
    return ImportRow.objects.filter(batch=batch, state__in=(RowState.CREATED, RowState.UPDATED, RowState.UNCHANGED)).order_by("pk")


def _named(public_ids: Iterable[str]) -> list[list[Any]]:
    gone = list(public_ids)
    entries = Organisation.objects.filter(public_id__in=gone).prefetch_related("names")
    names = {entry.public_id: display_name(entry) for entry in entries}
    return [[None, "", "row-vanished", {"value": public_id, "name": names.get(public_id, "")}, ""] for public_id in gone]
