"""Models of the alliance."""

from kontor.alliance.models.cities import Alliance, City, CityAlias, CityKind, DatePrecision
from kontor.alliance.models.facts import (
    CityFigure,
    CityIndustry,
    CityOffice,
    CityPartnership,
    CitySite,
    CityText,
    CityTextField,
    FigureKind,
    SiteKind,
)
from kontor.alliance.models.memberships import (
    Certainty,
    CoordinatorMembership,
    MemberCount,
    Membership,
    MembershipStatus,
    OfficeMembership,
)

__all__ = [
    "Alliance",
    "Certainty",
    "City",
    "CityAlias",
    "CityFigure",
    "CityIndustry",
    "CityKind",
    "CityOffice",
    "CityPartnership",
    "CitySite",
    "CityText",
    "CityTextField",
    "CoordinatorMembership",
    "DatePrecision",
    "FigureKind",
    "MemberCount",
    "Membership",
    "MembershipStatus",
    "OfficeMembership",
    "SiteKind",
]
