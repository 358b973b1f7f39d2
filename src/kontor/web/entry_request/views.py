"""Asking for a correction or removal of an entry, without an account."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kontor.common.languages import page_language
from kontor.common.limits import HOUR, is_within
from kontor.directory import queries
from kontor.directory.models import Organisation
from kontor.entry_requests.errors import TooManyRequests
from kontor.entry_requests.models import RequestKind
from kontor.entry_requests.services import ANSWERED_WITHIN_DAYS, KEPT_AFTER_DECISION, KEPT_AT_MOST, ask
from kontor.web.entry_request.forms import EntryRequestForm
from kontor.web.presenting.names import place, shown_name

REQUESTS_AN_HOUR = 10


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def entry_request(request: HttpRequest, public_id: str) -> HttpResponse:
    """The form, and what becomes of it. What does not fit is said in the form, and its text stays."""
    subject = queries.organisation(request.actor, public_id)  # type: ignore[attr-defined]  # the middleware sets it
    if request.method != "POST":
        kind = request.GET.get("kind", "")
        initial = {"kind": kind if kind in RequestKind.values else RequestKind.REMOVE}
        return _page(request, subject, EntryRequestForm(initial=initial), is_thanked="sent" in request.GET)
    form = EntryRequestForm(request.POST)
    if not form.is_valid():
        return _page(request, subject, form, status=422)
    if not is_within(REQUESTS_AN_HOUR, purpose="entry-request", address=request.META.get("REMOTE_ADDR", "")):
        error = TooManyRequests()
        form.add_error(None, error.text())
        response = _page(request, subject, form, status=error.status)
        response["Retry-After"] = str(HOUR)
        return response
    ask(subject.public_id, actor=request.actor, language=page_language(), **form.cleaned_data)  # type: ignore[attr-defined]  # the middleware sets it
    return HttpResponseRedirect(f"{reverse('entry-request', args=[subject.public_id])}?sent=1#sent")


def _page(request: HttpRequest, subject: Organisation, form: Any, *, is_thanked: bool = False, status: int = 200) -> HttpResponse:
    context = {
        "organisation": subject,
        "name": shown_name(subject),
        "place": place(subject.city),
        "form": form,
        "is_thanked": is_thanked,
        "days": ANSWERED_WITHIN_DAYS,
        "days_kept": KEPT_AFTER_DECISION.days,
        "days_at_most": KEPT_AT_MOST.days,
    }
    return render(request, "entry_request/page.html", context, status=status)
