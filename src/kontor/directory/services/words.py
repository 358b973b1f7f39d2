"""What an organisation says: texts and statements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from django.db import transaction

from kontor.audit.services import record
from kontor.common.actors import Actor
from kontor.common.texts import TextOrigin
from kontor.directory.errors import UnknownRole
from kontor.directory.models import Organisation, OrganisationStatement, OrganisationText, StatementOrigin
from kontor.directory.vocabulary import AGREEMENT_TYPES
from kontor.searching.services import enqueue


@dataclass(frozen=True, slots=True)
class NewStatement:
    """A statement to store; the fields are those of `AbstractStatement`."""

    side: str
    language: str
    subject: str = ""
    concepts: list[str] = field(default_factory=list)
    agreement_type: str = ""
    role: str = ""
    origin: str = StatementOrigin.STATED
    evidence_field: str = ""
    evidence_language: str = ""
    evidence_start: int | None = None
    evidence_end: int | None = None


@transaction.atomic
def write_text(
    organisation: Organisation,
    *,
    actor: Actor,
    field: str,
    language: str,
    value: str,
    origin: str = TextOrigin.WRITTEN,
    source_language: str = "",
) -> OrganisationText | None:
    """Set a text in one language; an empty value removes it and gives back None.

    A translation notes the revision of the text it was made from.
    """
    texts = OrganisationText.objects.filter(owner=organisation, field=field)
    old = texts.filter(language=language).first()
    before = {"value": old.value} if old else {}
    source = texts.filter(language=source_language).first() if source_language else None
    if not value:
        texts.filter(language=language).delete()
        text = None
    else:
        text = old or OrganisationText(owner=organisation, field=field, language=language, revision=0)
        text.revision += 1
        text.value, text.origin, text.source_language = value, origin, source_language
        text.source_revision = source.revision if source else None
        text.save()
    record(
        actor,
        "directory.text-written",
        organisation,
        before=before,
        after={"field": field, "language": language, "value": value},
    )
    enqueue("organisation", organisation.public_id)
    return text


@transaction.atomic
def replace_statements(
    organisation: Organisation, *, actor: Actor, statements: Iterable[NewStatement]
) -> list[OrganisationStatement]:
    """Set all statements of the organisation, most important first. Raises UnknownRole."""
    new = list(statements)
    for statement in new:
        check_role(statement)
    before = {"statements": [str(row) for row in organisation.statements.all()]}
    organisation.statements.all().delete()
    rows = OrganisationStatement.objects.bulk_create(
        OrganisationStatement(owner=organisation, position=position, **asdict(statement))
        for position, statement in enumerate(new)
    )
    after = {"statements": [str(row) for row in rows]}
    record(actor, "directory.statements-replaced", organisation, before=before, after=after)
    enqueue("organisation", organisation.public_id)
    return rows


def check_role(statement: NewStatement) -> None:
    """Raises UnknownRole when the role does not belong to the statement's form of cooperation."""
    if not statement.role:
        return
    agreement = AGREEMENT_TYPES.get(statement.agreement_type)
    if agreement is None or agreement.role(statement.role) is None:
        raise UnknownRole(role=statement.role)
