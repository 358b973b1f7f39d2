"""Running judged queries over documents given as plain tab-separated files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from kontor_core.evaluation import metrics
from kontor_core.search.document import TEXT, Source, build
from kontor_core.search.engines.memory import MemoryEngine
from kontor_core.search.finder import Finder
from kontor_core.search.plan import read_terms
from kontor_core.thesaurus.index import LabelIndex
from kontor_core.translation.model import PartTranslation


class EvaluationError(ValueError):
    """A measuring file cannot be read; says file, line and what is wrong."""


def read_texts(path: Path) -> dict[str, str]:
    """id -> text of a two-column file.

    Raises:
        EvaluationError: a line without a tab, or an id twice.
    """
    found: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        key, tab, text = line.partition("\t")
        if not tab or key in found:
            raise EvaluationError(f"{path.name}:{number}: expected a new id, a tab, a text")
        found[key] = text
    return found


def read_judgements(path: Path) -> dict[str, dict[str, int]]:
    """query -> document -> grade.

    Raises:
        EvaluationError: a line that is not `query, document, grade`.
    """
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        if not line.strip():
            continue
        if len(cells) != 3 or not cells[2].strip().lstrip("-").isdigit():
            raise EvaluationError(f"{path.name}:{number}: expected query, document and grade, separated by tabs")
        found[cells[0]][cells[1]] = int(cells[2])
    return dict(found)


def finder_over(
    index: LabelIndex, translation: PartTranslation, documents: Mapping[str, str], language: str | None, **signals: bool
) -> Finder:
    """A finder over texts held in memory."""
    engine = MemoryEngine()
    built = [build(index, key, [Source(text, TEXT, language)])[0] for key, text in documents.items()]
    engine.rebuild(built)
    lengths = [len(text) for text in documents.values()]
    words = metrics.mean(lengths) / (6 if language != "zh" else 1)
    return Finder(index, translation, engine, read_terms(engine, len(built), max(1.0, words)), **signals)


def rankings(finder: Finder, queries: Mapping[str, str], language: str | None) -> dict[str, list[str]]:
    """query id -> keys, best first."""
    return {key: [hit.key for hit in finder.find(finder.understand(text, language)).hits] for key, text in queries.items()}


def measure(found: Mapping[str, list[str]], judgements: Mapping[str, Mapping[str, int]], pool: Iterable[str]) -> dict[str, object]:
    """Means of all metrics with intervals; queries without a judged document in the pool are skipped."""
    available = set(pool)
    values: dict[str, list[float]] = {name: [] for name in metrics.NAMES}
    counted = 0
    for query, ranking in found.items():
        grades = {key: grade for key, grade in judgements.get(query, {}).items() if key in available}
        if not any(grade > 0 for grade in grades.values()):
            continue
        counted += 1
        for name, value in metrics.all_of(ranking, grades).items():
            values[name].append(value)
    result: dict[str, object] = {"queries": counted}
    result.update({name: round(metrics.mean(values[name]), 4) for name in metrics.NAMES})
    result["intervals"] = {name: [round(v, 4) for v in metrics.interval(values[name])] for name in metrics.NAMES}
    return result
