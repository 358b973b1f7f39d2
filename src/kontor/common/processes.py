"""Work on all cores by forked processes, results in the order of the work.

Fork first: a process must have no threads of its own yet (an open index writer has some), for what these hold locked stays locked in
the fork. So the crew is made before anything else is opened, and given on to whatever needs it.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing.connection import wait
from typing import Any, Protocol, TypeVar

Work = TypeVar("Work")
Made = TypeVar("Made")
MOST = 8
AHEAD = 2
"""Pieces of work a process has waiting: enough that none idles, few enough that memory does not grow with the file."""


class Crew(Protocol):
    """Does pieces of work, in order."""

    def each(self, function: Callable[[Work], Made], work: Iterable[Work]) -> Iterator[Made]:
        """`function` of each piece. It is a function of a module: processes know it by its name."""
        ...


class Alone:
    """The work is done in this process."""

    def each(self, function: Callable[[Work], Made], work: Iterable[Work]) -> Iterator[Made]:
        return map(function, work)


class Forked:
    """The work is done in forked processes. A killed one raises `BrokenProcessPool`; when this process is killed they end."""

    def __init__(self, executor: ProcessPoolExecutor, number: int) -> None:
        self._executor = executor
        self._ahead = AHEAD * number

    def each(self, function: Callable[[Work], Made], work: Iterable[Work]) -> Iterator[Made]:
        waiting: deque[Future[Made]] = deque()
        for piece in work:
            waiting.append(self._executor.submit(function, piece))
            if len(waiting) > self._ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def cores() -> int:
    """How many processes are worth while on this machine."""
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, MOST)


def is_running(pid: int) -> bool:
    """Whether there is a process of this number on this machine."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@contextlib.contextmanager
def crew(*, is_worth_while: bool = True, prepare: Callable[[], None] | None = None) -> Iterator[Crew]:
    """Processes for the length of a block, or this process alone where there is one core, little to do, or no right to fork.

    Args:
        prepare: called before the fork (load what all share, let the database go).
    """
    number = cores()
    if not is_worth_while or number < 2 or multiprocessing.current_process().daemon or not sys.platform.startswith("linux"):
        yield Alone()
        return
    if prepare is not None:
        prepare()
    context = multiprocessing.get_context("fork")
    executor = ProcessPoolExecutor(number, context, _end_with_parent)
    executor.submit(_nothing).result()  # the first work forks all processes; it has to happen now
    try:
        yield Forked(executor, number)
    finally:
        executor.shutdown(cancel_futures=True)


def _nothing() -> None:
    """The first piece of work."""


def _end_with_parent() -> None:
    threading.Thread(target=_watch_parent, daemon=True).start()


def _watch_parent() -> None:
    parent: Any = multiprocessing.parent_process()
    wait([parent.sentinel])
    os._exit(1)  # a process that was killed cannot tell its children; they would wait for work for ever
