"""Requests about entries as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EntryRequestsConfig(AppConfig):
    name = "kontor.entry_requests"
    label = "entry_requests"
    verbose_name = _("Requests about entries")

    def ready(self) -> None:
        from kontor.common.housekeeping import register
        from kontor.entry_requests.services import forget_contacts

        register("entry_requests.forget-contacts", forget_contacts)
