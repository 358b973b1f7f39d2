"""`kontor duplicates [merge A B | unmerge ID | dismiss A B]`"""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kontor.common.actors import CONSOLE
from kontor.common.errors import KontorError
from kontor.directory.models import Organisation
from kontor.supply import duplicates, services
from kontor.supply.models import MergeRecord

NEEDED = {"list": 0, "merge": 2, "unmerge": 1, "dismiss": 2}


class Command(BaseCommand):
    help = "List duplicate candidates with their reasons; merge two entries (the first goes into the second), take that back, or tell two apart."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("act", nargs="?", choices=tuple(NEEDED), default="list")
        parser.add_argument("ids", nargs="*", metavar="ID")
        parser.add_argument("--preview", action="store_true", help="merge: say what would happen, write nothing")
        parser.add_argument("--limit", type=int, default=100, metavar="N")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        act, ids = options["act"], options["ids"]
        if len(ids) != NEEDED[act]:
            raise CommandError(f"{act} takes {NEEDED[act]} ids, not {len(ids)}")
        try:
            answer = self._list(options) if act == "list" else self._act(act, ids, options["preview"])
        except KontorError as error:
            raise CommandError(error.text()) from error
        if options["json"] or act != "list":
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
            return
        for pair in answer:
            reasons = ", ".join(f"{r['code']} {r['part']:+.2f}" for r in pair["reasons"])
            self.stdout.write(f"{pair['score']:.2f}  {pair['first']} {pair['names'][0]}  |  {pair['second']} {pair['names'][1]}  ({reasons})")

    def _list(self, options: dict[str, Any]) -> list[dict[str, Any]]:
        return [pair.as_json() for pair in list(duplicates.pairs())[: options["limit"]]]

    def _act(self, act: str, ids: list[str], is_preview: bool) -> dict[str, Any]:
        if act == "unmerge":
            made = MergeRecord.objects.filter(public_id=ids[0]).first()
            if made is None:
                raise CommandError(f"there is no merge {ids[0]!r}")
            services.unmerge(made, actor=CONSOLE)
            return {"unmerged": made.public_id}
        one, other = (self._organisation(public_id) for public_id in ids)
        if act == "dismiss":
            services.dismiss(one, other=other, actor=CONSOLE)
            return {"dismissed": ids}
        if is_preview:
            return asdict(services.preview(one, into=other))
        return {"merge": services.merge(one, into=other, actor=CONSOLE).public_id}

    def _organisation(self, public_id: str) -> Organisation:
        found = Organisation.objects.filter(public_id=public_id).first()
        if found is None:
            raise CommandError(f"there is no organisation {public_id!r}")
        return found
