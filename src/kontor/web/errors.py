"""Error pages: what happened, in the reader's language, and a way on. Never a trace."""

from __future__ import annotations

import logging
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from kontor.common.errors import KontorError, NotAllowed, NotFound
from kontor.common.languages import lang_attribute, page_language

logger = logging.getLogger(__name__)

TEMPLATE = "errors/page.html"
# Seconds after which a browser or crawler may try again.
RETRY_AFTER = 60


class BadRequest(KontorError):
    """The request itself cannot be read."""

    key = "bad-request"
    status = 400
    title = _("The request could not be read")
    message = _("Something in the address or the form is not as it should be.")


class WrongMethod(KontorError):
    """The address exists but is not asked like that."""

    key = "wrong-method"
    status = 405
    title = _("This page cannot be opened that way")
    message = _("This address either only shows a page or only accepts a form. Your browser tried the other.")


class FormExpired(KontorError):
    """The form's protection against forgery does not fit any more."""

    key = "form-expired"
    status = 403
    title = _("The form has expired")
    message = _("Please go back, load the page again and send the form once more. Your text is still there.")


class ServerError(KontorError):
    """Something in the site itself went wrong."""

    key = "server-error"
    status = 500
    title = _("Something went wrong here")
    message = _("The fault is on our side and has been noted. Please try again in a minute.")


def error_page(request: HttpRequest, error: KontorError) -> HttpResponse:
    """The page for an error, with its status.

    The template gets `title`, `text`, `key`, `status`. If there is none, or it
    fails itself, a page without any template is made.
    """
    context = {"title": str(error.title), "text": error.text(), "key": error.key, "status": error.status}
    response = HttpResponse(_rendered(request, context), status=error.status)
    if error.status == 503:
        response["Retry-After"] = str(RETRY_AFTER)
    return response


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler for 404."""
    return error_page(request, NotFound())


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler for 400."""
    return error_page(request, BadRequest())


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler for 403."""
    return error_page(request, NotAllowed())


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's handler for 500: asks neither database nor template."""
    error = ServerError()
    context = {"title": str(error.title), "text": error.text(), "key": error.key, "status": error.status}
    return HttpResponse(_plain(context), status=error.status)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's view for a form without a valid token."""
    return error_page(request, FormExpired())


def _rendered(request: HttpRequest, context: dict[str, Any]) -> str:
    try:
        return get_template(TEMPLATE).render(context, request)
    except TemplateDoesNotExist:
        return _plain(context)
    except Exception:
        # The page of an error must not become a second error: the database or the
        # session may be what failed. The cause is in the log.
        logger.exception("the error page itself failed")
        return _plain(context)


def _plain(context: dict[str, Any]) -> str:
    language = page_language()
    return format_html(
        '<!doctype html><html lang="{}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<title>{}</title><main><h1>{}</h1><p>{}</p><p><a href="/{}/">Kontor</a></p></main></html>',
        lang_attribute(language),
        context["title"],
        context["title"],
        context["text"],
        language,
    )
