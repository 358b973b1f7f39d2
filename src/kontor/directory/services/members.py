"""People in organisations."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from kontor.accounts.models import Person
from kontor.audit.services import record
from kontor.common.actors import Actor
from kontor.directory.models import MemberRole, Organisation, OrganisationMembership
from kontor.directory.queries import members_of


@transaction.atomic
def add_member(
    organisation: Organisation, *, actor: Actor, person: Person, role: str = MemberRole.MEMBER
) -> OrganisationMembership:
    """Let a person act for the organisation; a second call only sets the role."""
    membership = members_of(organisation).filter(person=person).first()
    if membership is None:
        membership = OrganisationMembership(organisation=organisation, person=person)
    membership.role = role
    membership.save()
    record(actor, "directory.member-added", organisation, after={"person": person.public_id, "role": role})
    return membership


@transaction.atomic
def end_membership(membership: OrganisationMembership, *, actor: Actor) -> OrganisationMembership:
    """End a membership today: its rights end with the person's next request."""
    membership.ended_on = timezone.localdate()
    membership.save(update_fields=["ended_on", "updated"])
    organisation, person = membership.organisation, membership.person
    record(actor, "directory.member-left", organisation, before={"person": person.public_id})
    return membership
