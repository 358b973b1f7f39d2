"""kill -9 at any moment of importing, indexing, merging and undoing: nothing lost, nothing doubled, the index equals the database."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

HEADER = "企业名称,经营范围,城市\n"
COUNT = 1200
DOUBLES = 4
SIGNS = "东南西北中金木水火土天地山川河海风云日月"
POSTGRES = os.environ.get("KONTOR_TEST_POSTGRES", "")
CATCHING_UP = 30.0
"""Seconds after a restart in which the index has to equal the database."""
COMMAND = "import sys; from kontor_core.command import main; sys.exit(main())"


def register(path: Path) -> Path:
    """1,196 companies, four of them once more under a name that differs in its form."""
    names = [f"佛山市{SIGNS[n // 400 % 20]}{SIGNS[n // 20 % 20]}{SIGNS[n % 20]}压铸有限公司" for n in range(COUNT - DOUBLES)]
    names += [name.replace("有限公司", "有限责任公司") for name in names[:DOUBLES]]
    path.write_text(HEADER + "".join(f"{name},铝合金压铸件的生产,佛山\n" for name in names), encoding="utf-8")
    return path


@dataclass
class Installation:
    """A home folder, and commands run in it and killed in it."""

    home: Path
    chance: random.Random
    database: str = ""
    """Address of a PostgreSQL database; empty for SQLite in the home folder."""
    kills: int = 0

    def start(self, *words: str) -> subprocess.Popen[str]:
        # Whatever the other tests run on: each installation has a database of its own.
        inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        if self.database:
            inherited["DATABASE_URL"] = self.database
        environment = {**inherited, "KONTOR_HOME": str(self.home), "DJANGO_SETTINGS_MODULE": "kontor.settings.default"}
        return subprocess.Popen([sys.executable, "-c", COMMAND, *words], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)

    def run(self, *words: str) -> Any:
        process = self.start(*words, "--json") if words[0] not in ("migrate", "load_cities", "worker") else self.start(*words)
        output, errors = process.communicate(timeout=300)
        assert process.returncode == 0, f"{' '.join(words)}: {output} {errors}"
        return json.loads(output) if "--json" in process.args else output

    def kill(self, times: int, seconds: float, *words: str) -> None:
        """Run a command that takes so long and kill it at a random moment, until it was killed so often before its end."""
        wanted = self.kills + times
        for _ in range(20 * times):
            if self.kills == wanted:
                return
            process = self.start(*words)
            time.sleep(self.chance.uniform(0.15, 1.0) * seconds)
            if process.poll() is None:
                process.kill()
                self.kills += 1
            process.communicate()
            assert_gone(process.pid)
        raise AssertionError(f"{' '.join(words)} ended before it could be killed")


def assert_gone(group: int) -> None:
    """The processes that a killed one had made end by themselves."""
    end = time.monotonic() + 10
    while True:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, 0)
            if time.monotonic() > end:
                os.killpg(group, signal.SIGKILL)
                raise AssertionError("processes outlived the one that made them")
            time.sleep(0.05)
            continue
        return


def seconds_of(installation: Installation, *words: str) -> tuple[Any, float]:
    start = time.monotonic()
    return installation.run(*words), time.monotonic() - start


def assert_index_equals_database(installation: Installation, documents: int) -> None:
    _, seconds = seconds_of(installation, "worker", "--once")
    found = installation.run("index", "check")
    assert (found["equal"], found["documents"], found["pending"]) == (True, documents, 0), found
    assert seconds < CATCHING_UP


def survive(tmp_path: Path, kills: int, server: str = "") -> None:
    """Import, index, merge and undo under kills; a run without any tells what has to come out.

    Args:
        server: address of a PostgreSQL server (with any database of it); SQLite without one.
    """
    file = register(tmp_path / "list.csv")
    words = ("import", str(file), "--source", "Register", "--publish", "all", "--wait")
    calm = Installation(tmp_path / "calm", random.Random(0), new_database(server, "kontor_calm"))
    calm.run("migrate", "--verbosity", "0")
    calm.run("load_cities")
    empty = calm.run("digest")["sha256"]
    calm.run(*words, "--dry-run")  # compiles the thesaurus, which is not what is measured
    calm.run("index", "rebuild")
    shutil.copytree(calm.home, tmp_path / "killed")
    killed_database = new_database(server, "kontor_killed", "kontor_calm")
    batch, importing = seconds_of(calm, *words)
    full = calm.run("digest")
    assert full["organisations"] == COUNT
    _, indexing = seconds_of(calm, "index", "rebuild")
    _, undoing = seconds_of(calm, "import", "undo", batch["batch"], "--wait")

    killed = Installation(tmp_path / "killed", random.Random(7), killed_database)
    killed.kill(kills * 4 // 10, importing, *words)
    batch = killed.run(*words)
    assert killed.run("digest") == full
    assert_index_equals_database(killed, COUNT)
    killed.kill(kills * 2 // 10, indexing, "index", "rebuild")
    assert_index_equals_database(killed, COUNT)
    merge_under_kills(killed, kills * 2 // 10, full)
    killed.kill(kills * 2 // 10, undoing, "import", "undo", first_batch(killed), "--wait")
    if killed.run("digest")["sha256"] != empty:
        killed.run("import", "undo", first_batch(killed))
    assert killed.run("digest")["sha256"] == empty
    assert_index_equals_database(killed, 0)
    assert killed.kills >= kills


def first_batch(installation: Installation) -> str:
    return next(one["batch"] for one in reversed(installation.run("imports")) if one["counts"].get("created") or one["state"] == "undoing")


def merge_under_kills(killed: Installation, kills: int, full: Any) -> None:
    pairs = killed.run("duplicates")
    assert len(pairs) == DOUBLES
    wanted = killed.kills + kills
    while killed.kills < wanted:
        pair = killed.chance.choice(pairs)
        standing = standing_merges(killed)
        act = ("undo", standing[0]) if standing else ("merge", pair["second"], pair["first"])
        with contextlib.suppress(AssertionError):  # ended before the kill
            killed.kill(1, 1.5, "duplicates", *act)
    for merge in standing_merges(killed):
        killed.run("duplicates", "undo", merge)
    assert killed.run("digest") == full
    assert_index_equals_database(killed, COUNT)


def standing_merges(installation: Installation) -> list[str]:
    """Merges that were not taken back, asked of the database itself: a command takes longer to start than the question."""
    with contextlib.closing(connected(installation)) as database:
        cursor = database.cursor()
        cursor.execute("select public_id from supply_mergerecord where undone_at is null order by id desc")
        return [row[0] for row in cursor.fetchall()]


def connected(installation: Installation) -> Any:
    if not installation.database:
        return sqlite3.connect(installation.home / "kontor.sqlite3")
    import psycopg

    return psycopg.connect(installation.database)


def new_database(server: str, name: str, like: str = "template1") -> str:
    """Address of a fresh database, a copy of another one of the server; empty without a server."""
    if not server:
        return ""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
    return urlsplit(server)._replace(path=f"/{name}").geturl()


def drop_databases(server: str) -> None:
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        for name in ("kontor_calm", "kontor_killed"):
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.mark.drill
@pytest.mark.skipif(not os.environ.get("KONTOR_DRILLS"), reason="a drill: KONTOR_DRILLS=1")
def test_hundred_kills(tmp_path: Path) -> None:
    survive(tmp_path, 100)


def test_ten_kills(tmp_path: Path) -> None:
    survive(tmp_path, 10)


@pytest.mark.skipif(not POSTGRES, reason="needs a PostgreSQL server: KONTOR_TEST_POSTGRES")
def test_kills_on_postgresql(tmp_path: Path) -> None:
    """The program is killed; the server notices by itself and takes back what was not committed."""
    try:
        survive(tmp_path, 100 if os.environ.get("KONTOR_DRILLS") else 10, POSTGRES)
    finally:
        drop_databases(POSTGRES)
