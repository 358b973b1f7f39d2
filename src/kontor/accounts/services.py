"""Making and changing accounts."""

from __future__ import annotations

from django.db import transaction

from kontor.accounts.errors import AddressTaken
from kontor.accounts.models import Person
from kontor.audit.services import record, snapshot
from kontor.common.actors import Actor


@transaction.atomic
def create_person(
    email: str, *, actor: Actor, password: str | None = None, name: str = "", language: str = "en"
) -> Person:
    """A new account; without a password nobody can sign in to it yet.

    Raises AddressTaken.
    """
    address = email.strip().lower()
    if Person.objects.filter(email=address).exists():
        raise AddressTaken
    person = Person(email=address, name=name, language=language)
    person.set_password(password)
    person.save()
    record(actor, "accounts.person-created", person, after=snapshot(person, ["name", "language"]))
    return person


@transaction.atomic
def make_operator(person: Person, *, actor: Actor) -> Person:
    """Let the person operate the installation."""
    return _set_operator(person, True, actor)


@transaction.atomic
def revoke_operator(person: Person, *, actor: Actor) -> Person:
    """Take the operator's rights away; they end with the next request."""
    return _set_operator(person, False, actor)


def _set_operator(person: Person, is_operator: bool, actor: Actor) -> Person:
    before = {"is_operator": person.is_operator}
    person.is_operator = is_operator
    person.save(update_fields=["is_operator", "updated"])
    record(actor, "accounts.operator-changed", person, before=before, after={"is_operator": is_operator})
    return person
