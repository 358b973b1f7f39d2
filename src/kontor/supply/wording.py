"""Paths of values in words, for people who read a report or a terminal."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.directory.models import (
    Certificate,
    NameKind,
    Organisation,
    OrganisationFacts,
    OrganisationTextField,
    Side,
    SiteKind,
    StatementOrigin,
)
from kontor.directory.vocabulary import IdentifierScheme, OrganisationRoleName
from kontor.supply.content import INFERRED

_CHOICES: dict[str, type[models.TextChoices]] = {
    "names": NameKind, "identifiers": IdentifierScheme, "sites": SiteKind, "texts": OrganisationTextField, "roles": OrganisationRoleName, "statements": Side,
}


def path_in_words(path: str) -> str:
    """What stands under a path, in the active language: "names.registered.Hans" is the registered name."""
    head, _dot, rest = path.partition(".")
    name = rest.partition(".")[0]
    if path == INFERRED:
        return str(StatementOrigin.INFERRED.label)
    if head == "certificates":
        return str(Certificate._meta.verbose_name)
    try:
        if head == "facts":
            return str(_verbose(OrganisationFacts, name))
        if head == "roles":
            return str(_("role: %(role)s")) % {"role": OrganisationRoleName(name).label}
        return str(_CHOICES[head](name).label) if rest else str(_verbose(Organisation, path))
    except (KeyError, ValueError, FieldDoesNotExist):
        return path


def value_in_words(path: str, value: Any) -> str:
    """A value as text, lists joined; a code that has a name by its name, a statement by what it says."""
    if isinstance(value, list) and path.startswith("statements."):
        return str(value[0])
    if isinstance(value, list):
        return ", ".join(filter(None, (value_in_words("", one) for one in value)))
    if value is None:
        return ""
    choices: dict[Any, Any] = {}
    if path in ("visibility", "kind", "language"):
        choices = dict(Organisation._meta.get_field(path).flatchoices)  # type: ignore[union-attr]  # a column with choices, no relation
    return str(choices.get(value, value))


def _verbose(model: type[models.Model], name: str) -> Any:
    return model._meta.get_field(name).verbose_name  # type: ignore[union-attr]  # a column, no relation
