"""The page about Kontor."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kontor.web.legal.operator_pages import operator_page


@login_not_required
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """How it works, and what the operator adds to it."""
    return render(request, "about/page.html", {"operator": operator_page("about")})
