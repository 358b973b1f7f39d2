"""What other apps do once the index has caught up with the database. Apps register a function; whoever wrote the index calls them."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import DatabaseError

logger = logging.getLogger(__name__)

LEAST_SECONDS = 60.0
"""Between two calls by a worker that has a little to do all the time."""
_tasks: dict[str, Callable[[bool], int]] = {}


def register(name: str, task: Callable[[bool], int]) -> None:
    """Have a function called with whether the index was built anew, perhaps with another thesaurus; it returns how many things it did."""
    _tasks[name] = task


def run(is_rebuilt: bool) -> dict[str, int]:
    """Call every registered function; what fails is logged, for the index itself is right. Returns how many things each did."""
    done = {}
    for name, task in sorted(_tasks.items()):
        try:
            done[name] = task(is_rebuilt)
        except (DatabaseError, OSError):
            logger.exception("%s after indexing failed", name)
    return done
