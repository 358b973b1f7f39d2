"""The page on ranking."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kontor.web.ranking.table import sections


@login_not_required
@require_safe
def ranking(request: HttpRequest) -> HttpResponse:
    """Every number of the order, beside its reason."""
    return render(request, "ranking/page.html", {"sections": sections()})
