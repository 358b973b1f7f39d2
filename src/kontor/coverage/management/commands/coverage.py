"""`kontor coverage`: words of imports and searches that the thesaurus does not know, most frequent first."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from kontor.common.actors import CONSOLE
from kontor.common.languages import TextLanguage
from kontor.coverage import imports
from kontor.coverage.models import LEAST_SEEN, PartSource, UnknownPart
from kontor.coverage.queries import work_list

MOST = 3000
HOW_TO = "docs/how-to/add-a-concept.md"
NAMES = {"de": "German", "zh": "Chinese", "en": "English"}


class Command(BaseCommand):
    help = "List the words of imports and searches that the thesaurus does not know yet, most frequent first: what a next concept would be good for."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--language", choices=TextLanguage.values, default="", help="words of this language only")
        parser.add_argument("--source", choices=PartSource.values, default="", help="words seen there only")
        parser.add_argument("--limit", type=int, default=20, metavar="N", help="words of each language that are shown (20)")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        if not 1 <= options["limit"] <= MOST:
            raise CommandError(f"--limit {options['limit']}: 1 to {MOST:,}")
        try:
            imports.recount()
        except DatabaseError as error:
            self.stderr.write(f"the counts of imports are those of the last time: {error}")
        languages = [options["language"]] if options["language"] else TextLanguage.values
        found = {one: list(work_list(CONSOLE, language=one, source=options["source"])[: options["limit"]]) for one in languages}
        if options["json"]:
            rows = [self._as_json(row) for rows in found.values() for row in rows]
            self.stdout.write(json.dumps({"parts": rows, "next": self._next()}, ensure_ascii=False))
        else:
            self.stdout.write(self._as_text(found))

    def _as_json(self, row: UnknownPart) -> dict[str, Any]:
        return {
            "language": row.language, "part": row.part, "source": row.source, "count": row.count,
            "first_day": row.first_day.isoformat(), "last_day": row.last_day.isoformat(),
        }

    def _as_text(self, found: dict[str, list[UnknownPart]]) -> str:
        lines = []
        for language, rows in found.items():
            if rows:
                lines += [f"{NAMES[language]} ({language})", "   count  seen in   last        part"]
                lines += [f"{row.count:>8,}  {row.source:<8}  {row.last_day}  {row.part}" for row in rows]
                lines.append("")
        if not lines:
            lines = [f"nothing is unknown yet: words show here when {LEAST_SEEN} published companies of imports or {LEAST_SEEN} searches held them", ""]
        return "\n".join([*lines, *self._next()])

    def _next(self) -> list[str]:
        """What to do with a word of the list, for somebody who sees it for the first time."""
        file = Path(settings.KONTOR_HOME) / "thesaurus" / "own.tsv"
        return [
            f"Next: write a line for the word into {file} ({HOW_TO} shows one),",
            "then `kontor thesaurus check`, then `kontor index rebuild`. The word is found from then on and leaves this list.",
            "A word that needs no concept is settled at /admin/coverage/unknownpart/.",
        ]
