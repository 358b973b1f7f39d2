"""Errors of accounts."""

from django.utils.translation import gettext_lazy as _

from kontor.common.errors import Conflict


class AddressTaken(Conflict):
    """There is an account with this address. Never shown on a public form: it would tell who has one."""

    key = "accounts.address-taken"
    message = _("There is already an account with this address.")
