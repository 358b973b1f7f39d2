"""The list of unknown parts for operators: read, exported, settled; never written by hand."""

from __future__ import annotations

import csv
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from kontor.audit.admin import ReadOnlyAdmin
from kontor.coverage.models import UnknownPart
from kontor.coverage.queries import open_parts, settled_somewhere, visible_parts
from kontor.coverage.services import settle
from kontor_core.tables.report import defused

COLUMNS = ("language", "part", "source", "count", "first_day", "last_day")


class StateFilter(admin.SimpleListFilter):
    """The list is one of work, so what is settled shows only when asked for."""

    title = pgettext_lazy("filter of unknown words", "state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("settled", pgettext_lazy("state of unknown words", "settled")), ("all", pgettext_lazy("state of unknown words", "all"))]

    def choices(self, changelist: Any) -> Any:
        first, *others = super().choices(changelist)
        yield {**first, "display": pgettext_lazy("state of unknown words", "to be done")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet[UnknownPart]) -> QuerySet[UnknownPart]:
        if self.value() == "settled":
            return queryset.filter(settled_somewhere())
        return queryset if self.value() == "all" else open_parts(queryset)


@admin.register(UnknownPart)
class UnknownPartAdmin(ReadOnlyAdmin):
    list_display = ("part", "language", "source", "count", "first_day", "last_day")
    list_filter = ("language", "source", StateFilter)
    search_fields = ("part",)
    list_per_page = 100
    ordering = ("-count", "part", "source")
    fields = ("part", "language", "source", "count", "first_day", "last_day", "is_settled")
    actions = ("export", "settle", "reopen")

    def get_queryset(self, request: HttpRequest) -> QuerySet[UnknownPart]:
        return visible_parts(request.actor).order_by(*self.ordering)  # type: ignore[attr-defined]  # the middleware sets it

    @admin.action(description=_("Export as CSV"))
    def export(self, request: HttpRequest, queryset: QuerySet[UnknownPart]) -> HttpResponse:
        answer = HttpResponse(content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="unknown-words-{timezone.localdate()}.csv"'
        answer.write("\ufeff")  # by it spreadsheets know UTF-8
        writer = csv.writer(answer)
        writer.writerow(COLUMNS)
        writer.writerows([defused(str(value)) for value in row] for row in queryset.values_list(*COLUMNS))
        return answer

    @admin.action(description=_("Settle: keep these words off the list"))
    def settle(self, request: HttpRequest, queryset: QuerySet[UnknownPart]) -> None:
        self._settle(request, queryset, is_settled=True)

    @admin.action(description=_("Put these words back on the list"))
    def reopen(self, request: HttpRequest, queryset: QuerySet[UnknownPart]) -> None:
        self._settle(request, queryset, is_settled=False)

    def _settle(self, request: HttpRequest, queryset: QuerySet[UnknownPart], is_settled: bool) -> None:
        parts = list(queryset)
        for part in parts:
            settle(part, actor=request.actor, is_settled=is_settled)  # type: ignore[attr-defined]  # the middleware sets it
        done = ngettext("%(count)s word settled.", "%(count)s words settled.", len(parts))
        back = ngettext("%(count)s word is back on the list.", "%(count)s words are back on the list.", len(parts))
        self.message_user(request, (done if is_settled else back) % {"count": len(parts)})
