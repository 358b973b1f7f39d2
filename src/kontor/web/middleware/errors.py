"""Turns errors into pages that say what happened, in the language of the page."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from kontor.common.errors import KontorError, NotAllowed, Unavailable
from kontor.web.errors import WrongMethod, error_page

logger = logging.getLogger(__name__)


class ErrorPageMiddleware:
    """Answers for KontorError and for a database that does not answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == WrongMethod.status and not getattr(response, "content", b"-"):
            page = error_page(request, WrongMethod())
            page["Allow"] = response["Allow"]
            return page
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for an error raised in a view; `None` leaves it to Django."""
        if isinstance(error, KontorError):
            return error_page(request, error)
        if isinstance(error, PermissionDenied):
            return error_page(request, NotAllowed())
        if isinstance(error, DatabaseError):
            logger.exception("database error at %s", request.path)
            return error_page(request, Unavailable())
        return None
