"""Where each value came from."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SourceRank(models.IntegerChoices):
    """The higher rank keeps its value: a company knows itself better than a register does."""

    IMPORT = 1, pgettext_lazy("source of a value", "import")
    COORDINATOR = 2, pgettext_lazy("source of a value", "coordinator of the city")
    COMPANY = 3, pgettext_lazy("source of a value", "the organisation itself")


class ValueSource(models.Model):
    """Source of the present value of one field of one object.

    `field` is a path such as "names.registered.Hans" or "texts.profile.de". An import
    fills `batch`, `row_number` and `row_hash` (SHA-256 of the row as read, hex); a
    person's value names the person by public id, so that erasing the person needs
    no change here.
    """

    object_kind = models.CharField(_("kind of object"), max_length=20)
    object = models.CharField(_("object"), max_length=12)
    field = models.CharField(_("field"), max_length=60)
    rank = models.PositiveSmallIntegerField(_("rank"), choices=SourceRank.choices)
    batch = models.CharField(_("import"), max_length=12, blank=True)
    person = models.CharField(_("person"), max_length=12, blank=True)
    row_number = models.PositiveIntegerField(_("row"), null=True, blank=True)
    row_hash = models.CharField(_("hash of the row"), max_length=64, blank=True)
    recorded = models.DateTimeField(_("recorded"), default=timezone.now)

    class Meta:
        verbose_name = _("source of a value")
        verbose_name_plural = _("sources of values")
        ordering = ("object_kind", "object", "field")
        indexes = [models.Index(fields=["batch"], name="value_source_of_batch")]
        constraints = [models.UniqueConstraint(fields=["object_kind", "object", "field"], name="one_source_of_a_value")]

    def __str__(self) -> str:
        return f"{self.object_kind}:{self.object} {self.field}"
