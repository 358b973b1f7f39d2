"""What has to be done by the clock. Apps register a function; the worker calls each once an hour."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import DatabaseError

logger = logging.getLogger(__name__)

EVERY_SECONDS = 3600.0
_tasks: dict[str, Callable[[], int]] = {}


def register(name: str, task: Callable[[], int]) -> None:
    """Have a function called by the clock; it returns how many things it did and may be called at any time, twice too."""
    _tasks[name] = task


def run() -> dict[str, int]:
    """Call every registered function; what fails is logged and called again next time. Returns how many things each did."""
    done = {}
    for name, task in sorted(_tasks.items()):
        try:
            done[name] = task()
        except DatabaseError:
            logger.exception("housekeeping %s failed", name)
    return done
