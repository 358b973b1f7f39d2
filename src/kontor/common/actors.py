"""Who acts: every query and every service is told.

An actor carries the roles that hold at this moment, each with the public id of
the thing it is held in, so that rights can be asked without loading the person.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any


class ActorKind(enum.StrEnum):
    ANONYMOUS = "anonymous"
    PERSON = "person"
    OPERATOR = "operator"


class RoleName(enum.StrEnum):
    MEMBER = "member"
    ORGANISATION_ADMIN = "organisation-admin"
    COORDINATOR = "coordinator"
    ALLIANCE_OFFICE = "alliance-office"


@dataclass(frozen=True, slots=True)
class Role:
    """A role and the public id of the organisation, city or alliance it is held in."""

    name: RoleName
    scope: str


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who reads or acts. `public_id` is empty for anonymous visitors."""

    kind: ActorKind
    public_id: str = ""
    roles: frozenset[Role] = field(default_factory=frozenset)

    @property
    def is_anonymous(self) -> bool:
        return self.kind is ActorKind.ANONYMOUS

    @property
    def is_operator(self) -> bool:
        return self.kind is ActorKind.OPERATOR

    @property
    def is_alliance_office(self) -> bool:
        return any(role.name is RoleName.ALLIANCE_OFFICE for role in self.roles)

    @property
    def is_participant(self) -> bool:
        """Holds any role at all: the audience of entries that are visible to members only."""
        return self.is_operator or bool(self.roles)

    @property
    def organisation_ids(self) -> frozenset[str]:
        """Organisations the actor belongs to, as member or as administrator."""
        return self.scopes(RoleName.MEMBER) | self.scopes(RoleName.ORGANISATION_ADMIN)

    @property
    def administered_organisation_ids(self) -> frozenset[str]:
        return self.scopes(RoleName.ORGANISATION_ADMIN)

    @property
    def city_ids(self) -> frozenset[str]:
        """Cities the actor coordinates, their parts and districts included."""
        return self.scopes(RoleName.COORDINATOR)

    def scopes(self, name: RoleName) -> frozenset[str]:
        """Public ids of everything the actor holds the role in."""
        return frozenset(role.scope for role in self.roles if role.name is name)

    def holds(self, name: RoleName, scope: str) -> bool:
        return Role(name, scope) in self.roles


ANONYMOUS = Actor(ActorKind.ANONYMOUS)

# Commands typed by whoever owns the installation: an operator without an account.
CONSOLE = Actor(ActorKind.OPERATOR, "console")

RoleSource = Callable[[Any], Iterable[Role]]
_role_sources: list[RoleSource] = []


def register_role_source(source: RoleSource) -> RoleSource:
    """Let an app above add roles: called with a person's primary key, gives Role objects.

    Memberships live with the thing joined, so only that app can read them.
    """
    if source not in _role_sources:
        _role_sources.append(source)
    return source


def actor_for_person(*, key: Any, public_id: str, is_operator: bool) -> Actor:
    """The actor of a person as of now; roles are read anew at each call."""
    roles = frozenset(role for source in _role_sources for role in source(key))
    kind = ActorKind.OPERATOR if is_operator else ActorKind.PERSON
    return Actor(kind, public_id, roles)
