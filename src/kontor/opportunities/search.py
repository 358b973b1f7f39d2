"""Opportunities as documents of the search index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kontor.directory.models import Side
from kontor.opportunities.models import Opportunity
from kontor.opportunities.queries import ids_of_organisations, index_ids, indexed_opportunities, with_row_parts
from kontor.opportunities.vocabulary import OPPORTUNITY_TYPES
from kontor.searching.documents import register_dependents, register_documents

KIND = "opportunity"
PRIOR = 100


def side_of(opportunity: Opportunity) -> str:
    """Side of what an opportunity's text names; a project both offers and seeks and counts as an offer."""
    return "want" if OPPORTUNITY_TYPES[opportunity.type].side == "want" else "offer"


def search_texts(opportunity: Opportunity) -> list[tuple[str, str]]:
    """(text, language) of an opportunity in the order they are indexed in."""
    texts = [(s.subject, s.language) for s in opportunity.statements.all() if s.subject]
    return texts + [(text.value, text.language) for text in opportunity.texts.all()]


def _sources(opportunity: Opportunity) -> list[Any]:
    from kontor_core.search.document import STATED, TEXT, Source

    side = side_of(opportunity)
    sources = [
        Source(s.subject, STATED, s.language, "want" if s.side == Side.WANT else "offer") for s in opportunity.statements.all() if s.subject
    ]
    return sources + [Source(text.value, TEXT, text.language, side) for text in opportunity.texts.all()]


def document_of(opportunity: Opportunity) -> Any:
    """The index document of a loaded opportunity."""
    from kontor_core.search.document import build
    from kontor_core.thesaurus import index as labels

    owner = opportunity.organisation
    cities = {owner.city.slug} | ({owner.city.part_of.slug} if owner.city.part_of else set())
    filters = {
        "kind": frozenset({KIND}),
        "status": frozenset({opportunity.status}),
        "country": frozenset({owner.city.country}),
        "region": frozenset({owner.city.region}),
        "city": frozenset(cities),
        "contact": frozenset({"yes" if owner.is_claimed else "no"}),
        "language": frozenset({opportunity.language}),
    }
    if opportunity.agreement_type:
        filters["agreement_role"] = frozenset({f"{opportunity.agreement_type}:{opportunity.own_role}"})
    numbers = {"updated": opportunity.updated.toordinal(), "prior": PRIOR}
    if opportunity.expires_on:
        numbers["expires"] = opportunity.expires_on.toordinal()
    return build(labels.load(), f"{KIND}:{opportunity.public_id}", _sources(opportunity), filters, numbers)[0]


def build_documents(public_ids: Sequence[str]) -> Mapping[str, Any]:
    """Public id -> document; what the index may not hold is missing."""
    rows = with_row_parts(indexed_opportunities()).filter(public_id__in=list(public_ids))
    return {row.public_id: document_of(row) for row in rows}


def register() -> None:
    """Make opportunities findable; a change of their organisation brings them along."""
    register_documents(KIND, build=build_documents, list_ids=index_ids)
    register_dependents("organisation", KIND, ids_of_organisations)
