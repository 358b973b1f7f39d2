"""Errors of the directory."""

from django.utils.translation import gettext_lazy as _

from kontor.common.errors import Conflict, Invalid


class IdentifierTaken(Conflict):
    """The number belongs to another organisation. `scheme` and `value` are given."""

    key = "directory.identifier-taken"
    message = _("The number %(value)s already belongs to another entry.")


class CannotMerge(Conflict):
    """An entry was to be merged into itself, a merged one, or across countries."""

    key = "directory.cannot-merge"
    message = _("These two entries cannot be merged.")


class AlreadyClaimed(Conflict):
    """Someone else looks after the entry."""

    key = "directory.already-claimed"
    message = _("This entry is already looked after by the company.")


class UnknownField(Invalid):
    """`field` is not one that can be set this way."""

    key = "directory.unknown-field"
    message = _("There is no field “%(field)s”.")


class UnknownRole(Invalid):
    """`role` does not belong to the form of cooperation."""

    key = "directory.unknown-role"
    message = _("The role “%(role)s” does not belong to this form of cooperation.")
