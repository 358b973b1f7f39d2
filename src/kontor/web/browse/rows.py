"""One offer or request as a row of a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from kontor.common.languages import lang_attribute
from kontor.common.texts import best_text, original_text
from kontor.opportunities.models import Opportunity
from kontor.opportunities.vocabulary import AGREEMENT_TYPES, OPPORTUNITY_TYPES
from kontor.web.browse.keywords import keywords_of
from kontor.web.presenting.names import ShownName, place, shown_name

MOST_KEYWORDS = 5


@dataclass(frozen=True, slots=True)
class ListedRow:
    """What a reader needs to decide whether to open it."""

    address: str
    title: str
    lang: str
    type: Any
    agreement: Any
    role: Any
    keywords: list[str]
    name: ShownName
    organisation_address: str
    place: str
    published: datetime | None


def listed_row(row: Opportunity, language: str) -> ListedRow:
    """A row from loaded parts (`with_row_parts`). The title stands in the reader's language where somebody wrote one."""
    texts = list(row.texts.all())
    title = next((text for text in texts if text.field == "title" and text.language == language), None)
    title = title or original_text(texts, "title", row.language) or best_text(texts, "title", language)
    agreement = AGREEMENT_TYPES.get(row.agreement_type)
    role = agreement.role(row.own_role) if agreement else None
    return ListedRow(
        address=reverse("opportunity", args=[row.public_id]),
        title=title.value if title else row.public_id,
        lang=lang_attribute(title.language) if title else "",
        type=OPPORTUNITY_TYPES[row.type].term,
        agreement=agreement.term if agreement else "",
        role=role.term if role and agreement and not agreement.is_symmetric else "",
        keywords=keywords_of(row.statements.all(), language)[:MOST_KEYWORDS],
        name=shown_name(row.organisation),
        organisation_address=reverse("organisation", args=[row.organisation.public_id]),
        place=place(row.organisation.city),
        published=row.published_at,
    )
