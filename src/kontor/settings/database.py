"""SQLite in the home folder, or the database DATABASE_URL names."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from kontor.settings.environment import BadSetting, text

# WAL lets readers go on while one writes; FULL makes an acknowledged commit survive
# a power cut; 64 MB of page cache and 256 MB mapped hold a large directory.
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
    "PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY"
)
# Seconds a writer waits for another one before "database is locked".
SQLITE_TIMEOUT = 20


def databases(home: Path) -> dict[str, dict[str, Any]]:
    """Django's DATABASES. Raises BadSetting for an address of another kind."""
    address = text("DATABASE_URL")
    if not address:
        return {"default": sqlite(home / "kontor.sqlite3")}
    parts = urlsplit(address)
    if parts.scheme in {"postgres", "postgresql"}:
        return {"default": postgresql(address)}
    if parts.scheme == "sqlite":
        return {"default": sqlite(Path(unquote(parts.path.removeprefix("/")) or "kontor.sqlite3"))}
    raise BadSetting("DATABASE_URL must begin with postgresql:// or sqlite:///")


def sqlite(path: Path) -> dict[str, Any]:
    """SQLite with write-ahead log; writing transactions take their lock at the start.

    A transaction that begins by reading and then writes cannot wait for another
    writer: it fails at once. IMMEDIATE makes it wait. Foreign keys are checked (Django
    switches them on for each connection).
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": SQLITE_TIMEOUT,
            "init_command": SQLITE_PRAGMAS,
        },
    }


def postgresql(address: str) -> dict[str, Any]:
    """PostgreSQL from postgresql://user:password@host:port/name?option=value.

    The query may carry any option of libpq, `host` for a socket folder included.
    """
    parts = urlsplit(address)
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", "") or unquote(parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or options.pop("port", "")),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
