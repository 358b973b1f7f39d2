"""The list of cities and the page of one."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kontor.alliance import queries as alliance
from kontor.alliance.regions import region_name
from kontor.common.languages import page_language
from kontor.web.cities.companies import companies_of, listed_cities
from kontor.web.cities.portrait import facts, industries, is_compiled, memberships, partners, sites, sources_of, texts
from kontor.web.templatetags.pages import page_address


@login_not_required
@require_safe
def cities(request: HttpRequest) -> HttpResponse:
    """Both sides, each in its own alphabet, with what they are known for and how many companies stand here."""
    sides = listed_cities(request.actor, page_language())  # type: ignore[attr-defined]  # the middleware sets it
    return render(request, "cities/list.html", {"sides": sides})


@login_not_required
@require_safe
def city(request: HttpRequest, slug: str) -> HttpResponse:
    """What a city says of itself, in parts that can be compared, and its companies."""
    actor, language = request.actor, page_language()  # type: ignore[attr-defined]  # the middleware sets it
    found = alliance.city_by_slug(actor, slug)
    stated, unstated = facts(found)
    context = {
        "city": found,
        "region": region_name(found.region),
        "memberships": memberships(found),
        "portrait": texts(found, "portrait", language),
        "strategy": texts(found, "strategy", language),
        "industries": industries(found, language),
        "sites": sites(found, language),
        "facts": stated,
        "sources": sources_of(stated),
        "is_compiled": is_compiled(found),
        "unstated": unstated,
        "office": getattr(found, "office", None),
        "connections": list(found.connections.all()),
        "partners": partners(found),
        "parts": list(found.parts.all()),
        "companies": companies_of(actor, found, request.GET.get("page", "")),
        "search_address": page_address("results"),
    }
    return render(request, "cities/page.html", context)
