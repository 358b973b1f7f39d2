"""A small world with one actor of each kind, seen from one organisation.

`subject` sits in `city`. When a test asks for a negative there is always
something that could leak: a hidden, a quarantined and a members-only entry.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils import timezone

from kontor.accounts.models import Person
from kontor.accounts.queries import actor_of
from kontor.alliance.models import City
from kontor.common.actors import ANONYMOUS, Actor
from kontor.directory.models import Organisation
from kontor.opportunities.models import Opportunity
from tests.kontor.factories import (
    CityFactory,
    CoordinatorFactory,
    MembershipFactory,
    OfficeFactory,
    OpportunityFactory,
    OrganisationFactory,
    PersonFactory,
)

ACTORS = (
    "anonymous",
    "member",
    "organisation_admin",
    "member_of_another",
    "coordinator",
    "coordinator_of_another",
    "alliance_office",
    "operator",
)


@dataclass
class World:
    city: City
    other_city: City
    subject: Organisation
    other: Organisation
    hidden: Organisation
    quarantined: Organisation
    paused: Organisation
    members_only: Organisation
    opportunity: Opportunity
    draft: Opportunity
    people: dict[str, Person] = field(default_factory=dict)

    def actor(self, name: str) -> Actor:
        """The actor of that kind with the roles that hold now."""
        person = self.people.get(name)
        return actor_of(Person.objects.get(pk=person.pk)) if person else ANONYMOUS


def make_world() -> World:
    """Rows for all eight actors."""
    city = CityFactory(slug="ingolstadt")
    other_city = CityFactory(slug="foshan", country="CN", region="CN-GD")
    now = timezone.now()
    subject = OrganisationFactory(city=city, claimed_at=now)
    other = OrganisationFactory(city=other_city, language="zh", name="佛山示例压铸有限公司")
    world = World(
        city=city,
        other_city=other_city,
        subject=subject,
        other=other,
        hidden=OrganisationFactory(city=city, visibility="hidden"),
        quarantined=OrganisationFactory(city=city, quarantined_at=now),
        paused=OrganisationFactory(city=city, paused_at=now),
        members_only=OrganisationFactory(city=city, visibility="members"),
        opportunity=OpportunityFactory(organisation=subject),
        draft=OpportunityFactory(organisation=subject, status="draft", published_at=None),
    )
    world.people = {
        "member": MembershipFactory(organisation=subject).person,
        "organisation_admin": MembershipFactory(organisation=subject, role="admin").person,
        "member_of_another": MembershipFactory(organisation=other).person,
        "coordinator": CoordinatorFactory(city=city).person,
        "coordinator_of_another": CoordinatorFactory(city=other_city).person,
        "alliance_office": OfficeFactory().person,
        "operator": PersonFactory(is_operator=True),
    }
    return world
