"""The directory as a Django app; gives members of organisations their roles."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "kontor.directory"
    label = "directory"
    verbose_name = _("Directory")

    def ready(self) -> None:
        from kontor.common.actors import register_role_source
        from kontor.directory import search
        from kontor.directory.queries import roles_of_person

        register_role_source(roles_of_person)
        search.register()
