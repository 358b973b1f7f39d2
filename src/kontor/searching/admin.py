"""The index queue for operators."""

from django.contrib import admin

from kontor.audit.admin import ReadOnlyAdmin
from kontor.searching.models import IndexEntry


@admin.register(IndexEntry)
class IndexEntryAdmin(ReadOnlyAdmin):
    list_display = ("sequence", "kind", "public_id", "queued")
    list_filter = ("kind",)
    search_fields = ("public_id",)
