"""Acts that decide who sees an entry."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from kontor.audit.services import difference, record, snapshot
from kontor.common.actors import Actor
from kontor.directory.errors import AlreadyClaimed, CannotMerge
from kontor.directory.models import Organisation
from kontor.directory.vocabulary import VerificationLevel
from kontor.searching.services import enqueue


@transaction.atomic
def set_visibility(organisation: Organisation, *, actor: Actor, visibility: str) -> Organisation:
    """Show the entry to everyone, to members only, or to nobody."""
    return _set(organisation, actor, "visibility-set", visibility=visibility)


@transaction.atomic
def claim(organisation: Organisation, *, actor: Actor) -> Organisation:
    """The company takes its entry over. Raises AlreadyClaimed."""
    if organisation.is_claimed:
        raise AlreadyClaimed
    level = max(organisation.verification_level, VerificationLevel.CLAIMED)
    return _set(organisation, actor, "claimed", claimed_at=timezone.now(), verification_level=level)


@transaction.atomic
def pause(organisation: Organisation, *, actor: Actor) -> Organisation:
    """Take the entry out of all lists for a while; its page says so."""
    return _set(organisation, actor, "paused", paused_at=timezone.now())


@transaction.atomic
def resume(organisation: Organisation, *, actor: Actor) -> Organisation:
    """End a pause."""
    return _set(organisation, actor, "resumed", paused_at=None)


@transaction.atomic
def quarantine(organisation: Organisation, *, actor: Actor, reason: str) -> Organisation:
    """Hide the entry everywhere at once while a report is looked into."""
    return _set(organisation, actor, "quarantined", quarantined_at=timezone.now(), quarantine_reason=reason)


@transaction.atomic
def lift_quarantine(organisation: Organisation, *, actor: Actor) -> Organisation:
    """Show the entry again as before."""
    return _set(organisation, actor, "quarantine-lifted", quarantined_at=None, quarantine_reason="")


def check_mergeable(organisation: Organisation, *, into: Organisation) -> None:
    """Raises CannotMerge for the same entry, one that is merged already, or one of the other country."""
    is_merged = organisation.merged_into_id or into.merged_into_id
    if organisation.pk == into.pk or is_merged or organisation.city.country != into.city.country:
        raise CannotMerge


@transaction.atomic
def merge(organisation: Organisation, *, into: Organisation, actor: Actor) -> Organisation:
    """Mark a duplicate: its address leads to `into` from now on, its values stay where they are.

    Raises CannotMerge, see `check_mergeable`.
    """
    check_mergeable(organisation, into=into)
    _set(organisation, actor, "merged", merged_into=into)
    # Entries that led here lead on, so that no reader is sent through a chain.
    for earlier in organisation.merged.all():
        _set(earlier, actor, "merged", merged_into=into)
    enqueue("organisation", into.public_id)
    return organisation


def _set(organisation: Organisation, actor: Actor, verb: str, **values: Any) -> Organisation:
    before = snapshot(organisation, values)
    for field, value in values.items():
        setattr(organisation, field, value)
    organisation.save(update_fields=[*values, "updated"])
    before, after = difference(before, snapshot(organisation, values))
    record(actor, f"directory.organisation-{verb}", organisation, before=before, after=after)
    enqueue("organisation", organisation.public_id)
    return organisation
