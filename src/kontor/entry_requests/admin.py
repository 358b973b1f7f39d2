"""Requests about entries for operators: read, decided, never written by hand."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from kontor.audit.admin import AuditedAdmin
from kontor.entry_requests.models import EntryRequest


@admin.register(EntryRequest)
class EntryRequestAdmin(AuditedAdmin):
    list_display = ("organisation", "kind", "created", "decided_at")
    list_filter = ("kind", ("decided_at", admin.EmptyFieldListFilter))
    search_fields = ("organisation", "text", "public_id")
    readonly_fields = ("public_id", "organisation", "kind", "text", "contact", "language", "created")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
