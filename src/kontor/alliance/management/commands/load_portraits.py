"""`kontor load_portraits [--file PATH]`"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kontor.alliance.portraits_file import read_portraits
from kontor.alliance.services import load_portraits
from kontor.common.actors import CONSOLE
from kontor.common.errors import KontorError


class Command(BaseCommand):
    help = "Fill in what is publicly known of the member cities; what a city wrote itself stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--file", type=Path, help="another file than the one that comes with Kontor")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            changed = load_portraits(read_portraits(options["file"]), actor=CONSOLE)
        except KontorError as error:
            raise CommandError(error.text()) from error
        self.stdout.write(f"{changed} cities completed")
