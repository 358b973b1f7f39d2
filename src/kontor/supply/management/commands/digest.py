"""`kontor digest`: a digest of the domain data."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand

from kontor.supply.digest import digest


class Command(BaseCommand):
    help = "Print a digest of the domain data: the same content gives the same digest."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        found = digest()
        self.stdout.write(json.dumps(asdict(found)) if options["json"] else f"{found.sha256}  {found.organisations:,} organisations")
