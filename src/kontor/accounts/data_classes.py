"""Data classes of accounts."""

from dataclasses import replace

from kontor.common.data_classes import RULES, DataClass, classify

# A password's hash goes with the person, but helps nobody in an export.
PASSWORD = replace(RULES[DataClass.PERSONAL], is_exported=False)

classify(
    "accounts.Person",
    {
        DataClass.PERSONAL: "email name form_of_address language last_login",
        PASSWORD: "password",
        DataClass.TECHNICAL: "id public_id created updated is_active is_operator",
    },
)
