"""`kontor run`: web server and worker together, supervised."""

import multiprocessing
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from kontor.searching import index, overlays, worker

EXAMPLES = (("de", "Wir suchen Aluminiumdruckguss für Elektromotorgehäuse"), ("zh", "寻找铝型材德国经销商"), ("en", "surface treatment of aluminium"))
RESTART_SECONDS = 1.0
GRACE_SECONDS = 10.0
READY_SECONDS = 90.0


def _work() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    worker.run()


class Command(BaseCommand):
    help = "Start web and worker together."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--bind", default="127.0.0.1:8000", metavar="HOST:PORT")
        parser.add_argument("--workers", type=int, default=2, help="web processes (2)")
        parser.add_argument("--threads", type=int, default=4, help="threads a web process (4)")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        try:
            self._prepare_index()
        except index.WriterBusy as error:
            raise CommandError("another worker is running on this folder") from error
        connections.close_all()
        self._supervise(options)

    def _prepare_index(self) -> None:
        """Build what is missing. What changed since the last run is left to the worker: readers need not wait for it."""
        with index.writing():
            if not index.exists():
                self.stdout.write("building the search index ...")
            if (documents := index.ensure()) is not None:
                self.stdout.write(f"{documents} entries indexed")
            if overlays.are_waiting():
                self.stderr.write("the overlay files in KONTOR_HOME/thesaurus differ from what is in use: kontor thesaurus check, then kontor index rebuild")

    def _web(self, options: dict[str, Any]) -> subprocess.Popen[bytes]:
        command = [
            sys.executable, "-m", "gunicorn", "kontor.wsgi:application", "--bind", options["bind"], "--workers", str(options["workers"]),
            "--threads", str(options["threads"]), "--preload", "--env", "KONTOR_PRELOAD=1", "--no-control-socket", "--limit-request-line", "8190", "--log-level", "warning", "--max-requests", "20000", "--max-requests-jitter", "2000",
        ]
        return subprocess.Popen(command)

    def _supervise(self, options: dict[str, Any]) -> None:
        stopping = False

        def stop(*_: object) -> None:
            nonlocal stopping
            stopping = True

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        context = multiprocessing.get_context("fork")
        working = context.Process(target=_work, name="kontor-index", daemon=True)
        working.start()
        web = self._web(options)
        self._say_ready(options["bind"], web)
        while not stopping:
            if web.poll() is not None:
                self.stderr.write(f"the web server ended ({web.returncode}); starting it again")
                time.sleep(RESTART_SECONDS)
                web = self._web(options)
            if not working.is_alive():
                self.stderr.write(f"the worker ended ({working.exitcode}); starting it again")
                time.sleep(RESTART_SECONDS)
                connections.close_all()
                working = context.Process(target=_work, name="kontor-index", daemon=True)
                working.start()
            time.sleep(0.3)
        web.terminate()
        working.terminate()
        web.wait(GRACE_SECONDS)
        working.join(GRACE_SECONDS)

    def _say_ready(self, bind: str, web: subprocess.Popen[bytes]) -> None:
        address = f"http://{bind}"
        end = time.monotonic() + READY_SECONDS
        while time.monotonic() < end and web.poll() is None:
            try:
                with urllib.request.urlopen(f"{address}/healthz", timeout=2):
                    break
            except (urllib.error.URLError, OSError):
                time.sleep(0.2)
        else:
            return
        self.stdout.write(f"\nKontor is ready: {address}/\nTry:")
        for language, text in EXAMPLES:
            query = urllib.request.quote(text)  # type: ignore[attr-defined]  # re-exported by urllib.request
            self.stdout.write(f"  {text}\n    {address}/{language}/search/?q={query}")
        self.stdout.write(f"Data lies in {settings.KONTOR_HOME}. Ctrl-C stops.")
        self.stdout.flush()
