"""An offer or request as a row of a list; every list of them shows the same row (opportunity/row.html)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from kontor.common.languages import lang_attribute
from kontor.common.texts import best_text
from kontor.opportunities.models import Opportunity
from kontor.opportunities.vocabulary import AGREEMENT_TYPES, OPPORTUNITY_TYPES
from kontor.web.presenting.concepts import concept_labels
from kontor.web.presenting.names import ShownName, place, shown_name


@dataclass(frozen=True, slots=True)
class OpportunityRow:
    """What a row shows. `title_lang` is empty where the title is in the page's language."""

    address: str
    type: str
    title: str
    title_lang: str
    keywords: list[str]
    agreement: str
    published: date | None
    name: ShownName
    place: str


def opportunity_row(opportunity: Opportunity, reader: str) -> OpportunityRow:
    """A row for the reader. Works on loaded rows: see `with_row_parts`."""
    title = best_text(opportunity.texts.all(), "title", reader)
    concepts = [concept for statement in opportunity.statements.all() for concept in statement.concepts]
    agreement = AGREEMENT_TYPES.get(opportunity.agreement_type)
    return OpportunityRow(
        reverse("opportunity", args=[opportunity.public_id]),
        str(OPPORTUNITY_TYPES[opportunity.type].term),
        title.value if title else opportunity.public_id,
        lang_attribute(title.language) if title and title.language != reader else "",
        concept_labels(concepts, reader),
        str(agreement.term) if agreement else "",
        timezone.localdate(opportunity.published_at) if opportunity.published_at else None,
        shown_name(opportunity.organisation),
        place(opportunity.organisation.city),
    )
