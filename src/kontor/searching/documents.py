"""Where the apps above register how their objects become index documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# Public ids of one kind -> the document of each, in any order; one that is missing
# in the answer (deleted, hidden, merged) leaves the index. A document is a
# `Document` of the search core.
Builder = Callable[[Sequence[str]], Mapping[str, Any]]
# Every public id of the kind that belongs into a new index.
Lister = Callable[[], Iterable[str]]
# Public ids of a changed kind -> the ids of another kind whose documents change with them.
Dependents = Callable[[Sequence[str]], Iterable[str]]


@dataclass(frozen=True, slots=True)
class DocumentKind:
    kind: str
    build: Builder
    list_ids: Lister


_kinds: dict[str, DocumentKind] = {}
_dependents: dict[tuple[str, str], Dependents] = {}


def register_documents(kind: str, *, build: Builder, list_ids: Lister) -> None:
    """Make a kind of object findable; a second registration of a kind replaces the first."""
    _kinds[kind] = DocumentKind(kind, build, list_ids)


def register_dependents(kind: str, dependent_kind: str, find: Dependents) -> None:
    """Have objects of `dependent_kind` queued whenever one of `kind` is.

    A hidden organisation takes its opportunities out of the index with it.
    """
    _dependents[kind, dependent_kind] = find


def dependents_of(kind: str, public_ids: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """(kind, public ids) of what has to be looked at together with these objects."""
    for (owner, dependent_kind), find in _dependents.items():
        if owner == kind:
            yield dependent_kind, list(find(public_ids))


def document_kinds() -> list[DocumentKind]:
    """All registered kinds, sorted by name."""
    return [_kinds[kind] for kind in sorted(_kinds)]


def document_key(kind: str, public_id: str) -> str:
    """Key of a document in the index."""
    return f"{kind}:{public_id}"


def build_documents(objects: Mapping[str, Sequence[str]]) -> dict[str, Any | None]:
    """Key -> document, or `None` for one to delete, from the present state of the database.

    Objects of a kind nobody registered are deletions too.
    """
    documents: dict[str, Any | None] = {}
    for kind, public_ids in objects.items():
        entry = _kinds.get(kind)
        built = entry.build(public_ids) if entry else {}
        documents.update({document_key(kind, public_id): built.get(public_id) for public_id in public_ids})
    return documents
