"""A file in: read, staged, taken over, queued. Each step goes on after a crash where it stopped."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from kontor.alliance.models import City
from kontor.alliance.services import load_cities
from kontor.audit.services import record
from kontor.common.actors import Actor
from kontor.supply import places as places_of
from kontor.supply import queries, reading
from kontor.supply.comparing import compare
from kontor.supply.errors import CityMissing
from kontor.supply.locking import one_at_a_time
from kontor.supply.models import BatchState, ImportBatch, ImportRow, RowState
from kontor.supply.services.committing import commit_chunk
from kontor.supply.services.staging import CHUNK, staged, stored
from kontor_core.supply import rows as _rows  # noqa: F401 - loaded before workers are forked
from kontor_core.tables.errors import TableError
from kontor_core.tables.formats import GZIP, OLE, ZIP

Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Request:
    """What is asked for. `city`: a short address, `from-column`, or empty for a column if there is one."""

    path: Path
    source: str
    city: str = ""
    publish: str = "none"


@dataclass(slots=True)
class Result:
    """What became of a file. `findings` are [row, column, code, parameters, sheet], `rows_set_aside` (sheet, row, reason).

    `changes`: (sheet, row, organisation, path, value before, value after) of entries that would change; only a dry run has them.
    """

    batch: str = ""
    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    set_aside: dict[str, int] = field(default_factory=dict)
    findings: list[list[Any]] = field(default_factory=list)
    rows_set_aside: list[tuple[str, int, str]] = field(default_factory=list)
    changes: list[tuple[str, int, str, str, Any, Any]] = field(default_factory=list)
    columns: list[list[str]] = field(default_factory=list)
    """[heading, what it was read as (a field of `tables.headers`) or empty]."""
    personal_columns_dropped: int = 0
    cities_loaded: int = 0
    """Cities that were loaded first (a dry run: would be), because the database had none: every row would have been set aside."""


def _silent(_stage: str, _done: int, _total: int) -> None:
    """No progress is shown."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """SHA-256 (hex) of a file, and about how many rows it has: its lines; 0 where only reading tells (spreadsheets, packed files)."""

    sha256: str
    lines: int


def fingerprint(path: Path) -> Fingerprint:
    """What a file is recognised by.

    Raises:
        TableError: it cannot be opened.
    """
    digest = hashlib.sha256()
    lines = 0
    try:
        with path.open("rb") as file:
            is_text = not file.peek(8).startswith((ZIP, OLE, GZIP))
            while block := file.read(1 << 20):
                digest.update(block)
                lines += block.count(b"\n") if is_text else 0
    except OSError as error:
        raise TableError("no-file", f"cannot be opened: {error.strerror}", path.name) from error
    return Fingerprint(digest.hexdigest(), lines)


def bring_in(request: Request, *, actor: Actor, progress: Progress = _silent) -> Result:
    """Import a file.

    Raises:
        TableError: the file cannot be read.
        CityMissing, UnknownCity: what tells the city of the rows is missing.
        SourceBusy: another import runs.
    """
    with one_at_a_time():
        has_cities = City.objects.exists()
        file = fingerprint(request.path)
        cities = 0 if has_cities else load_cities(actor=actor)[0]
        places = _places(request)
        batch = _batch(request, file.sha256, actor)
        if batch.state == BatchState.STAGING:
            _stage(batch, request, places, file.lines, progress)
        done = batch.rows.exclude(state=RowState.STAGED).count()
        while counts := commit_chunk(batch, actor=actor, places=places):
            done += sum(counts.values())
            progress("taking over", done, batch.rows_read)
        _finish(batch, actor)
        result = result_of(batch)
        result.cities_loaded = cities
        return result


def try_out(request: Request, progress: Progress = _silent) -> Result:
    """What `bring_in` would do; writes nothing. Raises as `bring_in`."""
    places = _places(request)
    lines = fingerprint(request.path).lines
    result, file = Result(cities_loaded=len(places.key) if places.is_of_file else 0), reading.File()
    keys: set[str] = set()
    is_newer = queries.has_earlier(request.source)
    remaining = iter(reading.rows(request.path, request.source, places, file, lambda: _check_city(request, file)))
    while block := list(itertools.islice(remaining, CHUNK)):
        rows = [ImportRow(**stored(None, read)) for read in block]
        if is_newer:
            keys.update(key for row in rows for key in (row.key, row.name_key))
        result.rows += len(rows)
        outcomes = {id(o.row): o for o in compare([row for row in rows if row.state == RowState.STAGED], request.source, request.publish, places)}
        for row in rows:
            outcome = outcomes.get(id(row))
            state, reason = outcome.state if outcome else row.state, (outcome.reason if outcome else "") or row.reason
            _count(result, state, reason)
            if state == RowState.SET_ASIDE:
                result.rows_set_aside.append((row.sheet, row.number, reason))
            if outcome is not None:
                result.changes.extend((row.sheet, row.number, outcome.public_id, path, outcome.old[path], new) for path, new in outcome.changes.items())
            more = outcome.findings if outcome else []
            result.findings.extend([row.number, *finding, row.sheet] for finding in [*row.findings, *more])
        progress("reading", result.rows, lines)
    result.findings.extend(file.findings)
    result.findings.extend(queries.vanished_from(request.source, keys))
    result.columns = file.columns
    result.personal_columns_dropped = file.personal_columns
    return result


def _count(result: Result, state: str, reason: str, number: int = 1) -> None:
    if state == RowState.CREATED:
        result.created += number
    elif state == RowState.UPDATED:
        result.updated += number
    elif state == RowState.UNCHANGED:
        result.unchanged += number
    elif state == RowState.SET_ASIDE:
        result.set_aside[reason] = result.set_aside.get(reason, 0) + number


def result_of(batch: ImportBatch) -> Result:
    """The result of a finished import."""
    result = Result(batch.public_id, batch.rows_read, columns=batch.columns, personal_columns_dropped=batch.personal_columns_dropped)
    for state, reason, number in queries.counts_of(batch):
        _count(result, state, reason, number)
    result.findings = [*queries.findings_of(batch), *batch.findings]
    result.rows_set_aside = queries.rows_set_aside(batch)
    return result


def _places(request: Request) -> places_of.Places:
    return places_of.load(request.city or places_of.FROM_COLUMN)


def _check_city(request: Request, file: reading.File) -> None:
    if reading.needs_city(request.city) and not file.has_city_column:
        raise CityMissing


@transaction.atomic
def _batch(request: Request, digest: str, actor: Actor) -> ImportBatch:
    """The batch to work on: the same import that was interrupted, or a new one."""
    city = request.city or places_of.FROM_COLUMN
    working = (BatchState.STAGING, BatchState.COMMITTING)
    same = ImportBatch.objects.filter(source=request.source, file_hash=digest, city=city, publish=request.publish, state__in=working)
    batch = same.order_by("-pk").first()
    if batch is None:
        batch = ImportBatch.objects.create(source=request.source, file_hash=digest, city=city, publish=request.publish)
        record(actor, "supply.import-begun", batch, after={"source": batch.source, "city": city, "publish": batch.publish})
    return batch


def _stage(batch: ImportBatch, request: Request, places: places_of.Places, lines: int, progress: Progress) -> None:
    file = reading.File()
    try:
        remaining = reading.rows(request.path, request.source, places, file, lambda: _check_city(request, file))
        for done in staged(batch, remaining):
            progress("reading", done, lines)
    except (TableError, CityMissing):
        batch.delete()
        raise
    batch.findings = [*file.findings, *queries.vanished(batch)]
    batch.columns, batch.personal_columns_dropped = file.columns, file.personal_columns
    batch.state = BatchState.COMMITTING
    batch.save(update_fields=["findings", "columns", "personal_columns_dropped", "state", "updated"])


@transaction.atomic
def _finish(batch: ImportBatch, actor: Actor) -> None:
    batch.state, batch.finished = BatchState.DONE, timezone.now()
    batch.save(update_fields=["state", "finished", "updated"])
    counts: dict[str, int] = {}
    for state, _reason, number in queries.counts_of(batch):
        counts[state] = counts.get(state, 0) + number
    record(actor, "supply.import-finished", batch, after=counts)
