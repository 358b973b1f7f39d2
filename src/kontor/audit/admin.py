"""The admin's part in the audit trail: every save there is recorded, and the trail can be read."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from kontor.audit.models import Change
from kontor.audit.services import difference, record, snapshot


class AuditedAdmin(admin.ModelAdmin):
    """Base of the admin pages of objects with a public id.

    Saving and deleting leave a row in the audit trail and call `after_change`
    in the same transaction.
    """

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        stored = type(obj)._base_manager.filter(pk=obj.pk).first() if change else None
        before = snapshot(stored) if stored else {}
        super().save_model(request, obj, form, change)
        before, after = difference(before, snapshot(obj))
        verb = "changed" if change else "created"
        record(request.actor, self._action(verb), obj, before=before, after=after)  # type: ignore[attr-defined]  # any model with a public id, told by duck typing

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for formset in formsets:
            if formset.has_changed():
                parts = {formset.model._meta.model_name: _part_counts(formset)}
                record(request.actor, self._action("parts-changed"), form.instance, after=parts)  # type: ignore[attr-defined]  # any model with a public id, told by duck typing
        self.after_change(request, form.instance)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        record(request.actor, self._action("deleted"), obj, before=snapshot(obj))  # type: ignore[attr-defined]  # any model with a public id, told by duck typing
        self.after_change(request, obj)
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        # One by one, so that each row is recorded.
        for obj in queryset:
            self.delete_model(request, obj)

    def after_change(self, request: HttpRequest, obj: Any) -> None:
        """What else has to happen, such as queueing for the index."""

    def _action(self, verb: str) -> str:
        return f"{self.opts.app_label}.{self.opts.model_name}-{verb}"


def _part_counts(formset: Any) -> dict[str, int]:
    return {
        "added": len(formset.new_objects),
        "changed": len(formset.changed_objects),
        "deleted": len(formset.deleted_objects),
    }


class ReadOnlyAdmin(admin.ModelAdmin):
    """Admin pages that only show."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Change)
class ChangeAdmin(ReadOnlyAdmin):
    list_display = ("at", "actor_kind", "actor", "action", "object_kind", "object")
    list_filter = ("actor_kind", "object_kind")
    search_fields = ("actor", "object", "action")
    # Counting a trail of millions on each page view serves nobody.
    show_full_result_count = False
