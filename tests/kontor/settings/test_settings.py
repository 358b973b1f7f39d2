"""Settings from the environment: documented, checked, safe in production."""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kontor.commands import django_main
from kontor.settings import environment
from kontor.settings.database import databases
from kontor.settings.environment import VARIABLES, BadSetting
from kontor.settings.secrets import secret_key

ROOT = Path(__file__).parents[3]
SOURCE = ROOT / "src" / "kontor"


def test_every_variable_is_documented_and_no_other() -> None:
    page = (ROOT / "docs" / "reference" / "settings.md").read_text("utf-8")
    assert re.findall(r"^\| `([A-Z_]+)` \|", page, re.MULTILINE) == list(VARIABLES)
    for variable in VARIABLES.values():
        assert f"| `{variable.name}` | {variable.unset} | {variable.purpose} |" in page


def test_the_environment_is_read_in_one_place() -> None:
    readers = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if re.search(r"os\.environ|getenv", path.read_text("utf-8"))
    }
    # These set variables and read none.
    assert readers - {"wsgi.py", "commands/django_main.py", "settings/test.py"} == {"settings/environment.py"}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("postgresql://user:p%40ss@db.example:5433/kontor", ("kontor", "user", "p@ss", "db.example", "5433")),
        ("postgres:///kontor?host=/run/postgresql", ("kontor", "", "", "/run/postgresql", "")),
    ],
)
def test_postgresql_addresses(monkeypatch: pytest.MonkeyPatch, address: str, expected: tuple[str, ...]) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    made = databases(Path("/nowhere"))["default"]
    assert made["ENGINE"].endswith("postgresql")
    assert (made["NAME"], made["USER"], made["PASSWORD"], made["HOST"], made["PORT"]) == expected


def test_sqlite_is_the_default_and_other_databases_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    made = databases(Path("/home/kontor"))["default"]
    assert made["NAME"] == Path("/home/kontor/kontor.sqlite3")
    assert made["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    monkeypatch.setenv("DATABASE_URL", "mysql://localhost/x")
    with pytest.raises(BadSetting):
        databases(Path("/home/kontor"))


def test_the_key_is_made_once_and_for_the_owner_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    first = secret_key(tmp_path)
    assert len(first) >= 50
    assert secret_key(tmp_path) == first
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]
    monkeypatch.setenv("SECRET_KEY", "given")
    assert secret_key(tmp_path) == "given"


def test_words_that_cannot_be_meant_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KONTOR_DEBUG", "perhaps")
    with pytest.raises(BadSetting):
        environment.flag("KONTOR_DEBUG")
    monkeypatch.setenv("KONTOR_HSTS_SECONDS", "-1")
    with pytest.raises(BadSetting):
        environment.number("KONTOR_HSTS_SECONDS", 0)
    (tmp_path / "file").touch()
    monkeypatch.setenv("KONTOR_HOME", str(tmp_path / "file"))
    with pytest.raises(BadSetting):
        environment.home()


def kontor(tmp_path: Path, *argv: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the site in a process and home of its own, warnings as errors."""
    clean = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    clean.pop("DJANGO_SETTINGS_MODULE", None)
    code = "import sys; from kontor.commands import django_main; sys.exit(django_main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *argv],
        env=clean | {"KONTOR_HOME": str(tmp_path), "PYTHONPATH": str(SOURCE.parent)} | variables,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_migrate_on_an_empty_home(tmp_path: Path) -> None:
    first = kontor(tmp_path, "migrate")
    assert (first.returncode, first.stderr) == (0, "")
    again = kontor(tmp_path, "migrate")
    assert "No migrations to apply" in again.stdout
    missing = kontor(tmp_path, "makemigrations", "--check", "--dry-run")
    assert missing.returncode == 0, missing.stdout
    assert kontor(tmp_path, "load_cities").stdout == "60 cities created, 0 changed\n"


SHOW = """
import django
from django.conf import settings
names = settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME
print(*names, settings.SECURE_SSL_REDIRECT)
"""


def test_production_is_strict(tmp_path: Path) -> None:
    production = {"KONTOR_MODE": "production", "KONTOR_HOSTS": "kontor.example"}
    answer = kontor(tmp_path, "shell", "--no-imports", "--command", SHOW, **production)
    assert (answer.stdout.strip(), answer.stderr) == ("__Host-session __Host-csrf __Host-language True", "")
    bare = kontor(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **production)
    assert (bare.returncode, "kontor.E001" in bare.stderr) == (1, True), "the operator's texts are missing"
    pages = tmp_path / "pages"
    pages.mkdir()
    for name in ("imprint", "privacy", "accessibility"):
        for language in ("de", "zh", "en"):
            (pages / f"{name}.{language}.txt").write_text("text", "utf-8")
    (pages / "security.txt").write_text("Contact: mailto:security@kontor.example\n", "utf-8")
    assert kontor(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **production).returncode == 0


@pytest.mark.parametrize(
    "variables",
    [
        {"KONTOR_MODE": "production"},
        {"KONTOR_MODE": "production", "KONTOR_HOSTS": "a", "KONTOR_DEBUG": "1"},
        {"KONTOR_MODE": "staging"},
        {"DATABASE_URL": "oracle://x"},
    ],
)
def test_a_wrong_setting_is_one_line_and_no_trace(tmp_path: Path, variables: dict[str, str]) -> None:
    answer = kontor(tmp_path, "migrate", **variables)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("kontor: ")
    assert answer.stderr.count("\n") == 1


def test_calling_it_wrongly(capsys: pytest.CaptureFixture[str]) -> None:
    assert django_main([]) == 2
    assert capsys.readouterr().err == "kontor: name a command\n"
