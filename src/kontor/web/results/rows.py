"""Hits as rows: who, the bridge line, the state of contact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from kontor.common.actors import Actor
from kontor.common.languages import lang_attribute
from kontor.common.texts import best_text
from kontor.directory import queries as directory
from kontor.directory import search as directory_search
from kontor.opportunities import queries as opportunities
from kontor.opportunities import search as opportunity_search
from kontor.opportunities.vocabulary import OPPORTUNITY_TYPES
from kontor.searching import search
from kontor.web.presenting.checks import check_sentence
from kontor.web.presenting.names import ShownName, facts_of, place, role_names, shown_name
from kontor.web.results.asking import Asking
from kontor.web.results.sentences import FITS, GROUP_NAMES, LINKS

# Rows of each group on a page with all groups, and on a page of one group.
FEW = 8
MANY = 20
# Bridge lines shown at once; further ones unfold.
BRIDGES = 2
MOST_GIST = 5


@dataclass(frozen=True, slots=True)
class Bridge:
    """Yours and theirs. `theirs` is empty where only words agree; `label` is theirs for the reader."""

    ours: str
    theirs: str
    before: str
    after: str
    label: str
    lang: str
    fit: Any
    is_inferred: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One hit as the list shows it."""

    address: str
    name: ShownName
    place: str
    roles: list[str]
    size: str
    fit: Any
    bridges: tuple[Bridge, ...]
    more_bridges: tuple[Bridge, ...]
    gist: tuple[str, ...]
    missing: tuple[str, ...]
    state: str
    title: str = ""
    title_lang: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group of hits: its rows on this page, and the addresses to more of it."""

    name: str
    title: Any
    total: int
    has_more: bool
    rows: list[Row]
    all_address: str
    earlier: str
    later: str


def shown_groups(actor: Actor, asking: Asking, answer: search.Answer, language: str) -> list[ShownGroup]:
    """The groups of an answer with loaded rows. What may not be seen (any more) is left out.

    One group and its pages when the address names one, else the best of each.
    """
    groups = [group for group in answer.groups if not asking.group or group.name == asking.group]
    size = MANY if asking.group else FEW
    start = (asking.page - 1) * MANY if asking.group else 0
    loaded = _load(actor, asking, [hit for group in groups for hit in group.hits[start : start + size]])
    return [_group(asking, answer, group, start, size, loaded, language) for group in groups if group.total]


def _load(actor: Actor, asking: Asking, hits: Sequence[search.HitRow]) -> Mapping[str, Any]:
    ids = [hit.public_id for hit in hits]
    if asking.kind == "opportunity":
        return opportunities.opportunities_by_id(actor, ids)
    return directory.organisations_by_id(actor, ids)


def _group(
    asking: Asking,
    answer: search.Answer,
    group: search.Group,
    start: int,
    size: int,
    loaded: Mapping[str, Any],
    language: str,
) -> ShownGroup:
    hits = [hit for hit in group.hits[start : start + size] if hit.public_id in loaded]
    texts_of: Any = opportunity_search.search_texts if asking.kind == "opportunity" else directory_search.search_texts
    texts = {hit.public_id: texts_of(loaded[hit.public_id]) for hit in hits}
    explained = search.explanations(answer, group, texts, language)
    rows = [_row(asking, loaded[hit.public_id], hit, explained[hit.public_id], language) for hit in hits]
    here = asking.changed(group=group.name)
    return ShownGroup(
        group.name,
        GROUP_NAMES[group.name],
        group.total,
        group.has_more,
        rows,
        here.address if group.total > size and not asking.group else "",
        here.changed(group=group.name, page=asking.page - 1).address if asking.group and asking.page > 1 else "",
        here.changed(group=group.name, page=asking.page + 1).address
        if asking.group and start + size < len(group.hits)
        else "",
    )


def _row(asking: Asking, subject: Any, hit: search.HitRow, explanation: search.Explanation, language: str) -> Row:
    bridges = tuple(_bridge(reason, language) for reason in explanation.reasons if reason.ours)
    told = {bridge.label for bridge in bridges}
    gist = tuple(label for label in explanation.gist if label not in told)[:MOST_GIST]
    common = {
        "fit": FITS[hit.fit],
        "bridges": bridges[:BRIDGES],
        "more_bridges": bridges[BRIDGES:],
        "gist": gist,
        "missing": explanation.missing,
    }
    if asking.kind == "opportunity":
        return _opportunity_row(subject, common, language)
    return _organisation_row(subject, common)


def _organisation_row(organisation: Any, common: dict[str, Any]) -> Row:
    facts = facts_of(organisation)
    return Row(
        address=reverse("organisation", args=[organisation.public_id]),
        name=shown_name(organisation),
        place=place(organisation.city),
        roles=role_names(organisation),
        size=facts.get_size_display() if facts is not None and facts.size else "",
        state=check_sentence(organisation),
        **common,
    )


def _opportunity_row(opportunity: Any, common: dict[str, Any], language: str) -> Row:
    organisation = opportunity.organisation
    title = best_text(opportunity.texts.all(), "title", language)
    return Row(
        address=reverse("opportunity", args=[opportunity.public_id]),
        name=shown_name(organisation),
        place=place(organisation.city),
        roles=[],
        size="",
        state="",
        title=title.value if title else "",
        title_lang=lang_attribute(title.language) if title else "",
        type=str(OPPORTUNITY_TYPES[opportunity.type].term),
        **common,
    )


def _bridge(reason: search.Reason, language: str) -> Bridge:
    before, after = context(reason.before, reason.after, reason.source_language)
    label = reason.label if reason.source_language != language else ""
    return Bridge(
        reason.ours,
        reason.theirs,
        before,
        after,
        label,
        lang_attribute(reason.source_language),
        LINKS.get(reason.link, LINKS["related"]),
        reason.is_inferred,
    )


def context(before: str, after: str, language: str) -> tuple[str, str]:
    """Words around a find: whole words only, one line, nothing from beyond the clause."""
    for sign in "\n。；;.!！?？：:":
        before = before.rpartition(sign)[2]
        after = after.partition(sign)[0]
    if language != "zh":
        # The context is cut by characters: the outermost words are halves.
        if len(before) >= search.CONTEXT and " " in before:
            before = before.partition(" ")[2]
        if len(after) >= search.CONTEXT:
            after = after.rpartition(" ")[0]
    return before.lstrip("，、,）)"), after.rstrip("，、,（(")
