"""The list of offers and requests."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kontor.common.languages import page_language
from kontor.opportunities import lists
from kontor.web.browse.filters import browse_address, filters, read_wanted
from kontor.web.browse.rows import listed_row


@login_not_required
@require_safe
def browse(request: HttpRequest) -> HttpResponse:
    """Newest first, narrowed by links; each state has an address that can be passed on."""
    wanted = read_wanted(request.GET)
    after = request.GET.get("after", "")
    page = lists.page_of(request.actor, wanted, after)  # type: ignore[attr-defined]  # the middleware sets it
    shown = filters(request.actor, wanted)  # type: ignore[attr-defined]  # the middleware sets it
    language = page_language()
    context = {
        "filters": shown,
        "chosen": [value for one in shown for value in (*one.first, *one.rest) if value.is_on],
        "total": lists.total_of(request.actor, wanted),  # type: ignore[attr-defined]  # the middleware sets it
        "rows": [listed_row(row, language) for row in page.rows],
        "following": browse_address(wanted, page.following) if page.following else "",
        "newest": browse_address(wanted) if after else "",
        "everything": browse_address(lists.Wanted()),
    }
    return render(request, "browse/page.html", context)
