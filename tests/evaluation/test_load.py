"""The load figure counts what it says."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from evaluation import load


class _Site(BaseHTTPRequestHandler):
    """Answers in 20 ms, except what it is told to refuse."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        time.sleep(0.02)
        self.send_response(503 if "refuse" in self.path else 200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_fixed_rate_is_held_and_measured(site: str) -> None:
    with closing(load.Asker(site)) as ask:
        run = load.at_rate(ask, itertools.repeat("/de/search/"), 20, 1)
    figures = run.figures()
    assert (figures["answers"], figures["failures"]) == (20, 0)
    assert 20 <= figures["p50_ms"] <= figures["p95_ms"] <= figures["max_ms"]


def test_what_is_no_answer_is_counted_apart(site: str) -> None:
    with closing(load.Asker(site)) as ask:
        run = load.at_rate(ask, itertools.cycle(["/de/", "/refuse"]), 20, 0.5)
    assert (run.figures()["answers"], run.failures) == (5, ["503"] * 5)
    with closing(load.Asker("http://127.0.0.1:1")) as ask:
        assert ask("/") == "ConnectionRefusedError"


def test_readers_ask_as_soon_as_they_are_answered(site: str) -> None:
    with closing(load.Asker(site)) as ask:
        run = load.without_pause(ask, itertools.repeat("/de/"), 0.5)
    assert 20 <= len(run.seconds) <= load.READERS * 0.6 / 0.02


def test_questions_are_those_of_the_judged_set() -> None:
    asked = load.questions()
    assert len(asked) >= 150
    assert {path[1:3] for path in asked} == {"de", "zh", "en"}
    assert {side for path in asked for side in ("seek", "offer") if f"side={side}" in path} == {"seek", "offer"}
