"""The pages as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "kontor.web"
    label = "web"

    def ready(self) -> None:
        from django.core.checks import Tags, register

        from kontor.web.legal.checks import operator_texts_are_there

        register(operator_texts_are_there, Tags.security, deploy=True)
