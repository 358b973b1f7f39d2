"""Errors of supply."""

from django.utils.translation import gettext_lazy as _

from kontor.common.errors import Conflict, Invalid


class CityMissing(Invalid):
    """Nothing tells the city of the rows."""

    key = "supply.city-missing"
    message = _("The file has no column that names the city. Name the city of all rows: --city SLUG.")


class UnknownCity(Invalid):
    """`slug` is no city."""

    key = "supply.unknown-city"
    message = _("There is no city “%(slug)s”. Short addresses are those of the city pages, such as foshan.")


class UnknownBatch(Invalid):
    """`batch` is no import."""

    key = "supply.unknown-batch"
    message = _("There is no import “%(batch)s”. kontor imports lists them.")


class NotUndoable(Conflict):
    """The import is not in a state to be undone."""

    key = "supply.not-undoable"
    message = _("This import has been undone already, or was never finished.")


class SourceBusy(Conflict):
    """Another process works on this import."""

    key = "supply.busy"
    message = _("Another import is running. Please wait until it has finished.")


class WouldLoseReference(Conflict):
    """Merging would lose `what`."""

    key = "supply.would-lose-reference"
    message = _("These entries cannot be merged: %(what)s would be lost.")


class LaterMerge(Conflict):
    """One of the entries was merged again: by `merge`."""

    key = "supply.later-merge"
    message = _("One of these entries was merged again later. Please take that merge back first: %(merge)s.")


class AlreadyUndone(Conflict):
    """The merge was undone before."""

    key = "supply.already-undone"
    message = _("This merge has been undone already.")
