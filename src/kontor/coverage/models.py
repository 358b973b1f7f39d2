"""A part that no label covers, and how often it was seen."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kontor.common.languages import TextLanguage
from kontor.common.public_ids import PublicIdField

LEAST_SEEN = 3
"""Times a part was seen before anybody may see it: what one reader typed once is nobody's business."""
LONGEST_PART = 30
DIGITS = 32


class PartSource(models.TextChoices):
    IMPORTS = "imports", pgettext_lazy("where an unknown word was seen", "imports")
    SEARCHES = "searches", pgettext_lazy("where an unknown word was seen", "searches")


class UnknownPart(models.Model):
    """One part, in one language, of imports or of searches.

    Nothing leads from here to a person, a session, a question, an address or a company, and no time is finer than a day. The key is a
    keyed hash of the part: the part itself is written down when it was seen often enough, so that a rare one (a name, a slip) is
    counted without being kept. Rows have no running number, for the order in which parts came would put a question together again.

    `count` is of imports the number of published companies whose imported texts hold the part, of searches the number of searches.
    """

    digest = models.CharField(_("hash of the part"), max_length=DIGITS, primary_key=True, editable=False)
    public_id = PublicIdField()
    source = models.CharField(_("seen in"), max_length=8, choices=PartSource.choices)
    language = models.CharField(_("language"), max_length=2, choices=TextLanguage.choices)
    part = models.CharField(_("part"), max_length=LONGEST_PART, blank=True)
    count = models.PositiveIntegerField(_("count"), default=0)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    is_settled = models.BooleanField(_("settled"), default=False)

    class Meta:
        verbose_name = _("unknown part")
        verbose_name_plural = _("unknown parts")
        ordering = ("-count", "part", "source")
        indexes = [models.Index(fields=["source", "language", "-count"], name="unknown_part_in_order")]
        constraints = [
            models.CheckConstraint(condition=Q(part="") | Q(count__gte=LEAST_SEEN), name="unknown_part_rare_is_not_kept")
        ]

    def __str__(self) -> str:
        return self.part


def digest_of(source: str, language: str, part: str) -> str:
    """The key of a part: a hash with the installation's secret, for common names are quickly guessed through a plain one."""
    return salted_hmac("kontor.coverage.part", f"{source}\0{language}\0{part}", algorithm="sha256").hexdigest()[:DIGITS]
