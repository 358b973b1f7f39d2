"""Errors of the audit trail."""

from django.utils.translation import gettext_lazy as _

from kontor.common.errors import Conflict


class AppendOnly(Conflict):
    """A row of a ledger was to be changed or deleted."""

    key = "audit.append-only"
    message = _("Rows of this ledger are only ever added.")
