"""Opportunities as a Django app; they leave and enter the index with their organisation."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OpportunitiesConfig(AppConfig):
    name = "kontor.opportunities"
    label = "opportunities"
    verbose_name = _("Opportunities")

    def ready(self) -> None:
        from kontor.opportunities import search

        search.register()
