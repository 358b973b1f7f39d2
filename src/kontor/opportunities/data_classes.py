"""Data classes of opportunities."""

from kontor.common.data_classes import DataClass, classify

PUBLIC, INTERNAL, TECHNICAL = (
    DataClass.PUBLIC_ORGANISATION,
    DataClass.ORGANISATION_INTERNAL,
    DataClass.TECHNICAL,
)

classify(
    "opportunities.Opportunity",
    {
        PUBLIC: (
            "organisation type language agreement_type own_role open_for_enquiries published_at expires_on stage "
            "property_rights partner_kinds partner_sizes certificates quantity starts_on needed_by"
        ),
        INTERNAL: "status returned_reason outcome",
        TECHNICAL: "id public_id created updated",
    },
)
classify(
    "opportunities.OpportunityText",
    {
        PUBLIC: "owner field language value origin revision source_language source_revision",
        TECHNICAL: "id updated",
    },
)
classify(
    "opportunities.OpportunityStatement",
    {
        PUBLIC: (
            "owner side subject language concepts agreement_type role origin "
            "evidence_field evidence_language evidence_start evidence_end"
        ),
        TECHNICAL: "id position",
    },
)
classify("opportunities.OpportunityTarget", {PUBLIC: "opportunity country city", TECHNICAL: "id"})
