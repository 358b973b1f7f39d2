"""Who belongs to the alliance, who speaks for a city, who for the alliance."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kontor.alliance.models.cities import Alliance, City, DatePrecision
from kontor.common.countries import Country
from kontor.common.fields import WebAddressField
from kontor.common.models import PublicModel


class MembershipStatus(models.TextChoices):
    LEAD = "lead", pgettext_lazy("membership of a city", "lead city")
    FOUNDING = "founding", pgettext_lazy("membership of a city", "founding member")
    MEMBER = "member", pgettext_lazy("membership of a city", "member")
    GUEST = "guest", pgettext_lazy("membership of a city", "guest")


class Certainty(models.TextChoices):
    SURE = "sure", pgettext_lazy("how certain a statement is", "confirmed by a source")
    UNSURE = "unsure", pgettext_lazy("how certain a statement is", "sources differ")


class Membership(models.Model):
    """That a city belongs to the alliance, since when, until when, and who says so.

    A date is the first day of what is known: `joined_on` 2017-04-01 with precision
    "month" reads "April 2017"; with precision "by" it reads "2020-04-01 at the latest".
    """

    alliance = models.ForeignKey(
        Alliance, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("alliance")
    )
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("city"))
    status = models.CharField(
        _("status"), max_length=10, choices=MembershipStatus.choices, default=MembershipStatus.MEMBER
    )
    joined_on = models.DateField(_("joined on"), null=True, blank=True)
    joined_precision = models.CharField(
        _("precision of the date"), max_length=5, choices=DatePrecision.choices, default=DatePrecision.DAY
    )
    left_on = models.DateField(_("left on"), null=True, blank=True)
    certainty = models.CharField(_("certainty"), max_length=6, choices=Certainty.choices, default=Certainty.SURE)
    source = models.CharField(_("source"), max_length=300)
    source_url = WebAddressField(_("address of the source"), blank=True)
    source_date = models.DateField(_("date of the source"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("membership of a city")
        verbose_name_plural = _("memberships of cities")
        ordering = ("city__country", "city__sort_key", "joined_on", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["alliance", "city"], condition=models.Q(left_on__isnull=True), name="one_open_membership"
            )
        ]

    def __str__(self) -> str:
        return f"{self.city} ({self.status})"


class MemberCount(models.Model):
    """How many members a source counted. Sources differ, so it is a statement and never computed."""

    alliance = models.ForeignKey(
        Alliance, on_delete=models.CASCADE, related_name="member_counts", verbose_name=_("alliance")
    )
    country = models.CharField(_("country"), max_length=2, choices=Country.choices)
    count = models.PositiveSmallIntegerField(_("number of members"))
    as_of = models.DateField(_("as of"))
    source = models.CharField(_("source"), max_length=300)
    source_url = WebAddressField(_("address of the source"), blank=True)

    class Meta:
        verbose_name = _("number of members by a source")
        verbose_name_plural = _("numbers of members by sources")
        ordering = ("as_of", "country", "id")

    def __str__(self) -> str:
        return f"{self.count} {self.country} ({self.as_of})"


class CoordinatorMembership(PublicModel):
    """That a person coordinates a city; it holds while `ended_on` is empty or not reached."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="coordinator_memberships",
        verbose_name=_("person"),
    )
    city = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="coordinator_memberships", verbose_name=_("city")
    )
    function = models.CharField(_("function"), max_length=120, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    class Meta:
        verbose_name = _("coordinator of a city")
        verbose_name_plural = _("coordinators of cities")
        ordering = ("city__sort_key", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "city"], condition=models.Q(ended_on__isnull=True), name="one_open_coordination"
            )
        ]

    def __str__(self) -> str:
        return f"{self.city}: {self.person}"


class OfficeMembership(PublicModel):
    """That a person works in the alliance office."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="office_memberships", verbose_name=_("person")
    )
    alliance = models.ForeignKey(
        Alliance, on_delete=models.PROTECT, related_name="office_memberships", verbose_name=_("alliance")
    )
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    class Meta:
        verbose_name = _("member of the alliance office")
        verbose_name_plural = _("members of the alliance office")
        ordering = ("alliance", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "alliance"], condition=models.Q(ended_on__isnull=True), name="one_open_office"
            )
        ]

    def __str__(self) -> str:
        return f"{self.alliance}: {self.person}"
