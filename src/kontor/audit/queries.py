"""Reading the audit trail."""

from __future__ import annotations

from django.db import models
from django.db.models import Q, QuerySet

from kontor.audit.models import Change
from kontor.common.actors import Actor


def changes_of(subject: models.Model) -> QuerySet[Change]:
    """Everything that was done to `subject`, newest first. The caller checks the right to see it."""
    return Change.objects.filter(
        object_kind=subject._meta.model_name,
        object=subject.public_id,  # type: ignore[attr-defined]  # any model with a public id, told by duck typing
    )


def visible_changes(actor: Actor) -> QuerySet[Change]:
    """Changes the actor may read: all for operators, else those of the own organisations and cities."""
    if actor.is_operator:
        return Change.objects.all()
    return Change.objects.filter(
        Q(object_kind="organisation", object__in=actor.organisation_ids)
        | Q(object_kind="city", object__in=actor.city_ids)
    )
