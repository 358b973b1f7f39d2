"""The lock of those who change many entries."""

from __future__ import annotations

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from kontor.supply.errors import SourceBusy


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold the lock of imports, undoing and merging; it is free again when its process ends, however it ends.

    Raises:
        SourceBusy: another process has it.
    """
    home = Path(settings.KONTOR_HOME)
    home.mkdir(parents=True, exist_ok=True)
    with (home / "import.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise SourceBusy from error
        yield
