"""Data classes of requests about entries."""

from dataclasses import replace

from django.utils.translation import gettext_noop

from kontor.common.data_classes import RULES, DataClass, DataRule, classify

REQUEST = DataRule(
    DataClass.TECHNICAL,
    gettext_noop("Duty to answer requests for correction and removal"),
    gettext_noop("Three years after the decision, to be able to show it"),
    is_exported=False,
    is_erased=False,
)
# Nobody signs in to ask, so there is no account to export it with; it is forgotten by the clock.
CONTACT = replace(
    RULES[DataClass.PERSONAL],
    legal_basis=gettext_noop("Duty to answer requests for correction and removal"),
    retention=gettext_noop("30 days after the decision, 180 days after the request at the latest"),
    is_exported=False,
)

classify(
    "entry_requests.EntryRequest",
    {
        REQUEST: "organisation kind text language decision decided_at",
        CONTACT: "contact",
        DataClass.TECHNICAL: "id public_id created updated",
    },
)
