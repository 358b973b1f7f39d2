"""Rights about accounts, one function a right."""

from kontor.common.actors import Actor


def can_operate(actor: Actor) -> bool:
    """Operators run the installation: they see the admin and repair what no form can."""
    return actor.is_operator


def can_see_person(actor: Actor, public_id: str) -> bool:
    """Everyone sees the own account; nobody but an operator sees another's."""
    return actor.is_operator or (bool(actor.public_id) and actor.public_id == public_id)
