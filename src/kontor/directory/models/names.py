"""Names and identifiers of organisations."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kontor.directory.models.organisations import Organisation
from kontor.directory.vocabulary import IdentifierScheme


class NameKind(models.TextChoices):
    REGISTERED = "registered", pgettext_lazy("kind of name", "registered name")
    TRADE = "trade", pgettext_lazy("kind of name", "trade name")
    SHORT = "short", pgettext_lazy("kind of name", "short name")
    FOREIGN = "foreign", pgettext_lazy("kind of name", "own name in another language")
    FORMER = "former", pgettext_lazy("kind of name", "former name")


class Script(models.TextChoices):
    """ISO 15924 code of the writing a name is in."""

    LATIN = "Latn", _("Latin letters")
    CHINESE = "Hans", _("Chinese characters")
    TRADITIONAL = "Hant", _("traditional Chinese characters")


class OrganisationName(models.Model):
    """A name the organisation bears or bore. Reading aids are made when shown and never stored."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="names", verbose_name=_("organisation")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=NameKind.choices, default=NameKind.REGISTERED)
    script = models.CharField(_("script"), max_length=4, choices=Script.choices)
    value = models.CharField(_("name"), max_length=200)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("name of an organisation")
        verbose_name_plural = _("names of organisations")
        ordering = ("organisation", "position", "id")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "kind", "script", "value"], name="organisation_name_once")
        ]

    def __str__(self) -> str:
        return self.value


class Identifier(models.Model):
    """A number of a register. One number belongs to one organisation."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="identifiers", verbose_name=_("organisation")
    )
    scheme = models.CharField(_("scheme"), max_length=10, choices=IdentifierScheme.choices)
    # In the normal form of its scheme: no blanks, capitals.
    value = models.CharField(_("number"), max_length=60)
    is_checked = models.BooleanField(_("check digit fits"), default=False)

    class Meta:
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        ordering = ("organisation", "scheme", "id")
        constraints = [models.UniqueConstraint(fields=["scheme", "value"], name="identifier_once")]

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"
