"""How many companies hold the words that no label covers: read off the index, where each document carries those of its imported texts."""

from __future__ import annotations

from kontor.searching import index
from kontor.searching.errors import SearchUnavailable


def frequent_unknown_parts(least: int, most: int) -> dict[tuple[str, str], int]:
    """(language, part) -> documents, for the `most` frequent parts of each language that stand in `least` documents or more.

    Raises:
        SearchUnavailable: there is no index that can be read.
    """
    from kontor_core.search.engines.tantivy import IndexMissing, TantivyEngine
    from kontor_core.search.ports import Clause, Request
    from kontor_core.search.unknown_parts import FIELDS

    engine = TantivyEngine(index.folder())
    try:
        engine.refresh()
    except IndexMissing as error:
        raise SearchUnavailable from error
    found: dict[tuple[str, str], int] = {}
    for language, field in FIELDS.items():
        # The engine's frequencies still hold documents that are gone; they say what to look at, and at most how many there are.
        likely = sorted((-number, part) for part, number in engine.document_frequencies(field) if number >= least)[:most]
        for _, part in likely:
            number = engine.search(Request((Clause(field, part, 1.0),), limit=0)).total
            if number >= least:
                found[language, part] = number
    return found
