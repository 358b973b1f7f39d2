"""`kontor index rebuild | status | check`"""

import json
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kontor.common.errors import KontorError
from kontor.searching import checking, index


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

        if not found.get("equal", True) and not found["pending"]:
            raise CommandError("the index differs from the database, and nothing waits to be indexed: kontor index rebuild")

    def _status(self) -> dict[str, Any]:
        return index.status()

    def _check(self) -> dict[str, Any]:
        return checking.differences().as_json()

    def _rebuild(self) -> dict[str, Any]:
        started = time.monotonic()
        try:
            with index.writing():
                index.close_writer()
                documents = index.rebuild()
        except index.WriterBusy as error:
            raise CommandError("a worker is writing the index. Stop it first, or let it build the index itself when it starts.") from error
        return {"documents": documents, "seconds": round(time.monotonic() - started, 2)}
