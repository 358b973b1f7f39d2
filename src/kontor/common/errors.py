"""Errors that carry a message key and parameters; they are put into words at the edge.

A subclass names its key, its HTTP status and its sentence. The key is for
programs (API problems, tests), the sentence for people, in the language of the
page that shows it.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _


class KontorError(Exception):
    """Root of all errors a person may be told about."""

    key: ClassVar[str] = "error"
    status: ClassVar[int] = 400
    title: ClassVar[Any] = _("That did not work")
    message: ClassVar[Any] = _("The request could not be carried out.")

    def __init__(self, **parameters: Any) -> None:
        self.parameters = parameters
        super().__init__(self.key, parameters)

    def text(self) -> str:
        """The sentence in the active language."""
        return str(self.message) % self.parameters if self.parameters else str(self.message)


class NotFound(KontorError):
    """Missing, or not for this actor: both look the same."""

    key = "not-found"
    status = 404
    title = _("There is no such page")
    message = _("There is nothing at this address. The page may have been moved or removed.")


class NotAllowed(KontorError):
    """The actor may see the thing and may know that this act is not theirs."""

    key = "not-allowed"
    status = 403
    title = _("This is not open to you")
    message = _("Your account may not do this.")


class Conflict(KontorError):
    """The state of the thing does not allow the act."""

    key = "conflict"
    status = 409
    title = _("That is not possible now")
    message = _("The entry has changed or is not in a state that allows this.")


class Invalid(KontorError):
    """A value does not fit; `field` may be given as a parameter."""

    key = "invalid"
    status = 422
    title = _("A value does not fit")
    message = _("Please check what you entered.")


class Unavailable(KontorError):
    """Something the page needs does not answer for the moment."""

    key = "unavailable"
    status = 503
    title = _("Not available at the moment")
    message = _("Please try again in a minute. Nothing you saved is lost.")


def require(is_allowed: bool) -> None:
    """Answer a stranger as if the thing did not exist.

    Raises NotFound when `is_allowed` is false.
    """
    if not is_allowed:
        raise NotFound
