"""`kontor search TEXT`: the same search as the site's, as an anonymous reader sees it."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext, override

from kontor.alliance.models import City
from kontor.common.actors import ANONYMOUS
from kontor.common.errors import KontorError
from kontor.common.languages import CODE_OF_PREFIX
from kontor.directory import search as directory_search
from kontor.directory.names import display_name
from kontor.directory.queries import organisations_by_id
from kontor.searching.search import Answer, Group, Question, answer, explanations
from kontor_core.text import language_of


class Command(BaseCommand):
    help = "Search the database as an anonymous reader."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("text")
        parser.add_argument("--country", choices=("CN", "DE"), default="")
        parser.add_argument("--city", metavar="SLUG", default="")
        parser.add_argument("--seeking", action="store_true", help="find those who seek what you name, and who may need it")
        parser.add_argument("--language", choices=("de", "zh", "en"), default="")
        parser.add_argument("--limit", type=int, default=10, metavar="N")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        text, limit = options["text"], options["limit"]
        if not text.strip():
            raise CommandError("there is nothing to look for: give a word or a sentence")
        if not 1 <= limit <= 300:
            raise CommandError(f"--limit {limit}: 1 to 300")
        if options["city"] and not City.objects.filter(slug=options["city"]).exists():
            raise CommandError(f"--city {options['city']}: no such city. Slugs are those of the city pages, such as foshan.")
        language = options["language"] or language_of(text)
        question = Question(
            text, "offer" if options["seeking"] else "seek", options["country"], "organisation", language,
            {"city": (options["city"],)} if options["city"] else {},
        )
        try:
            found = answer(question)
        except KontorError as error:
            raise CommandError(f"{error.text()} (kontor index rebuild builds the index)") from error
        shown = self._shown(found, language, limit)
        with override(CODE_OF_PREFIX[language]):
            self.stdout.write(json.dumps(shown, ensure_ascii=False, indent=1) if options["json"] else self._as_text(shown))

    def _shown(self, found: Answer, language: str, limit: int) -> dict[str, Any]:
        return {
            "understood": [{"id": u.id, "label": u.label, "start": u.start, "end": u.end, "side": u.side, "role": ""} for u in found.understood],
            "took_ms": found.took_ms,
            "stages_ms": {name: value for group in found.groups for name, value in group.found.stages_ms.items()},
            "suggestion": found.suggestion,
            "total": found.total,
            "has_more": found.has_more,
            "groups": [{"name": group.name, "hits": self._hits(found, group, language, limit)} for group in found.groups],
        }

    def _hits(self, found: Answer, group: Group, language: str, limit: int) -> list[dict[str, Any]]:
        rows = organisations_by_id(ANONYMOUS, [hit.public_id for hit in group.hits[: limit * 2]])
        texts = {key: directory_search.search_texts(row) for key, row in rows.items()}
        explained = explanations(found, group, texts, language)
        hits = []
        for hit in [hit for hit in group.hits if hit.public_id in rows][:limit]:
            row, why = rows[hit.public_id], explained[hit.public_id]
            reasons = [{"ours": r.ours, "theirs": r.theirs, "concept": r.label, "link": r.link, "part": round(r.part, 4), "inferred": r.is_inferred} for r in why.reasons]
            hits.append({
                "key": hit.public_id, "name": display_name(row), "city": row.city.name_in(language), "country": row.city.country,
                "score": round(hit.score, 4), "gist": list(why.gist), "reasons": reasons, "missing": list(why.missing),
            })
        return hits

    def _as_text(self, shown: dict[str, Any]) -> str:
        lines = [", ".join(item["label"] for item in shown["understood"]) + f"   ({shown['total']}, {shown['took_ms']:.0f} ms)"]
        if shown["suggestion"]:
            lines.append(f"did you mean: {shown['suggestion']}?")
        for group in filter(lambda one: one["hits"], shown["groups"]):
            lines.append(f"\n{group['name']}")
            for number, hit in enumerate(group["hits"], 1):
                lines.append(f"{number:3}. {hit['name']}  ({hit['city']}, {hit['score']:.2f})")
                lines.extend(self._reason(reason) for reason in hit["reasons"] if reason["theirs"])
        return "\n".join(lines)

    def _reason(self, reason: dict[str, Any]) -> str:
        origin = f"  ({gettext('inferred from the industry code')})" if reason["inferred"] else ""
        return f"     {reason['ours']}  ⌒  {reason['theirs']}{origin}"
