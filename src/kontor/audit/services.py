"""Writing the audit trail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from kontor.audit.models import Change
from kontor.common.actors import Actor
from kontor.common.data_classes import DataClass, rule_for

MASK = "(personal)"


def record(
    actor: Actor,
    action: str,
    subject: models.Model,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Change:
    """Add one row about `subject`, a saved model with a `public_id`.

    Call it in the transaction of the act. `action` is a verb in the past with the
    app before it, such as "directory.organisation-created". Personal fields are
    to be masked before (see `snapshot`): what is in the trail cannot be erased.
    """
    return Change.objects.create(
        actor_kind=actor.kind.value,
        actor=actor.public_id,
        action=action,
        object_kind=subject._meta.model_name or "",
        object=subject.public_id,  # type: ignore[attr-defined]  # any model with a public id, told by duck typing
        before=dict(before or {}),
        after=dict(after or {}),
    )


def snapshot(subject: models.Model, fields: Iterable[str] | None = None) -> dict[str, Any]:
    """Present values of `subject` as JSON, personal fields masked.

    `fields` defaults to all stored fields except the primary key. A masked field
    still shows that it was set, not to what.
    """
    label = subject._meta.label
    names = fields if fields is not None else [f.name for f in subject._meta.concrete_fields if not f.primary_key]
    values: dict[str, Any] = {}
    for name in names:
        rule = rule_for(label, name)
        value = _plain(subject, name)
        values[name] = MASK if value and rule and rule.data_class is DataClass.PERSONAL else value
    return values


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The two snapshots reduced to what differs."""
    changed = [name for name in after if before.get(name) != after[name] and name != "updated"]
    return {name: before.get(name) for name in changed}, {name: after[name] for name in changed}


def _plain(subject: models.Model, name: str) -> Any:
    field = subject._meta.get_field(name)
    value = field.value_from_object(subject)  # type: ignore[union-attr]  # any model with a public id, told by duck typing
    if value is None or isinstance(value, str | int | bool | list | dict):
        return value
    return field.value_to_string(subject)  # type: ignore[union-attr]  # any model with a public id, told by duck typing
