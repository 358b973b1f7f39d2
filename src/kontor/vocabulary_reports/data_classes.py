"""Data classes of reports on words. Contact details are refused when a report comes in."""

from django.utils.translation import gettext_noop

from kontor.common.data_classes import DataClass, DataRule, classify

REPORT = DataRule(
    DataClass.TECHNICAL,
    gettext_noop("Legitimate interest in a thesaurus whose words are right; no data on persons"),
    gettext_noop("Until the word has been dealt with and a year after that"),
    is_exported=False,
    is_erased=False,
)

classify(
    "vocabulary_reports.WordReport",
    {
        REPORT: "kind word language concept remark is_done",
        DataClass.TECHNICAL: "id public_id created updated",
    },
)
