"""Keeping where each value came from."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from kontor.common.models import PublicModel
from kontor.directory.models import SourceRank, ValueSource


def record_sources(
    subject: PublicModel,
    fields: Iterable[str],
    *,
    rank: SourceRank,
    batch: str = "",
    person: str = "",
    row_number: int | None = None,
    row_hash: str = "",
) -> None:
    """Note the source of the present values of `fields`, replacing what was noted before.

    Call it in the transaction that sets the values. One query however many fields.
    """
    rows = [
        ValueSource(
            object_kind=subject._meta.model_name or "",
            object=subject.public_id,
            field=field,
            rank=rank,
            batch=batch,
            person=person,
            row_number=row_number,
            row_hash=row_hash,
            recorded=timezone.now(),
        )
        for field in fields
    ]
    ValueSource.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["object_kind", "object", "field"],
        update_fields=["rank", "batch", "person", "row_number", "row_hash", "recorded"],
    )


def may_replace(subject: PublicModel, field: str, rank: SourceRank) -> bool:
    """Whether a value of this rank may overwrite the present one: an equal or higher rank may."""
    present = ValueSource.objects.filter(
        object_kind=subject._meta.model_name, object=subject.public_id, field=field
    ).values_list("rank", flat=True)
    return all(rank >= held for held in present)
