"""Showing long work on the terminal, and waiting for the index."""

from __future__ import annotations

import time
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from kontor.common.numbers import grouped
from kontor.searching import index, worker
from kontor.searching.queries import pending_count
from kontor.supply.services.importing import Progress

EVERY_SECONDS = 0.5
LONGEST_WAIT = 3600.0
STAGES = {
    "reading": pgettext_lazy("stage of an import", "reading"),
    "taking over": pgettext_lazy("stage of an import", "taking over"),
    "indexing": pgettext_lazy("stage of an import", "indexing"),
    "comparing": pgettext_lazy("stage of an import", "comparing"),
    "taking back": pgettext_lazy("stage of an import", "taking back"),
}
WIDTH = 70
"""A line is filled up to so many characters, so that nothing is left of a longer one before."""


class Line:
    """One line on standard error that counts: how many, how fast, how long still."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._stage = ""
        self._begun_with = 0
        self._started = self._last = time.monotonic()
        self._is_watched = stream.isatty()

    def show(self, stage: str, done: int, total: int) -> None:
        """`total` 0: not known yet."""
        now = time.monotonic()
        if stage != self._stage:
            self.end()
            self._stage, self._started, self._begun_with = stage, now, done
            self._last = 0.0  # a new stage is told at once
        if not self._is_watched or now - self._last < EVERY_SECONDS:
            return
        self._last = now
        self._stream.write(f"\r{told(stage, done, total, (done - self._begun_with) / max(now - self._started, 0.001)).ljust(WIDTH)}", ending="")
        self._stream.flush()

    def end(self) -> None:
        """End the line of a stage."""
        if self._stage and self._is_watched:
            self._stream.write(f"\r{_line(self._stage, duration(time.monotonic() - self._started)).ljust(WIDTH)}")
        self._stage = ""


def told(stage: str, done: int, total: int, rate: float) -> str:
    """How far a stage is, in the active language. `rate`: so many a second; 0 where there is nothing to tell it from yet."""
    parts = [grouped(done)]
    if total:
        parts = [_("%(done)s of %(total)s") % {"done": grouped(done), "total": grouped(max(done, total))}]
    if rate:
        # Translators: so many a second.
        parts.append(_("%(number)s/s") % {"number": grouped(round(rate))})
    if total and rate:
        parts.append(_("%(time)s left") % {"time": duration((max(done, total) - done) / rate)})
    return _line(stage, " · ".join(parts))


def _line(stage: str, text: str) -> str:
    return _("%(stage)s: %(progress)s") % {"stage": STAGES[stage], "progress": text}


def duration(seconds: float) -> str:
    """A time as people say it: 40 s, 3 min 20 s."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return pgettext("duration", "%(seconds)s s") % {"seconds": rest}
    return pgettext("duration", "%(minutes)s min %(seconds)s s") % {"minutes": minutes, "seconds": rest}


def wait_for_index(progress: Progress) -> bool:
    """Have the queue emptied: by this process when no worker runs, else wait for the worker."""
    waiting = pending_count()
    try:
        with index.writing():
            try:
                index.apply_all(lambda done: progress("indexing", done, waiting))
            finally:
                index.close_writer()
        return True
    except index.WriterBusy:
        return worker.wait_until_empty(LONGEST_WAIT)
