"""`kontor duplicates [merge ID ID | keep ID ID | merges | undo MERGE]`"""

import json
from argparse import ArgumentParser
from itertools import islice
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kontor.common.actors import CONSOLE
from kontor.common.errors import KontorError
from kontor.directory.models import Organisation
from kontor.directory.names import display_name
from kontor.supply import duplicates, services
from kontor.supply.merge_plan import Plan
from kontor.supply.models import MergeRecord

NEEDED = {"list": 0, "merge": 2, "keep": 2, "merges": 0, "undo": 1}


class Command(BaseCommand):
    help = (
        "Without an act: pairs that may be one company, with the reasons of their score. merge A B: A goes into B (--preview: only say what would "
        "happen). keep A B: the two are two, do not name them again. merges: what was merged. undo MERGE: take a merge back."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("act", nargs="?", choices=tuple(NEEDED), default="list")
        parser.add_argument("ids", nargs="*", metavar="ID")
        parser.add_argument("--preview", action="store_true", help="merge: say what would happen, write nothing")
        parser.add_argument("--limit", type=int, default=100, metavar="N", help="pairs or merges that are shown (100)")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        act, ids = options["act"], options["ids"]
        if len(ids) != NEEDED[act]:
            raise CommandError(f"{act} takes {NEEDED[act]} ids, not {len(ids)}: kontor duplicates --help")
        if options["limit"] < 1:
            raise CommandError("--limit: at least 1")
        try:
            answer, text = getattr(self, f"_{act}")(ids, options)
        except KontorError as error:
            raise CommandError(error.text()) from error
        self.stdout.write(json.dumps(answer, ensure_ascii=False) if options["json"] else text)

    def _list(self, ids: list[str], options: dict[str, Any]) -> tuple[Any, str]:
        found = list(islice(duplicates.pairs(), options["limit"]))
        lines = []
        for pair in found:
            reasons = ", ".join(f"{reason.code} {reason.part:+.2f}" for reason in pair.evidence.reasons)
            lines.append(f"{pair.evidence.score:.2f}  {pair.first} {pair.names[0]}  |  {pair.second} {pair.names[1]}\n      {reasons}")
        return [pair.as_json() for pair in found], "\n".join(lines) or "no pairs that look like one company"

    def _merge(self, ids: list[str], options: dict[str, Any]) -> tuple[Any, str]:
        one, other = map(self._organisation, ids)
        seen = services.preview(one, into=other)
        if options["preview"]:
            verdict = "this merge would be refused" if seen.lost else "nothing was written"
            return seen.as_json(), f"{self._told(one, other, seen)}\n{verdict}"
        made = services.merge(one, into=other, actor=CONSOLE)
        text = f"{self._told(one, other, seen)}\nmerged; kontor duplicates undo {made.public_id} takes it back"
        return {"merge": made.public_id, **seen.as_json()}, text

    def _told(self, one: Organisation, other: Organisation, seen: Plan) -> str:
        shown = seen.as_json()
        lines = [f"{one.public_id} {display_name(one)}  ->  {other.public_id} {display_name(other)}"]
        titles = {"moved": "goes over", "filled": "fills what is empty", "left": "differs and stays with the merged entry, unseen", "lost": "forbids it, for it would be lost"}
        lines += [f"  {title}: {', '.join(shown[name])}" for name, title in titles.items() if shown[name]]
        return "\n".join(lines)

    def _keep(self, ids: list[str], options: dict[str, Any]) -> tuple[Any, str]:
        one, other = map(self._organisation, ids)
        if one == other:
            raise CommandError("these are the same entry")
        services.tell_apart(one, other=other, actor=CONSOLE)
        return {"kept": ids}, f"{ids[0]} and {ids[1]} are two; the pair is not named again"

    def _merges(self, ids: list[str], options: dict[str, Any]) -> tuple[Any, str]:
        found = [
            {
                "merge": made.public_id, "merged": made.merged.public_id, "into": made.into.public_id, "made": made.created.isoformat(),
                "undone": made.undone_at.isoformat() if made.undone_at else None, "names": [display_name(made.merged), display_name(made.into)],
            }
            for made in MergeRecord.objects.select_related("merged", "into").order_by("-pk")[: options["limit"]]
        ]
        lines = [f"{one['merge']}  {one['made'][:16]}  {one['merged']} {one['names'][0]}  ->  {one['into']} {one['names'][1]}{'  (taken back)' if one['undone'] else ''}" for one in found]
        return found, "\n".join(lines) or "nothing was merged yet"

    def _undo(self, ids: list[str], options: dict[str, Any]) -> tuple[Any, str]:
        made = MergeRecord.objects.filter(public_id=ids[0]).first()
        if made is None:
            raise CommandError(f"there is no merge {ids[0]!r}; kontor duplicates merges lists them")
        services.unmerge(made, actor=CONSOLE)
        return {"undone": made.public_id}, f"merge {made.public_id} taken back: {made.merged.public_id} stands for itself again"

    def _organisation(self, public_id: str) -> Organisation:
        found = Organisation.objects.filter(public_id=public_id).first()
        if found is None:
            raise CommandError(f"there is no organisation {public_id!r}")
        return found
