"""`kontor worker [--once]`: keeps the index beside the database; a crash of the working process is survived."""

import multiprocessing
import signal
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from kontor.searching import worker
from kontor.searching.index import WriterBusy

RESTART_SECONDS = 1.0
GRACE_SECONDS = 15.0


def work() -> None:
    """Body of the working process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the supervisor hears Ctrl-C and asks politely
    worker.run()


class Command(BaseCommand):
    help = "Work through the queue of the search index until stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="empty the queue and end")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            try:
                self.stdout.write(f"{worker.run(once=True)} changes indexed")
            except WriterBusy as error:
                raise CommandError("another worker is running") from error
            return
        self._supervise()

    def _supervise(self) -> None:
        stopping = False

        def stop(*_: object) -> None:
            nonlocal stopping
            stopping = True

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        connections.close_all()
        context = multiprocessing.get_context("fork")
        process = None
        while not stopping:
            if process is None or not process.is_alive():
                if process is not None:
                    self.stderr.write(f"the worker ended ({process.exitcode}); starting it again")
                    time.sleep(RESTART_SECONDS)
                process = context.Process(target=work, name="kontor-index", daemon=True)
                process.start()
            process.join(0.3)
        if process is not None and process.is_alive():
            process.terminate()
            process.join(GRACE_SECONDS)
