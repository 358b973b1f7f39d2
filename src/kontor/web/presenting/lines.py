"""Tables of a reading version: lines with items, and statements as items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import pgettext

from kontor.common.languages import lang_attribute
from kontor.directory.models import AbstractStatement
from kontor.directory.vocabulary import AGREEMENT_TYPES
from kontor.web.presenting.concepts import concept_label, subjects


@dataclass(frozen=True, slots=True)
class Item:
    """One value; `lang` where it is written in another language than the page, `concept` where it names a keyword.

    `note` follows in the language of the page, with its own blank or dash before it.
    """

    text: str
    lang: str = ""
    concept: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table."""

    title: Any
    items: tuple[Item, ...]


def statement_items(statement: AbstractStatement, reader: str) -> Iterator[Item]:
    """A statement for the reader: labels of its keywords, or its own words where no keyword was found."""
    form = _form(statement)
    items = [Item(label, "", concept) for concept in subjects(statement.concepts) if (label := concept_label(concept, reader))]
    if not items and statement.subject:
        items = [Item(statement.subject, lang_attribute(statement.language) if statement.language != reader else "")]
    if not form:
        yield from items
    elif not items:
        yield Item(form)
    else:
        # Translators: follows a product; the form of cooperation in which it is offered or sought.
        note = pgettext("after a product", " – %(form)s") % {"form": form}
        yield replace(items[0], note=note)
        yield from items[1:]


def _form(statement: AbstractStatement) -> str:
    """Form of cooperation and, where the sides differ, the role of the partner sought."""
    agreement = AGREEMENT_TYPES.get(statement.agreement_type)
    if agreement is None:
        return ""
    opposite = agreement.opposite(statement.role)
    if opposite is None or agreement.is_symmetric:
        return str(agreement.term)
    return pgettext("form of cooperation", "%(form)s, partner sought: %(role)s") % {
        "form": agreement.term,
        "role": opposite.term,
    }
