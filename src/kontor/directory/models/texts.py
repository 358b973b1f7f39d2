"""Texts and roles of organisations."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kontor.alliance.models import City
from kontor.common.texts import AbstractText
from kontor.directory.models.organisations import Organisation
from kontor.directory.vocabulary import OrganisationRoleName


class OrganisationTextField(models.TextChoices):
    SUMMARY = "summary", pgettext_lazy("text of an organisation", "in one sentence")
    PROFILE = "profile", pgettext_lazy("text of an organisation", "profile")
    PRODUCTS = "products", pgettext_lazy("text of an organisation", "products and services")
    SOUGHT = "sought", pgettext_lazy("text of an organisation", "what we seek")
    SCOPE = "scope", pgettext_lazy("text of an organisation", "registered business scope")


class OrganisationText(AbstractText):
    """A text of an organisation in one language."""

    owner = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="texts", verbose_name=_("organisation")
    )
    field = models.CharField(_("field"), max_length=30, choices=OrganisationTextField.choices)

    class Meta:
        verbose_name = _("text of an organisation")
        verbose_name_plural = _("texts of organisations")
        ordering = ("owner", "field", "language")
        constraints = [
            models.UniqueConstraint(fields=["owner", "field", "language"], name="organisation_text_once_a_language")
        ]


class OrganisationRole(models.Model):
    """What the organisation is in its trade, on what evidence, and who checked it.

    A trader who calls itself a maker is the commonest complaint of buyers, so the
    evidence ("plant visited", "own statement", "business scope") stands with the role.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="roles", verbose_name=_("organisation")
    )
    role = models.CharField(_("role"), max_length=12, choices=OrganisationRoleName.choices)
    evidence = models.CharField(_("evidence"), max_length=200, blank=True)
    checked_by_city = models.ForeignKey(
        City, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("checked by city")
    )
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("checked by person"),
    )
    checked_on = models.DateField(_("checked on"), null=True, blank=True)

    class Meta:
        verbose_name = _("role of an organisation")
        verbose_name_plural = _("roles of organisations")
        ordering = ("organisation", "role")
        constraints = [models.UniqueConstraint(fields=["organisation", "role"], name="organisation_role_once")]

    def __str__(self) -> str:
        return self.role
