"""Reports on words as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VocabularyReportsConfig(AppConfig):
    name = "kontor.vocabulary_reports"
    label = "vocabulary_reports"
    verbose_name = _("Reports on words")
