"""Reading a file of a stranger: parsing runs in a child process with limits of time and memory, and only screened rows come back."""

from __future__ import annotations

import math
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kontor_core.tables.errors import Notice, TableError
from kontor_core.tables.formats import GZIP, OLE, ZIP
from kontor_core.tables.personal import Screening
from kontor_core.tables.reading import Table, gathered
from kontor_core.tables.sheets import Sheet
from kontor_core.tables.texts import file_head

MEGABYTE = 1_000_000
MOST_MEMORY = 1_500 * MEGABYTE
_LARGEST_FRAME = 512 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Limits:
    """What the parsing of one file may take: bytes of address space, seconds of processor time (and of silence)."""

    memory: int
    seconds: float

    @classmethod
    def of(cls, path: Path, head: bytes) -> Limits:
        """Limits by kind and size: a small file that needs much is hostile, a register of a million rows is not.

        A spreadsheet stands in memory as a whole while it is parsed (about 25 times its packed size); text is read in pieces.
        """
        size = path.stat().st_size
        megabytes = size / MEGABYTE
        if head.startswith((ZIP, OLE)):
            return cls(min(280 * MEGABYTE + 40 * size, MOST_MEMORY), 2.5 + 3.0 * megabytes)
        return cls(280 * MEGABYTE, 2.5 + (2.0 if head.startswith(GZIP) else 0.5) * megabytes)


def sheets(path: Path, limits: Limits | None = None) -> Iterator[Sheet]:
    """As `reading.sheets`, from a child process. The rows of a sheet have to be taken before the next sheet is asked for.

    Raises:
        TableError: as there, and `too-long`, `too-much-memory`, `parser-failed`.
    """
    head = file_head(path)
    limits = limits or Limits.of(path, head)
    child = _Child(path, limits)
    try:
        yield from _received(child)
    finally:
        child.close()


def read(path: Path, limits: Limits | None = None) -> Table:
    """As `reading.read`, from a child process.

    Raises:
        TableError: as `sheets`.
    """
    return gathered(sheets(path, limits), path.name)


class _Child:
    """The parsing process and the frames that it sends."""

    def __init__(self, path: Path, limits: Limits) -> None:
        import msgpack  # type: ignore[import-untyped]  # the package ships no types

        self.place = path.name
        self.limits = limits
        environment = {"PYTHONPATH": os.pathsep.join(part for part in sys.path if part), "PATH": os.environ.get("PATH", ""), "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, "-s", "-B", "-X", "utf8", "-m", "kontor_core.tables.child", str(int(limits.memory)), str(math.ceil(limits.seconds)), str(path.resolve())]
        # no shell: the name of the file is one argument whatever it holds
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, close_fds=True)  # noqa: S603
        self.unpacker = msgpack.Unpacker(max_buffer_size=_LARGEST_FRAME, strict_map_key=False)

    def frames(self) -> Iterator[dict[str, Any]]:
        assert self.process.stdout is not None
        pipe = self.process.stdout.fileno()
        while True:
            for frame in self.unpacker:
                if not isinstance(frame, dict):
                    raise self._failed("sent something else than frames")
                yield frame
            self._wait(pipe)
            block = os.read(pipe, 1 << 18)
            if not block:
                raise self._ended()
            self.unpacker.feed(block)

    def _wait(self, pipe: int) -> None:
        until = time.monotonic() + self.limits.seconds
        ready, _, _ = select.select([pipe], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            self.process.kill()
            raise TableError("too-long", f"could not be read in {self.limits.seconds:.0f} s", self.place)

    def _ended(self) -> TableError:
        """What the end of a process without a last word means."""
        code = self.process.wait()
        if -code in (signal.SIGXCPU, signal.SIGKILL):
            return TableError("too-long", f"could not be read in {self.limits.seconds:.0f} s", self.place)
        if -code in (signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS):
            return TableError("too-much-memory", "needs more memory than is allowed for a file of this size", self.place)
        return self._failed(f"ended with {code}")

    def _failed(self, what: str) -> TableError:
        return TableError("parser-failed", f"the reading process {what}", self.place)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()


def _received(child: _Child) -> Iterator[Sheet]:
    frames = child.frames()
    for frame in frames:
        if "sheet" in frame:
            name, header, header_row, columns, encoding, delimiter, hidden = frame["sheet"]
            sheet = Sheet(name, header, header_row, columns, iter(()), encoding, delimiter, hidden, Screening())
            sheet.rows = _rows(sheet, frames)
            yield sheet
            for _ in sheet.rows:  # what the caller left
                pass
        elif "error" in frame:
            raise _error(frame)
        elif "end" in frame:
            return


def _error(frame: dict[str, Any]) -> TableError:
    code, message, place = (str(part) for part in frame["error"])
    return TableError(code, message, place)


def _rows(sheet: Sheet, frames: Iterator[dict[str, Any]]) -> Iterator[tuple[int, list[str]]]:
    for frame in frames:
        if "rows" in frame:
            for number, cells in frame["rows"]:
                yield number, cells
        elif "after" in frame:
            dropped, masked, notices = frame["after"]
            sheet.screening.columns_dropped.extend(dropped)
            sheet.screening.masked.update(masked)
            sheet.notices.extend(Notice(code, name, row, column, parameters) for code, name, row, column, parameters in notices)
            return
        elif "error" in frame:
            raise _error(frame)
