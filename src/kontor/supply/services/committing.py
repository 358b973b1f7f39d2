"""Taking staged rows over, a chunk a transaction: domain rows, sources, audit and queue together, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from kontor.audit.services import record
from kontor.common.actors import Actor
from kontor.common.bulk import insert
from kontor.directory.models import Organisation, OrganisationFacts, OrganisationText, SourceRank, ValueSource
from kontor.searching.services import enqueue_many
from kontor.supply import content
from kontor.supply.comparing import KEPT_STATES, Outcome, compare, visibility_of
from kontor.supply.models import ImportBatch, ImportRow, RowState
from kontor.supply.places import Places
from kontor.supply.services.apart import recall

CHUNK = 1000


@transaction.atomic
def commit_chunk(batch: ImportBatch, *, actor: Actor, places: Places) -> dict[str, int]:
    """Take the next staged rows over; returns how many became what, empty when none was left."""
    rows = list(ImportRow.objects.filter(batch=batch, state=RowState.STAGED).order_by("pk")[:CHUNK])
    if not rows:
        return {}
    outcomes = compare(rows, batch.source, batch.publish, places)
    new = [outcome for outcome in outcomes if outcome.state == RowState.CREATED]
    changed = [outcome for outcome in outcomes if outcome.state == RowState.UPDATED]
    _create(batch, new, places)
    for outcome in changed:
        _change(batch, outcome, places)
    _close(outcomes)
    recall(batch, [(outcome.row.key, outcome.public_id or outcome.row.organisation) for outcome in outcomes if outcome.state in KEPT_STATES])
    touched = [outcome.row.organisation for outcome in new] + [outcome.public_id for outcome in changed]
    counts: dict[str, int] = {}
    for outcome in outcomes:
        counts[outcome.state] = counts.get(outcome.state, 0) + 1
    if touched:
        record(actor, "supply.rows-committed", batch, after={"first_row": rows[0].pk, "last_row": rows[-1].pk, **counts})
        enqueue_many("organisation", touched)
    return counts


def complete_values(row: ImportRow, batch: ImportBatch) -> dict[str, Any]:
    """Values of a new entry: those of the row and those of the import as such."""
    listed = batch.created.date()
    return {**row.data, "visibility": visibility_of(row, batch.publish), "listed_source": batch.source, "listed_on": date(listed.year, listed.month, listed.day)}


def _create(batch: ImportBatch, outcomes: Sequence[Outcome], places: Places) -> None:
    made = [(outcome.row, content.made_of(complete_values(outcome.row, batch), places.key, places.country)) for outcome in outcomes]
    insert(Organisation, [{**rows["organisation"][0], "public_id": row.organisation} for row, rows in made])
    keys: dict[str, int] = dict(Organisation.objects.filter(public_id__in=[row.organisation for row, _ in made]).values_list("public_id", "pk"))
    for table, (model, owner) in content.PARTS.items():
        insert(model, [{**part, owner: keys[row.organisation]} for row, rows in made for part in rows[table]])
    now = timezone.now()
    insert(ValueSource, [_source(batch, row, row.organisation, path, now) for row, _ in made for path in (*row.data, "visibility")])


def _source(batch: ImportBatch, row: ImportRow, public_id: str, path: str, now: Any) -> dict[str, Any]:
    return {
        "object_kind": "organisation", "object": public_id, "field": path, "rank": int(SourceRank.IMPORT),
        "batch": batch.public_id, "row_number": row.number, "row_hash": row.row_hash, "recorded": now,
    }


def _change(batch: ImportBatch, outcome: Outcome, places: Places) -> None:
    assert outcome.key is not None
    own: dict[str, Any] = {}
    facts: dict[str, Any] = {}
    for path, value in outcome.changes.items():
        if "." not in path:
            own["city_id" if path == "city" else path] = places.key[value] if path == "city" else value
        elif path.startswith("facts."):
            facts[path.partition(".")[2]] = value
        else:
            _change_part(outcome, path, value, places)
    Organisation.objects.filter(pk=outcome.key).update(updated=timezone.now(), **own)
    if facts:
        OrganisationFacts.objects.update_or_create(organisation_id=outcome.key, defaults=facts)
    now = timezone.now()
    ValueSource.objects.filter(object_kind="organisation", object=outcome.public_id, field__in=list(outcome.changes)).delete()
    insert(ValueSource, [_source(batch, outcome.row, outcome.public_id, path, now) for path, value in outcome.changes.items() if value is not None])


def _change_part(outcome: Outcome, path: str, value: Any, places: Places) -> None:
    assert outcome.key is not None
    if path.startswith("texts.") and value is not None:
        _, field, language = path.split(".")
        texts = OrganisationText.objects.filter(owner=outcome.key, field=field, language=language)
        if texts.update(value=value, origin="imported", revision=F("revision") + 1, updated=timezone.now()):
            return
    old = outcome.before[path][0]
    position = old[0][1].get("position", 0) if old else 0
    content.remove_path(outcome.key, path)
    if value is not None:
        content.store_parts(outcome.key, [content.part(path, value, places.key, places.country, position)])


def _close(outcomes: Sequence[Outcome]) -> None:
    """Note on each row what became of it."""
    plain: dict[str, list[int]] = {}
    for outcome in outcomes:
        outcome.row.state = outcome.state
        if outcome.state == RowState.CREATED and not outcome.findings:
            plain.setdefault(outcome.state, []).append(outcome.row.pk)
    for state, keys in plain.items():
        ImportRow.objects.filter(pk__in=keys).update(state=state)
    others = [outcome for outcome in outcomes if outcome.state != RowState.CREATED or outcome.findings]
    json_of = ImportRow._meta.get_field("before").get_db_prep_save
    values = []
    for outcome in others:
        row = outcome.row
        is_kept = outcome.state in (RowState.CREATED, RowState.UPDATED)
        values.append((
            outcome.state, outcome.reason or row.reason, outcome.public_id or (row.organisation if is_kept else ""),
            json_of(row.data if outcome.state == RowState.CREATED else outcome.changes, connection),
            json_of(_storable(outcome.before), connection), json_of([*row.findings, *outcome.findings], connection), row.pk,
        ))
    if values:
        table = connection.ops.quote_name(ImportRow._meta.db_table)
        with connection.cursor() as cursor:
            cursor.executemany(f"UPDATE {table} SET state = %s, reason = %s, organisation = %s, data = %s, before = %s, findings = %s WHERE id = %s", values)


def _storable(before: Mapping[str, Any]) -> Any:
    """Dates and times as text."""
    import json

    return json.loads(json.dumps(before, default=lambda value: value.isoformat()))
