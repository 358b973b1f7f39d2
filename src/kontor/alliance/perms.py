"""Rights about cities, one function a right."""

from kontor.alliance.models import City
from kontor.common.actors import Actor


def can_edit_city(actor: Actor, city: City) -> bool:
    """A city speaks for itself; the alliance office and operators help where nobody sits yet."""
    return actor.is_operator or actor.is_alliance_office or city.public_id in actor.city_ids


def can_edit_memberships(actor: Actor) -> bool:
    """Who belongs to the alliance is the alliance's own affair, not a city's."""
    return actor.is_operator or actor.is_alliance_office


def can_appoint_coordinators(actor: Actor) -> bool:
    """A coordinator is named to the alliance office, which checks with the city hall first."""
    return actor.is_operator or actor.is_alliance_office
