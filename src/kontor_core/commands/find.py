"""kontor find TEXT --in FILE: companies of a table that fit, with reasons."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kontor_core.command import CommandError
from kontor_core.search import results
from kontor_core.text import LONGEST_TEXT


def _arguments(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kontor find", description="Find companies in a table (CSV, TSV, XLSX; gzip allowed).")
    parser.add_argument("text", metavar="TEXT", help="what you look for: a word, a sentence, a paragraph, in German, Chinese or English")
    parser.add_argument("--in", dest="file", required=True, type=Path, metavar="FILE", help="table with a column of company names")
    parser.add_argument("--language", choices=("de", "zh", "en"), help="language of the explanations (otherwise that of the text)")
    parser.add_argument("--seeking", action="store_true", help="find those who seek what you name, and who may need it")
    parser.add_argument("--limit", type=int, default=10, metavar="N", help="hits a group, 1 to 300 (10)")
    parser.add_argument("--json", action="store_true", help="machine-readable answer")
    return parser.parse_args(given)


def answer(text: str, file: Path, language: str | None, seeking: bool, limit: int, quiet: bool) -> dict[str, Any]:
    """The answer as a dictionary, fields as documented in docs/reference/commands.md.

    Raises:
        CommandError: nothing to look for, a limit out of range, or an unreadable file.
    """
    if not text.strip():
        raise CommandError("there is nothing to look for: give a word or a sentence")
    if not 1 <= limit <= 300:
        raise CommandError(f"--limit {limit}: 1 to 300")
    from kontor_core.commands import file_index
    from kontor_core.search.ports import MOST_HITS

    opened = file_index.opened(file, quiet)
    started = time.perf_counter()
    analysis = opened.finder.understand(text[:LONGEST_TEXT])
    analysed = time.perf_counter()
    reader_language = language or analysis.language
    groups = results.grouped(opened.finder, analysis, seeking)
    searched = time.perf_counter()
    shown = [_group(opened, group, reader_language, limit) for group in groups]
    explained = time.perf_counter()
    stages = {"analyse": (analysed - started) * 1000, **results.stages(groups), "explain": (explained - searched) * 1000}
    return {
        "understood": results.understood(opened.finder.index, analysis, reader_language),
        "took_ms": round((explained - started) * 1000, 2),
        "stages_ms": {name: round(value, 2) for name, value in stages.items()},
        "suggestion": opened.finder.suggestion(analysis),
        "total": sum(len(group.found.hits) for group in groups),
        "has_more": any(len(group.found.hits) >= MOST_HITS for group in groups),
        "groups": shown,
    }


def _group(opened: Any, group: results.Group, language: str, limit: int) -> dict[str, Any]:
    from kontor_core.commands.file_index import sources

    hits = []
    for hit in group.found.hits[:limit]:
        record = opened.record(hit.key)
        texts = [source.text for source in sources(record)]
        hits.append(results.shown_hit(opened.finder.index, group, hit, texts, language, name=record.get("name", ""), city=record.get("city", "")))
    return {"name": group.name, "hits": hits}


def _print(found: dict[str, Any], language: str) -> None:
    from kontor_core.search.wording import wording

    say = wording(language)
    named = ", ".join(item["label"] for item in found["understood"]) or say["nothing-understood"]
    print(f"{say['understood']}: {named}   ({found['total']:,}{'+' if found['has_more'] else ''} · {found['took_ms']:.0f} ms)")
    if found["suggestion"]:
        print(say["did-you-mean"].format(found["suggestion"]))
    for group in found["groups"]:
        print(f"\n{say['group-' + group['name']]}")
        if not group["hits"]:
            print(f"  {say['none']}")
        for number, hit in enumerate(group["hits"], 1):
            print(f"{number:3}. {hit['name']}  ({hit['city']}, {hit['score']:.2f})")
            for reason in hit["reasons"]:
                if reason["theirs"] and reason["link"] != "focus":
                    print(f"     {say['you']}: {reason['ours']}  ⌒  {say['they']}: {reason['theirs']}  ({say['link-' + results.link_family(reason['link'])]}, {reason['part']:.2f})")
            if hit["gist"]:
                print(f"     {say['gist']}: {', '.join(hit['gist'])}")
            if hit["missing"]:
                print(f"     {say['missing']}: {', '.join(hit['missing'])}")


def main(given: Sequence[str]) -> int:
    """Entry of the command."""
    asked = _arguments(given)
    found = answer(asked.text, asked.file, asked.language, asked.seeking, asked.limit, quiet=asked.json)
    if asked.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        from kontor_core.text import language_of

        _print(found, asked.language or language_of(asked.text))
    return 0
