"""The parsing process: reads one file under limits and writes what it found, already screened, as msgpack frames to standard output.

Run as `python -m kontor_core.tables.child MEMORY SECONDS FILE`. Nothing that it writes holds a value of a column of persons.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, BinaryIO

BATCH = 500
LONGEST_MESSAGE = 500


def limit_self(memory: int, seconds: int) -> None:
    """Set the limits of this process: address space in bytes, processor time in seconds, no files written, few opened."""
    import resource

    for kind, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        _, most = resource.getrlimit(kind)
        wanted = value if most == resource.RLIM_INFINITY else min(value, most)
        resource.setrlimit(kind, (wanted, wanted))


def serve(path: Path, output: BinaryIO) -> int:
    """Read a file and write frames; returns the exit code."""
    import msgpack  # type: ignore[import-untyped]  # the package ships no types

    from kontor_core.tables.errors import TableError

    def send(frame: dict[str, Any]) -> None:
        output.write(msgpack.packb(frame, unicode_errors="replace"))

    try:
        _send_sheets(path, send)
        send({"end": True})
    except TableError as error:
        send({"error": [error.code, error.message[:LONGEST_MESSAGE], error.place[:LONGEST_MESSAGE]]})
    except MemoryError:
        send({"error": ["too-much-memory", "needs more memory than is allowed for a file of this size", path.name]})
    output.flush()
    return 0


def _send_sheets(path: Path, send: Any) -> None:
    from kontor_core.tables.reading import sheets

    for sheet in sheets(path):
        send({"sheet": [sheet.name, sheet.header, sheet.header_row, sheet.columns, sheet.encoding, sheet.delimiter, sheet.hidden]})
        batch: list[tuple[int, list[str]]] = []
        for row in sheet.rows:
            batch.append(row)
            if len(batch) == BATCH:
                send({"rows": batch})
                batch = []
        if batch:
            send({"rows": batch})
        notices = [[n.code, n.sheet, n.row, n.column, dict(n.parameters)] for n in sheet.notices]
        send({"after": [sheet.screening.columns_dropped, sheet.screening.masked, notices]})


def main() -> int:
    """Entry of the process."""
    memory, seconds, name = sys.argv[1:4]
    limit_self(int(memory), int(seconds))
    with os.fdopen(os.dup(1), "wb") as output:
        os.dup2(2, 1)  # a parser that prints must not break the frames
        return serve(Path(name), output)


if __name__ == "__main__":
    sys.exit(main())
