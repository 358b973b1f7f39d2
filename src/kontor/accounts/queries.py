"""Reading accounts."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from kontor.accounts.models import Person
from kontor.common.actors import ANONYMOUS, Actor, actor_for_person


def visible_people(actor: Actor) -> QuerySet[Person]:
    """Accounts the actor may see: all for operators, else only the own one."""
    if actor.is_operator:
        return Person.objects.all()
    return Person.objects.filter(public_id=actor.public_id) if actor.public_id else Person.objects.none()


def actor_of(user: Any) -> Actor:
    """The actor behind `request.user`, with the roles that hold now.

    A closed account is nobody, whatever its session says.
    """
    if not user.is_authenticated or not user.is_active:
        return ANONYMOUS
    return actor_for_person(key=user.pk, public_id=user.public_id, is_operator=user.is_operator)
