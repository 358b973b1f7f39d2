"""Errors of requests about entries."""

from django.utils.translation import gettext_lazy as _

from kontor.common.errors import KontorError


class TooManyRequests(KontorError):
    """One address sends more than anybody is named in."""

    key = "entry-requests.too-many"
    status = 429
    title = _("That was a lot at once")
    message = _("Please send the next request in an hour. Your text is still in the form.")
