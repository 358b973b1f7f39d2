"""The front page."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kontor.common.languages import lang_attribute, page_language


@login_not_required
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The first page, open to everyone."""
    page = '<!doctype html><html lang="{}"><meta charset="utf-8"><title>Kontor</title><h1>Kontor</h1><p>{}</p></html>'
    return HttpResponse(
        format_html(page, lang_attribute(page_language()), _("Sino-German platform for business cooperation"))
    )
