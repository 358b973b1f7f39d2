"""Taking in requests about entries, deciding them, and forgetting who asked."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from kontor.audit.services import record
from kontor.common.actors import Actor
from kontor.entry_requests.models import EntryRequest

KEPT_AFTER_DECISION = timedelta(days=30)
KEPT_AT_MOST = timedelta(days=180)
ANSWERED_WITHIN_DAYS = 30
"""A month: Art. 12 (3) GDPR for requests of persons, and no longer for anybody else."""


@transaction.atomic
def ask(
    organisation: str, *, actor: Actor, kind: str, language: str, text: str = "", contact: str = ""
) -> EntryRequest:
    """Keep a request about the entry of a public id. The caller checks that the entry may be seen.

    The trail says that and what was asked, never by whom.
    """
    request = EntryRequest.objects.create(organisation=organisation, kind=kind, text=text, contact=contact, language=language)
    record(actor, "entry_requests.asked", request, after={"organisation": organisation, "kind": kind})
    return request


def forget_contacts(now: datetime | None = None) -> int:
    """Erase contacts that are no longer needed; returns how many. Runs by the clock (see `common.housekeeping`)."""
    moment = now or timezone.now()
    is_over = Q(decided_at__lt=moment - KEPT_AFTER_DECISION) | Q(created__lt=moment - KEPT_AT_MOST)
    return EntryRequest.objects.filter(is_over).exclude(contact="").update(contact="", updated=moment)
