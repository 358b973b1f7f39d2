"""The worker: keeps the index beside the database. Supervised, so that a crash costs a second and nothing else."""

from __future__ import annotations

import logging
import signal
import threading
import time

from django.db import DatabaseError, close_old_connections

from kontor.common import housekeeping
from kontor.searching import index, rebuilding, settled

logger = logging.getLogger(__name__)

IDLE_SECONDS = 0.5
TROUBLE_SECONDS = 5.0
_stopping = threading.Event()


def stop(*_: object) -> None:
    """Ask the loop to end after the batch in hand."""
    _stopping.set()


def run(once: bool = False) -> int:
    """Work until asked to stop (or, with `once`, until the queue is empty); returns the rows done.

    Raises:
        WriterBusy: another worker runs.
    """
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, stop)
    _stopping.clear()
    done, untold, told = 0, False, 0.0
    with index.writing():
        try:
            if not index.exists():
                logger.info("no index for this thesaurus yet: building it")
            if (documents := index.ensure()) is not None:
                logger.info("index built: %s documents", documents)
            while not _stopping.is_set():
                _keep_house()
                rebuilding.serve()
                rows = _one_round()
                done += rows
                untold = untold or bool(rows)
                if not rows:
                    if untold and (once or not told or time.monotonic() - told > settled.LEAST_SECONDS):
                        settled.run(is_rebuilt=False)
                        untold, told = False, time.monotonic()
                    if once:
                        break
                    _stopping.wait(IDLE_SECONDS)
        finally:
            index.close_writer()
    return done


_kept_house = 0.0


def _keep_house() -> None:
    """What other apps want done by the clock, at the start and then once an hour."""
    global _kept_house  # noqa: PLW0603 - one clock a process
    now = time.monotonic()
    if not _kept_house or now - _kept_house > housekeeping.EVERY_SECONDS:
        _kept_house = now
        housekeeping.run()


def _one_round() -> int:
    try:
        return index.apply_pending()
    except DatabaseError:
        logger.exception("the database did not answer; trying again")
        close_old_connections()
        _stopping.wait(TROUBLE_SECONDS)
        return 0


def wait_until_empty(seconds: float) -> bool:
    """Wait for the queue to drain (somebody else drains it); False when it did not in time."""
    from kontor.searching.queries import pending_count

    end = time.monotonic() + seconds
    while pending_count():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True
