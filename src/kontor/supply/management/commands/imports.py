"""`kontor imports`: the imports, newest first."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from kontor.common.actors import CONSOLE
from kontor.common.languages import CODE_OF_PREFIX, page_language
from kontor.common.numbers import grouped
from kontor.supply import queries
from kontor.supply.models import BatchState, RowState


class Command(BaseCommand):
    help = "List imports, newest first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--language", choices=("de", "zh", "en"), default="", help="language of what is said")
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
        with override(CODE_OF_PREFIX[options["language"] or page_language()]):
            self.stdout.write("\n".join(map(_told, found)) or _("There are no imports yet: kontor import FILE --source NAME"))


def _told(one: dict[str, Any]) -> str:
    counted = " · ".join(f"{RowState(state).label} {grouped(number)}" for state, number in one["counts"].items())
    rows = ngettext("%(number)s row", "%(number)s rows", one["rows"]) % {"number": grouped(one["rows"])}
    return f"{one['batch']}  {one['begun'][:16].replace('T', ' ')}  {BatchState(one['state']).label}  {one['source']}: {rows} ({counted})"
