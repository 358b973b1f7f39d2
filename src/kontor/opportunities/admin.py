"""Opportunities for operators."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from kontor.audit.admin import AuditedAdmin
from kontor.opportunities.models import Opportunity, OpportunityStatement, OpportunityTarget, OpportunityText
from kontor.searching.services import enqueue


class TextInline(admin.StackedInline):
    model = OpportunityText
    extra = 0
    readonly_fields = ("revision",)


class StatementInline(admin.StackedInline):
    model = OpportunityStatement
    extra = 0


class TargetInline(admin.TabularInline):
    model = OpportunityTarget
    extra = 0
    autocomplete_fields = ("city",)


@admin.register(Opportunity)
class OpportunityAdmin(AuditedAdmin):
    list_display = ("public_id", "type", "agreement_type", "organisation", "status", "published_at", "expires_on")
    list_filter = ("type", "status", "agreement_type")
    list_select_related = ("organisation",)
    search_fields = ("public_id", "texts__value", "organisation__names__value")
    autocomplete_fields = ("organisation",)
    readonly_fields = ("public_id", "created", "updated")
    inlines = (TextInline, StatementInline, TargetInline)

    def after_change(self, request: HttpRequest, obj: Any) -> None:
        enqueue("opportunity", obj.public_id)
