"""Registers the path converter for public ids before any URL is read, and what is done by the clock."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "kontor.common"
    label = "common"
    verbose_name = "Common"

    def ready(self) -> None:
        from kontor.common import housekeeping
        from kontor.common.public_ids import register_path_converter

        register_path_converter()
        housekeeping.register("common.refresh-statistics", housekeeping.refresh_statistics)
