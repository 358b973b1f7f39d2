"""`kontor doctor`: is this installation as it should be? Each finding says what next."""

import json
import os
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection

from kontor.common.schema import pending_migrations
from kontor.searching import index


class Command(BaseCommand):
    help = "Check the installation."
    requires_system_checks = "__all__"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(self._checks())
        if options["json"]:
            self.stdout.write(json.dumps([{"check": name, "ok": ok, "says": says} for name, ok, says in found]))
        else:
            for name, ok, says in found:
                self.stdout.write(f"{'ok   ' if ok else 'MEND '} {name}: {says}")
        if not all(ok for _, ok, _ in found):
            raise SystemExit(1)

    def _checks(self) -> Iterator[tuple[str, bool, str]]:
        home = settings.KONTOR_HOME
        writable = os.access(home, os.W_OK)
        yield "home", writable, str(home) if writable else f"{home} cannot be written; set KONTOR_HOME to a folder of your own"
        yield from self._database()
        yield from self._thesaurus()
        yield from self._index()

    def _database(self) -> Iterator[tuple[str, bool, str]]:
        try:
            pending = pending_migrations()
        except DatabaseError as error:
            yield "database", False, f"does not answer: {error}"
            return
        yield "database", not pending, f"{pending} migrations wait: kontor migrate" if pending else connection.vendor

    def _thesaurus(self) -> Iterator[tuple[str, bool, str]]:
        from kontor.searching.overlays import are_waiting
        from kontor_core.thesaurus.index import load, overlays
        from kontor_core.thesaurus.loading import ThesaurusError

        try:
            concepts = load().thesaurus.concepts
        except ThesaurusError as error:
            yield "thesaurus", False, f"{error}; mend the overlay file or take it away"
            return
        yield "thesaurus", True, f"{len(concepts):,} keywords, {len(overlays())} overlay files"
        if are_waiting():
            yield "overlay", False, "the files in KONTOR_HOME/thesaurus are not those in use: kontor thesaurus check, then kontor index rebuild"

    def _index(self) -> Iterator[tuple[str, bool, str]]:
        if not index.exists():
            yield "index", False, "none for this thesaurus yet: kontor index rebuild"
            return
        state = index.status()
        yield "index", True, f"{state['documents']:,} entries, {state['pending']:,} changes wait"
