"""Entries that are two, however alike: told once, and remembered when their import is undone and comes again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import Q

from kontor.audit.services import record
from kontor.common.actors import Actor
from kontor.directory.models import Organisation
from kontor.supply.models import ImportBatch, ImportRow, NotDuplicate
from kontor.supply.reading import hashed


@transaction.atomic
def tell_apart(one: Organisation, *, other: Organisation, actor: Actor) -> NotDuplicate:
    """Remember that two entries are two."""
    first, second = sorted((one, other), key=lambda organisation: organisation.pk)
    told, _ = NotDuplicate.objects.get_or_create(first=first, second=second)
    record(actor, "supply.not-duplicate", first, after={"other": second.public_id})
    return told


def record_of(source: str, key: str) -> str:
    """What a row of a list is recognised by when the same list comes again: source and key, hashed, for they are only ever compared."""
    return hashed(f"{source}|{key}")


def remember(batch: ImportBatch, removed: Mapping[int, ImportRow]) -> None:
    """Let remarks outlive entries that go with their import.

    Args:
        removed: primary key of an entry -> the row that made it.
    """
    for told in NotDuplicate.objects.filter(Q(first__in=removed) | Q(second__in=removed)).order_by("pk"):
        if told.first_id in removed:
            told.first, told.first_record = None, record_of(batch.source, removed[told.first_id].key)
        if told.second_id in removed:
            told.second, told.second_record = None, record_of(batch.source, removed[told.second_id].key)
        told.save(update_fields=["first", "second", "first_record", "second_record"])


def recall(batch: ImportBatch, taken: Sequence[tuple[str, str]]) -> int:
    """Give remarks the entries of records that are back; returns how many hold again.

    Args:
        taken: (key of a row, public id of its entry).
    """
    waiting = NotDuplicate.objects.filter(Q(first=None) | Q(second=None)).order_by("pk")
    if not waiting.exists():
        return 0
    by_record = {record_of(batch.source, key): public_id for key, public_id in taken}
    found = list(waiting.filter(Q(first=None, first_record__in=by_record) | Q(second=None, second_record__in=by_record)))
    wanted = {by_record[one] for told in found for one in (told.first_record, told.second_record) if one in by_record}
    entries = dict(Organisation.objects.filter(public_id__in=wanted).values_list("public_id", "pk"))
    return sum(_renew(told, {known: entries[public_id] for known, public_id in by_record.items() if public_id in entries}) for told in found)


def _renew(told: NotDuplicate, entries: Mapping[str, int]) -> bool:
    """Fill in the entries of a remark; whether both are there."""
    first, second = told.first_id or entries.get(told.first_record), told.second_id or entries.get(told.second_record)
    if first is None or second is None:
        told.first_id, told.second_id = first, second
        told.save(update_fields=["first", "second"])
        return False
    if first == second or NotDuplicate.objects.filter(first=min(first, second), second=max(first, second)).exists():
        told.delete()  # one entry by now, or told anew
        return False
    told.first_id, told.second_id = sorted((first, second))
    told.first_record = told.second_record = ""
    told.save()
    return True
