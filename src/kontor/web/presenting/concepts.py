"""Labels of keywords in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable

from kontor_core.thesaurus import index as labels
from kontor_core.thesaurus.concepts import SUBJECT_KINDS


def concept_label(concept_id: str, language: str) -> str:
    """Label of a concept in `de`, `zh` or `en`; empty for an id the thesaurus does not know."""
    concept = labels.load().thesaurus.get(concept_id)
    return concept.label(language) if concept else ""


def subjects(concept_ids: Iterable[str]) -> list[str]:
    """Those that can be offered or sought; "large" and "stainless" alone say nothing in a list."""
    thesaurus = labels.load().thesaurus
    known = [concept for concept in map(thesaurus.get, concept_ids) if concept is not None]
    return [concept.id for concept in known if concept.kind in SUBJECT_KINDS]


def concept_labels(concept_ids: Iterable[str], language: str) -> list[str]:
    """Labels of those concepts that are known, each once, in the given order."""
    # Loaded once for all: looking whether the files have changed costs more than a label.
    thesaurus = labels.load().thesaurus
    found = [concept.label(language) for concept in map(thesaurus.get, concept_ids) if concept is not None]
    return list(dict.fromkeys(found))
