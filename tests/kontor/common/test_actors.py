"""Actors carry the roles that hold now, and no others."""

import pytest
from django.utils import timezone

from kontor.accounts.queries import actor_of
from kontor.alliance.models import CoordinatorMembership
from kontor.common.actors import RoleName
from kontor.directory.models import OrganisationMembership
from tests.kontor.factories import CityFactory, CoordinatorFactory
from tests.kontor.world import ACTORS, World


def test_each_kind_has_exactly_its_scopes(world: World) -> None:
    seen = {name: (world.actor(name).organisation_ids, world.actor(name).city_ids) for name in ACTORS}
    subject, other = {world.subject.public_id}, {world.other.public_id}
    assert seen == {
        "anonymous": (set(), set()),
        "member": (subject, set()),
        "organisation_admin": (subject, set()),
        "member_of_another": (other, set()),
        "coordinator": (set(), {world.city.public_id}),
        "coordinator_of_another": (set(), {world.other_city.public_id}),
        "alliance_office": (set(), set()),
        "operator": (set(), set()),
    }
    assert world.actor("organisation_admin").administered_organisation_ids == subject
    assert world.actor("member").administered_organisation_ids == set()


def test_office_and_operator_are_told_apart(world: World) -> None:
    assert [name for name in ACTORS if world.actor(name).is_operator] == ["operator"]
    assert [name for name in ACTORS if world.actor(name).is_alliance_office] == ["alliance_office"]
    assert [name for name in ACTORS if world.actor(name).is_anonymous] == ["anonymous"]


@pytest.mark.django_db
def test_parts_and_their_parts_come_with_a_city() -> None:
    joint = CityFactory(slug="joint", kind="joint")
    town = CityFactory(slug="town", part_of=joint)
    quarter = CityFactory(slug="quarter", part_of=town)
    CityFactory(slug="elsewhere")
    actor = actor_of(CoordinatorFactory(city=joint).person)
    assert actor.city_ids == {joint.public_id, town.public_id, quarter.public_id}


def test_ended_memberships_give_nothing(world: World) -> None:
    today = timezone.localdate()
    OrganisationMembership.objects.update(ended_on=today)
    CoordinatorMembership.objects.update(ended_on=today)
    assert world.actor("member").roles == frozenset()
    assert world.actor("coordinator").roles == frozenset()
    assert world.actor("alliance_office").scopes(RoleName.ALLIANCE_OFFICE)


def test_a_closed_account_is_nobody(world: World) -> None:
    person = world.people["operator"]
    person.is_active = False
    person.save()
    assert world.actor("operator").is_anonymous
