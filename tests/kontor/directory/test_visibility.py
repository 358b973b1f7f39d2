"""Who sees which entry, in lists and by address."""

import pytest

from kontor.common.errors import NotFound
from kontor.directory import perms, queries
from kontor.directory.services import merge, quarantine
from tests.kontor.factories import CityFactory, OrganisationFactory
from tests.kontor.world import ACTORS, World

ENTRIES = ("subject", "other", "hidden", "quarantined", "paused", "members_only")
OPEN = {"subject", "other"}
ALL = set(ENTRIES)


def listed(world: World, name: str, query: object) -> set[str]:
    seen = {row.public_id for row in query(world.actor(name))}  # type: ignore[operator]
    return {entry for entry in ENTRIES if getattr(world, entry).public_id in seen}


def test_lists(world: World) -> None:
    assert {name: listed(world, name, queries.visible_organisations) for name in ACTORS} == {
        "anonymous": OPEN,
        "member": OPEN | {"members_only"},
        "organisation_admin": OPEN | {"members_only"},
        "member_of_another": OPEN | {"members_only"},
        "coordinator": ALL,
        "coordinator_of_another": OPEN | {"members_only"},
        "alliance_office": ALL,
        "operator": ALL,
    }


def test_addresses(world: World) -> None:
    assert {name: listed(world, name, queries.addressable_organisations) for name in ACTORS} == {
        "anonymous": OPEN | {"paused"},
        "member": OPEN | {"members_only", "paused"},
        "organisation_admin": OPEN | {"members_only", "paused"},
        "member_of_another": OPEN | {"members_only", "paused"},
        "coordinator": ALL,
        "coordinator_of_another": OPEN | {"members_only", "paused"},
        "alliance_office": ALL,
        "operator": ALL,
    }


def test_members_see_their_own_entry_in_every_state(world: World) -> None:
    quarantine(world.subject, actor=world.actor("coordinator"), reason="report")
    assert "subject" in listed(world, "member", queries.visible_organisations)
    assert "subject" not in listed(world, "member_of_another", queries.visible_organisations)
    assert "subject" not in listed(world, "anonymous", queries.addressable_organisations)


def test_a_stranger_gets_the_same_answer_as_for_a_missing_id(world: World) -> None:
    for public_id in (world.hidden.public_id, "0" * 12):
        with pytest.raises(NotFound) as caught:
            queries.organisation(world.actor("anonymous"), public_id)
        assert caught.value.parameters == {}
    assert queries.organisation(world.actor("coordinator"), world.hidden.public_id) == world.hidden


def test_merged_entries_are_in_no_list_but_keep_their_address(world: World) -> None:
    double = OrganisationFactory(city=world.city)
    merge(double, into=world.subject, actor=world.actor("coordinator"))
    stranger = world.actor("anonymous")
    assert double not in queries.visible_organisations(stranger)
    assert queries.organisation(stranger, double.public_id).merged_into == world.subject


def test_hits_are_dropped_when_they_may_not_be_seen(world: World) -> None:
    wanted = [getattr(world, entry).public_id for entry in ENTRIES] + ["0" * 12]
    found = queries.organisations_by_id(world.actor("anonymous"), wanted)
    assert set(found) == {world.subject.public_id, world.other.public_id}


def test_organisations_of_a_city_come_with_its_parts(world: World) -> None:
    quarter = OrganisationFactory(city=CityFactory(slug="quarter", part_of=world.city))
    found = set(queries.organisations_of_city(world.actor("anonymous"), world.city))
    assert found == {world.subject, quarter}


def test_the_index_holds_what_some_reader_may_find(world: World) -> None:
    expected = {world.subject.public_id, world.other.public_id, world.members_only.public_id}
    assert set(queries.index_ids()) == expected


def test_rights_on_the_subject(world: World) -> None:
    def allowed(right: object, *args: object) -> list[str]:
        return [name for name in ACTORS if right(world.actor(name), world.subject, *args)]  # type: ignore[operator]

    overseers = ["coordinator", "alliance_office", "operator"]
    own = ["member", "organisation_admin"]
    assert allowed(perms.can_oversee) == overseers
    assert allowed(perms.can_see_internal) == own + overseers
    assert allowed(perms.can_edit_organisation) == own + overseers
    assert allowed(perms.can_manage_members) == ["organisation_admin", "operator"]
    assert allowed(perms.can_set_visibility) == ["organisation_admin", *overseers]
    assert allowed(perms.can_pause) == ["organisation_admin", *overseers]
    assert allowed(perms.can_quarantine) == overseers
    assert allowed(perms.can_merge, world.hidden) == overseers
    assert allowed(perms.can_merge, world.other) == ["alliance_office", "operator"]


@pytest.mark.parametrize("rows", [1, 30])
def test_rows_cost_the_same_queries_however_many(world: World, rows: int, django_assert_num_queries: object) -> None:
    for _number in range(rows):
        OrganisationFactory(city=world.city)
    actor = world.actor("anonymous")
    with django_assert_num_queries(5):  # type: ignore[operator]
        for row in queries.with_row_parts(queries.visible_organisations(actor)):
            list(row.names.all()), list(row.roles.all()), list(row.statements.all()), row.city.name
