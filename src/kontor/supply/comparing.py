"""Staged rows against what is there: new, changed, unchanged. Reads only, so that a dry run is the same code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from kontor.directory.models import Identifier, Organisation, SourceRank
from kontor.directory.vocabulary import Visibility
from kontor.supply import content
from kontor.supply.models import BatchState, ImportRow, Publish, RowState
from kontor.supply.places import Places

KEPT_STATES = (RowState.CREATED, RowState.UPDATED, RowState.UNCHANGED)
OPENNESS = {Visibility.HIDDEN: 0, Visibility.MEMBERS: 1, Visibility.PUBLIC: 2}


@dataclass(slots=True)
class Outcome:
    """What becomes of one staged row."""

    row: ImportRow
    state: str
    key: int | None = None
    public_id: str = ""
    reason: str = ""
    changes: dict[str, Any] = field(default_factory=dict)
    """path -> new value, None for one to take away."""
    before: dict[str, Any] = field(default_factory=dict)
    """path -> [rows before, source before]"""
    old: dict[str, Any] = field(default_factory=dict)
    """path -> value before, as a list would give it"""
    findings: list[list[Any]] = field(default_factory=list)


@dataclass(slots=True)
class _Known:
    by_number: dict[tuple[str, str], int] = field(default_factory=dict)
    by_key: dict[str, tuple[str, str]] = field(default_factory=dict)
    """key -> (organisation, hash of its latest row)"""
    keys: dict[str, int] = field(default_factory=dict)
    """public id -> primary key"""
    numbers_of: dict[int, dict[str, str]] = field(default_factory=dict)
    visibility: dict[int, str] = field(default_factory=dict)
    merged: set[int] = field(default_factory=set)
    public_ids: dict[int, str] = field(default_factory=dict)


def compare(rows: Sequence[ImportRow], source: str, publish: str, places: Places) -> list[Outcome]:
    """The outcome of each row, in their order. All rows are of one batch and none is set aside."""
    known = _known(rows, source)
    outcomes = [_identify(row, known, publish) for row in rows]
    looked_into = [outcome for outcome in outcomes if outcome.state == RowState.UPDATED]
    if looked_into:
        _compare_values(looked_into, known, publish, places)
    return outcomes


def visibility_of(row: ImportRow, publish: str) -> str:
    """What the import shows of a row: nothing that has to be checked first, makers only if told so."""
    is_open = row.may_publish and (publish == Publish.ALL or (publish == Publish.MAKERS and "roles.maker" in row.data))
    return Visibility.PUBLIC if is_open else Visibility.HIDDEN


def _known(rows: Sequence[ImportRow], source: str) -> _Known:
    known = _Known()
    numbers = {value for row in rows for path, value in row.data.items() if path.startswith("identifiers.")}
    for scheme, value, key in Identifier.objects.filter(value__in=numbers).values_list("scheme", "value", "organisation_id"):
        known.by_number[scheme, value] = key
    keys = {row.key for row in rows} | {row.name_key for row in rows}
    # An entry that stayed when its import was taken back, because somebody had worked on it, is found again like any other.
    standing = Q(state__in=KEPT_STATES) & ~Q(batch__state=BatchState.UNDONE) | Q(state=RowState.KEPT)
    earlier = ImportRow.objects.filter(standing, batch__source=source).order_by("pk")
    for column in ("name_key", "key"):
        for found in earlier.filter(**{f"{column}__in": keys}).values_list(column, "organisation", "row_hash"):
            known.by_key[found[0]] = (found[1], found[2])
    public_ids = {public_id for public_id, _ in known.by_key.values()}
    wanted = Organisation.objects.filter(public_id__in=public_ids) | Organisation.objects.filter(pk__in=set(known.by_number.values()))
    for key, public_id, visibility, merged in wanted.values_list("pk", "public_id", "visibility", "merged_into_id"):
        known.keys[public_id], known.public_ids[key] = key, public_id
        known.visibility[key] = visibility
        if merged is not None:
            known.merged.add(key)
    for key, scheme, value in Identifier.objects.filter(organisation__in=known.public_ids).values_list("organisation_id", "scheme", "value"):
        known.numbers_of.setdefault(key, {})[scheme] = value
    return known


def _identify(row: ImportRow, known: _Known, publish: str) -> Outcome:
    numbers = {path.partition(".")[2]: value for path, value in row.data.items() if path.startswith("identifiers.")}
    found = {known.by_number[scheme, value] for scheme, value in numbers.items() if (scheme, value) in known.by_number}
    if len(found) > 1:
        return Outcome(row, RowState.SET_ASIDE, reason="identifier", findings=[["", "identifiers-of-two", {}]])
    key = next(iter(found), None)
    if key is None:
        for hashed in (row.key, row.name_key):
            public_id, _ = known.by_key.get(hashed, ("", ""))
            if public_id and public_id not in known.keys:
                return Outcome(row, RowState.SET_ASIDE, reason="removed", findings=[["", "removed-entry", {}]])
            candidate = known.keys.get(public_id)
            if candidate is not None and not _is_other(numbers, known.numbers_of.get(candidate, {})):
                key = candidate
                break
    if key is None:
        return Outcome(row, RowState.CREATED)
    public_id = known.public_ids[key]
    latest = known.by_key.get(row.key) or known.by_key.get(row.name_key)
    is_same = latest is not None and latest == (public_id, row.row_hash)
    is_opened = OPENNESS[Visibility(visibility_of(row, publish))] > OPENNESS[Visibility(known.visibility[key])]
    # A number that went over with a merge leads to the entry that stays; the row itself belongs to the merged one and changes nothing.
    is_of_merged = latest is not None and known.keys.get(latest[0]) in known.merged
    state = RowState.UNCHANGED if key in known.merged or is_of_merged or (is_same and not is_opened) else RowState.UPDATED
    return Outcome(row, state, key, public_id)


def _is_other(ours: dict[str, str], theirs: dict[str, str]) -> bool:
    """Two valid numbers of one scheme are two organisations, however alike their names."""
    return any(theirs.get(scheme, value) != value for scheme, value in ours.items())


def _compare_values(outcomes: list[Outcome], known: _Known, publish: str, places: Places) -> None:
    slugs = {key: slug for slug, key in places.key.items()}
    present = content.load([outcome.key for outcome in outcomes if outcome.key is not None])
    sources = content.sources([outcome.public_id for outcome in outcomes])
    for outcome in outcomes:
        assert outcome.key is not None
        rows, of = present[outcome.key], sources[outcome.public_id]
        wanted = dict(outcome.row.data)
        if (visibility := visibility_of(outcome.row, publish)) != Visibility.HIDDEN:
            wanted["visibility"] = visibility
        wanted.update(_gone(rows, of, wanted, slugs))
        for path, value in wanted.items():
            now = content.value_at(rows, path, slugs)
            if now == value or (path == "visibility" and OPENNESS[Visibility(now)] >= OPENNESS[Visibility(value)]):
                continue
            held = of.get(path)
            if (held is not None and held["rank"] > SourceRank.IMPORT) or (held is None and now is not None and path != "visibility"):
                outcome.findings.append(["", "value-kept", {"value": path}])
                continue
            outcome.changes[path] = value
            outcome.old[path] = now
            outcome.before[path] = [_before(rows, path, slugs), held]
        if not outcome.changes:
            outcome.state = RowState.UNCHANGED


def _gone(rows: content.Rows, sources: dict[str, Any], wanted: dict[str, Any], slugs: dict[int, str]) -> dict[str, None]:
    """Roles and statements read out of words or codes that the list does not say any more."""
    paths = [path for path in sources if path.startswith(("roles.", "statements.")) and sources[path]["rank"] == SourceRank.IMPORT]
    is_told_anew = any(path.startswith(("texts.scope.", "statements.")) for path in wanted)
    if any(path.startswith("certificates.") for path in wanted):
        certificates = [path for path in sources if path.startswith("certificates.") and sources[path]["rank"] == SourceRank.IMPORT]
    else:
        certificates = []
    gone = [*(paths if is_told_anew else []), *certificates]
    return {path: None for path in gone if path not in wanted and content.value_at(rows, path, slugs) is not None}


def _before(rows: content.Rows, path: str, slugs: dict[int, str]) -> Any:
    if "." not in path or path.startswith("facts."):
        return content.value_at(rows, path, slugs)
    return [[table, row] for table, row in content.at_path(rows, path)]
