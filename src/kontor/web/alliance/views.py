"""The page of the alliance."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kontor.alliance import queries
from kontor.common.languages import page_language
from kontor.web.alliance.arcs import drawing, links
from kontor.web.alliance.history import history, member_counts
from kontor.web.cities.portrait import joined_phrase


@login_not_required
@require_safe
def alliance(request: HttpRequest) -> HttpResponse:
    """Two sides of cities with the arcs between them, and the memberships over time."""
    actor = request.actor  # type: ignore[attr-defined]  # the middleware sets it
    found = queries.alliance(actor)
    members = list(
        queries.member_cities(actor).select_related("part_of").prefetch_related("industries", "partnerships")
    )
    german = [city for city in members if city.country == "DE"]
    chinese = [city for city in members if city.country == "CN"]
    linked = links(german, chinese, page_language())
    context = {
        "alliance": found,
        "founded": joined_phrase(found.founded_on, found.founded_precision),
        "german": german,
        "chinese": chinese,
        "links": linked,
        "drawing": drawing(german, chinese, linked),
        "counts": member_counts(found),
        "history": history(queries.membership_history(actor), timezone.localdate()),
    }
    return render(request, "alliance/page.html", context)
