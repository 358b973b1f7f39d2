"""The key that signs sessions and links."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from kontor.settings.environment import text


def secret_key(home: Path) -> str:
    """SECRET_KEY, or the one kept in the home folder, made on first need."""
    given = text("SECRET_KEY")
    if given:
        return given
    path = home / "secret_key"
    if not path.exists():
        _make(path)
    return path.read_text().strip()


def _make(path: Path) -> None:
    """Write a fresh key to `path` unless another process is first.

    Complete under another name, then linked: two processes that start together
    must end up with the same key, and never with half of one.
    """
    fresh = path.with_name(f".secret_key.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
        with suppress(FileExistsError):
            os.link(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)
