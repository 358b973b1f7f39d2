"""Taking an import back: entries it made go, values it changed return, unless somebody worked on them since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction
from django.db.models import Q

from kontor.audit.services import record
from kontor.common.actors import Actor
from kontor.directory.models import Organisation, OrganisationFacts, OrganisationText, ValueSource
from kontor.searching.services import enqueue_many
from kontor.supply import content
from kontor.supply import places as places_of
from kontor.supply.comparing import KEPT_STATES
from kontor.supply.errors import NotUndoable
from kontor.supply.locking import one_at_a_time
from kontor.supply.models import BatchState, ImportBatch, ImportRow, MergeRecord, RowState
from kontor.supply.services.apart import remember
from kontor.supply.services.importing import Progress, _silent
from kontor.supply.services.untouched import edited, keys_of

CHUNK = 1000
_SAID: dict[str, Any] = {"data": {}, "before": {}, "findings": []}
"""What a row said is taken back with it; its place in the file and its hashes stay."""


@dataclass(slots=True)
class Undone:
    """What an undo did. `edited`: organisations worked on since, as (public id, row number)."""

    removed: int = 0
    restored: int = 0
    edited: list[tuple[str, int]] = field(default_factory=list)
    is_done: bool = False


def undo(batch: ImportBatch, *, actor: Actor, keep_edited: bool = False, progress: Progress = _silent) -> Undone:
    """Take an import back. Without `keep_edited` nothing at all happens if an entry was edited since; with it, those stay.

    Raises:
        NotUndoable: it is undone already, or was never taken over.
        SourceBusy: another import runs.
    """
    with one_at_a_time():
        batch.refresh_from_db()
        if batch.state not in (BatchState.DONE, BatchState.COMMITTING, BatchState.UNDOING):
            raise NotUndoable
        places = places_of.load(places_of.FROM_COLUMN)
        total = _waiting(batch).count()
        if batch.state != BatchState.UNDOING:
            result = _looked_through(batch, places, total, progress)
            if result.edited and not keep_edited:
                return result
            _begin(batch, actor, len(result.edited))
        result = Undone()
        while rows := list(_waiting(batch).order_by("-pk")[:CHUNK]):
            _undo_chunk(batch, rows, places, actor, result)
            progress("taking back", result.removed + result.restored + len(result.edited), total)
        result.edited.reverse()  # back to the order of the file: the last row was looked at first
        _end(batch, actor, result)
        return result


def _looked_through(batch: ImportBatch, places: places_of.Places, total: int, progress: Progress) -> Undone:
    """What was edited since, found before anything is changed."""
    result = Undone()
    done = 0
    for rows in _chunks(batch):
        result.edited.extend((row.organisation, row.number) for row in edited(batch, rows, keys_of([row.organisation for row in rows]), places))
        done += len(rows)
        progress("comparing", done, total)
    return result


def _waiting(batch: ImportBatch) -> models.QuerySet[ImportRow]:
    return ImportRow.objects.filter(batch=batch, state__in=(RowState.CREATED, RowState.UPDATED)).defer("findings")


def _chunks(batch: ImportBatch) -> Any:
    last = 0
    while rows := list(_waiting(batch).filter(pk__gt=last).defer("before").order_by("pk")[:CHUNK]):
        yield rows
        last = rows[-1].pk


@transaction.atomic
def _begin(batch: ImportBatch, actor: Actor, edited: int) -> None:
    ImportRow.objects.filter(batch=batch, state__in=(RowState.STAGED, RowState.UNCHANGED)).update(state=RowState.UNDONE, **_SAID)
    ImportRow.objects.filter(batch=batch, state=RowState.SET_ASIDE).exclude(findings=[]).update(findings=[])
    batch.state, batch.findings, batch.columns = BatchState.UNDOING, [], []
    batch.save(update_fields=["state", "findings", "columns", "updated"])
    record(actor, "supply.undo-begun", batch, after={"edited": edited})


@transaction.atomic
def _end(batch: ImportBatch, actor: Actor, result: Undone) -> None:
    batch.state = BatchState.UNDONE
    batch.save(update_fields=["state", "updated"])
    record(actor, "supply.import-undone", batch, after={"removed": result.removed, "restored": result.restored, "kept": len(result.edited)})
    result.is_done = True


@transaction.atomic
def _undo_chunk(batch: ImportBatch, rows: Sequence[ImportRow], places: places_of.Places, actor: Actor, result: Undone) -> None:
    keys = keys_of([row.organisation for row in rows])
    kept = edited(batch, rows, keys, places)
    kept_keys = {row.pk for row in kept}
    removed = [row for row in rows if row.state == RowState.CREATED and row.pk not in kept_keys]
    restored = [row for row in rows if row.state == RowState.UPDATED and row.pk not in kept_keys]
    gone = [row.organisation for row in removed]
    remember(batch, {keys[row.organisation]: row for row in removed if row.organisation in keys})
    _remove(gone, [keys[one] for one in gone if one in keys])
    for row in restored:
        _restore(row, keys[row.organisation], places)
    ImportRow.objects.filter(pk__in=[row.pk for row in rows]).update(state=RowState.UNDONE, **_SAID)
    ImportRow.objects.filter(pk__in=kept_keys).update(state=RowState.KEPT)
    touched = [*gone, *(row.organisation for row in restored)]
    if touched:
        record(actor, "supply.rows-undone", batch, after={"removed": len(removed), "restored": len(restored)})
        enqueue_many("organisation", touched)
    result.removed += len(removed)
    result.restored += len(restored)
    result.edited.extend((row.organisation, row.number) for row in kept)


def _remove(public_ids: Sequence[str], keys: Sequence[int]) -> None:
    ValueSource.objects.filter(object_kind="organisation", object__in=public_ids).delete()
    for model, owner in content.PARTS.values():
        model._base_manager.filter(**{f"{owner}__in": keys})._raw_delete("default")
    MergeRecord.objects.filter(Q(merged__in=keys) | Q(into__in=keys)).delete()  # merges that were taken back
    Organisation.objects.filter(pk__in=keys)._raw_delete("default")


def _restore(row: ImportRow, key: int, places: places_of.Places) -> None:
    own: dict[str, Any] = {}
    facts: dict[str, Any] = {}
    held = []
    for path, (value, source) in row.before.items():
        if "." not in path:
            own["city_id" if path == "city" else path] = places.key[value] if path == "city" else value if value is not None else _empty(Organisation, path)
        elif path.startswith("facts."):
            name = path.partition(".")[2]
            facts[name] = value if value is not None else _empty(OrganisationFacts, name)
        elif path.startswith("texts.") and value:
            _, field_name, language = path.split(".")
            OrganisationText.objects.filter(owner=key, field=field_name, language=language).update(**value[0][1])
        else:
            content.remove_path(key, path)
            content.store_parts(key, [(table, part) for table, part in value])
        if source is not None:
            held.append({**source, "object_kind": "organisation", "object": row.organisation, "field": path})
    if own:
        Organisation.objects.filter(pk=key).update(**own)
    if facts:
        _restore_facts(key, facts)
    ValueSource.objects.filter(object_kind="organisation", object=row.organisation, field__in=list(row.before)).delete()
    for source in held:
        ValueSource.objects.create(**source)


def _restore_facts(key: int, facts: dict[str, Any]) -> None:
    OrganisationFacts.objects.filter(organisation=key).update(**facts)
    content.drop_empty_facts(key)


def _empty(model: type[models.Model], name: str) -> Any:
    return model._meta.get_field(name).get_default()  # type: ignore[union-attr]  # a column, never a relation


__all__ = ["KEPT_STATES", "Undone", "undo"]
