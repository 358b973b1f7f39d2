"""Organisations for operators."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from kontor.audit.admin import AuditedAdmin, ReadOnlyAdmin
from kontor.directory.models import (
    Certificate,
    Identifier,
    Machine,
    Organisation,
    OrganisationFacts,
    OrganisationMembership,
    OrganisationName,
    OrganisationRole,
    OrganisationStatement,
    OrganisationText,
    Site,
    ValueSource,
)
from kontor.searching.services import enqueue


class NameInline(admin.TabularInline):
    model = OrganisationName
    extra = 0


class IdentifierInline(admin.TabularInline):
    model = Identifier
    extra = 0


class SiteInline(admin.TabularInline):
    model = Site
    extra = 0
    autocomplete_fields = ("city",)


class FactsInline(admin.StackedInline):
    model = OrganisationFacts
    extra = 0


class MachineInline(admin.TabularInline):
    model = Machine
    extra = 0


class CertificateInline(admin.TabularInline):
    model = Certificate
    extra = 0


class RoleInline(admin.TabularInline):
    model = OrganisationRole
    extra = 0
    autocomplete_fields = ("checked_by_city", "checked_by")


class TextInline(admin.StackedInline):
    model = OrganisationText
    extra = 0
    readonly_fields = ("revision",)


class StatementInline(admin.StackedInline):
    model = OrganisationStatement
    extra = 0


class MembershipInline(admin.TabularInline):
    model = OrganisationMembership
    extra = 0
    autocomplete_fields = ("person",)


@admin.register(Organisation)
class OrganisationAdmin(AuditedAdmin):
    list_display = ("public_id", "first_name", "kind", "city", "visibility", "verification_level", "claimed_at")
    list_filter = ("kind", "visibility", "verification_level", "city__country", "is_demo")
    list_select_related = ("city",)
    search_fields = ("public_id", "names__value", "identifiers__value")
    autocomplete_fields = ("city", "merged_into", "verified_by_city")
    readonly_fields = ("public_id", "created", "updated")
    inlines = (
        NameInline,
        IdentifierInline,
        RoleInline,
        SiteInline,
        FactsInline,
        MachineInline,
        CertificateInline,
        TextInline,
        StatementInline,
        MembershipInline,
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("names")

    @admin.display(description="name")
    def first_name(self, organisation: Organisation) -> str:
        return next((name.value for name in organisation.names.all()), "")

    def after_change(self, request: HttpRequest, obj: Any) -> None:
        enqueue("organisation", obj.public_id)


@admin.register(ValueSource)
class ValueSourceAdmin(ReadOnlyAdmin):
    list_display = ("object_kind", "object", "field", "rank", "batch", "recorded")
    list_filter = ("rank", "object_kind")
    search_fields = ("object", "batch")
    show_full_result_count = False
