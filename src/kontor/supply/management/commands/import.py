"""`kontor import FILE --source NAME`, `kontor import undo BATCH`"""

import json
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import get_language, override

from kontor.common.actors import CONSOLE
from kontor.common.errors import KontorError
from kontor.common.languages import CODE_OF_PREFIX
from kontor.supply import queries, services, telling
from kontor.supply.messages import as_json
from kontor.supply.models import Publish
from kontor.supply.progress import Line, wait_for_index
from kontor.supply.report import write_report
from kontor.supply.wording import value_in_words
from kontor_core.supply.messages import file_error
from kontor_core.tables.errors import TableError


class Command(BaseCommand):
    help = "Bring a register or a spreadsheet in (FILE --source NAME), or take an import back (undo BATCH)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="CSV, TSV, XLSX, XLS or ODS, gzip allowed; or the word undo")
        parser.add_argument("batch", metavar="BATCH", nargs="?", help="after undo: the import to take back")
        parser.add_argument("--source", metavar="NAME", default="", help="whose list this is; a newer file of the same source changes what changed")
        parser.add_argument("--city", metavar="SLUG", default="", help="city of all rows, or from-column")
        parser.add_argument("--publish", choices=Publish.values, default=Publish.NONE.value, help="what becomes visible at once (nothing)")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")
        parser.add_argument("--wait", action="store_true", help="wait until it can be searched")
        parser.add_argument("--keep-edited", action="store_true", help="undo: leave entries that were edited since, take the others back")
        parser.add_argument("--report", type=Path, metavar="FILE.xlsx", help="write findings and set-aside rows as a spreadsheet")
        parser.add_argument("--language", choices=("de", "zh", "en"), default="", help="language of messages and report")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        line = Line(self.stderr)
        language = options["language"] or (get_language() or "en")[:2]
        try:
            with override(CODE_OF_PREFIX[language]):
                if options["file"] == "undo":
                    self._undo(line, options)
                else:
                    self._import(line, options, language)
        except KontorError as error:
            raise CommandError(error.text()) from error
        finally:
            line.end()

    def _import(self, line: Line, options: dict[str, Any], language: str) -> None:
        if options["batch"]:
            raise CommandError(f"{options['batch']}: one file at a time")
        if not options["source"].strip():
            raise CommandError('--source is missing: whose list is it? For example --source "Register Foshan 2026-04"')
        if len(options["source"]) > 200:
            raise CommandError("--source: at most 200 characters")
        started = time.monotonic()
        request = services.Request(Path(options["file"]), options["source"].strip(), options["city"], options["publish"])
        try:
            result = services.try_out(request, line.show) if options["dry_run"] else services.bring_in(request, actor=CONSOLE, progress=line.show)
        except TableError as error:
            raise CommandError(f"{file_error(error.code, language)} ({error})") from error
        is_searchable = options["wait"] and not options["dry_run"] and self._wait(line)
        line.end()
        if options["report"]:
            try:
                write_report(options["report"], result, language)
            except OSError as error:
                raise CommandError(f"the report cannot be written to {options['report']}: {error.strerror}") from error
        seconds = time.monotonic() - started
        if options["json"]:
            self.stdout.write(json.dumps(self._as_data(result, seconds, options["dry_run"], language), ensure_ascii=False))
            return
        lines = [*telling.import_told(result, seconds, is_trial=options["dry_run"])]
        if not options["dry_run"]:
            lines += telling.what_next(result, options["publish"], is_searchable=is_searchable)
        self.stdout.write("\n".join(lines))

    def _as_data(self, result: services.Result, seconds: float, is_trial: bool, language: str) -> dict[str, Any]:
        answer: dict[str, Any] = {
            "batch": result.batch, "rows": result.rows, "created": result.created, "updated": result.updated, "unchanged": result.unchanged,
            "set_aside": result.set_aside, "findings": [as_json(finding, language) for finding in result.findings],
            "columns": [{"heading": heading, "field": field} for heading, field in result.columns],
            "personal_columns_dropped": result.personal_columns_dropped, "cities_loaded": result.cities_loaded, "seconds": round(seconds, 2),
        }
        if is_trial:
            names = ("sheet", "row", "entry", "value", "before", "after")
            answer["changes"] = [dict(zip(names, (*place, value_in_words("", old), value_in_words("", new)), strict=True)) for *place, old, new in result.changes]
        return answer

    def _wait(self, line: Line) -> bool:
        is_done = wait_for_index(line.show)
        if not is_done:
            self.stderr.write("the index is still behind; kontor index status shows what waits")
        return is_done

    def _undo(self, line: Line, options: dict[str, Any]) -> None:
        if not options["batch"]:
            raise CommandError("which import? kontor import undo BATCH; kontor imports lists them")
        started = time.monotonic()
        batch = queries.batch_by_id(CONSOLE, options["batch"])
        done = services.undo(batch, actor=CONSOLE, keep_edited=options["keep_edited"], progress=line.show)
        if options["wait"]:
            self._wait(line)
        line.end()
        answer = {
            "batch": batch.public_id, "undone": done.is_done, "removed": done.removed, "restored": done.restored,
            "edited": [{"organisation": public_id, "row": row} for public_id, row in done.edited], "seconds": round(time.monotonic() - started, 2),
        }
        if options["json"]:
            self.stdout.write(json.dumps(answer))
        elif done.is_done:
            self.stdout.write("\n".join(telling.undo_told(batch.public_id, done)))
        if not done.is_done:
            raise CommandError(telling.undo_refused(done))
