"""Data classes of the tables that Django itself brings."""

from kontor.common.data_classes import DataClass, classify

classify("contenttypes.ContentType", {DataClass.TECHNICAL: "id app_label model"})
classify("auth.Permission", {DataClass.TECHNICAL: "id name content_type codename"})
classify("auth.Group", {DataClass.TECHNICAL: "id name"})
classify("auth.Group_permissions", {DataClass.TECHNICAL: "id group permission"})
classify("sessions.Session", {DataClass.TECHNICAL: "session_key session_data expire_date"})
classify(
    "admin.LogEntry",
    {
        DataClass.AUDIT: "action_time user content_type object_id object_repr action_flag change_message",
        DataClass.TECHNICAL: "id",
    },
)
