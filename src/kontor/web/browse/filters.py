"""Filters of the list as links with counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kontor.alliance.models import City
from kontor.alliance.queries import visible_cities
from kontor.common.actors import Actor
from kontor.common.countries import Country
from kontor.opportunities.lists import Wanted, counts
from kontor.opportunities.vocabulary import AGREEMENT_TYPES, OPPORTUNITY_TYPES

# Field of Wanted -> its name in the address.
NAMES = {"type": "type", "country": "country", "city": "city", "agreement_type": "form"}
TITLES: dict[str, Any] = {
    "type": _("Type"),
    "country": _("Country"),
    "agreement_type": _("Form of cooperation"),
    "city": _("City"),
}
# Values shown at once; the rest unfolds.
SHOWN = {"type": 10, "country": 2, "city": 8, "agreement_type": 8}
LONGEST_SLUG = 50


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a filter; its address takes it on, or off where it is on."""

    label: str
    count: int
    address: str
    is_on: bool
    own_name: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    name: str
    title: Any
    first: tuple[Value, ...]
    rest: tuple[Value, ...]


def read_wanted(query: QueryDict) -> Wanted:
    """The filters of an address; a code nobody knows narrows nothing."""
    kind, country = query.get("type", ""), query.get("country", "")
    form, city = query.get("form", ""), query.get("city", "")
    return Wanted(
        type=kind if kind in OPPORTUNITY_TYPES else "",
        country=country if country in Country.values else "",
        city=city if city.isascii() and city.isprintable() and len(city) <= LONGEST_SLUG else "",
        agreement_type=form if form in AGREEMENT_TYPES else "",
    )


def browse_address(wanted: Wanted, after: str = "") -> str:
    """Address of a list, the same for everyone who opens it."""
    pairs = [(NAMES[name], value) for name, value in asdict(wanted).items() if value]
    if after:
        pairs.append(("after", after))
    return reverse("browse") + (f"?{urlencode(pairs)}" if pairs else "")


def filters(actor: Actor, wanted: Wanted) -> list[Filter]:
    """All filters with their values; those that are on stand there even when nothing is left of them."""
    counted = counts(actor, wanted)
    cities = {city.slug: city for city in visible_cities(actor).filter(slug__in=[*counted["city"], wanted.city])}
    labels: dict[str, Callable[[str], Any]] = {
        "type": lambda code: OPPORTUNITY_TYPES[code].term,
        "country": lambda code: Country(code).label,
        "agreement_type": lambda code: AGREEMENT_TYPES[code].term,
        "city": lambda slug: cities[slug].name if slug in cities else "",
    }
    return [_filter(name, wanted, counted[name], labels[name], cities) for name in TITLES]


def _filter(
    name: str, wanted: Wanted, counted: Mapping[str, int], label: Callable[[str], Any], cities: Mapping[str, City]
) -> Filter:
    chosen = getattr(wanted, name)
    known = dict(counted)
    if chosen:
        known.setdefault(chosen, 0)
    # The chosen value first: on a long list it would otherwise hide in the folded part.
    codes = sorted(known, key=lambda code: code != chosen)
    values = [_value(name, wanted, code, known[code], str(label(code)), cities.get(code)) for code in codes]
    values = [value for value in values if value.label]
    return Filter(name, TITLES[name], tuple(values[: SHOWN[name]]), tuple(values[SHOWN[name] :]))


def _value(name: str, wanted: Wanted, code: str, count: int, label: str, city: City | None) -> Value:
    is_on = getattr(wanted, name) == code
    address = browse_address(replace(wanted, **{name: "" if is_on else code}))
    if name != "city" or city is None:
        return Value(label, count, address, is_on)
    own_name = city.own_name if city.own_name != city.name else ""
    return Value(label, count, address, is_on, own_name, city.country)
