"""kontor clean FILE: a copy of a table without personal data. Works offline, on the coordinator's own machine."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from kontor_core.command import CommandError
from kontor_core.tables import copying, reading, sandbox
from kontor_core.tables.errors import TableError


def _arguments(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="kontor clean",
        description="Write a copy of a table of companies without personal data: columns of persons are left out, mobile numbers, personal mailboxes and identity cards are masked, formulas are defused.",
        epilog="Names in free text are not guessed: look through the copy before you pass it on.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="CSV, TSV, XLSX, XLS or ODS; gzip allowed")
    parser.add_argument("--output", type=Path, metavar="FILE", help="where the copy goes, .csv or .xlsx (beside the file, with .clean in its name)")
    parser.add_argument("--json", action="store_true", help="machine-readable answer")
    return parser.parse_args(given)


def main(given: Sequence[str]) -> int:
    """Entry of the command."""
    asked = _arguments(given)
    target = asked.output or copying.suggested(asked.file)
    if target.suffix.lower() not in (".csv", ".xlsx"):
        raise CommandError(f"--output {target}: the name has to end in .csv or .xlsx")
    if target.exists() and (not asked.output or target.samefile(asked.file)):
        raise CommandError(f"{target} exists; name another file with --output")
    # the limits of the child process need a Unix system; elsewhere the operator's own file is read in this one
    sheets = sandbox.sheets(asked.file) if sys.platform != "win32" else reading.sheets(asked.file)
    try:
        copy = copying.write_copy(sheets, target)
    except TableError as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        raise CommandError(f"{target}: cannot be written: {error.strerror}") from error
    if asked.json:
        answer = {
            "written": str(copy.written), "rows": copy.rows, "sheets": copy.sheets, "personal_columns_dropped": len(copy.columns_dropped),
            "columns_dropped": copy.columns_dropped, "cells_masked": sum(copy.masked.values()), "masked": copy.masked, "rows_left_out": copy.rows_left_out,
        }
        print(json.dumps(answer, ensure_ascii=False, indent=1))
        return 0
    print(f"written: {copy.written}  ({copy.rows:,} rows)")
    if copy.columns_dropped:
        print(f"columns left out: {', '.join(copy.columns_dropped)}")
    for heading, count in copy.masked.items():
        print(f"masked in {heading}: {count:,} cells")
    if copy.rows_left_out:
        print(f"totals and notes left out: {copy.rows_left_out}")
    if not copy.columns_dropped and not copy.masked:
        print("no personal data was found in it")
    return 0
