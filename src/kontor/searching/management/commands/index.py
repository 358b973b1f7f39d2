"""`kontor index rebuild | status | check`"""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kontor.common.errors import KontorError
from kontor.searching import checking, index, overlays, rebuilding


class Command(BaseCommand):
    help = "Rebuild the search index from the database, show its state, or compare it with the database document by document."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=("rebuild", "status", "check"))
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found = getattr(self, f"_{options['what']}")()
        except KontorError as error:
            raise CommandError(error.text()) from error
        if options["json"]:
            self.stdout.write(json.dumps(found))
        else:
            self.stdout.write("\n".join(f"{name}: {value}" for name, value in found.items()))
            if options["what"] == "rebuild":
                self.stderr.write("a running site uses index and thesaurus from the next request on; no restart is needed")
        if not found.get("equal", True) and not found["pending"]:
            raise CommandError("the index differs from the database, and nothing waits to be indexed: kontor index rebuild")

    def _status(self) -> dict[str, Any]:
        return index.status()

    def _check(self) -> dict[str, Any]:
        return checking.differences().as_json()

    def _rebuild(self) -> dict[str, Any]:
        """Here when nothing else writes the index, else by the worker that does. A running site uses it from the next request on."""
        try:
            return self._rebuilt()
        except overlays.Faulty as error:
            raise CommandError(str(error)) from error
        except rebuilding.NotHeard as error:
            raise CommandError("another process writes the index and does not answer, perhaps an import that waits. Please try again when it is done.") from error
        except rebuilding.Died as error:
            raise CommandError("the worker ended while it was building. What was in use stays in use; please try again.") from error
        except RuntimeError as error:
            raise CommandError(str(error)) from error

    def _rebuilt(self) -> dict[str, Any]:
        try:
            with index.writing():
                return rebuilding.now()
        except index.WriterBusy:
            return rebuilding.ask(self.stderr.write)
