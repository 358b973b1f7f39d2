"""Supply as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SupplyConfig(AppConfig):
    name = "kontor.supply"
    label = "supply"
    verbose_name = _("Supply")
