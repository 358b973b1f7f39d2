"""Every environment variable the site reads, in one table.

A variable is read through this table or not at all; a test compares it with
docs/reference/settings.md.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Variable:
    """An environment variable, what it means when unset, and what it is for."""

    name: str
    unset: str
    purpose: str


VARIABLES: dict[str, Variable] = {
    variable.name: variable
    for variable in (
        Variable("KONTOR_HOME", "~/.local/share/kontor", "the one folder for database, index, uploads and caches"),
        Variable("KONTOR_MODE", "development", "`development` (this machine, plain http) or `production`"),
        Variable(
            "DATABASE_URL", "SQLite in KONTOR_HOME", "database as an address, such as postgresql://user@host/name"
        ),
        Variable("SECRET_KEY", "made once and kept in KONTOR_HOME/secret_key", "key that signs sessions and links"),
        Variable("KONTOR_HOSTS", "127.0.0.1,localhost,[::1]", "host names the site answers to, parted by commas"),
        Variable("KONTOR_DEBUG", "0", "1 shows traces in the browser; refused in production"),
        Variable("KONTOR_LOG_LEVEL", "INFO", "least level of the log on standard error"),
        Variable("KONTOR_TIME_ZONE", "Europe/Berlin", "time zone of dates on pages without a reader's own"),
        Variable("KONTOR_COUNT_SEARCHES", "1", "0 counts no unknown words of searches for the coverage report"),
        Variable("KONTOR_ICP_NUMBER", "none", "ICP filing number (ICP备案号) in the footer, for a server in China"),
        Variable("KONTOR_POLICE_NUMBER", "none", "public security filing number (公安备案号) in the footer"),
        Variable(
            "KONTOR_PROXY_HEADER",
            "0",
            "1 when a trusted reverse proxy in front sets X-Forwarded-Proto",
        ),
        Variable("KONTOR_HSTS_SECONDS", "31536000", "how long browsers insist on https (production)"),
    )
}


class BadSetting(ValueError):
    """A variable holds something that cannot be meant."""


def text(name: str, default: str = "") -> str:
    """Value of a variable of the table; `default` when it is unset or empty."""
    return os.environ.get(VARIABLES[name].name, "").strip() or default


def flag(name: str, default: str = "0") -> bool:
    """Whether a variable is 1, true, yes or on. Raises BadSetting for other words."""
    value = text(name, default).lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise BadSetting(f"{name} must be 0 or 1, not {value!r}")


def number(name: str, default: int) -> int:
    """A whole number of 0 or more. Raises BadSetting."""
    value = text(name, str(default))
    if not value.isdecimal():
        raise BadSetting(f"{name} must be a whole number, not {value!r}")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """Values parted by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def home() -> Path:
    """KONTOR_HOME as an absolute path; the folder is made, for its owner alone, if it is missing.

    Raises BadSetting when it cannot be made or is a file.
    """
    path = Path(text("KONTOR_HOME", "~/.local/share/kontor")).expanduser().absolute()
    return _made(path)


def folder(name: str) -> Path:
    """A folder in the home folder, made if it is missing. Raises BadSetting."""
    return _made(home() / name)


def _made(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise BadSetting(f"KONTOR_HOME: {path} cannot be used: {error.strerror}") from error
    return path
