"""Addresses without a language."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kontor.common.languages import page_language


@login_not_required
@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """Lead to the front page in the reader's language."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponseRedirect(f"/{page_language()}/" + (f"?{query}" if query else ""))


@login_not_required
@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 and "ok" while the database answers; the error page (503) when it does not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain; charset=utf-8")
