"""`kontor messages`: bring the catalogues up to the source, and compile them."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from kontor.common.catalogues import CATALOGUES, merged, problems, write


class Command(BaseCommand):
    help = "Extract messages into the catalogues, compile them, and say what is not translated."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing, only say what is missing")

    def handle(self, *args: Any, **options: Any) -> None:
        missing = 0
        for name in CATALOGUES:
            if not options["check"]:
                write(name, merged(name))
            for problem in problems(name):
                missing += 1
                self.stdout.write(str(problem))
        if missing:
            raise SystemExit(1)
