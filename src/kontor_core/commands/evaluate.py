"""kontor evaluate: judged queries over documents, with intervals."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kontor_core.command import CommandError
from kontor_core.evaluation import runs
from kontor_core.thesaurus.concepts import LANGUAGES
from kontor_core.thesaurus.index import load
from kontor_core.translation import model

SIGNALS = {
    "all": {},
    "lexical": {"concepts": False, "across": False},
    "concepts": {"parts": False},
    "parts": {"concepts": False},
}
"""Rows of the ablation table: which signals are left on."""


def _arguments(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kontor evaluate", description="Measure judged queries over documents (plain TSV files: id, text; query, document, grade).")
    parser.add_argument("--queries", type=Path, required=True, metavar="F")
    parser.add_argument("--documents", type=Path, required=True, metavar="F")
    parser.add_argument("--judgements", type=Path, required=True, metavar="F")
    parser.add_argument("--query-language", choices=LANGUAGES, metavar="L", help="de, zh or en; found out for each query otherwise")
    parser.add_argument("--document-language", choices=LANGUAGES, metavar="L")
    parser.add_argument("--signals", choices=tuple(SIGNALS), default="all", help="for the ablation table: which signals are used (all)")
    parser.add_argument("--plain", action="store_true", help="leave out queries that no user types: remainder classes and 'parts of'")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the N worst queries on standard error")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(given)


REMAINDERS = ("other", "n.e.c", "parts of", "parts and", "not elsewhere", "except", "sonstig", "andere", "teile von", "teile für", "ausgenommen", "a. n. g", "其他", "其它", "零件", "未列明", "除外", "部件")


def is_plain(text: str) -> bool:
    """Whether a title is something that a user might type (no remainder class, no 'parts of')."""
    lower = text.lower()
    return not any(word in lower for word in REMAINDERS)


def answer(asked: argparse.Namespace) -> dict[str, Any]:
    """The measured figures.

    Raises:
        CommandError: a file is missing or not as expected.
    """
    try:
        queries = runs.read_texts(asked.queries)
        documents = runs.read_texts(asked.documents)
        judgements = runs.read_judgements(asked.judgements)
    except (OSError, UnicodeDecodeError, runs.EvaluationError) as error:
        raise CommandError(str(error)) from error
    if asked.plain:
        queries = {key: text for key, text in queries.items() if is_plain(text)}
    finder = runs.finder_over(load(), model.load(), documents, asked.document_language, **SIGNALS[asked.signals])
    found = runs.rankings(finder, queries, asked.query_language)
    if asked.worst:
        _say_worst(found, queries, documents, judgements, asked.worst)
    return runs.measure(found, judgements, documents)


def _say_worst(found: dict[str, list[str]], queries: dict[str, str], documents: dict[str, str], judgements: dict[str, dict[str, int]], most: int) -> None:
    from kontor_core.evaluation import metrics

    scored = []
    for key, ranking in found.items():
        grades = {k: g for k, g in judgements.get(key, {}).items() if k in documents}
        if grades and any(grades.values()):
            scored.append((metrics.ndcg(ranking, grades), key, grades))
    for value, key, grades in sorted(scored)[:most]:
        wanted = " / ".join(documents[k][:60] for k, g in sorted(grades.items(), key=lambda i: -i[1])[:2])
        first = " | ".join(documents[k][:40] for k in found[key][:3])
        print(f"{value:.2f}\t{queries[key]}\twanted: {wanted}\tfirst: {first}", file=sys.stderr)


def main(given: Sequence[str]) -> int:
    """Entry of the command."""
    asked = _arguments(given)
    found = answer(asked)
    if asked.json:
        print(json.dumps(found, indent=1))
    else:
        print(f"queries {found['queries']}")
        for name, (low, high) in found["intervals"].items():
            print(f"{name:<11}{found[name]:.3f}   95 % {low:.3f} to {high:.3f}")
    return 0
