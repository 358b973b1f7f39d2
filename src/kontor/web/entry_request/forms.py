"""The form of a request about an entry."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kontor.entry_requests.models import RequestKind


class EntryRequestForm(forms.Form):
    """What is to be done. A contact is asked for only to answer by, and may be left out."""

    kind = forms.ChoiceField(label=_("What should be done?"), choices=RequestKind.choices, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("What is wrong, and what would be right? Or why should the entry be removed?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    contact = forms.CharField(
        label=_("Where can we answer? E-mail, telephone or WeChat (optional)"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "email", "aria-describedby": "request-note"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        # Django's colons do not suit Chinese.
        super().__init__(*args, label_suffix="", auto_id="request-%s", **options)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("kind") in (RequestKind.CORRECT, RequestKind.PERSON) and not found.get("text"):
            self.add_error("text", _("Please say what should be corrected or removed, and where to find it."))
        return found
