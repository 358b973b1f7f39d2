"""Two entries of one company become one, with a preview, and apart again."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from kontor.audit.services import record
from kontor.common.actors import Actor
from kontor.directory import services as directory
from kontor.directory.models import Organisation, OrganisationMembership
from kontor.searching.services import enqueue_many
from kontor.supply import content
from kontor.supply.errors import AlreadyUndone, WouldLoseReference
from kontor.supply.models import MergeRecord, NotDuplicate

# Taken over where the entry that stays has none: they tell who it is. Its own texts and facts are not mixed with another's.
_TAKEN = ("identifier", "name")


@dataclass(slots=True)
class Preview:
    """What a merge would do: parts the entry that stays takes over, and what forbids it."""

    taken: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def preview(merged: Organisation, *, into: Organisation) -> Preview:
    """What merging would do; writes nothing."""
    found = Preview()
    rows = content.load([merged.pk, into.pk])
    held = {content.path_of(table, row): row for table in _TAKEN for row in rows[into.pk][table]}
    for table in _TAKEN:
        for row in rows[merged.pk][table]:
            path = content.path_of(table, row)
            if path not in held:
                found.taken.append(path)
            elif table == "identifier" and held[path]["value"] != row["value"]:
                found.lost.append(f"{row['scheme']} {row['value']}")
    if merged.claimed_at is not None:
        found.lost.append("the claim of the company")
    for relation in Organisation._meta.related_objects:
        label = relation.related_model._meta.label
        is_reference = relation.related_model is OrganisationMembership or label.startswith("opportunities.")
        if is_reference and relation.related_model._base_manager.filter(**{relation.field.attname: merged.pk}).exists():
            found.lost.append(str(relation.related_model._meta.verbose_name_plural))
    return found


@transaction.atomic
def merge(merged: Organisation, *, into: Organisation, actor: Actor) -> MergeRecord:
    """Merge an entry into another one. Raises WouldLoseReference, and CannotMerge of the directory."""
    seen = preview(merged, into=into)
    if seen.lost:
        raise WouldLoseReference(what=", ".join(seen.lost))
    earlier = list(merged.merged.values_list("pk", flat=True))
    directory.merge(merged, into=into, actor=actor)
    moved = []
    for table in _TAKEN:
        model, owner = content.PARTS[table]
        for row in model._base_manager.filter(**{owner: merged.pk}):
            names = content.fields_of(model, owner)
            if content.path_of(table, {name: getattr(row, name) for name in names}) in seen.taken:
                moved.append([table, row.pk])
                model._base_manager.filter(pk=row.pk).update(**{owner: into.pk})
    made = MergeRecord.objects.create(merged=merged, into=into, before={"moved": moved, "led_here": earlier})
    record(actor, "supply.merged", made, after={"merged": merged.public_id, "into": into.public_id})
    enqueue_many("organisation", [merged.public_id, into.public_id])
    return made


@transaction.atomic
def unmerge(made: MergeRecord, *, actor: Actor) -> MergeRecord:
    """Take a merge back. Raises AlreadyUndone."""
    if made.undone_at is not None:
        raise AlreadyUndone
    for table, key in made.before["moved"]:
        model, owner = content.PARTS[table]
        model._base_manager.filter(pk=key, **{owner: made.into_id}).update(**{owner: made.merged_id})
    Organisation.objects.filter(pk=made.merged_id).update(merged_into=None, updated=timezone.now())
    Organisation.objects.filter(pk__in=made.before["led_here"]).update(merged_into=made.merged_id)
    made.undone_at = timezone.now()
    made.save(update_fields=["undone_at", "updated"])
    record(actor, "supply.unmerged", made)
    enqueue_many("organisation", [made.merged.public_id, made.into.public_id])
    return made


@transaction.atomic
def dismiss(one: Organisation, *, other: Organisation, actor: Actor) -> NotDuplicate:
    """Remember that two entries are two."""
    first, second = sorted((one, other), key=lambda organisation: organisation.pk)
    told, _ = NotDuplicate.objects.get_or_create(first=first, second=second)
    record(actor, "supply.not-duplicate", first, after={"other": second.public_id})
    return told
