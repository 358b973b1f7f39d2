"""How much of what companies write gets a concept.

`python -m evaluation.coverage FILE`: makers of a register. A maker is a row whose scope has a making word (生产 制造 加工 产销 制作) outside of
boilerplate; counted is whether it names, undenied, a product, component, material, process, machine, service or technology below the second
level of the thesaurus.

`python -m evaluation.coverage --terms [FILE] [--open]`: German terms with their frequency, one a line, tab between; `$KONTOR_EVAL/terms_de.tsv`
when no file is given. Counted is the share of the frequency mass with a concept of any kind, with a thing or an activity among them (not only
a role or a property), and with one over the end of the term, where its head stands; `--open` prints what is left, most frequent first.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections.abc import Sequence
from pathlib import Path

from kontor_core.language.cues import without_boilerplate
from kontor_core.search.analysis import analyse, is_subject
from kontor_core.tables.reading import read
from kontor_core.text import normalise
from kontor_core.thesaurus.index import LabelIndex, load

MAKING = re.compile("生产|制造|加工|产销|制作|铸造|锻造")
LEVEL = 3
INFLECTION = 2
"""Letters at the end of a term that a concept over its head may leave uncovered."""


def measure(path: Path) -> dict[str, object]:
    """Counts over all rows of the table."""
    labels = load()
    makers = covered = 0
    open_scopes: list[str] = []
    for _, record in read(path).records():
        scope = record.get("scope", "")
        if not MAKING.search(without_boilerplate(normalise(scope).text)):
            continue
        makers += 1
        named = (s.mention.concept for s in analyse(labels, scope).statements if not s.is_negated)
        if any(is_subject(labels, c) and labels.thesaurus.depth[c] >= LEVEL for c in named):
            covered += 1
        elif len(open_scopes) < 40:
            open_scopes.append(scope[:60])
    return {"makers": makers, "covered": covered, "share": round(covered / makers, 4) if makers else 0.0, "open": open_scopes}


def term_rows(path: Path) -> list[tuple[str, int]]:
    """(term, frequency) of each line.

    Raises:
        ValueError: a line is not a term, a tab and a number.
    """
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        term, _, frequency = line.partition("\t")
        if not frequency.strip().isdigit():
            raise ValueError(f"{path.name}:{number}: a term, a tab and a number, found {line!r}")
        rows.append((term, int(frequency)))
    return rows


def measure_terms(labels: LabelIndex, rows: Sequence[tuple[str, int]]) -> dict[str, object]:
    """Shares of the frequency mass, and the terms that name nothing, most frequent first."""
    total = sum(frequency for _, frequency in rows)
    mass = {"any concept": 0, "thing or activity": 0, "over the head": 0}
    left: list[tuple[str, int]] = []
    for term, frequency in rows:
        statements = [s for s in analyse(labels, term, "de").statements if not s.is_negated]
        subjects = [s for s in statements if is_subject(labels, s.mention.concept)]
        mass["any concept"] += frequency * bool(statements)
        mass["thing or activity"] += frequency * bool(subjects)
        mass["over the head"] += frequency * any(s.end >= len(term) - INFLECTION for s in subjects)
        if not subjects:
            left.append((term, frequency))
    shares = {name: round(value / total, 4) if total else 0.0 for name, value in mass.items()}
    return {"terms": len(rows), "mass": total, **shares, "open": sorted(left, key=lambda row: (-row[1], row[0]))}


def main(given: Sequence[str] | None = None) -> int:
    """Entry of the command."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.coverage", description="How much of what companies write gets a concept.")
    parser.add_argument("file", nargs="?", type=Path, help="register, or list of terms with --terms")
    parser.add_argument("--terms", action="store_true", help="measure German terms with their frequency")
    parser.add_argument("--open", action="store_true", help="print the terms that name nothing")
    asked = parser.parse_args(given)
    file = asked.file or (Path(os.environ["KONTOR_EVAL"]) / "terms_de.tsv" if asked.terms and "KONTOR_EVAL" in os.environ else None)
    if file is None:
        parser.error("name a file, or set KONTOR_EVAL")
    if not file.exists():
        parser.error(f"there is no {file}")
    if not asked.terms:
        print(json.dumps(measure(file), ensure_ascii=False, indent=1))
        return 0
    found = measure_terms(load(), term_rows(file))
    left = found.pop("open")
    print(json.dumps(found, ensure_ascii=False, indent=1))
    if asked.open and isinstance(left, list):
        print("\n".join(f"{frequency}\t{term}" for term, frequency in left))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
