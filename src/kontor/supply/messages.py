"""Sentences for what only the database can tell about a row; those of the row itself are in `kontor_core.supply`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from kontor.supply.wording import path_in_words
from kontor_core.supply.findings import Finding
from kontor_core.supply.messages import TEXTS, reason

SENTENCES: dict[str, Any] = {
    "city-unknown": _("“%(value)s” is no city of the alliance and no part of one. The row was set aside; name its city with --city."),
    "value-kept": _("The file says something else in %(value)s. The present value stays: it comes from the company, from a coordinator or from a person."),
    "identifiers-of-two": _("The numbers of this row belong to two different entries. The row was set aside; compare the two entries."),
    "removed-entry": _("This entry was removed after an earlier import and is not brought back."),
    "row-vanished": _("An earlier file of this source had a row that is missing now: %(name)s (entry %(value)s). Nothing was changed."),
}


REASONS: dict[str, Any] = {
    # Translators: why a row was set aside.
    "city-unknown": _("no city of the alliance"),
    # Translators: why a row was set aside.
    "removed": _("removed after an earlier import"),
}


def reason_in_words(code: str, language: str) -> str:
    """Why a row was set aside, as a word in a list."""
    return str(REASONS[code]) if code in REASONS else reason(code, language)


def sentence(row: int | None, column: str, code: str, parameters: dict[str, str], sheet: str, language: str) -> str:
    """A finding in words."""
    if code in TEXTS:
        return Finding(row, column, code, parameters, sheet).message(language)
    said = dict(parameters)
    if code == "value-kept":
        said["value"] = path_in_words(parameters["value"])
    return _placed(row, column, sheet, str(SENTENCES[code]) % {"value": "", "name": "", **said}, language)


def _placed(row: int | None, column: str, sheet: str, text: str, language: str) -> str:
    """A sentence with its place in the file before it, as those of the row itself have it."""
    place = Finding(row, column, "", {}, sheet).place(language)
    return f"{place}{'：' if language == 'zh' else ': '}{text}" if place else text


def as_json(finding: Sequence[Any], language: str) -> dict[str, Any]:
    """A finding [row, column, code, parameters, sheet] as commands give it out."""
    row, column, code, parameters, sheet = finding
    return {"row": row, "column": column, "code": code, "message": sentence(row, column, code, parameters, sheet, language)}
