"""Accounts for operators."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from kontor.accounts.models import Person
from kontor.audit.admin import AuditedAdmin

# Rights follow from memberships; a form that hands out groups would promise what does not hold.
admin.site.unregister(Group)


class PersonForm(forms.ModelForm):
    """A person with an optional new password; the stored hash is never shown."""

    new_password = forms.CharField(
        label=_("new password"), required=False, strip=False, widget=forms.PasswordInput(render_value=False)
    )

    class Meta:
        model = Person
        fields = ("email", "name", "form_of_address", "language", "is_active", "is_operator")

    def save(self, commit: bool = True) -> Any:
        if self.cleaned_data["new_password"]:
            self.instance.set_password(self.cleaned_data["new_password"])
        elif not self.instance.password:
            self.instance.set_unusable_password()
        return super().save(commit)


@admin.register(Person)
class PersonAdmin(AuditedAdmin):
    form = PersonForm
    list_display = ("email", "name", "is_active", "is_operator")
    list_filter = ("is_active", "is_operator")
    search_fields = ("email", "name", "public_id")
