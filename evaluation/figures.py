"""The public figures as markdown tables: `KONTOR_EVAL=FOLDER python -m evaluation.figures`.

The folder holds measuring sets that are no part of the project: `product/` (queries, documents, judgements in three languages) and
`terms_de.tsv` (term, frequency). Nothing of them is kept. Without the folder only what needs none is printed.
"""

from __future__ import annotations

import itertools
import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from evaluation import judged_set
from evaluation.scores import figure
from kontor_core.commands.evaluate import SIGNALS, is_plain
from kontor_core.evaluation import metrics, runs
from kontor_core.search.analysis import analyse, is_subject
from kontor_core.thesaurus.checks import statistics
from kontor_core.thesaurus.concepts import LANGUAGES
from kontor_core.thesaurus.index import LabelIndex, load
from kontor_core.translation import model
from kontor_core.translation.model import PartTranslation

MANUFACTURING = range(10, 34)
"""Divisions of ISIC Rev.4."""
SERVICE = re.compile(
    r"\b(?:services?|works?|trade|leasing|rental|renting|hire|installation|repair|maintenance|transport(?:ation)? of|construction of|consult\w+"
    r"|education|insurance|licen[cs]ing|research|publishing|broadcasting|brokerage|distribution|administration|buildings?|roads|bridges)\b"
)
FARM = re.compile(
    r"\b(?:live|fresh|raw|seeds?|unmanufactured|growing|standing|wild|hay|straw|plants?|trees|bees|eggs|hides|fleece|in the husk|in shell|animals)\b"
)
MOST_UNCOVERED = 40


def is_manufactured(index: LabelIndex, title: str) -> bool:
    """Whether an English title names goods of manufacturing, by rule of thumb.

    A word of services says no. Else the industry class of what the title names decides (that of its parents, where it has none):
    divisions 10 to 33 of ISIC Rev.4. A title that names nothing with a class is manufactured unless it has a word of farm produce.
    """
    lower = title.lower()
    if SERVICE.search(lower):
        return False
    thesaurus = index.thesaurus
    for statement in analyse(index, title, "en").statements:
        concept = statement.mention.concept
        if thesaurus.concepts[concept].kind == "service":
            return False
        if not is_subject(index, concept) or not statement.mention.is_head:
            continue
        codes = [thesaurus.concepts[c].isic for c in (concept, *(a for _, a in thesaurus.ancestors[concept]))]
        if known := next((code for code in codes if code), ""):
            return int(known[:2]) in MANUFACTURING
    return not FARM.search(lower)


@dataclass(slots=True)
class Product:
    """The product set, read once."""

    queries: dict[str, dict[str, str]] = field(default_factory=dict)
    documents: dict[str, dict[str, str]] = field(default_factory=dict)
    judgements: dict[str, dict[str, int]] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> Product:
        """Read the six files and the judgements."""
        queries = {language: runs.read_texts(folder / f"queries_{language}.tsv") for language in LANGUAGES}
        documents = {language: runs.read_texts(folder / f"documents_{language}.tsv") for language in LANGUAGES}
        return cls(queries, documents, runs.read_judgements(folder / "judgements.tsv"))


Values = dict[str, dict[str, float]]
"""query -> metric -> value."""


def values(product: Product, index: LabelIndex, translation: PartTranslation, source: str, target: str, signals: str) -> Values:
    """Every metric of every query of a direction that has a relevant document."""
    pool = product.documents[target]
    finder = runs.finder_over(index, translation, pool, target, **SIGNALS[signals])
    found: Values = {}
    for query, ranking in runs.rankings(finder, product.queries[source], source).items():
        grades = {key: grade for key, grade in product.judgements.get(query, {}).items() if key in pool}
        if any(grade > 0 for grade in grades.values()):
            found[query] = metrics.all_of(ranking, grades)
    return found


def _short(value: float) -> str:
    return f"{value:.3f}".removeprefix("0") if value < 1 else f"{value:.2f}"


def _cell(chosen: Values) -> str:
    """nDCG@10 with its interval, hit@1, hit@10."""
    found = figure([(value["ndcg@10"], 1.0) for value in chosen.values()])
    hits = (metrics.mean([value[name] for value in chosen.values()]) for name in ("hit@1", "hit@10"))
    return f"{_short(found.value)} ({_short(found.low)} to {_short(found.high)}) / {' / '.join(map(_short, hits))}"


def _table(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def product_tables(product: Product, index: LabelIndex, translation: PartTranslation) -> Iterator[str]:
    """Six directions by kinds of titles, and which signal brings what."""
    english = product.queries["en"]
    made = {key for key, text in english.items() if is_manufactured(index, text)}
    main, ablation = [], []
    counts: dict[str, int] = {}
    for source, target in itertools.permutations(LANGUAGES, 2):
        by_signal = {name: values(product, index, translation, source, target, name) for name in SIGNALS}
        found = by_signal["all"]
        plain = {key: value for key, value in found.items() if is_plain(product.queries[source][key])}
        groups: Mapping[str, Values] = {
            "all titles": found, "plain": plain, "goods of manufacturing": {k: v for k, v in found.items() if k in made},
            "plain goods of manufacturing": {k: v for k, v in plain.items() if k in made},
        }
        counts = {name: len(group) for name, group in groups.items()}
        main.append([f"{source} to {target}", *(f"{_cell(group)} ({len(group)})" for group in groups.values())])
        means = {name: metrics.mean([value["ndcg@10"] for value in each.values()]) for name, each in by_signal.items()}
        ablation.append([f"{source} to {target}", *(_short(means[name]) for name in ("lexical", "concepts", "parts", "all"))])
    yield "## Product titles\n"
    yield "nDCG@10 (95 % interval) / hit@1 / hit@10 (titles)\n"
    yield from _table(["direction", *counts], main)
    yield "## Which signal brings what: nDCG@10 on all titles\n"
    yield from _table(["direction", "lexical", "concepts", "parts", "all"], ablation)


def coverage(path: Path, index: LabelIndex) -> Iterator[str]:
    """Share of the frequency mass of German terms that gets a concept, and the most frequent terms that get none."""
    mass = {"terms": 0, "a concept": 0, "head": 0, "whole": 0}
    count = dict(mass)
    open_terms: list[tuple[int, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        term, _, number = line.partition("\t")
        if not number.strip().isdigit():
            continue
        frequency, analysis = int(number), analyse(index, term, "de")
        named = [s for s in analysis.statements if index.thesaurus.concepts[s.mention.concept].kind != "role"]
        reached = {
            "terms": True, "a concept": bool(named), "head": any(s.end >= len(term.rstrip()) for s in named),
            "whole": bool(named) and not analysis.annotation.leftovers,
        }
        for name, is_reached in reached.items():
            mass[name] += frequency * is_reached
            count[name] += is_reached
        if not named:
            open_terms.append((frequency, term))
    yield "## German terms of real companies\n"
    rows = [[text, f"{mass[name] / mass['terms']:.1%}", f"{count[name]:,} of {count['terms']:,}"]
            for name, text in (("a concept", "some part is a concept"), ("head", "the head is a concept"), ("whole", "nothing is left over"))]
    yield from _table(["", "frequency mass", "terms"], rows)
    most = sorted(open_terms, key=lambda item: (-item[0], item[1]))[:MOST_UNCOVERED]
    yield f"The {len(most)} most frequent without a concept: {', '.join(f'{term} ({frequency})' for frequency, term in most)}\n"


def judged_table(index: LabelIndex, translation: PartTranslation) -> Iterator[str]:
    """Our own judged set, query language by document language."""
    measured = judged_set.measure(index, translation)["judged"]
    found = {name: figure(pairs) for name, pairs in measured.items()}
    yield "## Own judged set\n"
    yield f"nDCG@10 (95 % interval); {next(iter(found.values())).rows} needs in each language\n"
    rows = []
    for source in LANGUAGES:
        cells = [found[f"{source}-{target}"] for target in LANGUAGES]
        rows.append([f"queries {source}", *(f"{_short(c.value)} ({_short(c.low)} to {_short(c.high)})" for c in cells)])
    yield from _table(["", *(f"documents {target}" for target in LANGUAGES)], rows)


def thesaurus_table(index: LabelIndex) -> Iterator[str]:
    """Counts of the thesaurus."""
    yield "## Thesaurus\n"
    rows = []
    for name, value in statistics(index.thesaurus).items():
        text = ", ".join(f"{key} {count:,}" for key, count in value.items()) if isinstance(value, dict) else f"{value:,}"
        rows.append([name.replace("_", " "), text])
    yield from _table(["", ""], rows)


def main() -> int:
    """Print everything; 1 when the measuring sets are not there."""
    index, translation = load(), model.load()
    for line in itertools.chain(thesaurus_table(index), judged_table(index, translation)):
        print(line)
    folder = os.environ.get("KONTOR_EVAL", "")
    if not folder or not Path(folder).is_dir():
        print("evaluation.figures: KONTOR_EVAL names no folder of measuring sets; the product titles and terms are left out", file=sys.stderr)
        return 1
    if (Path(folder) / "product").is_dir():
        for line in product_tables(Product.read(Path(folder) / "product"), index, translation):
            print(line, flush=True)
    if (Path(folder) / "terms_de.tsv").exists():
        for line in coverage(Path(folder) / "terms_de.tsv", index):
            print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
