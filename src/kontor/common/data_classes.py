"""The data class of every stored field: on what ground it is kept, how long, and who gets it out.

Each app declares its models in a module `data_classes`; `kontor.privacy.register`
reads them all. A field without a class fails a test.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop


class DataClass(enum.StrEnum):
    PUBLIC_ORGANISATION = "public-organisation"
    ORGANISATION_INTERNAL = "organisation-internal"
    PERSONAL = "personal"
    CONSENT = "consent"
    AUDIT = "audit"
    TECHNICAL = "technical"


@dataclass(frozen=True, slots=True)
class DataRule:
    """What may and must happen with a field.

    `legal_basis` and `retention` are English source strings for the privacy page;
    `is_exported` and `is_erased` say whether the field goes into a person's export
    and is removed by a person's erasure.
    """

    data_class: DataClass
    legal_basis: str
    retention: str
    is_exported: bool
    is_erased: bool


RULES: Mapping[DataClass, DataRule] = {
    DataClass.PUBLIC_ORGANISATION: DataRule(
        DataClass.PUBLIC_ORGANISATION,
        gettext_noop("Legitimate interest of the member cities in showing their companies; no data on persons"),
        gettext_noop("Until the entry is removed or not renewed"),
        is_exported=False,
        is_erased=False,
    ),
    DataClass.ORGANISATION_INTERNAL: DataRule(
        DataClass.ORGANISATION_INTERNAL,
        gettext_noop("Steps before a contract, at the organisation's own wish"),
        gettext_noop("Until the entry is removed"),
        is_exported=False,
        is_erased=False,
    ),
    DataClass.PERSONAL: DataRule(
        DataClass.PERSONAL,
        gettext_noop("Contract of use with the person"),
        gettext_noop("Until the account is closed"),
        is_exported=True,
        is_erased=True,
    ),
    DataClass.CONSENT: DataRule(
        DataClass.CONSENT,
        gettext_noop("Duty to prove consent"),
        gettext_noop("Three years after the withdrawal"),
        is_exported=True,
        is_erased=False,
    ),
    DataClass.AUDIT: DataRule(
        DataClass.AUDIT,
        gettext_noop("Legitimate interest in being able to show who changed what"),
        gettext_noop("Ten years"),
        is_exported=False,
        is_erased=False,
    ),
    DataClass.TECHNICAL: DataRule(
        DataClass.TECHNICAL,
        gettext_noop("Necessary to run the service"),
        gettext_noop("As long as the entry it belongs to"),
        is_exported=False,
        is_erased=False,
    ),
}

DATA_CLASS_NAMES = {
    DataClass.PUBLIC_ORGANISATION: _("public data on organisations"),
    DataClass.ORGANISATION_INTERNAL: _("internal data of organisations"),
    DataClass.PERSONAL: _("personal data"),
    DataClass.CONSENT: _("consent"),
    DataClass.AUDIT: _("audit"),
    DataClass.TECHNICAL: _("technical data"),
}

_register: dict[tuple[str, str], DataRule] = {}


def classify(model_label: str, fields: Mapping[DataClass | DataRule, str]) -> None:
    """Give the fields of a model their class.

    `fields` maps a class (or a rule of its own) to field names parted by spaces.
    Raises ValueError when a field is given two classes.
    """
    for kind, names in fields.items():
        rule = kind if isinstance(kind, DataRule) else RULES[kind]
        for name in names.split():
            key = (model_label.lower(), name)
            if _register.get(key, rule) != rule:
                raise ValueError(f"{model_label}.{name} has two data classes")
            _register[key] = rule


def rule_for(model_label: str, field: str) -> DataRule | None:
    """The rule of a field, `None` when it was never classified."""
    return _register.get((model_label.lower(), field))


def classified() -> Iterator[tuple[str, str, DataRule]]:
    """Every classified field as (model label in lower case, field, rule), sorted."""
    for (model_label, field), rule in sorted(_register.items(), key=lambda item: item[0]):
        yield model_label, field, rule
