"""Accounts: one for an address, operators by an act of their own."""

import io

import pytest
from django.core.management import CommandError, call_command

from kontor.accounts.errors import AddressTaken
from kontor.accounts.models import Person
from kontor.accounts.perms import can_operate, can_see_person
from kontor.accounts.queries import visible_people
from kontor.accounts.services import create_person, make_operator, revoke_operator
from kontor.audit.models import Change
from kontor.common.actors import CONSOLE
from tests.kontor.world import ACTORS, World


@pytest.mark.django_db
def test_an_address_is_taken_whatever_its_case() -> None:
    person = create_person(" Anna@Example.org ", actor=CONSOLE, password="long enough 12")
    assert person.email == "anna@example.org"
    assert person.check_password("long enough 12")
    with pytest.raises(AddressTaken):
        create_person("ANNA@example.ORG", actor=CONSOLE)


@pytest.mark.django_db
def test_without_a_password_nobody_signs_in() -> None:
    assert not create_person("a@example.org", actor=CONSOLE).has_usable_password()


@pytest.mark.django_db
def test_operator_rights_are_given_and_taken_on_record() -> None:
    person = create_person("a@example.org", actor=CONSOLE)
    make_operator(person, actor=CONSOLE)
    assert Person.objects.get().has_perm("anything")
    revoke_operator(person, actor=CONSOLE)
    assert not Person.objects.get().is_staff
    actions = list(Change.objects.order_by("id").values_list("action", flat=True))
    assert actions == ["accounts.person-created", "accounts.operator-changed", "accounts.operator-changed"]


def test_people_are_seen_by_themselves_and_operators(world: World) -> None:
    seen = {name: set(visible_people(world.actor(name))) for name in ACTORS}
    expected = {name: {person} for name, person in world.people.items()}
    assert seen == expected | {"anonymous": set(), "operator": set(world.people.values())}
    member = world.people["member"].public_id
    assert [name for name in ACTORS if can_see_person(world.actor(name), member)] == ["member", "operator"]
    assert [name for name in ACTORS if can_operate(world.actor(name))] == ["operator"]


@pytest.mark.django_db
def test_command_makes_an_operator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("a long enough pass\n"))
    call_command("make_operator", "Op@example.org", stdout=io.StringIO())
    person = Person.objects.get()
    assert (person.email, person.is_operator) == ("op@example.org", True)
    assert person.check_password("a long enough pass")
    monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
    with pytest.raises(CommandError):
        call_command("make_operator", "second@example.org")
    assert Person.objects.count() == 1
