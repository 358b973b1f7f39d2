"""kontor thesaurus check | stats | export --format skos."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from kontor_core.command import CommandError
from kontor_core.thesaurus import checks, skos
from kontor_core.thesaurus.index import overlays
from kontor_core.thesaurus.loading import DATA, ThesaurusError, read


def _arguments(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kontor thesaurus", description="Check, count or export the thesaurus, the operator's overlays among it.")
    sub = parser.add_subparsers(dest="what", required=True)
    for name, text in (("check", "find faults"), ("stats", "count concepts, labels, relations"), ("export", "write SKOS (Turtle)")):
        command = sub.add_parser(name, help=text)
        command.add_argument("--json", action="store_true")
        if name == "export":
            command.add_argument("--format", choices=("skos",), default="skos")
            command.add_argument("--output", type=Path, metavar="FILE", help="instead of standard output")
    return parser.parse_args(given)


def main(given: Sequence[str]) -> int:
    """Entry of the command; `check` exits with 1 when there are findings."""
    asked = _arguments(given)
    if asked.what == "check":
        return _check(asked)
    try:
        thesaurus = read((DATA, *overlays()))
    except ThesaurusError as error:
        raise CommandError(f"{error}; kontor thesaurus check names every fault") from error
    if asked.what == "stats":
        counted = checks.statistics(thesaurus)
        print(json.dumps(counted, ensure_ascii=False, indent=1) if asked.json else "\n".join(f"{k}: {v}" for k, v in counted.items()))
        return 0
    return _export(asked, skos.turtle(thesaurus))


def _check(asked: argparse.Namespace) -> int:
    from kontor_core.classification.tables import isic_codes

    files = overlays()
    thesaurus, findings = checks.read_and_check((DATA, *files), isic_codes())
    if asked.json:
        print(json.dumps([{"file": f.file, "line": f.line, "code": f.code, "message": f.message} for f in findings], ensure_ascii=False, indent=1))
    else:
        for finding in findings:
            print(finding)
        of_overlays = f" ({len(files)} overlay {'file' if len(files) == 1 else 'files'} in {files[0].parent})" if files else ""
        print(f"{len(thesaurus.concepts):,} concepts{of_overlays}, {len(findings)} findings", file=sys.stderr)
        if files and not findings:
            print("kontor index rebuild takes the overlay over", file=sys.stderr)
    return 1 if findings else 0


def _export(asked: argparse.Namespace, text: str) -> int:
    if asked.output:
        asked.output.write_text(text, encoding="utf-8")
        print(json.dumps({"written": str(asked.output), "bytes": len(text.encode())}) if asked.json else f"written: {asked.output}")
    else:
        print(text)
    return 0
