"""Data classes of supply. Rows are screened before they are stored: none of this is personal."""

from kontor.common.data_classes import DataClass, classify

INTERNAL, TECHNICAL = DataClass.ORGANISATION_INTERNAL, DataClass.TECHNICAL

classify(
    "supply.ImportBatch",
    {INTERNAL: "source file_hash city publish state rows_read findings columns personal_columns_dropped finished", TECHNICAL: "id public_id created updated"},
)
classify(
    "supply.ImportRow",
    {INTERNAL: "batch sheet number row_hash key name_key state reason may_publish organisation data before findings", TECHNICAL: "id"},
)
classify("supply.MergeRecord", {INTERNAL: "merged into before undone_at", TECHNICAL: "id public_id created updated"})
classify("supply.NotDuplicate", {INTERNAL: "first second first_record second_record", TECHNICAL: "id created"})
