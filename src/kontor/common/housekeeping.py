"""What has to be done by the clock. Apps register a function; the worker calls each once an hour."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import DatabaseError, connection

logger = logging.getLogger(__name__)

EVERY_SECONDS = 3600.0
# Rows of an index that are looked at: enough to know which index narrows a question, in milliseconds.
ANALYSIS_LIMIT = 1000
_tasks: dict[str, Callable[[], int]] = {}


def register(name: str, task: Callable[[], int]) -> None:
    """Have a function called by the clock; it returns how many things it did and may be called at any time, twice too."""
    _tasks[name] = task


def refresh_statistics() -> int:
    """Let SQLite count what its indexes hold, so that sixteen hits of 30,000 are not found by walking through all entries nobody merged.

    PostgreSQL does so by itself. Where the database cannot be written, questions are slower and nothing else.
    """
    if connection.vendor != "sqlite":
        return 0
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA analysis_limit = {ANALYSIS_LIMIT}")
            cursor.execute("ANALYZE")
    except DatabaseError:
        logger.warning("the statistics of the database could not be refreshed", exc_info=True)
        return 0
    return 1


def run() -> dict[str, int]:
    """Call every registered function; what fails is logged and called again next time. Returns how many things each did."""
    done = {}
    for name, task in sorted(_tasks.items()):
        try:
            done[name] = task()
        except DatabaseError:
            logger.exception("housekeeping %s failed", name)
    return done
