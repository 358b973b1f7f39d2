"""`kontor load_cities [--file PATH]`"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kontor.alliance.cities_file import read_cities
from kontor.alliance.services import load_cities
from kontor.common.actors import CONSOLE
from kontor.common.errors import KontorError


class Command(BaseCommand):
    help = "Bring the alliance, its cities and memberships to what the file says."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--file", type=Path, help="another file than the one that comes with Kontor")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            created, changed = load_cities(read_cities(options["file"]), actor=CONSOLE)
        except KontorError as error:
            raise CommandError(error.text()) from error
        self.stdout.write(f"{created} cities created, {changed} changed")
