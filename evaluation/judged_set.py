"""Our own judged set: needs in three languages, companies in three languages, grades 0 to 3.

Parts are files with the same names and another letter (`queries_de_a.tsv`, `queries_de_b.tsv`); all parts make one pool.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping
from pathlib import Path

from evaluation.scores import Measured
from kontor_core.evaluation import metrics, runs
from kontor_core.thesaurus.concepts import LANGUAGES
from kontor_core.thesaurus.index import LabelIndex
from kontor_core.translation.model import PartTranslation

FOLDER = Path(__file__).parent / "judged"
SEED = 7
"""Of the third of the queries that the test asks."""


def is_in_third(query: str) -> bool:
    """Whether a query belongs to the fixed third: by the hash of its id, so that new queries move no old one."""
    return zlib.crc32(f"{SEED} {query}".encode()) % 3 == 0


def texts(kind: str, language: str, folder: Path = FOLDER) -> dict[str, str]:
    """id -> text of `queries` or `documents` of a language, of all parts.

    Raises:
        EvaluationError: a file is not as expected, or an id stands in two parts.
    """
    found: dict[str, str] = {}
    for path in sorted(folder.glob(f"{kind}_{language}_*.tsv")):
        part = runs.read_texts(path)
        if twice := sorted(part.keys() & found.keys()):
            raise runs.EvaluationError(f"{path.name}: {twice[0]} stands in another part too")
        found.update(part)
    return found


def judgements(folder: Path = FOLDER) -> dict[str, dict[str, int]]:
    """query -> document -> grade, of all parts."""
    found: dict[str, dict[str, int]] = {}
    for path in sorted(folder.glob("judgements_*.tsv")):
        for query, grades in runs.read_judgements(path).items():
            found.setdefault(query, {}).update(grades)
    return found


def data_hash(folder: Path = FOLDER) -> str:
    """Hash of all parts: figures of other data cannot be compared."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.tsv")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def values(found: Mapping[str, list[str]], grades: Mapping[str, Mapping[str, int]], pool: Mapping[str, str]) -> dict[str, float]:
    """query -> nDCG@10; queries without a relevant document in the pool are skipped."""
    result = {}
    for query, ranking in found.items():
        judged = {key: grade for key, grade in grades.get(query, {}).items() if key in pool}
        if any(grade > 0 for grade in judged.values()):
            result[query] = metrics.ndcg(ranking, judged)
    return result


def measure(index: LabelIndex, translation: PartTranslation, only_third: bool = False) -> dict[str, Measured]:
    """`judged` (left out when only the third is asked for) and `third`: nDCG@10 by query and document language."""
    grades = judgements()
    all_queries: dict[str, list[tuple[float, float]]] = {}
    third: dict[str, list[tuple[float, float]]] = {}
    for documents_in in LANGUAGES:
        pool = texts("documents", documents_in)
        finder = runs.finder_over(index, translation, pool, documents_in)
        for queries_in in LANGUAGES:
            asked = {key: text for key, text in texts("queries", queries_in).items() if not only_third or is_in_third(key)}
            scored = values(runs.rankings(finder, asked, queries_in), grades, pool)
            name = f"{queries_in}-{documents_in}"
            all_queries[name] = [(value, 1.0) for value in scored.values()]
            third[name] = [(value, 1.0) for key, value in scored.items() if is_in_third(key)]
    return {"third": third} if only_third else {"judged": all_queries, "third": third}
