"""Errors of the alliance."""

from django.utils.translation import gettext_lazy as _

from kontor.common.errors import Invalid


class BadCitiesFile(Invalid):
    """The file of member cities cannot be read; `reason` says why."""

    key = "alliance.bad-cities-file"
    message = _("The file of member cities cannot be read: %(reason)s")


class BadPortraitsFile(Invalid):
    """The file of city portraits cannot be read; `reason` says why."""

    key = "alliance.bad-portraits-file"
    message = _("The file of city portraits cannot be read: %(reason)s")
