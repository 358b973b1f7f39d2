"""Running Django's own commands, and those of the apps, with Kontor's settings."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

SETTINGS = "kontor.settings.default"


def django_main(argv: Sequence[str]) -> int:
    """Run one management command: `["migrate"]`, `["load_cities"]`, `["runserver", "8000"]`.

    Returns the exit code: 0 done, 1 failed with a message on standard error, 2
    called in the wrong way or set up wrongly.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    # Late: Django takes a third of a second to import, and other commands do without it.
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import ManagementUtility
    from django.core.management.base import CommandError
    from django.db import DatabaseError

    from kontor.settings.environment import BadSetting

    if not argv:
        print("kontor: name a command", file=sys.stderr)
        return 2
    try:
        ManagementUtility(["kontor", *argv]).execute()
    except (BadSetting, ImproperlyConfigured) as error:
        print(f"kontor: {error}", file=sys.stderr)
        return 2
    except CommandError as error:
        print(f"kontor {argv[0]}: {error}", file=sys.stderr)
        return 1
    except DatabaseError as error:
        print(f"kontor {argv[0]}: {_cause(error)}", file=sys.stderr)
        return 1
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return 0


def _cause(error: Exception) -> str:
    """Why the database refused: mostly because it is fresh, or older than the program."""
    from django.db import DatabaseError

    from kontor.common.schema import pending_migrations

    try:
        pending = pending_migrations()
    except DatabaseError:
        return str(error)
    return f"the database is not up to date ({pending} migrations wait). Run: kontor migrate" if pending else str(error)
