"""Data classes of the audit trail."""

from kontor.common.data_classes import DataClass, classify

classify(
    "audit.Change",
    {
        DataClass.AUDIT: "public_id at actor_kind actor action object_kind object before after",
        DataClass.TECHNICAL: "id",
    },
)
