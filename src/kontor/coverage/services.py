"""Settling unknown parts: off the list, and back on it."""

from __future__ import annotations

from django.db import transaction

from kontor.audit.services import record
from kontor.common.actors import Actor
from kontor.coverage.models import UnknownPart


@transaction.atomic
def settle(part: UnknownPart, *, actor: Actor, is_settled: bool = True) -> UnknownPart:
    """Keep a part off the list of work whatever it is seen in, or put it back.

    The trail names the row and not the word: it is kept for ten years, the word is not.
    """
    for row in UnknownPart.objects.select_for_update().filter(language=part.language, part=part.part).exclude(is_settled=is_settled):
        row.is_settled = is_settled
        row.save(update_fields=["is_settled"])
        record(actor, "coverage.part-settled" if is_settled else "coverage.part-reopened", row)
    part.refresh_from_db()
    return part
