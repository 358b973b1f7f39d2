"""The privacy page, made from the register of data classes: what is not in it is not stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext

from kontor.common.data_classes import DATA_CLASS_NAMES, RULES, DataClass, classified
from kontor.privacy.register import fields_of_class

# The two classes that speak of organisations and of the machinery are named by table, not by field.
BY_FIELD = (DataClass.PERSONAL, DataClass.CONSENT)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """What holds for one class of data; `tables` names where it lies."""

    name: str
    legal_basis: str
    retention: str
    is_exported: bool
    is_erased: bool
    tables: list[str]


@dataclass(frozen=True, slots=True)
class PersonalTable:
    """Personal data of one table, field by field."""

    table: str
    fields: list[str]


def rules() -> list[RuleLine]:
    """A line for each class that some field has."""
    found = []
    for data_class, rule in RULES.items():
        tables = sorted({_table(label) for label, _name, _rule in fields_of_class(data_class)} - {""})
        if tables:
            found.append(
                RuleLine(
                    str(capfirst(DATA_CLASS_NAMES[data_class])),
                    gettext(rule.legal_basis),
                    gettext(rule.retention),
                    rule.is_exported,
                    rule.is_erased,
                    tables if data_class is not DataClass.TECHNICAL else [],
                )
            )
    return found


def personal_fields() -> list[PersonalTable]:
    """Every personal field by its table, in words."""
    grouped: dict[str, list[str]] = {}
    for label, name, rule in classified():
        if rule.data_class in BY_FIELD:
            grouped.setdefault(label, []).append(str(apps.get_model(label)._meta.get_field(name).verbose_name))
    return [PersonalTable(_table(label), names) for label, names in grouped.items()]


def _table(label: str) -> str:
    """Name of a model in the language of the page. Join tables, which Django names itself, have none."""
    model: Any = apps.get_model(label)
    name = model._meta.verbose_name_plural
    return str(capfirst(str(name))) if isinstance(name, Promise) else ""
