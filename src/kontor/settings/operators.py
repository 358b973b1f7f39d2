"""Puts the operators' admin in the place of Django's."""

from django.contrib.admin.apps import AdminConfig


class OperatorAdminConfig(AdminConfig):
    default_site = "kontor.web.operators.OperatorSite"
