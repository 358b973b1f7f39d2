"""Registers the path converter for public ids before any URL is read."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "kontor.common"
    label = "common"
    verbose_name = "Common"

    def ready(self) -> None:
        from kontor.common.public_ids import register_path_converter

        register_path_converter()
