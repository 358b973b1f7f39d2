"""The reading version: what an organisation said, as a table in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from babel import Locale
from babel.numbers import format_percent
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from kontor.common.languages import lang_attribute
from kontor.directory.models import Organisation, OrganisationFacts, Side, StatementOrigin
from kontor.directory.search import search_texts
from kontor.searching.search import gist_of_texts
from kontor.web.presenting.concepts import concept_label, concept_labels
from kontor.web.presenting.lines import Item, Line, statement_items
from kontor.web.presenting.names import facts_of, role_names
from kontor.web.templatetags.pages import BABEL_LOCALES, day

MOST_GIST = 8


# Fields buyers ask for; the empty ones collapse into one line.
ASKED: dict[str, Any] = {
    "size": gettext_lazy("employees"),
    "certificates": gettext_lazy("certificates"),
    "capacity": gettext_lazy("capacity a year"),
    "minimum": gettext_lazy("minimum order"),
    "sample": gettext_lazy("sample lead time"),
    "export": gettext_lazy("export"),
}


def reading_version(organisation: Organisation, reader: str) -> list[Line]:
    """Lines of the table, those that say something. Works on loaded rows."""
    lines = [
        Line(_("Offers"), tuple(_statements(organisation, Side.OFFER, reader))),
        Line(_("Seeks"), tuple(_statements(organisation, Side.WANT, reader))),
        Line(_("Inferred from the industry code"), tuple(_inferred(organisation, reader))),
    ]
    if not any(line.items for line in lines):
        labels = gist_of_texts(search_texts(organisation), reader, MOST_GIST)
        lines = [Line(_("Read from the texts"), tuple(map(Item, labels)))]
    lines.append(Line(_("Role"), tuple(map(Item, role_names(organisation)))))
    lines += _equipment(organisation, reader)
    lines += _facts(facts_of(organisation), reader)
    return [line for line in lines if line.items]


def not_stated(organisation: Organisation) -> list[str]:
    """What buyers ask for and the organisation does not say."""
    facts = facts_of(organisation)
    stated = {
        "size": facts and facts.size,
        "certificates": list(organisation.certificates.all()),
        "capacity": facts and facts.yearly_capacity,
        "minimum": facts and facts.minimum_order,
        "sample": facts and facts.sample_lead_days,
        "export": facts and (facts.export_share or facts.export_countries),
    }
    return [str(title) for name, title in ASKED.items() if not stated[name]]


def _statements(organisation: Organisation, side: str, reader: str) -> Iterator[Item]:
    """Each thing offered or sought, once; with the form of cooperation where one was named."""
    told: set[str] = set()
    for statement in organisation.statements.all():
        if statement.side != side or statement.origin == StatementOrigin.INFERRED:
            continue
        for item in statement_items(statement, reader):
            if item.text not in told:
                told.add(item.text)
                yield item


def _inferred(organisation: Organisation, reader: str) -> Iterator[Item]:
    """The code in the words of its list, then what companies of that class do."""
    for statement in organisation.statements.all():
        if statement.origin == StatementOrigin.INFERRED:
            yield Item(statement.subject, lang_attribute(statement.language) if statement.language != reader else "")
            yield from (Item(label, "", concept) for concept in statement.concepts if (label := concept_label(concept, reader)))


def _equipment(organisation: Organisation, reader: str) -> list[Line]:
    lang = lang_attribute(organisation.language) if organisation.language != reader else ""
    machines = [
        Item(
            " ".join(part for part in (concept_label(row.concept, reader) or row.name, row.size) if part)
            + (f" × {row.number}" if row.number else ""),
            "" if concept_label(row.concept, reader) else lang,
        )
        for row in organisation.machines.all()
    ]
    certificates = [
        Item(
            pgettext("certificate", "%(standard)s until %(day)s") % {"standard": row.standard, "day": day(row.valid_until)}
            if row.valid_until
            else row.standard
        )
        for row in organisation.certificates.all()
    ]
    return [Line(_("Machines"), tuple(machines)), Line(_("Certificates"), tuple(certificates))]


def _facts(facts: OrganisationFacts | None, reader: str) -> list[Line]:
    if facts is None:
        return []
    export = [format_percent(facts.export_share / 100, locale=BABEL_LOCALES[reader])] if facts.export_share else []
    sample = _("%(days)s days") % {"days": facts.sample_lead_days} if facts.sample_lead_days else ""
    return [
        Line(_("Materials"), tuple(map(Item, concept_labels(facts.materials, reader)))),
        Line(_("Processes"), tuple(map(Item, concept_labels(facts.processes, reader)))),
        Line(_("Parts"), _items(facts.part_weight, facts.part_dimensions, facts.tolerance)),
        Line(_("Annual capacity"), _items(facts.yearly_capacity)),
        Line(_("Minimum order"), _items(facts.minimum_order)),
        Line(_("Sample lead time"), _items(sample)),
        Line(_("Employees"), _items(facts.get_size_display() if facts.size else "")),
        Line(_("Founded"), _items(str(facts.founded_year or ""))),
        Line(_("Export"), _items(*export, *_names(facts.export_countries, "territories", reader))),
        Line(_("Languages"), _items(*_names(facts.spoken_languages, "languages", reader))),
    ]


def _items(*texts: str) -> tuple[Item, ...]:
    return tuple(Item(text) for text in texts if text)


def _names(codes: Iterable[str], kind: str, reader: str) -> list[str]:
    """Names of countries or languages in the reader's language; from codes, or from names in one of the languages. Others stay as they are."""
    names = getattr(Locale.parse(BABEL_LOCALES[reader]), kind)
    known = _codes(kind)
    return [names.get(known.get(code, code), code) for code in codes]


# What people write shorter than the registers do.
_SHORT_NAMES = {"USA": "US", "沙特": "SA", "阿联酋": "AE", "UK": "GB", "VAE": "AE", "UAE": "AE"}


@cache
def _codes(kind: str) -> dict[str, str]:
    """Name of a country or language in German, Chinese or English -> its code."""
    found = {name: code for locale in BABEL_LOCALES.values() for code, name in getattr(Locale.parse(locale), kind).items()}
    return {**found, **_SHORT_NAMES} if kind == "territories" else found
