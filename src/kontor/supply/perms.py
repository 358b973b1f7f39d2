"""Rights about supply, one function a right."""

from kontor.alliance.models import City
from kontor.common.actors import Actor
from kontor.directory.models import Organisation
from kontor.directory.perms import can_merge as can_merge_entries


def can_import(actor: Actor, city: City) -> bool:
    """A city vouches for what it brings in; the office and operators help."""
    return actor.is_operator or actor.is_alliance_office or city.public_id in actor.city_ids


def can_see_imports(actor: Actor) -> bool:
    """A batch may hold rows of several cities, so the list is for those who see all."""
    return actor.is_operator or actor.is_alliance_office


def can_undo(actor: Actor) -> bool:
    """Taking a whole register back touches every city in it."""
    return can_see_imports(actor)


def can_merge(actor: Actor, organisation: Organisation, into: Organisation) -> bool:
    """As in the directory: both entries in the same hands."""
    return can_merge_entries(actor, organisation, into)
