"""Who may see and settle unknown parts."""

from __future__ import annotations

from kontor.common.actors import Actor


def can_see_unknown_parts(actor: Actor) -> bool:
    """Operators: they keep the overlay files. Nobody else needs to know what others look for."""
    return actor.is_operator
