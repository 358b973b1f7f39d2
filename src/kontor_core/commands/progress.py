"""Progress of long work on the terminal: count, rate, time left; on standard error, and silent when nobody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
EVERY_SECONDS = 0.5


def shown(items: Iterable[Item], total: int, what: str, quiet: bool = False) -> Iterator[Item]:
    """The items themselves, while a line on standard error counts them."""
    started = last = time.monotonic()
    is_watched = sys.stderr.isatty() and not quiet
    count = 0
    for count, item in enumerate(items, 1):
        yield item
        now = time.monotonic()
        if is_watched and now - last > EVERY_SECONDS:
            last = now
            rate = count / (now - started)
            left = (total - count) / rate if rate else 0.0
            print(f"\r{what}: {count:,} of {total:,} · {rate:,.0f}/s · {left:,.0f} s left   ", end="", file=sys.stderr, flush=True)
    if is_watched:
        seconds = time.monotonic() - started
        print(f"\r{what}: {count:,} in {seconds:.1f} s{' ' * 30}", file=sys.stderr)
