"""Cities and memberships for operators."""

from django.contrib import admin

from kontor.alliance.models import (
    Alliance,
    City,
    CityAlias,
    CityConnection,
    CityFigure,
    CityIndustry,
    CityOffice,
    CityPartnership,
    CitySite,
    CityText,
    CoordinatorMembership,
    MemberCount,
    Membership,
    OfficeMembership,
)
from kontor.audit.admin import AuditedAdmin


class InlineTable(admin.TabularInline):
    extra = 0


class AliasInline(InlineTable):
    model = CityAlias


class TextInline(admin.StackedInline):
    model = CityText
    extra = 0
    readonly_fields = ("revision",)


class IndustryInline(InlineTable):
    model = CityIndustry


class SiteInline(InlineTable):
    model = CitySite


class OfficeInline(admin.StackedInline):
    model = CityOffice
    extra = 0


class PartnershipInline(InlineTable):
    model = CityPartnership
    fk_name = "city"
    autocomplete_fields = ("partner",)


class ConnectionInline(InlineTable):
    model = CityConnection


class FigureInline(InlineTable):
    model = CityFigure


class MembershipInline(InlineTable):
    model = Membership
    autocomplete_fields = ("city",)


class MemberCountInline(InlineTable):
    model = MemberCount


@admin.register(Alliance)
class AllianceAdmin(AuditedAdmin):
    list_display = ("slug", "name_de", "name_zh", "name_en")
    inlines = (MembershipInline, MemberCountInline)


@admin.register(City)
class CityAdmin(AuditedAdmin):
    list_display = ("slug", "name_de", "name_zh", "kind", "country", "region", "part_of")
    list_filter = ("country", "kind")
    list_select_related = ("part_of",)
    search_fields = ("slug", "name_de", "name_zh", "name_en", "aliases__value")
    autocomplete_fields = ("part_of",)
    inlines = (
        AliasInline,
        TextInline,
        IndustryInline,
        SiteInline,
        OfficeInline,
        PartnershipInline,
        ConnectionInline,
        FigureInline,
    )


@admin.register(CoordinatorMembership)
class CoordinatorMembershipAdmin(AuditedAdmin):
    list_display = ("city", "person", "function", "ended_on")
    list_select_related = ("city", "person")
    autocomplete_fields = ("city", "person")


@admin.register(OfficeMembership)
class OfficeMembershipAdmin(AuditedAdmin):
    list_display = ("alliance", "person", "ended_on")
    list_select_related = ("alliance", "person")
    autocomplete_fields = ("person",)
