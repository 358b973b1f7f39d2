"""Models of the alliance."""

from kontor.alliance.models.cities import Alliance, City, CityAlias, CityKind, DatePrecision
from kontor.alliance.models.facts import (
    CityConnection,
    CityFigure,
    CityIndustry,
    CityOffice,
    CityPartnership,
    CitySite,
    CityText,
    CityTextField,
    ConnectionKind,
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
    "CityConnection",
    "CityFigure",
    "CityIndustry",
    "CityKind",
    "CityOffice",
    "CityPartnership",
    "CitySite",
    "CityText",
    "CityTextField",
    "ConnectionKind",
    "CoordinatorMembership",
    "DatePrecision",
    "FigureKind",
    "MemberCount",
    "Membership",
    "MembershipStatus",
    "OfficeMembership",
    "SiteKind",
]
