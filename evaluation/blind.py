"""Judging without knowing the answer: precision of concepts and of the role "maker" on rows of a register.

`python -m evaluation.blind sheet REGISTER --rows 200 --seed 5 --out FOLDER` writes three files:
`concepts.tsv` (row, text, label: the concepts read from it and, among them, as many labels of other rows as a third of its own; a judge
writes 1 or 0 behind each), `makers.tsv` (row, text: as many rows that the program calls makers, and half as many that it does not; a judge
writes `maker`, `trader`, `service` or `other`) and `key.json` (what the program says; the judge does not get it).
`python -m evaluation.blind score FOLDER` compares: precision, and how often a strange label was called right (a judge who nods everything
through is seen by that).
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from kontor_core.evaluation.metrics import interval
from kontor_core.search.analysis import analyse, is_subject
from kontor_core.supply import rows as supply_rows
from kontor_core.tables.reading import sheets
from kontor_core.thesaurus.index import LabelIndex, load

STRANGERS = 3
"""One label of another row for so many of its own."""


def concepts_of(labels: LabelIndex, text: str) -> list[str]:
    """Ids of what a text names, undenied, most probable meaning only."""
    found = dict.fromkeys(s.mention.concept for s in analyse(labels, text).statements if not s.is_negated)
    return [labels.thesaurus.concepts[number].id for number in found if is_subject(labels, number)]


def _label(labels: LabelIndex, name: str) -> str:
    concept = labels.thesaurus.by_id[name].labels
    return f"{concept['zh'].preferred} | {concept['de'].preferred} | {concept['en'].preferred}"


def read_rows(path: Path) -> Iterator[supply_rows.Row]:
    """The rows of a register as the import reads them."""
    for sheet in sheets(path):
        yield from supply_rows.rows(sheet)


def write(path: Path, count: int, seed: int, out: Path) -> None:
    """Draw the rows and write sheets and key."""
    chance = random.Random(seed)  # noqa: S311 - a sample, no secret
    labels = load()
    texts = [(row.scope, row.category == "maker") for row in read_rows(path) if row.scope]
    chance.shuffle(texts)
    makers = [text for text, is_maker in texts if is_maker]
    others = [text for text, is_maker in texts if not is_maker]
    named = [(text, found) for text in makers[count : 3 * count] if (found := concepts_of(labels, text))][:count]
    pool = [concept for _, found in named for concept in found]
    key: dict[str, dict[str, object]] = {"concepts": {}, "makers": {}}
    out.mkdir(parents=True, exist_ok=True)
    with (out / "concepts.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t")
        for number, (text, found) in enumerate(named, 1):
            strange = [c for c in chance.sample(pool, 1 + len(found) // STRANGERS) if c not in found]
            shown = [*found, *dict.fromkeys(strange)]
            chance.shuffle(shown)
            for concept in shown:
                key["concepts"][f"{number}|{_label(labels, concept)}"] = concept in found
                writer.writerow((number, text, _label(labels, concept), ""))
    mixed = [(text, True) for text in makers[:count]] + [(text, False) for text in others[: count // 2]]
    chance.shuffle(mixed)
    with (out / "makers.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t")
        for number, (text, is_maker) in enumerate(mixed, 1):
            key["makers"][str(number)] = is_maker
            writer.writerow((number, text, ""))
    (out / "key.json").write_text(json.dumps(key, ensure_ascii=False), encoding="utf-8")


def _share(values: Sequence[float]) -> str:
    low, high = interval(values)
    return f"{sum(values) / len(values):.3f} (95 % {low:.3f} to {high:.3f}, {len(values)})" if values else "nothing judged"


def score(folder: Path) -> None:
    """Print what the judge found."""
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    own: list[float] = []
    strange: list[float] = []
    with (folder / "concepts.tsv").open(encoding="utf-8", newline="") as file:
        for number, _, label, judged in csv.reader(file, delimiter="\t"):
            if judged.strip() in ("0", "1"):
                (own if key["concepts"][f"{number}|{label}"] else strange).append(float(judged))
    makers: list[float] = []
    missed: list[float] = []
    with (folder / "makers.tsv").open(encoding="utf-8", newline="") as file:
        for number, _, judged in csv.reader(file, delimiter="\t"):
            if judged.strip():
                (makers if key["makers"][number] else missed).append(float(judged.strip() == "maker"))
    print(f"concepts right        {_share(own)}")
    print(f"strange labels right  {_share(strange)}")
    print(f"makers that are one   {_share(makers)}")
    print(f"others that are one   {_share(missed)}")


def main(given: Sequence[str] | None = None) -> int:
    """Entry of the command."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.blind", description="Sheets for a judge who does not know the program's answer, and their score.")
    commands = parser.add_subparsers(dest="command", required=True)
    sheet = commands.add_parser("sheet")
    sheet.add_argument("register", type=Path)
    sheet.add_argument("--rows", type=int, default=200, metavar="N")
    sheet.add_argument("--seed", type=int, default=5, metavar="N")
    sheet.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    scored = commands.add_parser("score")
    scored.add_argument("folder", type=Path)
    asked = parser.parse_args(given)
    if asked.command == "sheet":
        write(asked.register, asked.rows, asked.seed, asked.out)
    else:
        score(asked.folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
