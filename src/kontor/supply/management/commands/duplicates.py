"""`kontor duplicates [merge ID ID | keep ID ID | merges | undo MERGE]`"""

import json
from argparse import ArgumentParser
from itertools import islice
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import override

from kontor.common.actors import CONSOLE
from kontor.common.errors import KontorError
from kontor.common.languages import CODE_OF_PREFIX, page_language
from kontor.directory.models import Organisation
from kontor.directory.names import display_name
from kontor.supply import duplicates, services
from kontor.supply.models import MergeRecord
from kontor.supply.telling_pairs import merge_told, pair_told, plan_told

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
        parser.add_argument("--language", choices=("de", "zh", "en"), default="", help="language of what is said")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        act, ids = options["act"], options["ids"]
        if len(ids) != NEEDED[act]:
            raise CommandError(f"{act} takes {NEEDED[act]} ids, not {len(ids)}: kontor duplicates --help")
        if options["limit"] < 1:
            raise CommandError("--limit: at least 1")
        with override(CODE_OF_PREFIX[options["language"] or page_language()]):
            try:
                answer, text = getattr(self, f"_{act}")(ids, options)
            except KontorError as error:
                raise CommandError(error.text()) from error
        self.stdout.write(json.dumps(answer, ensure_ascii=False) if options["json"] else text)

    def _list(self, ids: list[str], options: dict[str, Any]) -> tuple[Any, str]:
        found = list(islice(duplicates.pairs(), options["limit"]))
        return [pair.as_json() for pair in found], "\n".join(map(pair_told, found)) or _("There are no pairs that look like one company.")

    def _merge(self, ids: list[str], options: dict[str, Any]) -> tuple[Any, str]:
        one, other = map(self._organisation, ids)
        seen = services.preview(one, into=other)
        if options["preview"]:
            verdict = _("This merge would be refused.") if seen.lost else _("Nothing was written.")
            return seen.as_json(), f"{plan_told(one, other, seen)}\n{verdict}"
        made = services.merge(one, into=other, actor=CONSOLE)
        end = _("Merged. To take it back: kontor duplicates undo %(merge)s") % {"merge": made.public_id}
        return {"merge": made.public_id, **seen.as_json()}, f"{plan_told(one, other, seen)}\n{end}"

    def _keep(self, ids: list[str], options: dict[str, Any]) -> tuple[Any, str]:
        one, other = map(self._organisation, ids)
        if one == other:
            raise CommandError(_("These are the same entry."))
        services.tell_apart(one, other=other, actor=CONSOLE)
        return {"kept": ids}, _("%(one)s and %(other)s are two. The pair is not named again.") % {"one": ids[0], "other": ids[1]}

    def _merges(self, ids: list[str], options: dict[str, Any]) -> tuple[Any, str]:
        made = list(MergeRecord.objects.select_related("merged", "into").order_by("-pk")[: options["limit"]])
        found = [
            {
                "merge": one.public_id, "merged": one.merged.public_id, "into": one.into.public_id, "made": one.created.isoformat(),
                "undone": one.undone_at.isoformat() if one.undone_at else None, "names": [display_name(one.merged), display_name(one.into)],
            }
            for one in made
        ]
        return found, "\n".join(map(merge_told, made)) or _("Nothing was merged yet.")

    def _undo(self, ids: list[str], options: dict[str, Any]) -> tuple[Any, str]:
        made = MergeRecord.objects.filter(public_id=ids[0]).first()
        if made is None:
            raise CommandError(_("There is no merge “%(merge)s”. kontor duplicates merges lists them.") % {"merge": ids[0]})
        services.unmerge(made, actor=CONSOLE)
        return {"undone": made.public_id}, _("Merge %(merge)s was taken back: %(entry)s stands for itself again.") % {"merge": made.public_id, "entry": made.merged.public_id}

    def _organisation(self, public_id: str) -> Organisation:
        found = Organisation.objects.filter(public_id=public_id).first()
        if found is None:
            raise CommandError(_("There is no entry “%(entry)s”.") % {"entry": public_id})
        return found
