"""`kontor imports`: the imports, newest first."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from kontor.common.actors import CONSOLE
from kontor.supply import queries


class Command(BaseCommand):
    help = "List imports, newest first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        found = []
        for batch in queries.visible_imports(CONSOLE):
            counts: dict[str, int] = {}
            for state, _reason, number in queries.counts_of(batch):
                counts[state] = counts.get(state, 0) + number
            found.append({
                "batch": batch.public_id, "source": batch.source, "city": batch.city, "publish": batch.publish, "state": batch.state,
                "rows": batch.rows_read, "counts": counts, "begun": batch.created.isoformat(), "finished": batch.finished.isoformat() if batch.finished else None,
            })
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False))
            return
        for one in found:
            counted = ", ".join(f"{state} {number:,}" for state, number in one["counts"].items())
            self.stdout.write(f"{one['batch']}  {one['begun'][:16]}  {one['state']:<10}  {one['rows']:>9,} rows  {one['source']}  ({counted})")
        if not found:
            self.stdout.write("no imports yet: kontor import FILE --source NAME")
