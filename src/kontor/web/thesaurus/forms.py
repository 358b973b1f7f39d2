"""The form for a report on a word."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kontor.common.languages import TextLanguage
from kontor.vocabulary_reports.models import ReportKind
from kontor_core.thesaurus import index as labels


class WordReportForm(forms.Form):
    """A remark on a word, from anyone. No sender is asked for, and none is kept."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=ReportKind.choices, widget=forms.RadioSelect)
    word = forms.CharField(label=_("The word"), max_length=120)
    language = forms.ChoiceField(label=_("Language of the word"), choices=TextLanguage.choices)
    remark = forms.CharField(
        label=_("What would be right? What do you mean by it?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "aria-describedby": "report-note"}),
    )
    concept = forms.CharField(max_length=80, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        # The order of errors and fields is the template's; Django's colons do not suit Chinese.
        super().__init__(*args, label_suffix="", auto_id="report-%s", **options)

    def clean_concept(self) -> str:
        """An id the thesaurus does not know (any more) is left out: the word itself says enough."""
        found = labels.load().thesaurus.get(self.cleaned_data["concept"])
        return found.id if found else ""
