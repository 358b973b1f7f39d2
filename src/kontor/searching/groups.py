"""Hits in groups that may stand in one list, and how many of them each filter leaves.

Counted is what fits, not what was touched: hits above the least score, of the best 300 that the engine retrieves for a group. Where all
300 fit there may be more, and `Group.has_more` says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kontor_core.search.analysis import Analysis
from kontor_core.search.explanation import ENOUGH_PARTS, ENOUGH_RELATION
from kontor_core.search.finder import Finder, Found
from kontor_core.search.ports import MOST_HITS, Filter, In
from kontor_core.search.ranking import Hit
from kontor_core.search.results import counted, cut, link_family, possible_users

FACETS = {"city": 40, "organisation_role": 12, "isic2": 12, "isic4": 40, "agreement_role": 40, "certificate": 12, "verification": 4, "size": 4}
_FILTER_FIELDS = {
    "city": "city", "role": "organisation_role", "division": "isic2", "industry": "isic4", "agreement_role": "agreement_role",
    "certificate": "certificate", "verification": "verification", "size": "size", "contact": "contact",
}
_NAMES = {name: shown for shown, name in _FILTER_FIELDS.items()}
NAMED_RELATION = 0.3
NAMED_PARTS = 0.75
NAMING_LINKS = frozenset({"exact", "narrower", "made-by"})


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asks. `side` is the reader's own: who seeks is shown offers."""

    text: str
    side: str = "seek"
    country: str = ""
    kind: str = "organisation"
    language: str = "en"
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    senses: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class HitRow:
    """A hit, not loaded yet."""

    kind: str
    public_id: str
    score: float
    hit: Hit

    @property
    def fit(self) -> str:
        """Fit in words, worked out for the rows that are shown."""
        return fit_of(self.hit)


@dataclass(slots=True)
class Group:
    """Hits that may stand in one list."""

    name: str
    hits: list[HitRow]
    found: Found

    @property
    def total(self) -> int:
        """How many of the retrieved fit."""
        return len(self.hits)

    @property
    def has_more(self) -> bool:
        """Whether everything retrieved fits, so that more may."""
        return len(self.hits) >= MOST_HITS


def groups_of(finder: Finder, analysis: Analysis, question: Question) -> list[Group]:
    """The groups that a question is answered in."""
    side = side_of(question, analysis)
    fixed, own = _filters(question)
    filters = [*fixed, *own.values()]
    if question.kind == "opportunity":
        return [_group("requests" if side == "want" else "offers", cut(finder.find(analysis, side, filters)))]
    if side == "want":
        users = possible_users(finder, analysis, filters)
        return [_group("requests", cut(finder.find(analysis, "want", filters))), _group("possible_users", users)]
    contact, register = (In("contact", frozenset({value})) for value in ("yes", "no"))
    found = [cut(finder.find(analysis, "offer", [*filters, one])) for one in (contact, register)]
    is_named = any(_naming(one.hits) for one in found)
    return [_group(name, one, is_named) for name, one in zip(("with_contact", "register"), found, strict=True)]


def facets_of(finder: Finder, analysis: Analysis, question: Question, groups: Sequence[Group]) -> dict[str, list[tuple[str, int]]]:
    """Name of a filter -> (value, hits), most first. A filter that is on is counted as if it were off, so that its other values can be added."""
    chosen = {name for name, values in question.filters.items() if values and name in _FILTER_FIELDS}
    fields = {name: most for name, most in FACETS.items() if _NAMES[name] not in chosen}
    found = dict(counted(finder, (hit.hit.key for group in groups for hit in group.hits), fields))
    for name in sorted(chosen & {_NAMES[one] for one in FACETS}):
        wider = Question(**{**_fields_of(question), "filters": {key: values for key, values in question.filters.items() if key != name}})
        keys = (hit.hit.key for group in groups_of(finder, analysis, wider) for hit in group.hits)
        found |= counted(finder, keys, {_FILTER_FIELDS[name]: FACETS[_FILTER_FIELDS[name]]})
    return {_NAMES[one]: list(values) for one, values in found.items()}


def _fields_of(question: Question) -> dict[str, object]:
    return {name: getattr(question, name) for name in question.__slots__}


def side_of(question: Question, analysis: Analysis) -> str:
    """Side of the statements to look at: who seeks is shown offers. Written words win over the switch (wir bieten ...)."""
    written = {s.side for s in analysis.statements if any(c.kind == "side" for c in analysis.cues)}
    if question.side == "seek" and written == {"offer"}:
        return "want"
    return "offer" if question.side == "seek" else "want"


def _filters(question: Question) -> tuple[list[Filter], dict[str, Filter]]:
    fixed: list[Filter] = [In("kind", frozenset({question.kind}))]
    if question.country:
        fixed.append(In("country", frozenset({question.country})))
    own = {
        _FILTER_FIELDS[name]: In(_FILTER_FIELDS[name], frozenset(values)) for name, values in question.filters.items() if values and name in _FILTER_FIELDS
    }
    return fixed, dict(own)


def _group(name: str, found: Found, is_named: bool = False) -> Group:
    """The hits that name something of what is asked; where none does, all, for then word parts are all there is.

    Args:
        is_named: another group of the same answer names something, so that word parts alone would only stand before it.
    """
    hits = []
    for hit in _naming(found.hits) or (() if is_named else found.hits):
        kind, _, public_id = hit.key.partition(":")
        hits.append(HitRow(kind, public_id, hit.score, hit))
    return Group(name, hits, found)


def _naming(hits: Sequence[Hit]) -> Sequence[Hit]:
    return [hit for hit in hits if max(hit.relations, default=0.0) >= ENOUGH_RELATION or max(hit.parts, default=0.0) >= ENOUGH_PARTS]


def fit_of(hit: Hit) -> str:
    """Fit in words: `exact` when everything that is looked for is named, `part` when something is, `related` otherwise."""
    named = [(c.relation >= NAMED_RELATION and link_family(c.link) in NAMING_LINKS) or c.parts >= NAMED_PARTS for c in hit.contributions]
    return "exact" if named and all(named) else "part" if any(named) else "related"


