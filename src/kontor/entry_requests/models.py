"""A request about an entry."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kontor.common.languages import TextLanguage
from kontor.common.models import PublicModel


class RequestKind(models.TextChoices):
    REMOVE = "remove", pgettext_lazy("request about an entry", "Remove the entry")
    CORRECT = "correct", pgettext_lazy("request about an entry", "Correct something in it")
    PERSON = "person", pgettext_lazy("request about an entry", "Remove what is said about a person")


class EntryRequest(PublicModel):
    """What somebody wants done with an entry, and what became of it.

    `organisation` is the public id of the entry, not a key: the request outlives an entry that is removed because of it. `contact` is
    the only personal field; it is there to answer by and forgotten soon after (see `services.forget_contacts`).
    """

    organisation = models.CharField(_("entry"), max_length=12, db_index=True)
    kind = models.CharField(_("kind"), max_length=7, choices=RequestKind.choices)
    text = models.CharField(_("what is to be done"), max_length=1000, blank=True)
    contact = models.CharField(_("contact for the answer"), max_length=120, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=TextLanguage.choices)
    decision = models.CharField(_("what was done, and why"), max_length=1000, blank=True)
    decided_at = models.DateTimeField(_("decided on"), null=True, blank=True)

    class Meta:
        verbose_name = _("request about an entry")
        verbose_name_plural = _("requests about entries")
        ordering = ("decided_at", "-id")

    def __str__(self) -> str:
        return f"{self.kind}: {self.organisation}"
