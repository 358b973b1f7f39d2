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
from kontor.supply.models import BatchState, ImportBatch, ImportRow, MergeRecord, NotDuplicate, RowState
from kontor.supply.services.committing import complete_values
from kontor.supply.services.importing import Progress, _silent

CHUNK = 1000
_OWN = frozenset({model for model, _ in content.PARTS.values()})


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
        result = Undone()
        if batch.state != BatchState.UNDOING:
            for rows in _chunks(batch):
                result.edited.extend((row.organisation, row.number) for row in _edited(batch, rows, places))
            if result.edited and not keep_edited:
                return result
            _begin(batch, actor, len(result.edited))
        total = batch.rows.count()
        done = 0
        while rows := list(_waiting(batch).order_by("-pk")[:CHUNK]):
            _undo_chunk(batch, rows, places, actor, result)
            done += len(rows)
            progress("taking back", done, total)
        _end(batch, actor, result)
        return result


def _waiting(batch: ImportBatch) -> models.QuerySet[ImportRow]:
    return ImportRow.objects.filter(batch=batch, state__in=(RowState.CREATED, RowState.UPDATED))


def _chunks(batch: ImportBatch) -> Any:
    last = 0
    while rows := list(_waiting(batch).filter(pk__gt=last).order_by("pk")[:CHUNK]):
        yield rows
        last = rows[-1].pk


@transaction.atomic
def _begin(batch: ImportBatch, actor: Actor, edited: int) -> None:
    ImportRow.objects.filter(batch=batch, state__in=(RowState.STAGED, RowState.UNCHANGED)).update(state=RowState.UNDONE)
    batch.state = BatchState.UNDOING
    batch.save(update_fields=["state", "updated"])
    record(actor, "supply.undo-begun", batch, after={"edited": edited})


@transaction.atomic
def _end(batch: ImportBatch, actor: Actor, result: Undone) -> None:
    batch.state = BatchState.UNDONE
    batch.save(update_fields=["state", "updated"])
    record(actor, "supply.import-undone", batch, after={"removed": result.removed, "restored": result.restored, "kept": len(result.edited)})
    result.is_done = True


@transaction.atomic
def _undo_chunk(batch: ImportBatch, rows: Sequence[ImportRow], places: places_of.Places, actor: Actor, result: Undone) -> None:
    edited = {row.pk for row in _edited(batch, rows, places)}
    removed = [row for row in rows if row.state == RowState.CREATED and row.pk not in edited]
    restored = [row for row in rows if row.state == RowState.UPDATED and row.pk not in edited]
    keys = dict(Organisation.objects.filter(public_id__in=[row.organisation for row in rows]).values_list("public_id", "pk"))
    gone = [row.organisation for row in removed]
    ValueSource.objects.filter(object_kind="organisation", object__in=gone).delete()
    for model, owner in content.PARTS.values():
        model._base_manager.filter(**{f"{owner}__in": [keys[one] for one in gone if one in keys]})._raw_delete("default")
    removed_keys = [keys[one] for one in gone if one in keys]
    MergeRecord.objects.filter(Q(merged__in=removed_keys) | Q(into__in=removed_keys)).delete()  # merges that were taken back
    NotDuplicate.objects.filter(Q(first__in=removed_keys) | Q(second__in=removed_keys)).delete()
    Organisation.objects.filter(pk__in=removed_keys)._raw_delete("default")
    for row in restored:
        _restore(row, keys[row.organisation], places)
    ImportRow.objects.filter(pk__in=[row.pk for row in rows]).update(state=RowState.UNDONE)
    touched = [*gone, *(row.organisation for row in restored)]
    if touched:
        record(actor, "supply.rows-undone", batch, after={"removed": len(removed), "restored": len(restored)})
        enqueue_many("organisation", touched)
    result.removed += len(removed)
    result.restored += len(restored)


def _edited(batch: ImportBatch, rows: Sequence[ImportRow], places: places_of.Places) -> list[ImportRow]:
    """Rows whose entry holds something else than the import left there, or that something else hangs on by now."""
    slugs = {key: slug for slug, key in places.key.items()}
    public_ids = [row.organisation for row in rows]
    keys = dict(Organisation.objects.filter(public_id__in=public_ids).values_list("public_id", "pk"))
    present, sources = content.load(list(keys.values())), content.sources(public_ids, ("batch",))
    hanging = _hanging([keys[row.organisation] for row in rows if row.state == RowState.CREATED and row.organisation in keys])
    later = _touched_later(batch, public_ids)
    unmerged = dict.fromkeys(present, "merged")
    found = []
    for row in rows:
        key = keys.get(row.organisation)
        if key is None:
            if row.state == RowState.UPDATED:
                found.append(row)
            continue  # an entry that is gone need not be removed
        if row.state == RowState.CREATED:
            expected = content.canonical(content.made_of(complete_values(row, batch), places.key, places.country), slugs)
            is_same = content.canonical(present[key], slugs, unmerged) == expected and row.organisation not in later
            if not is_same or key in hanging or any(held["batch"] != batch.public_id for held in sources[row.organisation].values()):
                found.append(row)
        elif not _is_as_left(batch, row, present[key], sources[row.organisation], slugs):
            found.append(row)
    return found


def _is_as_left(batch: ImportBatch, row: ImportRow, rows: content.Rows, sources: dict[str, Any], slugs: dict[int, str]) -> bool:
    for path, value in row.data.items():
        held = sources.get(path)
        if content.value_at(rows, path, slugs) != value:
            return False
        if value is not None and (held is None or held["batch"] != batch.public_id):
            return False
    return True


def _touched_later(batch: ImportBatch, public_ids: Sequence[str]) -> set[str]:
    """Organisations that a later import found again: its rows would point to nothing."""
    later = ImportRow.objects.filter(batch__pk__gt=batch.pk, organisation__in=public_ids, state__in=(RowState.UPDATED,))
    return set(later.values_list("organisation", flat=True))


def _hanging(keys: Sequence[int]) -> set[int]:
    """Organisations that people, opportunities or merges refer to."""
    found: set[int] = set()
    for relation in content.references():
        if relation.related_model in (*_OWN, NotDuplicate):
            continue
        name = relation.field.attname
        rows = relation.related_model._base_manager.filter(**{f"{name}__in": keys})
        if relation.related_model is MergeRecord:
            rows = rows.filter(undone_at=None)
        found.update(rows.values_list(name, flat=True))
    return found


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
