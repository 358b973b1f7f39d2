"""Whether the index says what the database says: every document built anew and compared with the one that is stored."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from kontor.searching import building, index
from kontor.searching.documents import document_kinds
from kontor.searching.errors import SearchUnavailable
from kontor.searching.queries import pending_count

MOST_NAMED = 20


@dataclass(slots=True)
class Differences:
    """Keys of documents (the first twenty of each) and how many there are."""

    documents: int = 0
    pending: int = 0
    """Changes that wait in the queue: until they are done, differences are no fault."""
    missing: list[str] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)
    superfluous: int = 0
    """In the index, and of nothing the database would show."""

    @property
    def are_none(self) -> bool:
        """The index equals the database."""
        return not (self.missing or self.outdated or self.superfluous)

    def as_json(self) -> dict[str, Any]:
        """The counts, and the first keys of each."""
        counts = {"missing": len(self.missing), "outdated": len(self.outdated)}
        return {**asdict(self), **counts, "named": [*self.missing[:MOST_NAMED], *self.outdated[:MOST_NAMED]], "equal": self.are_none}


def differences() -> Differences:
    """Compare index and database.

    Raises:
        SearchUnavailable: there is no index that can be read.
    """
    from kontor_core.search.engines.tantivy import IndexMissing, TantivyEngine
    from kontor_core.search.ports import In, Request

    found = Differences(pending=pending_count())
    engine = TantivyEngine(index.folder())
    try:
        engine.refresh()
    except IndexMissing as error:
        raise SearchUnavailable from error
    present = 0
    with building.builders(building.PARALLEL_FROM) as by:
        for kind in document_kinds():
            for built in building.built(kind.kind, kind.list_ids(), by):
                expected = {key: document for key, document in built.items() if document is not None}
                page = engine.search(Request((), (In("key", frozenset(expected)),), limit=len(expected))) if expected else None
                stored = {candidate.key: candidate.payload for candidate in page.candidates} if page else {}
                found.documents += len(expected)
                present += len(stored)
                found.missing.extend(sorted(expected.keys() - stored.keys()))
                found.outdated.extend(sorted(key for key, payload in stored.items() if payload != expected[key].payload))
    found.superfluous = engine.search(Request((), limit=1)).total - present
    return found
