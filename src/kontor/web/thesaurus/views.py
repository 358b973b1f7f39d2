"""Browsing and searching the keywords, and reports on them."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kontor.common.errors import KontorError, NotFound
from kontor.common.languages import page_language
from kontor.common.limits import HOUR
from kontor.vocabulary_reports.limits import count_report
from kontor.vocabulary_reports.services import report_word
from kontor.web.thesaurus.browsing import concept_page, sectors
from kontor.web.thesaurus.finding import LONGEST_QUERY, find
from kontor.web.thesaurus.forms import WordReportForm
from kontor_core.thesaurus import index as labels


@login_not_required
@require_safe
def thesaurus(request: HttpRequest) -> HttpResponse:
    """The sectors, or the keywords a text finds."""
    text = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    language = page_language()
    context = {
        "q": text,
        "found": find(text, language) if text else None,
        "sectors": sectors(language),
        "total": len(labels.load().thesaurus.concepts),
        "is_thanked": "reported" in request.GET,
        "form": WordReportForm(initial={"word": text, "kind": "missing", "language": language}),
    }
    return render(request, "thesaurus/page.html", context)


@login_not_required
@require_safe
def concept(request: HttpRequest, concept_id: str) -> HttpResponse:
    """One keyword. A retired id leads on to the one that took its place."""
    language = page_language()
    found = labels.load().thesaurus.get(concept_id)
    if found is None:
        raise NotFound
    if found.id != concept_id:
        return HttpResponseRedirect(reverse("concept", args=[found.id]))
    initial = {"word": found.label(language), "kind": "wrong", "language": language, "concept": found.id}
    context = {
        "page": concept_page(found, language),
        "is_thanked": "reported" in request.GET,
        "form": WordReportForm(initial=initial),
    }
    return render(request, "thesaurus/concept.html", context)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """The form by itself, and what becomes of it. What does not fit is said in the form, and its text stays."""
    if request.method != "POST":
        form = WordReportForm(initial={"kind": "missing", "language": page_language()})
        return render(request, "thesaurus/report.html", {"form": form})
    form = WordReportForm(request.POST)
    if not form.is_valid():
        return render(request, "thesaurus/report.html", {"form": form}, status=422)
    try:
        count_report(request.META.get("REMOTE_ADDR", ""))
        kept = report_word(actor=request.actor, **form.cleaned_data)  # type: ignore[attr-defined]  # the middleware sets it
    except KontorError as error:
        return _refused(request, form, error)
    address = reverse("concept", args=[kept.concept]) if kept.concept else reverse("thesaurus")
    return HttpResponseRedirect(f"{address}?reported=1#reported")


def _refused(request: HttpRequest, form: Any, error: KontorError) -> HttpResponse:
    form.add_error(None, error.text())
    response = render(request, "thesaurus/report.html", {"form": form}, status=error.status)
    if error.status == 429:
        response["Retry-After"] = str(HOUR)
    return response
