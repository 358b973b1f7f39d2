"""A report on a word."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kontor.common.languages import TextLanguage
from kontor.common.models import PublicModel


class ReportKind(models.TextChoices):
    WRONG = "wrong", pgettext_lazy("report on a word", "This word is wrong")
    MISSING = "missing", pgettext_lazy("report on a word", "A word is missing")


class WordReport(PublicModel):
    """Somebody's remark on a word of the thesaurus. Who sent it is not known and not asked.

    `concept` is the id of the keyword the remark is about, empty when a word is
    missing altogether. `is_done` is set by whoever keeps the thesaurus.
    """

    kind = models.CharField(_("kind"), max_length=7, choices=ReportKind.choices)
    word = models.CharField(_("word"), max_length=120)
    language = models.CharField(_("language"), max_length=2, choices=TextLanguage.choices)
    concept = models.CharField(_("keyword"), max_length=80, blank=True)
    remark = models.CharField(_("remark"), max_length=500, blank=True)
    is_done = models.BooleanField(_("dealt with"), default=False)

    class Meta:
        verbose_name = _("report on a word")
        verbose_name_plural = _("reports on words")
        ordering = ("is_done", "-id")

    def __str__(self) -> str:
        return f"{self.kind}: {self.word}"
