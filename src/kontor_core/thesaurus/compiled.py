"""Compiled forms in the cache folder: thesaurus, part translation, word tables.

Each is named by what it was made from, so an old one is never read by mistake; but nobody reads it again either. What was not used for
`KEPT_DAYS` days is removed. Use is noted by the time of the file, so two programs of different signatures can share the folder:
neither takes away what the other loads once a week, and what is taken away all the same is made again at the next start.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import tempfile
import time
from pathlib import Path
from typing import Any, TypeVar

Kind = TypeVar("Kind")
KEPT_DAYS = 7
DAY_SECONDS = 24 * 60 * 60
UNREADABLE = (OSError, pickle.PickleError, EOFError, AttributeError, ValueError, IndexError, ImportError, TypeError)
"""What a missing, half or foreign file raises."""


def folder() -> Path:
    """Where compiled data is kept: `KONTOR_HOME`/cache, or the user's cache folder."""
    if home := os.environ.get("KONTOR_HOME"):
        return Path(home) / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kontor"


def load(path: Path, kind: type[Kind]) -> Kind | None:
    """The object of a file, None when there is none that can be read."""
    try:
        loaded = pickle.loads(path.read_bytes())  # noqa: S301 - our own file, named by the hash of what it was made from
    except UNREADABLE:
        return None
    if not isinstance(loaded, kind):
        return None
    _note_use(path)
    return loaded


def keep(path: Path, made: Any) -> None:
    """Write an object down for the next start, and remove what nobody used for days."""
    write_atomically(path, pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL))
    forget_unused(path)


def write_atomically(path: Path, data: bytes) -> None:
    """Write beside and rename, so that a reader never sees half a file; a folder that cannot be written is not an error."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except OSError:
        return


def _note_use(path: Path) -> None:
    """Once a day is enough to tell what is used."""
    with contextlib.suppress(OSError):
        if time.time() - path.stat().st_mtime > DAY_SECONDS:
            os.utime(path)
            forget_unused(path)


def forget_unused(path: Path) -> int:
    """Remove the files of the same family (the word before the first hyphen) that nobody used for `KEPT_DAYS`; returns how many.

    A write that was killed leaves a file of the family too, and goes the same way.
    """
    family = path.name.partition("-")[0]
    removed = 0
    for other in path.parent.glob(f"{family}-*"):
        with contextlib.suppress(OSError):
            if other != path and time.time() - other.stat().st_mtime > KEPT_DAYS * DAY_SECONDS:
                other.unlink()
                removed += 1
    return removed
