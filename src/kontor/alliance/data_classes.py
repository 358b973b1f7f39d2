"""Data classes of the alliance."""

from kontor.common.data_classes import DataClass, classify

PUBLIC, TECHNICAL = DataClass.PUBLIC_ORGANISATION, DataClass.TECHNICAL
NAMES = "name_de name_zh name_en"
TEXT = "owner field language value origin revision source_language source_revision"

classify(
    "alliance.Alliance",
    {
        PUBLIC: f"{NAMES} slug abbreviation founded_on founded_precision founded_at founded_at_zh source",
        TECHNICAL: "id public_id created updated",
    },
)
classify(
    "alliance.City",
    {
        PUBLIC: f"{NAMES} slug kind country region part_of sort_key website",
        TECHNICAL: "id public_id created updated",
    },
)
classify("alliance.CityAlias", {PUBLIC: "city language value", TECHNICAL: "id"})
classify("alliance.CityText", {PUBLIC: TEXT, TECHNICAL: "id updated"})
classify("alliance.CityIndustry", {PUBLIC: "city concept source", TECHNICAL: "id position"})
classify(
    "alliance.CitySite",
    {
        PUBLIC: f"{NAMES} city kind area_hectares concepts website source",
        TECHNICAL: "id public_id created updated",
    },
)
classify("alliance.CityOffice", {PUBLIC: f"{NAMES} city address mailbox telephone website", TECHNICAL: "id"})
classify(
    "alliance.CityPartnership",
    {PUBLIC: "city partner partner_name partner_name_zh since_year source", TECHNICAL: "id"},
)
classify("alliance.CityConnection", {PUBLIC: f"{NAMES} city kind road_kilometres source", TECHNICAL: "id"})
classify("alliance.CityFigure", {PUBLIC: "city kind value as_of source source_url", TECHNICAL: "id"})
classify(
    "alliance.Membership",
    {
        PUBLIC: (
            "alliance city status joined_on joined_precision left_on certainty source source_url source_date note"
        ),
        TECHNICAL: "id",
    },
)
classify("alliance.MemberCount", {PUBLIC: "alliance country count as_of source source_url", TECHNICAL: "id"})
classify(
    "alliance.CoordinatorMembership",
    {
        DataClass.PERSONAL: "person function",
        DataClass.ORGANISATION_INTERNAL: "city ended_on",
        TECHNICAL: "id public_id created updated",
    },
)
classify(
    "alliance.OfficeMembership",
    {
        DataClass.PERSONAL: "person",
        DataClass.ORGANISATION_INTERNAL: "alliance ended_on",
        TECHNICAL: "id public_id created updated",
    },
)
