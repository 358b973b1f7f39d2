"""Data classes of the directory."""

from kontor.common.data_classes import DataClass, classify

PUBLIC, INTERNAL, TECHNICAL = (
    DataClass.PUBLIC_ORGANISATION,
    DataClass.ORGANISATION_INTERNAL,
    DataClass.TECHNICAL,
)
TEXT = "owner field language value origin revision source_language source_revision"
STATEMENT = (
    "owner side subject language concepts agreement_type role origin "
    "evidence_field evidence_language evidence_start evidence_end"
)

classify(
    "directory.Organisation",
    {
        PUBLIC: (
            "kind city legal_form language website industry_codes claimed_at paused_at merged_into "
            "verification_level verified_by_city verified_on verified_until listed_source listed_on is_demo"
        ),
        INTERNAL: "visibility quarantined_at quarantine_reason",
        TECHNICAL: "id public_id created updated",
    },
)
classify("directory.OrganisationName", {PUBLIC: "organisation kind script value", TECHNICAL: "id position"})
classify("directory.Identifier", {PUBLIC: "organisation scheme value is_checked", TECHNICAL: "id"})
classify("directory.Site", {PUBLIC: "organisation kind city country address postal_code", TECHNICAL: "id"})
classify(
    "directory.OrganisationFacts",
    {
        PUBLIC: (
            "organisation size founded_year export_share export_countries spoken_languages materials processes "
            "part_weight part_dimensions tolerance yearly_capacity minimum_order sample_lead_days"
        ),
        TECHNICAL: "id",
    },
)
classify("directory.Machine", {PUBLIC: "organisation name concept size number", TECHNICAL: "id"})
classify("directory.Certificate", {PUBLIC: "organisation standard concept number issuer valid_until", TECHNICAL: "id"})
classify("directory.OrganisationText", {PUBLIC: TEXT, TECHNICAL: "id updated"})
classify(
    "directory.OrganisationRole",
    {
        PUBLIC: "organisation role evidence checked_by_city checked_on",
        DataClass.PERSONAL: "checked_by",
        TECHNICAL: "id",
    },
)
classify("directory.OrganisationStatement", {PUBLIC: STATEMENT, TECHNICAL: "id position"})
classify(
    "directory.OrganisationMembership",
    {
        DataClass.PERSONAL: "person function",
        INTERNAL: "organisation role ended_on",
        TECHNICAL: "id public_id created updated",
    },
)
classify(
    "directory.ValueSource",
    {
        INTERNAL: "object_kind object field rank batch row_number row_hash recorded",
        DataClass.PERSONAL: "person",
        TECHNICAL: "id",
    },
)
