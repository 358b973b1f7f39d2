"""Errors of opportunities."""

from django.utils.translation import gettext_lazy as _

from kontor.common.errors import Conflict, Invalid


class TransitionRefused(Conflict):
    """The lifecycle has no way from `present` to `wanted` (status codes)."""

    key = "opportunities.transition-refused"
    message = _("This is not possible while the entry has the status “%(present)s”.")


class NotComplete(Invalid):
    """What is required to publish is missing; `missing` lists field codes."""

    key = "opportunities.not-complete"
    title = _("Something is still missing")
    message = _("Before publishing, please add: %(missing)s.")


class TextTooLong(Invalid):
    """A text is longer than its field allows."""

    key = "opportunities.text-too-long"
    message = _("The text is %(length)s characters long; %(limit)s are possible.")


class OwnCountryOnly(Invalid):
    """The targets name only the organisation's own country."""

    key = "opportunities.own-country-only"
    message = _("Please name at least one target in the other country.")
