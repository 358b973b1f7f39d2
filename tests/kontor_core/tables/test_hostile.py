"""Every hostile file is refused within 3 seconds and 300 MB, with a code and a place."""

from __future__ import annotations

import multiprocessing
import resource
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from kontor_core.tables import sandbox
from kontor_core.tables.errors import TableError
from tests.kontor_core.tables import samples

SECONDS = 3.0
MEGABYTES = 300
ALLOWED = {
    "zip-bomb", "entities", "macros", "path-in-archive", "no-header", "no-rows", "empty", "too-wide", "gzip-bomb", "long-line", "open-quote", "zip-broken", "broken-spreadsheet", "broken-gzip", "format",
    "web-page", "too-much-memory", "too-long", "empty-rows", "not-text", "password",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    where = tmp_path_factory.mktemp("hostile")
    for name, data in samples.hostile().items():
        (where / name).write_bytes(data)
    yield where


def _attempt(path: Path, answer: Connection) -> None:
    started = time.monotonic()
    try:
        sandbox.read(path)
        code, place = "", ""
    except TableError as error:
        code, place = error.code, error.place
    answer.send((code, place, time.monotonic() - started, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024))


def attempt(path: Path) -> tuple[str, str, float, float]:
    """(code, place, seconds, megabytes of the parsing process), read by a process of its own so that its children are counted alone."""
    ours, theirs = multiprocessing.Pipe()
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=_attempt, args=(path, theirs))
    process.start()
    answer: tuple[str, str, float, float] = ours.recv()
    process.join()
    return answer


def test_there_are_enough_hostile_files() -> None:
    assert len(samples.hostile()) >= 25


def test_hostile_files_are_refused_in_time_and_memory(folder: Path) -> None:
    wrong = []
    for path in sorted(folder.iterdir()):
        code, place, seconds, megabytes = attempt(path)
        if code not in ALLOWED or not place.startswith(path.name) or seconds > SECONDS or megabytes > MEGABYTES:
            wrong.append((path.name, code, place, round(seconds, 2), round(megabytes)))
    assert not wrong, wrong


def test_a_limit_of_time_ends_the_parser(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_bytes("企业名称,城市\n".encode() + "佛山市宏亮铝业有限公司,佛山\n".encode() * 400_000)
    with pytest.raises(TableError) as refused:
        sandbox.read(path, sandbox.Limits(300_000_000, 0.2))
    assert refused.value.code == "too-long"


def test_a_caller_that_stops_early_leaves_no_process(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_bytes("企业名称,城市\n".encode() + "佛山市宏亮铝业有限公司,佛山\n".encode() * 50_000)
    sheets = sandbox.sheets(path)
    sheet = next(sheets)
    assert next(sheet.rows) == (2, ["佛山市宏亮铝业有限公司", "佛山"])
    sheets.close()  # type: ignore[attr-defined]  # a generator
    with pytest.raises(ChildProcessError):
        import os

        os.waitpid(-1, os.WNOHANG)


def test_the_sandbox_gives_what_reading_gives(tmp_path: Path) -> None:
    from kontor_core.tables import reading

    for name, data in {"a.xlsx": samples.xlsx({"顺德区": samples.COMPANIES, "南海区": samples.COMPANIES}), "a.xls": samples.xls({"A": samples.COMPANIES}), "a.ods": samples.ods({"A": samples.COMPANIES})}.items():
        path = tmp_path / name
        path.write_bytes(data)
        assert sandbox.read(path) == reading.read(path)
