"""Overlay files: concepts of the operator's own, beside the thesaurus that ships.

Light on purpose: the site says which ones are in use when it starts, long before the thesaurus itself is loaded.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

FOLDER = "thesaurus"
HOME = "~/.local/share/kontor"
"""What `KONTOR_HOME` is when it is not set (docs/reference/settings.md)."""


def lying() -> tuple[Path, ...]:
    """The overlay files as they lie in `KONTOR_HOME`/thesaurus now, sorted by name."""
    home = Path(os.environ.get("KONTOR_HOME", "").strip() or HOME).expanduser()
    return tuple(sorted((home / FOLDER).glob("*.tsv")))


_source: Callable[[], tuple[Path, ...]] = lying
_turn = 0


def in_use() -> tuple[Path, ...]:
    """The overlay files that hold: those that lie there, unless the program said otherwise."""
    return _source()


def use(source: Callable[[], tuple[Path, ...]]) -> None:
    """Let the program say which overlay files hold. The site keeps to those its index was built with, whatever lies in the folder."""
    global _source, _turn  # noqa: PLW0603 - one thesaurus a process
    _source = source
    _turn += 1


def turn() -> int:
    """Changes whenever `use` was called: what was known of the files before does not hold any more."""
    return _turn
