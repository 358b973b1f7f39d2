"""Imports and merges for operators, to read."""

from django.contrib import admin

from kontor.audit.admin import ReadOnlyAdmin
from kontor.supply.models import ImportBatch, ImportRow, MergeRecord, NotDuplicate


@admin.register(ImportBatch)
class ImportBatchAdmin(ReadOnlyAdmin):
    list_display = ("public_id", "source", "city", "publish", "state", "rows_read", "created", "finished")
    list_filter = ("state",)
    search_fields = ("public_id", "source")


@admin.register(ImportRow)
class ImportRowAdmin(ReadOnlyAdmin):
    list_display = ("batch", "sheet", "number", "state", "reason", "organisation")
    list_filter = ("state", "reason")
    search_fields = ("organisation",)
    # Counting millions of rows on each page view serves nobody.
    show_full_result_count = False


@admin.register(MergeRecord)
class MergeRecordAdmin(ReadOnlyAdmin):
    list_display = ("public_id", "merged", "into", "created", "undone_at")


@admin.register(NotDuplicate)
class NotDuplicateAdmin(ReadOnlyAdmin):
    list_display = ("first", "second", "created")
