"""The results of a question."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from kontor.common.languages import page_language
from kontor.coverage.searches import count as count_unknown_words
from kontor.searching import search
from kontor.searching.errors import SearchUnavailable
from kontor.web.errors import RETRY_AFTER
from kontor.web.results.asking import KINDS, Asking, read_form, read_query
from kontor.web.results.facets import facets
from kontor.web.results.rows import shown_groups
from kontor.web.results.sentences import SWAPS, sentence
from kontor.web.results.understanding import shown
from kontor.web.templatetags.pages import or_more


# The text of the form is analysed, not kept; at most single unknown words of it are counted. A forged form gains nothing.
@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def results(request: HttpRequest) -> HttpResponse:
    """GET: what fits the question in the address. POST: the question of the form, led on to its address.

    A text too long for an address is reduced to its keywords; the text itself is stored nowhere.
    """
    language = page_language()
    if request.method == "POST":
        count_unknown_words(request.POST.get("q", "").strip(), language=language, address=request.META.get("REMOTE_ADDR", ""))
        return HttpResponseRedirect(_address_of(read_form(request.POST, language), language), status=303)
    asking = read_query(request.GET, language)
    if not asking.text:
        return render(request, "results/ask.html", {"asking": asking})
    try:
        answer = search.answer(asking.question(language))
        other = _other_total(asking, answer, language)
    except SearchUnavailable:
        return _unavailable(request, asking)
    return render(request, "results/page.html", _context(request, asking, answer, other, language))


def _address_of(asking: Asking, language: str) -> str:
    if len(asking.text) > search.LONGEST_ADDRESS_TEXT:
        words = search.keywords(search.understand(asking.text, language))
        # A text of which nothing is known still leads somewhere: to its first words.
        asking = replace(asking, text=words or asking.text[: search.LONGEST_ADDRESS_TEXT])
    return asking.address if asking.text else asking.back_address


def _other_total(asking: Asking, answer: search.Answer, language: str) -> str:
    """How much the other tab holds, without the filters, which are not the same there."""
    other = KINDS[1] if asking.kind == KINDS[0] else KINDS[0]
    return or_more(*search.total_of(asking.changed(kind=other, filters={}).question(language), answer.analysis))


def _context(request: HttpRequest, asking: Asking, answer: search.Answer, other: int, language: str) -> dict[str, Any]:
    actor = request.actor  # type: ignore[attr-defined]  # the middleware sets it
    groups = shown_groups(actor, asking, answer, language)
    totals = {group.name: group.total for group in answer.groups}
    return {
        "asking": asking,
        "answer": answer,
        "sentence": sentence(asking, answer, language),
        "understanding": shown(asking, answer.analysis, answer.understood, answer.ambiguous, answer.leftovers, language),
        "swap": SWAPS[asking.side],
        "tabs": _tabs(asking, or_more(answer.total, answer.has_more), other),
        "groups": groups,
        "facets": facets(actor, asking, answer, language),
        "suggestion": asking.with_text(answer.suggestion) if answer.suggestion else None,
        "broader": [(label, count, asking.with_text(label).address) for _id, label, count in answer.broader],
        "is_unconfirmed_only": not totals.get("with_contact", 1) and totals.get("register", 0) > 0,
        "has_too_many": answer.has_more and not asking.chosen_filters,
        "all_groups": asking.changed().address if asking.group else "",
        "both_countries": asking.changed(country="", filters={}).address,
        "without_filters": asking.changed(filters={}).address,
    }


def _tabs(asking: Asking, total: str, other: str) -> list[tuple[str, str, str, bool]]:
    """(kind, total, address, is open) of both tabs."""
    return [
        (kind, total if kind == asking.kind else other, asking.changed(kind=kind, filters={}).address, kind == asking.kind)
        for kind in KINDS
    ]


def _unavailable(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The search does not answer; the question is kept and the lists are a way on."""
    error = SearchUnavailable()
    context = {"asking": asking, "title": error.title, "text": error.text()}
    answer = render(request, "results/unavailable.html", context, status=error.status)
    answer["Retry-After"] = str(RETRY_AFTER)
    return answer
