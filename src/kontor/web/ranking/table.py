"""The table of weights, put into words.

`WEIGHTS` of the search core is the table that sorts; its reasons are English source
strings. They are named here once more so that they come into the catalogues, and a
test holds both lists to the same words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, gettext_noop, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from kontor_core.search.weights import WEIGHTS

REASONS = (
    gettext_noop("they name the very concept that is looked for"),
    gettext_noop("one level more specific: a maker of aluminium die castings is a maker of castings"),
    gettext_noop("two levels more specific"),
    gettext_noop("three levels more specific"),
    gettext_noop("one level more general: who writes castings may or may not make die castings"),
    gettext_noop("two levels more general, hardly a hint"),
    gettext_noop("a product and the process that makes it: who writes die castings does die casting"),
    gettext_noop("the process that a wanted product is made by: they may well make it, they do not say so"),
    gettext_noop("the process that a wanted product is made by: they may well make it, they do not say so"),
    gettext_noop("a machine and the process it serves: related, but another business"),
    gettext_noop("a material and what is made of it"),
    gettext_noop("a component and the product it belongs to"),
    gettext_noop("a product and who uses it"),
    gettext_noop("declared neighbours"),
    gettext_noop("another concept of the same group"),
    gettext_noop("same ISIC class"),
    gettext_noop("same ISIC group"),
    gettext_noop("same ISIC division"),
    gettext_noop("words and translated word parts beside a concept, capped: they support, they do not lead"),
    gettext_noop("words and translated word parts where no concept is known"),
    gettext_noop("a modifier (aluminium in aluminium housing) is a facet beside its head"),
    gettext_noop("whoever looks for an agent or a dealer is not served by a maker"),
    gettext_noop("a role was asked for, nothing says theirs"),
    gettext_noop("a role was asked for and theirs is another one"),
    gettext_noop("of two that name everything, the one that does little else comes first"),
    gettext_noop("k1 of the part score: naming a word again adds little"),
    gettext_noop("b of the part score: long texts name more words by chance"),
)

LABELS: dict[str, Any] = {
    "exact": pgettext_lazy("weight of the ranking", "the same keyword"),
    "narrower-1": pgettext_lazy("weight of the ranking", "more specific, one level"),
    "narrower-2": pgettext_lazy("weight of the ranking", "more specific, two levels"),
    "narrower-3": pgettext_lazy("weight of the ranking", "more specific, three levels"),
    "broader-1": pgettext_lazy("weight of the ranking", "more general, one level"),
    "broader-2": pgettext_lazy("weight of the ranking", "more general, two levels"),
    "made-by": pgettext_lazy("weight of the ranking", "product and process"),
    "process-of": pgettext_lazy("weight of the ranking", "process of a wanted product"),
    "machine-for": pgettext_lazy("weight of the ranking", "machine and process"),
    "material-of": pgettext_lazy("weight of the ranking", "material and product"),
    "part-of": pgettext_lazy("weight of the ranking", "component and product"),
    "used-in": pgettext_lazy("weight of the ranking", "product and user"),
    "related": pgettext_lazy("weight of the ranking", "related keyword"),
    "sibling": pgettext_lazy("weight of the ranking", "same group"),
    "code-4": pgettext_lazy("weight of the ranking", "industry code, four digits"),
    "code-3": pgettext_lazy("weight of the ranking", "industry code, three digits"),
    "code-2": pgettext_lazy("weight of the ranking", "industry code, two digits"),
    "part": pgettext_lazy("weight of the ranking", "words beside a keyword"),
    "part-alone": pgettext_lazy("weight of the ranking", "words without a keyword"),
    "modifier": pgettext_lazy("weight of the ranking", "modifying word"),
    "role-unit": pgettext_lazy("weight of the ranking", "the role itself"),
    "role-unknown": pgettext_lazy("weight of the ranking", "role not stated"),
    "role-other": pgettext_lazy("weight of the ranking", "another role"),
    "focus": pgettext_lazy("weight of the ranking", "focus"),
    "saturation": pgettext_lazy("weight of the ranking", "repetition"),
    "length": pgettext_lazy("weight of the ranking", "length of a text"),
}

SECTIONS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (
        _("How close their keyword is to yours"),
        (
            "exact",
            "narrower-1",
            "narrower-2",
            "narrower-3",
            "broader-1",
            "broader-2",
            "made-by",
            "process-of",
            "machine-for",
            "material-of",
            "part-of",
            "used-in",
            "related",
            "sibling",
        ),
    ),
    (_("The industry code, where no keyword is nearer"), ("code-4", "code-3", "code-2")),
    (_("Words of your question"), ("part", "part-alone", "modifier", "saturation", "length")),
    (_("The role you ask for, and which of two equals comes first"), ("role-unit", "role-unknown", "role-other", "focus")),
)
OTHERS = _("Further numbers")


@dataclass(frozen=True, slots=True)
class Line:
    """A number of the ranking: what it is called, how much it counts (1 is most), and why."""

    label: str
    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class Section:
    title: Any
    lines: tuple[Line, ...]


def sections() -> list[Section]:
    """Every entry of the table in the language of the page; one this module does not know yet stands at the end."""
    known = {name for _title, names in SECTIONS for name in names}
    grouped = [*SECTIONS, (OTHERS, tuple(name for name in WEIGHTS if name not in known))]
    found = [(title, tuple(_line(name) for name in names if name in WEIGHTS)) for title, names in grouped]
    return [Section(title, lines) for title, lines in found if lines]


def _line(name: str) -> Line:
    weight = WEIGHTS[name]
    return Line(str(LABELS.get(name, name)), weight.value, gettext(weight.reason))
