"""Every hostile file is refused within 3 seconds and 300 MB, with a code and a place."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
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


ATTEMPTS = """
import json, resource, sys, time
from pathlib import Path
from kontor_core.tables import sandbox
from kontor_core.tables.errors import TableError
for name in sys.argv[1:]:
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    code = place = ""
    try:
        sandbox.read(Path(name))
    except TableError as error:
        code, place = error.code, error.place
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(json.dumps([Path(name).name, code, place, seconds, time.monotonic() - started, after.ru_maxrss / 1024]))
"""


def attempts(paths: list[Path]) -> list[tuple[str, str, str, float, float, float]]:
    """(name, code, place, processor seconds, seconds, greatest megabytes of any parsing process so far) of each file.

    A small process of its own asks, because a child inherits the peak memory of its parent in the system's accounts. Processor time is
    what is judged: a busy machine makes any clock late.
    """
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in sys.path if part)}
    done = subprocess.run([sys.executable, "-c", ATTEMPTS, *map(str, paths)], capture_output=True, text=True, check=True, env=environment)
    return [tuple(json.loads(line)) for line in done.stdout.splitlines()]


def test_there_are_enough_hostile_files() -> None:
    assert len(samples.hostile()) >= 25


def test_hostile_files_are_refused_in_time_and_memory(folder: Path) -> None:
    found = attempts(sorted(folder.iterdir()))
    assert len(found) == len(samples.hostile())
    wrong = [item for item in found if item[1] not in ALLOWED or not item[2].startswith(item[0]) or item[3] > SECONDS or item[5] > MEGABYTES]
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
    process = sheets.gi_frame.f_locals["child"].process  # type: ignore[attr-defined]  # a generator
    sheets.close()  # type: ignore[attr-defined]
    assert process.returncode is not None


def test_the_sandbox_gives_what_reading_gives(tmp_path: Path) -> None:
    from kontor_core.tables import reading

    for name, data in {"a.xlsx": samples.xlsx({"顺德区": samples.COMPANIES, "南海区": samples.COMPANIES}), "a.xls": samples.xls({"A": samples.COMPANIES}), "a.ods": samples.ods({"A": samples.COMPANIES})}.items():
        path = tmp_path / name
        path.write_bytes(data)
        assert sandbox.read(path) == reading.read(path)
