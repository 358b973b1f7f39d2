"""Organisations as documents of the search index. No personal field ever goes in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kontor.directory.models import Organisation, OrganisationTextField, Side
from kontor.directory.names import display_name
from kontor.directory.queries import index_ids, indexed_organisations, verification_of, with_page_parts
from kontor.searching.documents import register_documents

KIND = "organisation"
ROLE_NAMES = {"provider": "service", "service": "service"}
# Static prior in thousandths of a point of the retrieval sum: reachable, then verified, then fresh (DESIGN.md section 3.2).
PRIOR_CONTACT = 120
PRIOR_LEVEL = 40
CONTACT = {True: "yes", False: "no"}


def search_texts(organisation: Organisation) -> list[tuple[str, str]]:
    """(text, language) of an organisation in the order they are indexed in; explanations point to them by number."""
    texts = [(display_name(organisation), organisation.language)]
    for statement in organisation.statements.all():
        if statement.subject:
            texts.append((statement.subject, statement.language))
    for text in organisation.texts.all():
        texts.append((text.value, text.language))
    return texts


def _sources(organisation: Organisation) -> list[Any]:
    from kontor_core.search.document import NAME, STATED, TEXT, Source

    sources = [Source(display_name(organisation), NAME, organisation.language)]
    for statement in organisation.statements.all():
        if statement.subject:
            trust = TEXT if statement.origin in ("text", "imported", "name") else STATED
            sources.append(Source(statement.subject, trust, statement.language, "want" if statement.side == Side.WANT else "offer"))
    for text in organisation.texts.all():
        side = "want" if text.field == OrganisationTextField.SOUGHT else "offer"
        sources.append(Source(text.value, TEXT, text.language, side))
    return sources


def _filters(organisation: Organisation) -> dict[str, frozenset[str]]:
    city = organisation.city
    cities = {city.slug}
    while city.part_of is not None:
        city = city.part_of
        cities.add(city.slug)
    found = {
        "kind": frozenset({KIND}),
        "visibility": frozenset({organisation.visibility}),
        "country": frozenset({organisation.city.country}),
        "region": frozenset({organisation.city.region}),
        "city": frozenset(cities),
        "contact": frozenset({CONTACT[organisation.is_claimed]}),
        "verification": frozenset({str(int(verification_of(organisation).level))}),
        "language": frozenset({organisation.language}),
        "certificate": frozenset(certificate.concept or certificate.standard.replace(" ", "-").lower() for certificate in organisation.certificates.all()),
        "agreement_role": frozenset(f"{s.agreement_type}:{s.role}" for s in organisation.statements.all() if s.agreement_type),
    }
    facts = getattr(organisation, "facts", None)
    if facts is not None and facts.size:
        found["size"] = frozenset({facts.size})
    return {name: values for name, values in found.items() if values}


def document_of(organisation: Organisation, labels: Any) -> Any:
    """The index document of a loaded organisation, read with a `LabelIndex`."""
    from kontor_core.search.document import build

    roles = frozenset(ROLE_NAMES.get(row.role, row.role) for row in organisation.roles.all())
    prior = PRIOR_CONTACT * organisation.is_claimed + PRIOR_LEVEL * int(verification_of(organisation).level)
    numbers = {"updated": organisation.updated.toordinal(), "prior": prior}
    identifiers = [row.value for row in organisation.identifiers.all() if " " not in row.value]
    return build(labels, f"{KIND}:{organisation.public_id}", _sources(organisation), _filters(organisation), numbers, organisation.industry_codes, roles, identifiers)[0]


def build_documents(public_ids: Sequence[str]) -> Mapping[str, Any]:
    """Public id -> document; what the index may not hold is missing."""
    from kontor_core.thesaurus import index

    rows = with_page_parts(indexed_organisations()).select_related("city__part_of__part_of").filter(public_id__in=list(public_ids))
    labels = index.load()
    return {row.public_id: document_of(row, labels) for row in rows}


def register() -> None:
    """Make organisations findable."""
    register_documents(KIND, build=build_documents, list_ids=index_ids)
