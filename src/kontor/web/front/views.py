"""The front page, and what was understood of a question while it is being written."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from kontor.common.languages import page_language
from kontor.web.front.figures import cities_by_country, figures
from kontor.web.results.asking import Asking, read_form, read_query
from kontor.web.results.understanding import understanding


@login_not_required
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The question, examples, figures and cities. Works without an index: it asks nothing of it."""
    asking = read_query(request.GET, page_language())
    sides = cities_by_country()
    context = {
        "asking": asking,
        "examples": _examples(page_language()),
        "figures": figures(sum(len(cities) for cities in sides.values())),
        "cities": list(sides.items()),
    }
    return render(request, "front/page.html", context)


# Reads only: nothing is stored and no session is touched, so a forged form gains nothing,
# and the front page needs no cookie.
@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def understood(request: HttpRequest) -> HttpResponse:
    """What is understood of a text, as a fragment. Needs the thesaurus but no index; stores nothing."""
    language = page_language()
    asking = read_form(request.POST, language) if request.method == "POST" else read_query(request.GET, language)
    return render(request, "front/understood.html", {"asking": asking, "found": understanding(asking, language)})


def _examples(language: str) -> list[tuple[str, Asking]]:
    """Three questions people really ask, in the reader's language."""
    host = {"de": "CN", "zh": "DE"}.get(language, "")
    return [
        (text, Asking(text=text, side=side, country=host))
        for text, side in (
            # Translators: an example of a question to the search, as a person of that trade would type it.
            (_("Surface treatment of aluminium profiles"), "seek"),
            # Translators: an example of a question to the search: a maker looks for a distributor.
            (_("Distributors for machine tools"), "seek"),
            # Translators: an example of an offer: the reader makes this and looks for customers.
            (_("Housings for electric motors, die-cast in aluminium"), "offer"),
        )
    ]
