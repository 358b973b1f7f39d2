"""`kontor demo`: the invented world, loaded once."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from kontor.demo_world.loading import DemoError, load
from kontor.settings.base import PACKAGE

FOLDER = PACKAGE.parent.parent / "demo"


class Command(BaseCommand):
    help = "Load the cities and the demonstration world (invented companies)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--folder", type=Path, default=FOLDER, help="folder of the demo files")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["folder"].is_dir():
            raise CommandError(f"{options['folder']}: there are no demo files. They lie in the folder demo of the source; name it with --folder.")
        call_command("migrate", verbosity=0)
        call_command("load_cities", stdout=self.stdout)
        call_command("load_portraits", stdout=self.stdout)
        try:
            organisations, opportunities = load(options["folder"])
        except DemoError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{organisations} organisations, {opportunities} offers and requests loaded")
