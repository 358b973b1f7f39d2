"""The check before an installation goes public: `kontor check --deploy`."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error

from kontor.web.legal.operator_pages import folder, missing_files


def operator_texts_are_there(app_configs: Any, **options: Any) -> list[CheckMessage]:
    """An error naming the mandatory texts that are missing."""
    missing = missing_files()
    if not missing:
        return []
    message = f"{folder()} lacks {', '.join(missing)}"
    return [Error(message, hint="See docs/reference/settings.md, \"Texts of the operator\".", id="kontor.E001")]
