"""The index queue as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchingConfig(AppConfig):
    name = "kontor.searching"
    label = "searching"
    verbose_name = _("Search")
