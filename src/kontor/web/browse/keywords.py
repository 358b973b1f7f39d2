"""What statements speak of, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable

from kontor.directory.models import AbstractStatement
from kontor.searching.search import gist_of_texts
from kontor.web.presenting.concepts import concept_labels, subjects


def keywords_of(statements: Iterable[AbstractStatement], language: str) -> list[str]:
    """Labels of the keywords of loaded statements; read from their subjects where no keyword was given."""
    rows = list(statements)
    found = concept_labels(subjects(concept for row in rows for concept in row.concepts), language)
    return found or gist_of_texts([(row.subject, row.language) for row in rows if row.subject], language)

