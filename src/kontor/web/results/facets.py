"""Filters as lists with counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from kontor.alliance.queries import visible_cities
from kontor.common.actors import Actor
from kontor.directory.vocabulary import (
    AGREEMENT_TYPES,
    ORGANISATION_ROLE_TERMS,
    VERIFICATION_TERMS,
    SizeBand,
)
from kontor.searching.codes import industry_title
from kontor.searching.search import Answer
from kontor.web.presenting.concepts import concept_label
from kontor.web.results.asking import Asking

TITLES: dict[str, Any] = {
    "city": _("City"),
    "role": _("Role"),
    "division": _("Industry"),
    "industry": _("Industry in detail"),
    "form": _("Form of cooperation"),
    "agreement_role": _("Form of cooperation"),
    "certificate": _("Certificates"),
    "verification": _("Check"),
    "size": _("Employees"),
}
# Values shown at once; the rest unfolds.
SHOWN = 6
# A filter that fewer of a hundred entries answer only hides what is there.
LEAST_FILLED = 0.03


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a filter: `own_name` in the language of `lang` beside its label, where it has one."""

    key: str
    label: str
    count: int
    address: str
    is_on: bool
    own_name: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter: the first values, the rest, and how many entries say nothing of it."""

    name: str
    title: Any
    first: tuple[Value, ...]
    rest: tuple[Value, ...]
    unstated: int


def facets(actor: Actor, asking: Asking, answer: Answer, language: str) -> list[Facet]:
    """The filters of an answer, in the order of TITLES; those hardly anybody filled in are left out."""
    names = _city_names(actor, answer.facets.get("city", ()), asking)
    found = []
    for name, title in TITLES.items():
        counted = _counted(name, asking, answer)
        chosen = asking.filters.get(name, ())
        for value in chosen:
            counted.setdefault(value, 0)
        values = [_value(asking, name, value, count, names, language) for value, count in counted.items()]
        values = [value for value in values if value.label]
        stated = sum(counted.values())
        if values and (chosen or stated >= LEAST_FILLED * answer.total):
            unstated = max(0, answer.total - stated) if name in ("size", "verification") else 0
            found.append(Facet(name, title, tuple(values[:SHOWN]), tuple(values[SHOWN:]), unstated))
    return found


def _counted(name: str, asking: Asking, answer: Answer) -> dict[str, int]:
    """Value -> hits. Offers and requests are counted by form, companies by form and role; classes of an industry once it is chosen."""
    is_opportunity = asking.kind == "opportunity"
    if name == "form":
        forms: dict[str, int] = {}
        for value, count in answer.facets.get("agreement_role", ()) if is_opportunity else ():
            form = value.partition(":")[0]
            forms[form] = forms.get(form, 0) + count
        return dict(sorted(forms.items(), key=lambda item: (-item[1], item[0])))
    if name == "agreement_role" and is_opportunity:
        return {}
    counted = dict(answer.facets.get(name, ()))
    if name == "industry":
        divisions = (*asking.filters.get("division", ()), *(value[:2] for value in asking.filters.get("industry", ())))
        return {value: count for value, count in counted.items() if value.startswith(tuple(divisions))} if divisions else {}
    return counted


def _value(
    asking: Asking, name: str, value: str, count: int, cities: Mapping[str, tuple[str, str, str]], language: str
) -> Value:
    label, own_name, lang = cities.get(value, ("", "", "")) if name == "city" else (_label(name, value, language), "", "")
    return Value(value, label, count, asking.toggled(name, value).address, value in asking.filters.get(name, ()), own_name, lang)


def _label(name: str, value: str, language: str) -> str:
    """Words of a value; empty for one that means nothing here, so that it is not shown."""
    if name == "role":
        return str(ORGANISATION_ROLE_TERMS.get(value, ""))
    if name in ("division", "industry"):
        return industry_title(value, language)
    if name == "form":
        return str(AGREEMENT_TYPES[value].term) if value in AGREEMENT_TYPES else ""
    if name == "agreement_role":
        return _agreement(value)
    if name == "certificate":
        return concept_label(value, language) or value.replace("-", " ").upper()
    if name == "verification":
        return str(VERIFICATION_TERMS.get(int(value), "")) if value.isascii() and value.isdecimal() else ""
    return str(SizeBand(value).label) if value in SizeBand.values else ""


def _agreement(value: str) -> str:
    code, _colon, role_code = value.partition(":")
    agreement = AGREEMENT_TYPES.get(code)
    if agreement is None:
        return ""
    role = agreement.role(role_code)
    if role is None or agreement.is_symmetric:
        return str(agreement.term)
    return pgettext("form of cooperation and role", "%(form)s: %(role)s") % {"form": agreement.term, "role": role.term}


def _city_names(
    actor: Actor, counted: Sequence[tuple[str, int]], asking: Asking
) -> dict[str, tuple[str, str, str]]:
    """Slug -> (name for the reader, own name if it differs, its lang). One query."""
    slugs = {slug for slug, _count in counted} | set(asking.filters.get("city", ()))
    if not slugs:
        return {}
    lang = {"CN": "zh-Hans", "DE": "de"}
    return {
        city.slug: (city.name, city.own_name if city.own_name != city.name else "", lang.get(city.country, ""))
        for city in visible_cities(actor).filter(slug__in=slugs)
    }
