"""People who speak for a city or work in the alliance office."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from kontor.accounts.models import Person
from kontor.alliance.models import Alliance, City, CoordinatorMembership, OfficeMembership
from kontor.audit.services import record
from kontor.common.actors import Actor


@transaction.atomic
def appoint_coordinator(city: City, *, actor: Actor, person: Person, function: str = "") -> CoordinatorMembership:
    """Let a person coordinate a city; a second call gives back the open membership."""
    membership, is_new = CoordinatorMembership.objects.get_or_create(
        city=city, person=person, ended_on=None, defaults={"function": function}
    )
    if is_new:
        record(actor, "alliance.coordinator-appointed", city, after={"person": person.public_id})
    return membership


@transaction.atomic
def dismiss_coordinator(membership: CoordinatorMembership, *, actor: Actor) -> CoordinatorMembership:
    """End it today; the rights end with the person's next request."""
    membership.ended_on = timezone.localdate()
    membership.save(update_fields=["ended_on", "updated"])
    record(actor, "alliance.coordinator-dismissed", membership.city, before={"person": membership.person.public_id})
    return membership


@transaction.atomic
def join_office(alliance: Alliance, *, actor: Actor, person: Person) -> OfficeMembership:
    """Let a person work in the alliance office; a second call gives back the open membership."""
    membership, is_new = OfficeMembership.objects.get_or_create(alliance=alliance, person=person, ended_on=None)
    if is_new:
        record(actor, "alliance.office-joined", alliance, after={"person": person.public_id})
    return membership
