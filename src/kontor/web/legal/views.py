"""The legal pages."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kontor.common.errors import NotFound
from kontor.web.legal.operator_pages import SECURITY, operator_page, page_text
from kontor.web.legal.privacy import personal_fields, rules


@login_not_required
@require_safe
def imprint(request: HttpRequest) -> HttpResponse:
    """Who answers for the installation: the operator's own text, or what has to stand there."""
    return render(request, "legal/imprint.html", {"operator": operator_page("imprint")})


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is stored, why and how long, from the register; then the operator's own text."""
    context = {"operator": operator_page("privacy"), "rules": rules(), "personal": personal_fields()}
    return render(request, "legal/privacy.html", context)


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What the pages are made to hold, and the operator's contact for barriers."""
    return render(request, "legal/accessibility.html", {"operator": operator_page("accessibility")})


@login_not_required
@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """The operator's security contact as RFC 9116 has it. Raises NotFound where none was given."""
    text = page_text(SECURITY)
    if not text:
        raise NotFound
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
