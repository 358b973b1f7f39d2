"""The coverage report as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoverageConfig(AppConfig):
    name = "kontor.coverage"
    label = "coverage"
    verbose_name = _("Coverage of the thesaurus")

    def ready(self) -> None:
        from kontor.common import housekeeping
        from kontor.coverage import imports, searches
        from kontor.searching import settled

        settled.register("coverage.imports", imports.after_indexing)
        settled.register("coverage.searches", searches.after_indexing)
        housekeeping.register("coverage.forget", searches.forget)
        housekeeping.register("coverage.imports", imports.recount)
