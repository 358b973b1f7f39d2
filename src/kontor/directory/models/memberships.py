"""People in organisations."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kontor.common.models import PublicModel
from kontor.directory.models.organisations import Organisation


class MemberRole(models.TextChoices):
    MEMBER = "member", pgettext_lazy("role of a person in an organisation", "member")
    ADMIN = "admin", pgettext_lazy("role of a person in an organisation", "administrator")


class OrganisationMembership(PublicModel):
    """That a person acts for an organisation; it holds while `ended_on` is empty or not reached."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="organisation_memberships",
        verbose_name=_("person"),
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("organisation")
    )
    role = models.CharField(_("role"), max_length=6, choices=MemberRole.choices, default=MemberRole.MEMBER)
    function = models.CharField(_("function"), max_length=120, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    class Meta:
        verbose_name = _("person of an organisation")
        verbose_name_plural = _("people of organisations")
        ordering = ("organisation", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation"],
                condition=models.Q(ended_on__isnull=True),
                name="one_open_organisation_membership",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.person}"
