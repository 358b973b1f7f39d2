"""kontor classification check FILE | import FILE."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from kontor_core.classification import checking
from kontor_core.classification.official import OfficialFileError
from kontor_core.classification.tables import TABLES
from kontor_core.command import CommandError


def _arguments(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="kontor classification",
        description="Compare the industry classifications with an official edition, or load an official edition.",
        epilog="FILE is a tab-separated table with a header: code en zh (ISIC Rev.4), code de en isic4 (WZ 2008) or level code zh (GB/T 4754).",
    )
    sub = parser.add_subparsers(dest="what", required=True)
    texts = {
        "check": "list wrong and missing codes, parents, levels and crosswalk rows",
        "import": "keep an official edition in KONTOR_HOME/classification; its titles take the place of ours",
    }
    for name, text in texts.items():
        command = sub.add_parser(name, help=text, description=text)
        command.add_argument("file", type=Path, metavar="FILE")
        command.add_argument("--table", choices=TABLES, default="", help="which classification the file holds (guessed from its header)")
        command.add_argument("--json", action="store_true")
    return parser.parse_args(given)


def main(given: Sequence[str]) -> int:
    """Entry of the command; `check` exits with 1 when something differs."""
    asked = _arguments(given)
    try:
        return _check(asked) if asked.what == "check" else _import(asked)
    except OfficialFileError as error:
        raise CommandError(str(error)) from error


def _check(asked: argparse.Namespace) -> int:
    result = checking.compare(asked.file, asked.table)
    counts = result.counts()
    if asked.json:
        differences = [{"kind": d.kind, "code": d.code, "ours": d.ours, "theirs": d.theirs} for d in result.differences]
        report = {"table": result.table, "ours": result.ours, "theirs": result.theirs, "crosswalks": result.crosswalks, "counts": counts, "differences": differences}
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        for difference in result.differences:
            print(difference)
        said = ", ".join(f"{number} {kind}" for kind, number in counts.items())
        print(f"{result.table}: {result.ours:,} codes against {result.theirs:,}, {result.crosswalks:,} crosswalk rows compared: {said}", file=sys.stderr)
    return 1 if result.differences else 0


def _import(asked: argparse.Namespace) -> int:
    table, target, codes = checking.take_over(asked.file, asked.table)
    print(json.dumps({"table": table, "written": str(target), "codes": codes}, ensure_ascii=False) if asked.json else f"{table}: {codes:,} codes written to {target}")
    return 0
