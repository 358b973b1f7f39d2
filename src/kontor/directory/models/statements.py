"""Statements: the unit of search and matching."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kontor.common.languages import TextLanguage
from kontor.directory.models.organisations import Organisation
from kontor.directory.vocabulary import AGREEMENT_TYPE_CHOICES


class Side(models.TextChoices):
    OFFER = "offer", pgettext_lazy("side of a statement", "offers")
    WANT = "want", pgettext_lazy("side of a statement", "seeks")


class StatementOrigin(models.TextChoices):
    """How a statement came to be: the search trusts a stated one more than one read out of a text."""

    STATED = "stated", pgettext_lazy("origin of a statement", "stated by the organisation")
    CONFIRMED = "confirmed", pgettext_lazy("origin of a statement", "confirmed by the organisation")
    TEXT = "text", pgettext_lazy("origin of a statement", "found in a text")
    NAME = "name", pgettext_lazy("origin of a statement", "found in the name")
    IMPORTED = "imported", pgettext_lazy("origin of a statement", "from a register")
    INFERRED = "inferred", pgettext_lazy("origin of a statement", "inferred from the industry code")


class AbstractStatement(models.Model):
    """Someone offers or wants a subject, in a form of cooperation and a role.

    `concepts` lists concept ids of the thesaurus, the head first. `agreement_type` and
    `role` may be empty: nothing was said about them. The evidence of a statement
    found in a text is a span of code points [start, end) in the stored original of
    `evidence_field` in `evidence_language`.

    A subclass adds `owner` with related name `statements`.
    """

    side = models.CharField(_("side"), max_length=5, choices=Side.choices)
    subject = models.CharField(_("subject"), max_length=300, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=TextLanguage.choices)
    concepts = models.JSONField(_("keywords"), default=list, blank=True)
    agreement_type = models.CharField(
        _("form of cooperation"), max_length=2, choices=AGREEMENT_TYPE_CHOICES, blank=True
    )
    role = models.CharField(_("role"), max_length=30, blank=True)
    origin = models.CharField(
        _("origin"), max_length=10, choices=StatementOrigin.choices, default=StatementOrigin.STATED
    )
    evidence_field = models.CharField(_("field of the evidence"), max_length=30, blank=True)
    evidence_language = models.CharField(
        _("language of the evidence"), max_length=2, choices=TextLanguage.choices, blank=True
    )
    evidence_start = models.PositiveIntegerField(_("evidence from"), null=True, blank=True)
    evidence_end = models.PositiveIntegerField(_("evidence to"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.side}: {self.subject or ', '.join(self.concepts)}"


class OrganisationStatement(AbstractStatement):
    """A statement in the profile of an organisation."""

    owner = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="statements", verbose_name=_("organisation")
    )

    class Meta:
        verbose_name = _("statement of an organisation")
        verbose_name_plural = _("statements of organisations")
        ordering = ("owner", "position", "id")
