"""The question as it stands in the address: reading it, changing it, writing it back.

Whatever an address holds, a question comes out: unknown values fall back to the
default, over-long ones are cut, so a mangled link still shows something.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from kontor.common.countries import Country
from kontor.directory.vocabulary import AGREEMENT_TYPES
from kontor.searching.search import LONGEST_ADDRESS_TEXT, Question

FILTERS = ("city", "role", "division", "industry", "form", "agreement_role", "certificate", "verification", "size", "contact")
GROUPS = ("with_contact", "register", "possible_users", "requests", "offers")
KINDS = ("organisation", "opportunity")
BOTH = "both"
FILTER_VIEW = "filters"
LONGEST_VALUE = 80
# Role of a form of cooperation that nobody knows: nothing stands in it.
NOTHING = "-"
MOST_VALUES = 12
MOST_PAGES = 15
# A page of one's own website with everything around it is seldom longer.
LONGEST_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class Asking:
    """A question with everything the reader chose. `country` is empty for both.

    `view` is "filters" for the page of filters that phones show on its own.
    """

    text: str = ""
    side: str = "seek"
    country: str = ""
    kind: str = "organisation"
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    senses: Mapping[str, str] = field(default_factory=dict)
    group: str = ""
    page: int = 1
    view: str = ""

    def question(self, language: str) -> Question:
        """The question for the search. The index knows forms of cooperation by the roles in them."""
        filters = {name: values for name, values in self.filters.items() if name != "form"}
        if forms := self.filters.get("form"):
            of_forms = (f"{form}:{role.code}" for form in forms if form in AGREEMENT_TYPES for role in AGREEMENT_TYPES[form].roles)
            filters["agreement_role"] = (*filters.get("agreement_role", ()), *of_forms) or (NOTHING,)
        return Question(self.text, self.side, self.country, self.kind, language, filters, self.removed, self.senses)

    @property
    def address(self) -> str:
        """Address of the results, the same for everyone who opens it."""
        pairs = [("q", self.text), ("side", self.side), ("in", self.country or BOTH)]
        if self.kind != KINDS[0]:
            pairs.append(("kind", self.kind))
        pairs += [(name, value) for name in FILTERS for value in self.filters.get(name, ())]
        pairs += [("without", value) for value in self.removed]
        pairs += [("sense", f"{text}:{concept}") for text, concept in self.senses.items()]
        if self.group:
            pairs.append(("group", self.group))
        if self.page > 1:
            pairs.append(("page", str(self.page)))
        if self.view:
            pairs.append(("view", self.view))
        return f"{reverse('results')}?{urlencode(pairs)}"

    @property
    def back_address(self) -> str:
        """Address of the front page with this question in its field."""
        pairs = [("q", self.text), ("side", self.side), ("in", self.country or BOTH)]
        return f"{reverse('front')}?{urlencode(pairs)}"

    def changed(self, **changes: Any) -> Asking:
        """Another question; a changed one begins at its first page, with all groups."""
        return replace(self, **{"group": "", "page": 1, **changes})

    def with_text(self, text: str) -> Asking:
        """The same wish for other words: what was chosen for the old ones goes."""
        return self.changed(text=text, removed=(), senses={}, filters={})

    def without(self, concept: str) -> Asking:
        """A keyword taken away."""
        return self.changed(removed=(*self.removed, concept))

    def with_sense(self, text: str, concept: str) -> Asking:
        """A meaning chosen for an ambiguous word."""
        return self.changed(senses={**self.senses, text: concept})

    def toggled(self, name: str, value: str) -> Asking:
        """A filter switched on, or off where it is on."""
        chosen = self.filters.get(name, ())
        now = tuple(one for one in chosen if one != value) if value in chosen else (*chosen, value)
        return self.changed(filters={**self.filters, name: now})

    def swapped(self) -> Asking:
        """The other side of the same thing."""
        return self.changed(side="offer" if self.side == "seek" else "seek", filters={})

    @property
    def filters_address(self) -> str:
        """Address of the page of filters."""
        return replace(self, view=FILTER_VIEW, group="", page=1).address

    @property
    def hits_address(self) -> str:
        """Address of the hits, from the page of filters."""
        return replace(self, view="").address

    @property
    def clean(self) -> Asking:
        """The question with every keyword back in and no meaning chosen."""
        return self.changed(removed=(), senses={})

    @property
    def chosen_filters(self) -> int:
        """How many filter values are on."""
        return sum(len(values) for values in self.filters.values())


def read_query(query: QueryDict, language: str) -> Asking:
    """A question from an address. Text beyond what an address holds is cut at a word."""
    return Asking(
        text=_short(clean(query.get("q", ""))),
        side=query.get("side", "") if query.get("side") in ("seek", "offer") else "seek",
        country=_country(query.get("in", ""), language),
        kind=query.get("kind", "") if query.get("kind") in KINDS else KINDS[0],
        filters={name: values for name in FILTERS if (values := _values(query, name))},
        removed=_values(query, "without"),
        senses=_senses(_values(query, "sense")),
        group=query.get("group", "") if query.get("group") in GROUPS else "",
        page=_page(query.get("page", "")),
        view=FILTER_VIEW if query.get("view") == FILTER_VIEW else "",
    )


def read_form(form: QueryDict, language: str) -> Asking:
    """A question from the form: its text may be a whole page, so it is kept whole here."""
    return replace(read_query(form, language), text=clean(form.get("q", ""))[:LONGEST_TEXT])


def clean(text: str) -> str:
    """Text without control signs other than line ends, without blanks around it."""
    return "".join(sign for sign in text if sign.isprintable() or sign in "\n\t\u3000 ").strip()


def _short(text: str) -> str:
    if len(text) <= LONGEST_ADDRESS_TEXT:
        return text
    cut = text[:LONGEST_ADDRESS_TEXT]
    return cut.rsplit(maxsplit=1)[0] if " " in cut[LONGEST_ADDRESS_TEXT // 2 :] else cut


def _country(value: str, language: str) -> str:
    """The host country of the page's language unless one is named; English readers ask both."""
    if value in Country.values:
        return value
    return "" if value == BOTH else {"de": "CN", "zh": "DE"}.get(language, "")


def _values(query: QueryDict, name: str) -> tuple[str, ...]:
    values = [clean(value)[:LONGEST_VALUE] for value in query.getlist(name)[:MOST_VALUES]]
    return tuple(dict.fromkeys(value for value in values if value))


def _senses(values: tuple[str, ...]) -> dict[str, str]:
    pairs = [value.rpartition(":") for value in values]
    return {text: concept for text, _colon, concept in pairs if text and concept}


def _page(value: str) -> int:
    return min(int(value), MOST_PAGES) if value.isascii() and value.isdecimal() and 0 < len(value) < 4 and int(value) else 1
