"""`kontor index rebuild | status`"""

import json
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kontor.common.errors import KontorError
from kontor.searching import index


class Command(BaseCommand):
    help = "Rebuild the search index from the database, or show its state."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=("rebuild", "status"))
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found = index.status() if options["what"] == "status" else self._rebuild()
        except KontorError as error:
            raise CommandError(error.text()) from error
        if options["json"]:
            self.stdout.write(json.dumps(found))
        else:
            self.stdout.write("\n".join(f"{name}: {value}" for name, value in found.items()))

    def _rebuild(self) -> dict[str, Any]:
        started = time.monotonic()
        try:
            with index.writing():
                index.close_writer()
                documents = index.rebuild()
        except index.WriterBusy as error:
            raise CommandError("a worker is writing the index. Stop it first, or let it build the index itself when it starts.") from error
        return {"documents": documents, "seconds": round(time.monotonic() - started, 2)}
