"""Showing long work on the terminal, and waiting for the index."""

from __future__ import annotations

import time
from typing import Any

from kontor.searching import index, worker
from kontor.supply.services.importing import Progress

EVERY_SECONDS = 0.5
LONGEST_WAIT = 3600.0


class Line:
    """One line on standard error that counts: how many, how fast, how long still."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._stage = ""
        self._started = self._last = time.monotonic()
        self._is_watched = stream.isatty()
        self.seconds: dict[str, float] = {}

    def show(self, stage: str, done: int, total: int) -> None:
        """`total` 0: not known yet."""
        now = time.monotonic()
        if stage != self._stage:
            self.end()
            self._stage = stage
        self.seconds[stage] = now - self._started
        if not self._is_watched or now - self._last < EVERY_SECONDS:
            return
        self._last = now
        rate = done / max(now - self._started, 0.001)
        left = f" of {total:,} · {max(0, total - done) / max(rate, 0.001):,.0f} s left" if total else ""
        self._stream.write(f"\r{stage}: {done:,}{left} · {rate:,.0f}/s   ", ending="")
        self._stream.flush()

    def end(self) -> None:
        """End the line of a stage."""
        if self._stage and self._is_watched:
            self._stream.write(f"\r{self._stage}: {self.seconds[self._stage]:.1f} s{' ' * 50}")
        self._stage, self._started = "", time.monotonic()


def wait_for_index(progress: Progress) -> bool:
    """Have the queue emptied: by this process when no worker runs, else wait for the worker."""
    try:
        with index.writing():
            try:
                index.apply_all(lambda done: progress("indexing", done, 0))
            finally:
                index.close_writer()
        return True
    except index.WriterBusy:
        return worker.wait_until_empty(LONGEST_WAIT)
