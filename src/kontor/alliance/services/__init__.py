"""Acts on cities, each in its own transaction with one row in the audit trail.

They check the state; callers check the right (`perms`).
"""

from kontor.alliance.services.loading import load_cities
from kontor.alliance.services.people import appoint_coordinator, dismiss_coordinator, join_office
from kontor.alliance.services.portrait_loading import load_portraits
from kontor.alliance.services.portraits import (
    add_connection,
    add_partnership,
    add_site,
    replace_industries,
    set_office,
    state_figure,
    write_city_text,
)

__all__ = [
    "add_connection",
    "add_partnership",
    "add_site",
    "appoint_coordinator",
    "dismiss_coordinator",
    "join_office",
    "load_cities",
    "load_portraits",
    "replace_industries",
    "set_office",
    "state_figure",
    "write_city_text",
]
