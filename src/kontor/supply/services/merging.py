"""Two entries of one company become one, with a preview, and apart again."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from kontor.audit.services import record
from kontor.common.actors import Actor
from kontor.directory import services as directory
from kontor.directory.models import Organisation, OrganisationFacts
from kontor.searching.services import enqueue_many
from kontor.supply import content
from kontor.supply.errors import AlreadyUndone, LaterMerge, WouldLoseReference
from kontor.supply.locking import one_at_a_time
from kontor.supply.merge_plan import Plan, plan
from kontor.supply.models import MergeRecord


def preview(merged: Organisation, *, into: Organisation) -> Plan:
    """What merging would do; writes nothing. Raises CannotMerge of the directory."""
    directory.check_mergeable(merged, into=into)
    return plan(merged, into)


def merge(merged: Organisation, *, into: Organisation, actor: Actor) -> MergeRecord:
    """Merge an entry into another one.

    Everything that hangs on it goes over, except imported values that the other entry knows better: those stay where they are, unseen,
    and come back when the merge is undone.

    Raises:
        WouldLoseReference: something would be gone from sight or get into other hands.
        CannotMerge: of the directory.
        SourceBusy: an import runs.
    """
    with one_at_a_time(), transaction.atomic():
        seen = preview(merged, into=into)
        if seen.lost:
            raise WouldLoseReference(what=", ".join(seen.lost))
        earlier = list(merged.merged.order_by("pk").values_list("pk", flat=True))
        directory.merge(merged, into=into, actor=actor)
        for _, table, key in seen.moved:
            model, owner = _table(table)
            model._base_manager.filter(pk=key).update(**{owner: into.pk})
        _fill(into, seen.filled)
        before = {"moved": [[table, key] for _, table, key in seen.moved], "led_here": earlier, "filled": seen.filled}
        made = MergeRecord.objects.create(merged=merged, into=into, before=before)
        record(actor, "supply.merged", made, after={"merged": merged.public_id, "into": into.public_id, **seen.as_json()})
        enqueue_many("organisation", [merged.public_id, into.public_id])
        return made


def unmerge(made: MergeRecord, *, actor: Actor) -> MergeRecord:
    """Take a merge back.

    Raises:
        AlreadyUndone: it is.
        LaterMerge: one of the two entries was merged again since; that has to be taken back first.
        SourceBusy: an import runs.
    """
    with one_at_a_time(), transaction.atomic():
        made.refresh_from_db()
        if made.undone_at is not None:
            raise AlreadyUndone
        both = (made.merged_id, made.into_id)
        later = MergeRecord.objects.filter(Q(merged__in=both) | Q(into__in=both), pk__gt=made.pk, undone_at=None).order_by("-pk").first()
        if later is not None:
            raise LaterMerge(merge=later.public_id)
        back = 0
        for table, key in made.before["moved"]:
            model, owner = _table(table)
            back += model._base_manager.filter(pk=key, **{owner: made.into_id}).update(**{owner: made.merged_id})
        _empty_again(made.into_id, made.before["filled"])
        Organisation.objects.filter(pk=made.merged_id).update(merged_into=None, updated=timezone.now())
        Organisation.objects.filter(pk__in=made.before["led_here"]).update(merged_into=made.merged_id)
        made.undone_at = timezone.now()
        made.save(update_fields=["undone_at", "updated"])
        record(actor, "supply.unmerged", made, after={"moved_back": back, "gone_since": len(made.before["moved"]) - back})
        enqueue_many("organisation", [made.merged.public_id, made.into.public_id])
        return made


def _table(name: str) -> tuple[type[models.Model], str]:
    """The model of a part or of a reference, and its column of the organisation."""
    return content.PARTS[name] if name in content.PARTS else (apps.get_model(name), "organisation_id")


def _fill(into: Organisation, filled: dict[str, Any]) -> None:
    own = {name: value for name, value in filled.items() if "." not in name}
    facts = {name.partition(".")[2]: value for name, value in filled.items() if "." in name}
    if own:
        Organisation.objects.filter(pk=into.pk).update(**own)
    if facts:
        OrganisationFacts.objects.update_or_create(organisation_id=into.pk, defaults=facts)


def _empty_again(key: int, filled: dict[str, Any]) -> None:
    """Take back what was filled in, unless somebody wrote something else there since."""
    for path, value in filled.items():
        head, _, name = path.rpartition(".")
        model, column = (OrganisationFacts, "organisation_id") if head else (Organisation, "pk")
        empty = model._meta.get_field(name).get_default()  # type: ignore[union-attr]  # a column, never a relation
        rows = model._base_manager.filter(**{column: key})
        if rows.values_list(name, flat=True).first() == value:
            rows.update(**{name: empty})
    content.drop_empty_facts(key)
