"""Work in forked processes: in order, loud when one is killed, and none left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool

import pytest

from kontor.common import processes

PARENT = """
import os, signal, sys
from kontor.common import processes
processes.cores = lambda: 2
with processes.crew() as by:
    print(*set(by.each(processes.os.getpgid, [0] * 4)), *by._executor._processes, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def double(number: int) -> int:
    time.sleep(0.01 if number % 3 else 0.0)
    return 2 * number


def die(_: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 2)


@pytest.mark.usefixtures("two_cores")
def test_results_keep_the_order_of_the_work() -> None:
    with processes.crew() as by:
        assert isinstance(by, processes.Forked)
        assert list(by.each(double, range(50))) == [2 * number for number in range(50)]


@pytest.mark.usefixtures("two_cores")
def test_only_a_few_pieces_are_taken_ahead() -> None:
    taken = []

    def work() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    with processes.crew() as by:
        assert next(by.each(double, work())) == 0
    assert len(taken) == 2 * processes.AHEAD + 1


def test_little_work_stays_in_this_process() -> None:
    with processes.crew(is_worth_while=False) as by:
        assert list(by.each(lambda _: os.getpid(), [1])) == [os.getpid()]


@pytest.mark.usefixtures("two_cores")
def test_a_killed_process_is_told_and_not_waited_for() -> None:
    with pytest.raises(BrokenProcessPool), processes.crew() as by:
        list(by.each(die, [1]))


def test_processes_end_with_the_one_that_made_them() -> None:
    found = subprocess.run([sys.executable, "-c", PARENT], capture_output=True, text=True, check=False, timeout=60)
    _, *children = map(int, found.stdout.split())
    assert len(children) == 2
    end = time.monotonic() + 10
    while any(map(is_alive, children)):
        assert time.monotonic() < end, "processes outlived a killed parent"
        time.sleep(0.05)


def is_alive(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
