"""Judging the labels of the thesaurus by people who wrote none of them.

`python -m evaluation.label_sample sheet --count 300 --seed 7 --out FOLDER` draws as many labels a language (preferred and alternative,
hidden ones apart) and writes `labels_de.tsv`, `labels_zh.tsv`, `labels_en.tsv` (number, label, what it is said to mean: the preferred labels
of the other two languages, and what it belongs to; a judge writes 1 or 0 behind it and, for 0, what is wrong) and `key.json`. One row in
eleven shows a label under a neighbour of its concept, so that a judge who nods everything through is seen.
`python -m evaluation.label_sample score FOLDER` prints the share of wrong labels a language.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections.abc import Sequence
from pathlib import Path

from kontor_core.evaluation.metrics import interval
from kontor_core.thesaurus.concepts import LANGUAGES, Concept, Thesaurus
from kontor_core.thesaurus.index import load

STRANGERS = 10
"""One label under a neighbour of its concept for so many under their own."""


def _meaning(thesaurus: Thesaurus, concept: Concept, language: str) -> str:
    others = " | ".join(concept.label(other) for other in LANGUAGES if other != language)
    above = ", ".join(thesaurus.by_id[name].label("en") for name in concept.broader if name in thesaurus.by_id)
    return f"{others} ({concept.kind}; belongs to: {above or '-'})"


def _neighbour(thesaurus: Thesaurus, concept: Concept, chance: random.Random) -> Concept | None:
    siblings = [
        number
        for name in concept.broader
        if name in thesaurus.by_id
        for number in thesaurus.children[thesaurus.by_id[name].index]
        if number != concept.index
    ]
    return thesaurus.concepts[chance.choice(siblings)] if siblings else None


def write(count: int, seed: int, out: Path) -> None:
    """Draw the labels and write a sheet a language and the key."""
    thesaurus = load().thesaurus
    out.mkdir(parents=True, exist_ok=True)
    key: dict[str, dict[str, bool]] = {}
    for language in LANGUAGES:
        chance = random.Random(f"{seed}-{language}")  # noqa: S311 - a sample, no secret
        labels = [
            (label, concept)
            for concept in thesaurus.concepts
            for label in (concept.labels[language].preferred, *concept.labels[language].alternative)
            if label
        ]
        drawn = chance.sample(labels, min(len(labels), count + count // STRANGERS))
        rows = [(label, concept, True) for label, concept in drawn[:count]]
        for label, concept in drawn[count:]:
            other = _neighbour(thesaurus, concept, chance)
            if other is not None and label not in tuple(other.labels[language]):
                rows.append((label, other, False))
        chance.shuffle(rows)
        key[language] = {str(number): is_own for number, (_, _, is_own) in enumerate(rows, 1)}
        with (out / f"labels_{language}.tsv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter="\t")
            for number, (label, concept, _) in enumerate(rows, 1):
                writer.writerow((number, label, _meaning(thesaurus, concept, language), "", ""))
    (out / "key.json").write_text(json.dumps(key), encoding="utf-8")


def score(folder: Path) -> None:
    """Print the share of wrong labels a language, and how often a strange one was called right."""
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    for language in LANGUAGES:
        wrong: list[float] = []
        strange: list[float] = []
        with (folder / f"labels_{language}.tsv").open(encoding="utf-8", newline="") as file:
            for number, _, _, judged, *_ in csv.reader(file, delimiter="\t"):
                if judged.strip() in ("0", "1"):
                    is_right = float(judged.strip())
                    if key[language][number]:
                        wrong.append(1 - is_right)
                    else:
                        strange.append(is_right)
        if not wrong:
            print(f"{language}: nothing judged")
            continue
        low, high = interval(wrong)
        taken = sum(strange) / len(strange) if strange else 0.0
        print(f"{language}: wrong {sum(wrong) / len(wrong):.3f} (95 % {low:.3f} to {high:.3f}, {len(wrong)}); strange ones called right {taken:.3f} ({len(strange)})")


def main(given: Sequence[str] | None = None) -> int:
    """Entry of the command."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.label_sample", description="Sheets of labels for a judge who wrote none of them, and their score.")
    commands = parser.add_subparsers(dest="command", required=True)
    sheet = commands.add_parser("sheet")
    sheet.add_argument("--count", type=int, default=300, metavar="N")
    sheet.add_argument("--seed", type=int, default=7, metavar="N")
    sheet.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    scored = commands.add_parser("score")
    scored.add_argument("folder", type=Path)
    asked = parser.parse_args(given)
    if asked.command == "sheet":
        write(asked.count, asked.seed, asked.out)
    else:
        score(asked.folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
