"""The audit row. Triggers of the database refuse to change or delete one (see `triggers`)."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kontor.audit.errors import AppendOnly
from kontor.common.actors import ActorKind
from kontor.common.public_ids import PublicIdField


class Change(models.Model):
    """One act.

    `actor` and `object` are public ids and not foreign keys: the trail outlives
    what it speaks of, and it lies below every app that writes to it.
    """

    public_id = PublicIdField()
    at = models.DateTimeField(_("at"), default=timezone.now, editable=False, db_index=True)
    actor_kind = models.CharField(
        _("kind of actor"), max_length=10, choices=[(kind.value, kind.value) for kind in ActorKind]
    )
    actor = models.CharField(_("actor"), max_length=12, blank=True)
    action = models.CharField(_("action"), max_length=60)
    object_kind = models.CharField(_("kind of object"), max_length=40)
    object = models.CharField(_("object"), max_length=12)
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ("-id",)
        indexes = [models.Index(fields=["object_kind", "object"], name="change_of_object")]

    def __str__(self) -> str:
        return f"{self.action} {self.object_kind}:{self.object}"

    def save(self, *args: Any, **options: Any) -> None:
        """Insert the row; raises AppendOnly for one that is stored already."""
        if not self._state.adding:
            raise AppendOnly
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> NoReturn:
        """Always raises AppendOnly."""
        raise AppendOnly
