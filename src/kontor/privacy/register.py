"""The register: the data class of every field of every model of the installation."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.utils.module_loading import autodiscover_modules

from kontor.common.data_classes import DataClass, DataRule, classified, rule_for


def load_register() -> None:
    """Import the module `data_classes` of every installed app."""
    autodiscover_modules("data_classes")


def stored_fields() -> Iterator[tuple[str, str]]:
    """Every stored field as (model label, field name), join tables of relations included."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_concrete_fields:
            yield model._meta.label, field.name


def unclassified_fields() -> list[tuple[str, str]]:
    """Fields without a data class. The list is empty, or a test fails."""
    return [(label, name) for label, name in stored_fields() if rule_for(label, name) is None]


def unknown_fields() -> list[tuple[str, str]]:
    """Classified fields that no model has any more."""
    stored = {(label.lower(), name) for label, name in stored_fields()}
    return [(label, name) for label, name, _rule in classified() if (label, name) not in stored]


def fields_of_class(data_class: DataClass) -> list[tuple[str, str, DataRule]]:
    """All fields of one class as (model label in lower case, field, rule)."""
    return [(label, name, rule) for label, name, rule in classified() if rule.data_class is data_class]
