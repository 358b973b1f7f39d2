"""The operators' admin."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from kontor.accounts.perms import can_operate
from kontor.common.errors import NotFound


class OperatorSite(AdminSite):
    """Django's admin for operators; for anyone else who is signed in it does not exist."""

    site_header = _("Kontor for operators")
    site_title = _("Kontor for operators")
    index_title = _("Tables")
    # A link "view site" needs a language; the root chooses one.
    site_url = "/"

    def has_permission(self, request: HttpRequest) -> bool:
        return can_operate(request.actor)  # type: ignore[attr-defined]  # the middleware sets it

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        inner = super().admin_view(view, cacheable)

        def guarded(request: HttpRequest, *args: Any, **parameters: Any) -> HttpResponse:
            if request.user.is_authenticated and not self.has_permission(request):
                raise NotFound
            return inner(request, *args, **parameters)

        return guarded
