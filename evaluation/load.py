"""Load figure of the site's search over HTTP on the loopback: `python -m evaluation.load [--address URL] [--rate N] [--seconds N]`.

First searches arrive at a fixed rate, whether or not earlier ones have been answered; a late answer counts from the moment its question
was due, so that a server that stalls does not hide it. Then four readers ask without a pause, for the highest rate. Bounded: at most 64
questions wait, and the whole run ends after twice the seconds asked for and a minute.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import http.client
import itertools
import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

QUERIES = Path(__file__).parent / "judged"
READERS = 4
MOST_WAITING = 64
SLOWEST_SECONDS = 20.0


@dataclass
class Run:
    """What came back: seconds of each answer, and what was no answer."""

    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    took: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, due: float, failure: str) -> None:
        """Count one answer that was due at a moment of the monotonic clock."""
        with self.lock:
            if failure:
                self.failures.append(failure)
            else:
                self.seconds.append(time.monotonic() - due)

    def figures(self) -> dict[str, float | int]:
        """Answers a second and milliseconds."""
        ordered = sorted(self.seconds) or [0.0]

        def at(share: float) -> float:
            return round(1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1)

        rate = round(len(self.seconds) / self.took, 1) if self.took else 0.0
        return {"answers": len(self.seconds), "failures": len(self.failures), "per_second": rate, "p50_ms": at(0.5), "p95_ms": at(0.95), "max_ms": at(1.0)}


def questions(folder: Path = QUERIES) -> list[str]:
    """Addresses of searches: the judged questions of three languages in turn, every third from the side that offers."""
    columns = [_texts(folder / f"queries_{language}_a.tsv") for language in ("de", "zh", "en")]
    asked = []
    for number, texts in enumerate(zip(*columns, strict=False)):
        for language, text in zip(("de", "zh", "en"), texts, strict=True):
            side = "offer" if number % 3 == 2 else "seek"
            asked.append(f"/{language}/search/?" + urlencode({"q": text[:200], "side": side, "in": "both"}))
    return asked


def _texts(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row[-1] for row in csv.reader(file, delimiter="\t") if row and len(row[-1]) > 1]


class Asker:
    """Asks paths, with one connection a thread; close it to let go of them."""

    def __init__(self, address: str) -> None:
        self._host = urlsplit(address).netloc
        self._local = threading.local()
        self._opened: list[http.client.HTTPConnection] = []

    def __call__(self, path: str) -> str:
        """What went wrong, empty when a page came back."""
        try:
            connection = self._connection()
            connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException) as error:
            self._connection().close()  # it opens itself again
            return type(error).__name__
        return "" if answer.status == 200 else str(answer.status)

    def _connection(self) -> http.client.HTTPConnection:
        found: http.client.HTTPConnection | None = getattr(self._local, "connection", None)
        if found is None:
            found = self._local.connection = http.client.HTTPConnection(self._host, timeout=SLOWEST_SECONDS)
            self._opened.append(found)
        return found

    def close(self) -> None:
        """Close the connections of all threads."""
        for connection in self._opened:
            connection.close()


def at_rate(ask: Callable[[str], str], paths: Iterator[str], rate: float, seconds: float) -> Run:
    """Ask at a fixed rate."""
    run = Run()
    waiting = threading.Semaphore(MOST_WAITING)
    started = time.monotonic()

    def one(path: str, due: float) -> None:
        try:
            run.add(due, ask(path))
        finally:
            waiting.release()

    with ThreadPoolExecutor(MOST_WAITING) as pool:
        for number in range(int(rate * seconds)):
            due = started + number / rate
            time.sleep(max(0.0, due - time.monotonic()))
            if waiting.acquire(blocking=False):
                pool.submit(one, next(paths), due)
            else:
                run.add(due, "too many wait")
    run.took = time.monotonic() - started
    return run


def without_pause(ask: Callable[[str], str], paths: Iterator[str], seconds: float) -> Run:
    """Ask with `READERS` readers, each as soon as it has its answer."""
    run = Run()
    lock = threading.Lock()
    started = time.monotonic()

    def reader() -> None:
        while time.monotonic() - started < seconds:
            with lock:
                path = next(paths)
            run.add(time.monotonic(), ask(path))

    readers = [threading.Thread(target=reader) for _ in range(READERS)]
    for one in readers:
        one.start()
    for one in readers:
        one.join()
    run.took = time.monotonic() - started
    return run


def main(given: Sequence[str] | None = None) -> int:
    """Entry of the command; 1 when some question had no answer."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.load", description="Searches over HTTP under a bounded load.")
    parser.add_argument("--address", default="http://127.0.0.1:8000", help="where the site runs (kontor run)")
    parser.add_argument("--rate", type=float, default=10.0, help="searches a second (10)")
    parser.add_argument("--seconds", type=float, default=30.0, help="length of each of the two parts (30)")
    asked = parser.parse_args(given)
    paths = itertools.cycle(questions())
    with contextlib.closing(Asker(asked.address)) as ask:
        for _ in range(12):  # every web process opens the index once
            ask(next(paths))
        fixed = at_rate(ask, paths, asked.rate, asked.seconds)
        most = without_pause(ask, paths, asked.seconds)
    print(json.dumps({f"at {asked.rate:g} a second": fixed.figures(), f"{READERS} readers without a pause": most.figures()}, indent=1))
    for failure in sorted(set(fixed.failures + most.failures)):
        print(f"no answer: {failure}")
    return 1 if fixed.failures or most.failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
