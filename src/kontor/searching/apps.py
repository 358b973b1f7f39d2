"""The index queue as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchingConfig(AppConfig):
    name = "kontor.searching"
    label = "searching"
    verbose_name = _("Search")

    def ready(self) -> None:
        from kontor.searching.overlays import in_use
        from kontor_core.thesaurus import overlays

        overlays.use(in_use)
