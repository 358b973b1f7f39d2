"""What a merge of two entries would do to each thing that hangs on the one that goes. Reads only: the preview and the act are one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kontor.directory.models import Organisation, SourceRank
from kontor.directory.vocabulary import Visibility
from kontor.supply import content
from kontor.supply.comparing import OPENNESS

REFERENCES = {
    "opportunities.Opportunity": "moved",
    # People of one entry would get rights over another one.
    "directory.OrganisationMembership": "refused",
    # Entries merged earlier lead on; records of merges and of what is no duplicate speak of the entries as they were.
    "directory.Organisation": "kept",
    "supply.MergeRecord": "kept",
    "supply.NotDuplicate": "kept",
    **{model._meta.label: "part" for model, _ in content.PARTS.values()},
}
"""Model that refers to an organisation -> what a merge does with its rows. One that is not named here forbids the merge."""
OWN = ("legal_form", "website", "industry_codes")
"""Columns that are filled from the merged entry where the other one has nothing."""
_ORDERING = frozenset({"position"})


@dataclass(slots=True)
class Plan:
    """What would happen. Paths are those of values ("names.registered.Hans"), or the table and what stands there."""

    moved: list[tuple[str, str, int]] = field(default_factory=list)
    """(path or label, table or model, key of the row) that go over to the entry that stays."""
    filled: dict[str, Any] = field(default_factory=dict)
    """Columns and facts the entry that stays does not know yet -> value."""
    left: list[str] = field(default_factory=list)
    """Imported values that differ from those of the entry that stays: they are kept with the merged entry and come back with it."""
    lost: list[str] = field(default_factory=list)
    """What forbids the merge: it would be gone from sight, or get into other hands."""

    def as_json(self) -> dict[str, Any]:
        return {"moved": [what for what, _, _ in self.moved], "filled": sorted(self.filled), "left": self.left, "lost": self.lost}


def plan(merged: Organisation, into: Organisation) -> Plan:
    """What merging an entry into another one would do."""
    made = Plan()
    loaded = content.load([merged.pk, into.pk], with_keys=True)
    held = content.sources([merged.public_id], ("rank",))[merged.public_id]
    for table in content.PARTS:
        if table != "facts":
            for row in loaded[merged.pk][table]:
                _place(made, table, row, loaded[into.pk][table], held)
    _fill(made, loaded[merged.pk], loaded[into.pk])
    _look_at_references(made, merged)
    if OPENNESS[Visibility(merged.visibility)] > OPENNESS[Visibility(into.visibility)]:
        made.left.append("visibility")
    if merged.claimed_at is not None:
        made.lost.append("the claim of the company")
    if merged.verification_level > into.verification_level:
        made.lost.append("the verification")
    return made


def _place(made: Plan, table: str, row: dict[str, Any], theirs: list[dict[str, Any]], held: dict[str, Any]) -> None:
    """Decide on one row: known there already, moved, left, or in the way."""
    path = content.path_of(table, row)
    if any(_said(row) == _said(other) for other in theirs):
        return
    if not path or not any(content.path_of(table, other) == path for other in theirs):
        made.moved.append((path or f"{table} {_called(row)}".strip(), table, row["id"]))
    elif table == "identifier":
        made.lost.append(f"{row['scheme']} {row['value']}")
    elif _is_of_a_person(table, row, held.get(path, {})):
        made.lost.append(path)
    else:
        made.left.append(path)


def _said(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in _ORDERING and name != "id"}


def _called(row: dict[str, Any]) -> str:
    return str(row.get("standard") or row.get("name") or row.get("subject") or "")


def _is_of_a_person(table: str, row: dict[str, Any], source: dict[str, Any]) -> bool:
    """Whether somebody typed or checked it: nothing typed by a person is lost."""
    if source.get("rank", SourceRank.IMPORT) > SourceRank.IMPORT:
        return True
    if table == "certificate" and not source:
        return True
    return (table == "text" and row["origin"] != "imported") or (table == "role" and row["checked_on"] is not None)


def _fill(made: Plan, ours: content.Rows, theirs: content.Rows) -> None:
    mine, other = ours["organisation"][0], theirs["organisation"][0]
    made.filled.update({name: mine[name] for name in OWN if mine[name] and not other[name]})
    made.left.extend(name for name in OWN if mine[name] and other[name] and mine[name] != other[name])
    facts, known = (ours["facts"] or [{}])[0], (theirs["facts"] or [{}])[0]
    for name, value in facts.items():
        if name == "id" or value in (None, "", []):
            continue
        if known.get(name) in (None, "", []):
            made.filled[f"facts.{name}"] = value
        elif known[name] != value:
            made.left.append(f"facts.{name}")


def _look_at_references(made: Plan, merged: Organisation) -> None:
    for relation in content.references():
        model = relation.related_model
        rule = REFERENCES.get(model._meta.label, "refused")
        if rule in ("part", "kept"):
            continue
        keys = list(model._base_manager.filter(**{relation.field.attname: merged.pk}).order_by("pk").values_list("pk", flat=True))
        if keys and rule == "refused":
            made.lost.append(str(model._meta.verbose_name_plural))
        elif keys:
            made.moved.extend((str(model._meta.verbose_name), model._meta.label, key) for key in keys)
