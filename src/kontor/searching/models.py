"""The index queue."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class IndexEntry(models.Model):
    """Something whose place in the index has to be looked at again.

    The row says only *what* changed. The worker reads the present state when it
    comes to it, so several rows of one object cost one piece of work, and a row
    taken twice does no harm. `sequence` grows with every row and is never reused.
    Rows are inserted and deleted, never updated: two writers never wait for
    each other because of the queue.
    """

    sequence = models.BigAutoField(primary_key=True)
    kind = models.CharField(_("kind"), max_length=20)
    public_id = models.CharField(_("public id"), max_length=12)
    queued = models.DateTimeField(_("queued"), default=timezone.now)

    class Meta:
        verbose_name = _("index entry")
        verbose_name_plural = _("index entries")
        ordering = ("sequence",)

    def __str__(self) -> str:
        return f"{self.kind}:{self.public_id}"
