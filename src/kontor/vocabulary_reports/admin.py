"""Reports on words for operators: read, and ticked off."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from kontor.audit.admin import AuditedAdmin
from kontor.vocabulary_reports.models import WordReport


@admin.register(WordReport)
class WordReportAdmin(AuditedAdmin):
    list_display = ("word", "language", "kind", "concept", "created", "is_done")
    list_filter = ("is_done", "kind", "language")
    search_fields = ("word", "concept", "remark")
    readonly_fields = ("public_id", "kind", "word", "language", "concept", "remark", "created")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
