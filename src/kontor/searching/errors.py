"""Errors of the bridge to the index."""

from django.utils.translation import gettext_lazy as _

from kontor.common.errors import KontorError, Unavailable


class NotInTransaction(KontorError):
    """An object was queued outside of the transaction that changed it."""

    key = "searching.not-in-transaction"
    status = 500
    message = _("The change was not saved.")


class SearchUnavailable(Unavailable):
    """There is no index yet, or it cannot be read."""

    key = "searching.unavailable"
    title = _("The search is not available at the moment")
    message = _("Everything else can still be read. Please try the search again in a minute.")
