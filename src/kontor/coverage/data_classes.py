"""Data classes of unknown parts: single words, counted."""

from django.utils.translation import gettext_noop

from kontor.common.data_classes import DataClass, DataRule, classify

PART = DataRule(
    DataClass.TECHNICAL,
    gettext_noop("Legitimate interest in a thesaurus that knows the words people use; no data on persons"),
    gettext_noop("Seen fewer than three times: as a hash, thirty days; else until the thesaurus knows it, a year at most after it was seen last"),
    is_exported=False,
    is_erased=False,
)

classify(
    "coverage.UnknownPart",
    {PART: "digest source language part count first_day last_day", DataClass.TECHNICAL: "public_id is_settled"},
)
