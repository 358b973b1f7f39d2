"""Errors of reports on words."""

from django.utils.translation import gettext_lazy as _

from kontor.common.errors import Invalid, KontorError


class ContactDetails(Invalid):
    """The remark holds a mail address or a telephone number."""

    key = "vocabulary-reports.contact-details"
    message = _("Please leave out e-mail addresses and telephone numbers. Reports are kept without a sender.")


class TooManyReports(KontorError):
    """One address sends more than a reader would."""

    key = "vocabulary-reports.too-many"
    status = 429
    title = _("That was a lot at once")
    message = _("Please send the next report in an hour. Your text is still in the form.")
