"""The alliance as a Django app; gives coordinators and the alliance office their roles."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AllianceConfig(AppConfig):
    name = "kontor.alliance"
    label = "alliance"
    verbose_name = _("Alliance")

    def ready(self) -> None:
        from kontor.alliance.queries import roles_of_person
        from kontor.common.actors import register_role_source

        register_role_source(roles_of_person)
