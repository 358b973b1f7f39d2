"""The trail is complete, holds no personal values, and nobody can change it."""

import pytest
from django.db import DatabaseError, connection, transaction

from kontor.accounts.services import create_person
from kontor.audit.errors import AppendOnly
from kontor.audit.models import Change
from kontor.audit.queries import changes_of, visible_changes
from kontor.audit.services import MASK, difference, record, snapshot
from kontor.common.actors import CONSOLE
from tests.kontor.factories import PersonFactory
from tests.kontor.world import ACTORS, World


def test_a_row_says_who_what_before_and_after(world: World) -> None:
    actor = world.actor("coordinator")
    row = record(actor, "test.renamed", world.subject, before={"name": "a"}, after={"name": "b"})
    stored = Change.objects.get(pk=row.pk)
    assert (stored.actor_kind, stored.actor, stored.action) == ("person", actor.public_id, "test.renamed")
    assert (stored.object_kind, stored.object) == ("organisation", world.subject.public_id)
    assert (stored.before, stored.after) == ({"name": "a"}, {"name": "b"})
    assert list(changes_of(world.subject)) == [stored]
    assert list(changes_of(world.other)) == []


@pytest.mark.django_db
@pytest.mark.parametrize("act", ["UPDATE audit_change SET action = 'x'", "DELETE FROM audit_change"])
def test_the_database_refuses_to_change_rows(act: str) -> None:
    create_person("a@example.org", actor=CONSOLE)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(act)
    assert Change.objects.get().action == "accounts.person-created"


@pytest.mark.django_db
def test_so_does_the_model() -> None:
    create_person("a@example.org", actor=CONSOLE)
    row = Change.objects.get()
    with pytest.raises(AppendOnly):
        row.save()
    with pytest.raises(AppendOnly):
        row.delete()


@pytest.mark.django_db
def test_personal_values_are_masked() -> None:
    person = PersonFactory(email="canary-7f3a@example.org", name="Canary Person", form_of_address="")
    values = snapshot(person)
    assert "canary" not in str(values).lower()
    assert values["name"] == MASK
    assert values["form_of_address"] == ""
    assert values["is_operator"] is False
    create_person("canary-9b1c@example.org", name="Canary Second", actor=CONSOLE)
    assert "canary" not in str(list(Change.objects.values())).lower()


def test_difference_keeps_what_changed() -> None:
    assert difference({"a": 1, "b": 2}, {"a": 1, "b": 3, "c": None}) == ({"b": 2}, {"b": 3})
    assert difference({}, {"a": 1, "updated": "now"}) == ({"a": None}, {"a": 1})


def test_each_actor_sees_its_own_part_of_the_trail(world: World) -> None:
    for subject in (world.subject, world.other, world.city):
        record(CONSOLE, "test.done", subject)
    seen = {name: sorted(change.object for change in visible_changes(world.actor(name))) for name in ACTORS}
    everything = sorted([world.subject.public_id, world.other.public_id, world.city.public_id])
    assert seen == {
        "anonymous": [],
        "member": [world.subject.public_id],
        "organisation_admin": [world.subject.public_id],
        "member_of_another": [world.other.public_id],
        "coordinator": [world.city.public_id],
        "coordinator_of_another": [],
        "alliance_office": [],
        "operator": everything,
    }
