"""Acts on opportunities. They check the lifecycle; callers check the right (`perms`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from kontor.alliance.models import City
from kontor.audit.services import difference, record, snapshot
from kontor.common.actors import Actor
from kontor.common.texts import TextOrigin
from kontor.directory.errors import UnknownRole
from kontor.directory.models import Organisation
from kontor.directory.services import NewStatement
from kontor.directory.services.words import check_role
from kontor.opportunities.errors import NotComplete, OwnCountryOnly, TextTooLong, TransitionRefused
from kontor.opportunities.models import Opportunity, OpportunityStatement, OpportunityTarget, OpportunityText
from kontor.opportunities.vocabulary import (
    AGREEMENT_TYPES,
    PUBLISHED_DAYS,
    TEXT_LIMITS,
    TRANSITIONS,
    OpportunityTextField,
    Status,
)
from kontor.searching.services import enqueue


@transaction.atomic
def draft(
    organisation: Organisation,
    *,
    actor: Actor,
    type: str,
    language: str,
    agreement_type: str = "",
    own_role: str = "",
    **values: Any,
) -> Opportunity:
    """A new draft of an organisation. Raises UnknownRole."""
    _check_own_role(agreement_type, own_role)
    opportunity = Opportunity.objects.create(
        organisation=organisation,
        type=type,
        language=language,
        agreement_type=agreement_type,
        own_role=own_role,
        **values,
    )
    record(actor, "opportunities.drafted", opportunity, after=snapshot(opportunity))
    enqueue("opportunity", opportunity.public_id)
    return opportunity


@transaction.atomic
def write_text(
    opportunity: Opportunity,
    *,
    actor: Actor,
    field: str,
    value: str,
    language: str = "",
    origin: str = TextOrigin.WRITTEN,
) -> OpportunityText | None:
    """Set a text, by default in the language of the original; an empty value removes it. Raises TextTooLong."""
    limit = TEXT_LIMITS[field]
    if len(value) > limit:
        raise TextTooLong(field=field, length=len(value), limit=limit)
    texts = OpportunityText.objects.filter(owner=opportunity, field=field, language=language or opportunity.language)
    text = texts.first()
    before = {"value": text.value} if text else {}
    if not value:
        texts.delete()
        text = None
    else:
        text = text or OpportunityText(
            owner=opportunity, field=field, language=language or opportunity.language, revision=0
        )
        text.revision += 1
        text.value, text.origin = value, origin
        text.save()
    after = {"field": field, "language": language or opportunity.language, "value": value}
    record(actor, "opportunities.text-written", opportunity, before=before, after=after)
    enqueue("opportunity", opportunity.public_id)
    return text


@transaction.atomic
def replace_statements(
    opportunity: Opportunity, *, actor: Actor, statements: Iterable[NewStatement]
) -> list[OpportunityStatement]:
    """Set all statements, most important first. Raises UnknownRole."""
    new = list(statements)
    for statement in new:
        check_role(statement)
    opportunity.statements.all().delete()
    rows = OpportunityStatement.objects.bulk_create(
        OpportunityStatement(owner=opportunity, position=position, **asdict(statement))
        for position, statement in enumerate(new)
    )
    after = {"statements": [str(row) for row in rows]}
    record(actor, "opportunities.statements-replaced", opportunity, after=after)
    enqueue("opportunity", opportunity.public_id)
    return rows


@transaction.atomic
def set_targets(
    opportunity: Opportunity, *, actor: Actor, targets: Iterable[tuple[str, City | None]]
) -> list[OpportunityTarget]:
    """Where partners are sought, as (country, city or None). Raises OwnCountryOnly."""
    new = list(targets)
    if new and all(country == opportunity.organisation.city.country for country, _city in new):
        raise OwnCountryOnly
    opportunity.targets.all().delete()
    rows = OpportunityTarget.objects.bulk_create(
        OpportunityTarget(opportunity=opportunity, country=country, city=city) for country, city in new
    )
    after = {"targets": [country if city is None else city.slug for country, city in new]}
    record(actor, "opportunities.targets-set", opportunity, after=after)
    enqueue("opportunity", opportunity.public_id)
    return rows


def submit(opportunity: Opportunity, *, actor: Actor) -> Opportunity:
    """Hand a draft to the city's review. Raises NotComplete, TransitionRefused."""
    _check_complete(opportunity)
    return _move(opportunity, actor, Status.IN_REVIEW)


def publish(opportunity: Opportunity, *, actor: Actor) -> Opportunity:
    """Publish, renew or take off hold; it then runs for a year. Raises NotComplete, TransitionRefused."""
    _check_complete(opportunity)
    values: dict[str, Any] = {"returned_reason": ""}
    if opportunity.status != Status.ON_HOLD:
        values["expires_on"] = timezone.localdate() + timedelta(days=PUBLISHED_DAYS)
    if opportunity.published_at is None:
        values["published_at"] = timezone.now()
    return _move(opportunity, actor, Status.PUBLISHED, **values)


def return_with_reason(opportunity: Opportunity, *, actor: Actor, reason: str) -> Opportunity:
    """Give it back to the organisation, saying why. Raises TransitionRefused."""
    return _move(opportunity, actor, Status.RETURNED, returned_reason=reason)


def put_on_hold(opportunity: Opportunity, *, actor: Actor) -> Opportunity:
    """Take it out of the lists for a while. Raises TransitionRefused."""
    return _move(opportunity, actor, Status.ON_HOLD)


def withdraw(opportunity: Opportunity, *, actor: Actor) -> Opportunity:
    """Take it back. Raises TransitionRefused."""
    return _move(opportunity, actor, Status.WITHDRAWN)


def conclude(opportunity: Opportunity, *, actor: Actor, outcome: str) -> Opportunity:
    """Close it with its outcome. Raises TransitionRefused."""
    return _move(opportunity, actor, Status.CONCLUDED, outcome=outcome)


def expire(opportunity: Opportunity, *, actor: Actor) -> Opportunity:
    """Its time has run out. Raises TransitionRefused."""
    return _move(opportunity, actor, Status.EXPIRED)


def archive(opportunity: Opportunity, *, actor: Actor) -> Opportunity:
    """Put it away for good. Raises TransitionRefused."""
    return _move(opportunity, actor, Status.ARCHIVED)


@transaction.atomic
def set_open_for_enquiries(opportunity: Opportunity, *, actor: Actor, is_open: bool) -> Opportunity:
    """Take enquiries or none for the moment; the status stays."""
    return _save(opportunity, actor, "enquiries-set", open_for_enquiries=is_open)


@transaction.atomic
def _move(opportunity: Opportunity, actor: Actor, to: Status, **values: Any) -> Opportunity:
    # The status is read again under a lock: two people may press two buttons at once.
    stored = Opportunity.objects.select_for_update().only("status").get(pk=opportunity.pk)
    present = Status(stored.status)
    if to not in TRANSITIONS[present]:
        raise TransitionRefused(present=present.label, wanted=to.label)
    opportunity.status = present
    return _save(opportunity, actor, to.value, status=to, **values)


def _save(opportunity: Opportunity, actor: Actor, verb: str, **values: Any) -> Opportunity:
    before = snapshot(opportunity, values)
    for field, value in values.items():
        setattr(opportunity, field, value)
    opportunity.save(update_fields=[*values, "updated"])
    before, after = difference(before, snapshot(opportunity, values))
    record(actor, f"opportunities.{verb}", opportunity, before=before, after=after)
    enqueue("opportunity", opportunity.public_id)
    return opportunity


def _check_complete(opportunity: Opportunity) -> None:
    texts = set(opportunity.texts.filter(language=opportunity.language).values_list("field", flat=True))
    missing = [field for field in (OpportunityTextField.TITLE, OpportunityTextField.TEXT) if field not in texts]
    labels = [str(field.label) for field in missing]
    if not (opportunity.agreement_type and opportunity.own_role):
        labels.append(str(Opportunity._meta.get_field("agreement_type").verbose_name))
    if not any(statement.concepts for statement in opportunity.statements.all()):
        labels.append(str(OpportunityStatement._meta.get_field("concepts").verbose_name))
    if labels:
        raise NotComplete(missing=", ".join(labels))


def _check_own_role(agreement_type: str, own_role: str) -> None:
    if own_role and (agreement_type not in AGREEMENT_TYPES or not AGREEMENT_TYPES[agreement_type].role(own_role)):
        raise UnknownRole(role=own_role)
