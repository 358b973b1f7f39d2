"""Organisations as documents of the search index. No personal field ever goes in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from kontor.common.texts import TextOrigin
from kontor.directory.indexed import Indexed, load
from kontor.directory.models import Organisation, OrganisationTextField, Side, StatementOrigin
from kontor.directory.names import display_name, first_name
from kontor.directory.queries import index_ids, level_of
from kontor.searching.documents import register_documents

KIND = "organisation"
ROLE_NAMES = {"provider": "service", "service": "service"}
# Static prior in thousandths of a point of the retrieval sum: reachable, then verified, then fresh (DESIGN.md section 3.2).
PRIOR_CONTACT = 120
PRIOR_LEVEL = 40
CONTACT = {True: "yes", False: "no"}


def search_texts(organisation: Organisation) -> list[tuple[str, str]]:
    """(text, language) of an organisation in the order they are indexed in; explanations point to them by number."""
    parts = _spoken(display_name(organisation), organisation.language, organisation.statements.all(), organisation.texts.all())
    return [(part.text, part.language) for part in parts]


class _Spoken(NamedTuple):
    text: str
    language: str
    side: str
    trust: str
    concepts: tuple[str, ...] = ()
    is_imported: bool = False


TRUST_OF_ORIGIN = {StatementOrigin.STATED: "stated", StatementOrigin.CONFIRMED: "stated", StatementOrigin.INFERRED: "inferred"}


def _spoken(name: str, language: str, statements: Iterable[Any], texts: Iterable[Any]) -> Iterator[_Spoken]:
    """Everything an organisation says, in one order for the index and for those who explain it."""
    yield _Spoken(name, language, Side.OFFER, "name")
    for statement in statements:
        if statement.subject:
            concepts = tuple(statement.concepts) if statement.origin == StatementOrigin.INFERRED else ()
            trust = TRUST_OF_ORIGIN.get(statement.origin, "text")
            yield _Spoken(statement.subject, statement.language, statement.side, trust, concepts, statement.origin == StatementOrigin.IMPORTED)
    for text in texts:
        side = Side.WANT if text.field == OrganisationTextField.SOUGHT else Side.OFFER
        yield _Spoken(text.value, text.language, side, "text", is_imported=text.origin == TextOrigin.IMPORTED)


def _filters(row: Indexed) -> dict[str, frozenset[str]]:
    organisation, city = row.organisation, row.cities[0]
    found = {
        "kind": frozenset({KIND}),
        "visibility": frozenset({organisation.visibility}),
        "country": frozenset({city.country}),
        "region": frozenset({city.region}),
        "city": frozenset(one.slug for one in row.cities),
        "contact": frozenset({CONTACT[organisation.is_claimed]}),
        "verification": frozenset({str(int(level_of(organisation)))}),
        "language": frozenset({organisation.language}),
        "certificate": frozenset(certificate.concept or certificate.standard.replace(" ", "-").lower() for certificate in row.certificates),
        "agreement_role": frozenset(f"{s.agreement_type}:{s.role}" for s in row.statements if s.agreement_type),
        "size": frozenset({row.size} if row.size else ()),
    }
    return {name: values for name, values in found.items() if values}


def document_of(row: Indexed, labels: Any) -> Any:
    """The index document of an organisation, read with a `LabelIndex`."""
    from kontor_core.search.document import INFERRED, NAME, STATED, TEXT, Source, build
    from kontor_core.search.unknown_parts import with_unknown_parts

    organisation = row.organisation
    name = first_name(row.names, organisation.language)
    spoken = list(_spoken(name.value if name else organisation.public_id, organisation.language, row.statements, row.texts))
    trust = {"stated": STATED, "text": TEXT, "name": NAME, "inferred": INFERRED}
    sources = [Source(part.text, trust[part.trust], part.language, part.side, part.concepts) for part in spoken]
    roles = frozenset(ROLE_NAMES.get(role, role) for role in row.roles)
    prior = PRIOR_CONTACT * organisation.is_claimed + PRIOR_LEVEL * int(level_of(organisation))
    numbers = {"updated": organisation.updated.toordinal(), "prior": prior}
    identifiers = [value for value in row.identifiers if " " not in value]
    key = f"{KIND}:{organisation.public_id}"
    document, analyses = build(labels, key, sources, _filters(row), numbers, organisation.industry_codes, roles, identifiers)
    return with_unknown_parts(document, [analysis for analysis, part in zip(analyses, spoken, strict=True) if part.is_imported])


def build_documents(public_ids: Sequence[str]) -> Mapping[str, Any]:
    """Public id -> document; what the index may not hold is missing."""
    from kontor_core.thesaurus import index

    labels = index.load()
    return {row.organisation.public_id: document_of(row, labels) for row in load(public_ids)}


def register() -> None:
    """Make organisations findable."""
    register_documents(KIND, build=build_documents, list_ids=index_ids)
