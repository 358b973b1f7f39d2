"""Imports and their rows; merges and what was told not to be one."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kontor.common.models import PublicModel
from kontor.directory.models import Organisation


class BatchState(models.TextChoices):
    """Order of a batch's life. A batch in one of the three working states is gone on with after a crash."""

    STAGING = "staging", pgettext_lazy("state of an import", "being read")
    COMMITTING = "committing", pgettext_lazy("state of an import", "being taken over")
    DONE = "done", pgettext_lazy("state of an import", "taken over")
    UNDOING = "undoing", pgettext_lazy("state of an import", "being undone")
    UNDONE = "undone", pgettext_lazy("state of an import", "undone")


class Publish(models.TextChoices):
    NONE = "none", pgettext_lazy("what an import publishes", "nothing")
    MAKERS = "makers", pgettext_lazy("what an import publishes", "makers")
    ALL = "all", pgettext_lazy("what an import publishes", "everything")


class ImportBatch(PublicModel):
    """One file brought in. Its name is not kept: names of files often name people."""

    source = models.CharField(_("source"), max_length=200)
    file_hash = models.CharField(_("hash of the file"), max_length=64)
    # A city's short address, or "from-column".
    city = models.CharField(_("city"), max_length=60)
    publish = models.CharField(_("publishes"), max_length=6, choices=Publish.choices, default=Publish.NONE)
    state = models.CharField(_("state"), max_length=10, choices=BatchState.choices, default=BatchState.STAGING)
    rows_read = models.PositiveIntegerField(_("rows"), default=0)
    # Findings about the file as a whole: [row, column, code, parameters, sheet].
    findings = models.JSONField(_("findings"), default=list, blank=True)
    # What the columns were read as: [heading, field of `tables.headers` or empty]. Columns of persons are not among them.
    columns = models.JSONField(_("columns"), default=list, blank=True)
    personal_columns_dropped = models.PositiveIntegerField(_("columns of persons dropped"), default=0)
    finished = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.public_id} {self.source}"


class RowState(models.TextChoices):
    STAGED = "staged", pgettext_lazy("state of a row", "waiting")
    CREATED = "created", pgettext_lazy("state of a row", "new entry")
    UPDATED = "updated", pgettext_lazy("state of a row", "entry changed")
    UNCHANGED = "unchanged", pgettext_lazy("state of a row", "nothing new")
    SET_ASIDE = "set-aside", pgettext_lazy("state of a row", "set aside")
    UNDONE = "undone", pgettext_lazy("state of a row", "taken back")
    KEPT = "kept", pgettext_lazy("state of a row", "kept, edited since")


class ImportRow(models.Model):
    """One row of a file.

    `key` and `name_key` are SHA-256 (hex, 32 digits) of the row's keys: they are compared and never read.
    `data` maps paths ("names.registered.Hans") to values; it is empty for a row that was set aside, whose
    content is not kept. `before` of a changed entry maps each path to [value, source] as they were.
    """

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="rows", verbose_name=_("import"))
    sheet = models.CharField(_("sheet"), max_length=80, blank=True)
    number = models.PositiveIntegerField(_("row"))
    row_hash = models.CharField(_("hash of the row"), max_length=64)
    key = models.CharField(_("key"), max_length=32, db_index=True)
    name_key = models.CharField(_("key by name"), max_length=32, db_index=True)
    state = models.CharField(_("state"), max_length=9, choices=RowState.choices, default=RowState.STAGED)
    reason = models.CharField(_("reason"), max_length=30, blank=True)
    may_publish = models.BooleanField(_("may be published"), default=False)
    organisation = models.CharField(_("organisation"), max_length=12, blank=True, db_index=True)
    data = models.JSONField(_("values"), default=dict, blank=True)
    before = models.JSONField(_("values before"), default=dict, blank=True)
    # Findings of the row: [column, code, parameters].
    findings = models.JSONField(_("findings"), default=list, blank=True)

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")
        ordering = ("id",)
        indexes = [models.Index(fields=["batch", "state", "id"], name="import_row_of_state")]

    def __str__(self) -> str:
        return f"{self.sheet} {self.number}"


class MergeRecord(PublicModel):
    """One entry was made part of another; `before` is what undoing it restores."""

    merged = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+", verbose_name=_("merged entry"))
    into = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+", verbose_name=_("entry that stays"))
    before = models.JSONField(_("before"), default=dict)
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.public_id


class NotDuplicate(models.Model):
    """Somebody looked at two entries and said that they are two. `first` has the smaller key.

    An entry that goes with its import leaves the hash of its source and key in `first_record` or `second_record`: when the same list
    comes again, the remark holds again.
    """

    first = models.ForeignKey(Organisation, on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("one entry"))
    second = models.ForeignKey(Organisation, on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("the other entry"))
    first_record = models.CharField(_("record of the one entry"), max_length=32, blank=True, db_index=True)
    second_record = models.CharField(_("record of the other entry"), max_length=32, blank=True, db_index=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("pair that is no duplicate")
        verbose_name_plural = _("pairs that are no duplicates")
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=["first", "second"], name="not_duplicate_once")]

    def __str__(self) -> str:
        return f"{self.first_id} {self.second_id}"
