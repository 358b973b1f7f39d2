"""Texts people write, in several languages, with where each came from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kontor.common.languages import TextLanguage, reading_order


class TextOrigin(models.TextChoices):
    WRITTEN = "written", pgettext_lazy("origin of a text", "written")
    TRANSLATED = "translated", pgettext_lazy("origin of a text", "translated")
    MACHINE = "machine", pgettext_lazy("origin of a text", "machine translation")
    IMPORTED = "imported", pgettext_lazy("origin of a text", "imported")


class AbstractText(models.Model):
    """One field of one owner in one language.

    A subclass adds `owner` (a foreign key with related name `texts`), `field`
    choices and a unique constraint on (owner, field, language). `revision` counts
    the changes of `value`; a translation keeps in `source_revision` which revision
    of the text in `source_language` it was made from, so that an outdated one shows.
    """

    field = models.CharField(_("field"), max_length=30)
    language = models.CharField(_("language"), max_length=2, choices=TextLanguage.choices)
    value = models.TextField(_("text"))
    origin = models.CharField(_("origin"), max_length=10, choices=TextOrigin.choices, default=TextOrigin.WRITTEN)
    revision = models.PositiveIntegerField(_("revision"), default=1)
    source_language = models.CharField(
        _("translated from"), max_length=2, choices=TextLanguage.choices, blank=True, default=""
    )
    source_revision = models.PositiveIntegerField(_("revision it was translated from"), null=True, blank=True)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.field} ({self.language})"


Text = TypeVar("Text", bound=AbstractText)


def best_text(texts: Iterable[Text], field: str, language: str) -> Text | None:
    """The text of a field a reader of `language` reads most easily, `None` if there is none.

    Works on loaded rows (prefetch them) and asks the database nothing.
    """
    of_field = {text.language: text for text in texts if text.field == field}
    return next((of_field[code] for code in reading_order(language) if code in of_field), None)


def original_text(texts: Iterable[Text], field: str, own_language: str = "") -> Text | None:
    """The text a person wrote, in the owner's own language when there are several."""
    first_hand = [
        text for text in texts if text.field == field and text.origin in (TextOrigin.WRITTEN, TextOrigin.IMPORTED)
    ]
    return next((text for text in first_hand if text.language == own_language), first_hand[0] if first_hand else None)
