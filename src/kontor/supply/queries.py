"""Reading imports."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import Count, QuerySet

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


def vanished(source: str, keys: Collection[str], batch: ImportBatch | None = None) -> list[list[Any]]:
    """Findings for rows that the latest import of the source had and that are missing among `keys`."""
    earlier = ImportBatch.objects.filter(source=source, state=BatchState.DONE)
    if batch is not None:
        earlier = earlier.exclude(pk=batch.pk)
    latest = earlier.order_by("-pk").first()
    if latest is None:
        return []
    rows = ImportRow.objects.filter(batch=latest, state__in=(RowState.CREATED, RowState.UPDATED, RowState.UNCHANGED)).order_by("pk")
    gone: list[str] = []
    for key, name_key, organisation in rows.values_list("key", "name_key", "organisation").iterator():
        if key not in keys and name_key not in keys:
            gone.append(organisation)
            if len(gone) == MOST_VANISHED:
                break
    entries = Organisation.objects.filter(public_id__in=gone).prefetch_related("names")
    names = {entry.public_id: display_name(entry) for entry in entries}
    return [[None, "", "row-vanished", {"value": public_id, "name": names.get(public_id, "")}, ""] for public_id in gone]
