"""kontor annotate TEXT: what a text names."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import Any

from kontor_core.command import CommandError
from kontor_core.search.analysis import Analysis, analyse
from kontor_core.thesaurus.concepts import LANGUAGES
from kontor_core.thesaurus.index import LabelIndex, load


def answer(index: LabelIndex, text: str, language: str | None = None) -> dict[str, Any]:
    """Outward form of an analysis; offsets are code points of the text as given."""
    analysis = analyse(index, text, language)
    negated = [s for s in analysis.statements if s.is_negated]
    return {
        "language": analysis.language,
        "concepts": [
            {
                "id": index.thesaurus.concepts[s.mention.concept].id,
                "label": {lang: index.thesaurus.concepts[s.mention.concept].label(lang) for lang in LANGUAGES},
                "start": s.start,
                "end": s.end,
                "confidence": s.mention.confidence,
            }
            for s in analysis.statements
            if not s.is_negated
        ],
        "leftovers": [text[slice(*analysis.original_span(leftover.start, leftover.end))] for leftover in analysis.leftovers],
        "sides": [_cue(analysis, "side", c.value, c.start, c.end) for c in analysis.cues if c.kind == "side"],
        "roles": [_cue(analysis, "role", c.value, c.start, c.end) for c in analysis.cues if c.kind == "role"],
        "negated": [
            {"id": index.thesaurus.concepts[s.mention.concept].id, "text": text[s.start : s.end], "start": s.start, "end": s.end} for s in negated
        ]
        + [{"role": role} for role in sorted(analysis.excluded_roles)],
    }


def _cue(analysis: Analysis, name: str, value: str, start: int, end: int) -> dict[str, Any]:
    begin, stop = analysis.original_span(start, end)
    return {name: value, "start": begin, "end": stop}


def main(given: Sequence[str]) -> int:
    """Entry of the command."""
    parser = argparse.ArgumentParser(prog="kontor annotate", description="Show what a text names.")
    parser.add_argument("text", metavar="TEXT")
    parser.add_argument("--language", choices=LANGUAGES, help="language of the text (otherwise found out)")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(given)
    if not asked.text.strip():
        raise CommandError("there is nothing to annotate: give a word or a sentence")
    found = answer(load(), asked.text, asked.language)
    if asked.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    print(f"language: {found['language']}")
    for concept in found["concepts"]:
        print(f"{asked.text[concept['start'] : concept['end']]}  →  {' · '.join(concept['label'].values())}  ({concept['id']}, {concept['confidence']:.2f})")
    for name in ("leftovers", "sides", "roles", "negated"):
        if found[name]:
            print(f"{name}: {', '.join(_short(item, asked.text) for item in found[name])}")
    return 0


def _short(item: Any, text: str) -> str:
    if isinstance(item, str):
        return item
    value = next(item[key] for key in ("side", "role", "text") if key in item)
    return f"{value} ({text[item['start'] : item['end']]})" if "start" in item and "text" not in item else str(value)
