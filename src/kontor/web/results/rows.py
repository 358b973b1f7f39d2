"""Hits as rows: who, the bridge line, the state of contact."""

from __future__ import annotations

import re
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
from kontor.web.results.own_words import adds_to_another, around, whole_words
from kontor.web.results.sentences import FITS, GROUP_NAMES, LINKS
from kontor.web.templatetags.pages import listed

# Rows of each group on a page with all groups, and on a page of one group.
FEW = 8
MANY = 20
# Bridge lines shown at once; further ones unfold.
BRIDGES = 2
MOST_GIST = 5
# Where a clause ends; a point between figures groups thousands or stands before decimals.
CLAUSE_END = re.compile(r"[\n。；;!！?？：:]|(?<!\d)\.|\.(?!\d)")
BLANK = re.compile(" ")
# Not at the very beginning or end: something has to stay.
CHINESE_EDGE = re.compile(r"(?<=.)[，、,（(](?=.)")


@dataclass(frozen=True, slots=True)
class Bridge:
    """Yours and theirs. `label` is theirs for the reader.

    `theirs` is empty where no place in their text can be shown: `is_loose` says that hardly a part of the words agrees.
    """

    ours: str
    theirs: str
    before: str
    after: str
    label: str
    lang: str
    fit: Any
    is_inferred: bool = False
    is_loose: bool = False
    ours_before: str = ""
    """What of the reader's word stands before `ours`: Tür in Türbeschläge."""
    ours_after: str = ""


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
    bridges = _bridges(asking.text, explanation, language)
    told = {bridge.label for bridge in bridges}
    gist = tuple(label for label in explanation.gist if label not in told)[:MOST_GIST]
    common = {
        "fit": FITS[hit.fit],
        "bridges": bridges[:BRIDGES],
        "more_bridges": bridges[BRIDGES:],
        "gist": gist,
        "missing": whole_words(asking.text, (word for word in explanation.missing if not word.isdecimal()), _shown_words(explanation)),
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


def _shown_words(explanation: search.Explanation) -> set[str]:
    """Words of the reader for which a place in their text can be shown."""
    return {reason.ours for reason in explanation.reasons if reason.ours and reason.theirs}


def _bridges(text: str, explanation: search.Explanation, language: str) -> tuple[Bridge, ...]:
    """What can be shown first, then in one line what is only worded alike; what is missing is no reason. A loose reason where there is no other."""
    reasons = [reason for reason in explanation.reasons if reason.ours]
    shown = _shown_words(explanation)
    found = [_bridge(text, reason, language) for reason in reasons if reason.theirs and not adds_to_another(reason.ours, shown)]
    alike = [reason.ours for reason in reasons if not reason.theirs and reason.ours not in shown | set(explanation.missing)]
    if words := whole_words(text, alike, shown):
        found.append(_wordless(listed(words)))
    if not found and reasons:
        found.append(_wordless(listed(whole_words(text, (reason.ours for reason in reasons))), is_loose=True))
    return tuple(found)


def _wordless(ours: str, *, is_loose: bool = False) -> Bridge:
    return Bridge(ours, "", "", "", "", "", "", is_loose=is_loose)


def _bridge(text: str, reason: search.Reason, language: str) -> Bridge:
    before, after = context(reason.before, reason.after, reason.source_language)
    label = reason.label if reason.source_language != language else ""
    ours_before, ours_after = around(text, reason.ours)
    return Bridge(
        reason.ours,
        reason.theirs,
        before,
        after,
        label,
        lang_attribute(reason.source_language),
        LINKS.get(reason.link, LINKS["related"]),
        reason.is_inferred,
        ours_before=ours_before,
        ours_after=ours_after,
    )


def context(before: str, after: str, language: str) -> tuple[str, str]:
    """Words around a find: whole words only, one line, nothing from beyond the clause; "…" where the clause goes on.

    What comes in is cut by characters: the outermost word is a half, in Chinese the outermost member of an enumeration may be.
    """
    front, behind = CLAUSE_END.split(before)[-1], CLAUSE_END.split(after)[0]
    edge = CHINESE_EDGE if language == "zh" else BLANK
    is_cut_before, is_cut_after = len(front) >= search.CONTEXT, len(behind) >= search.CONTEXT
    if is_cut_before and (found := edge.search(front)):
        front = front[found.end() :]
    elif language != "zh":
        is_cut_before = False
    if is_cut_after:
        last = max((found.start() for found in edge.finditer(behind)), default=len(behind) if language == "zh" else 0)
        behind = behind[:last]
    front, behind = front.lstrip("，、,）)"), behind.rstrip("，、,（(")
    blank = "" if language == "zh" else " "
    return (f"…{blank}{front}" if is_cut_before else front), (f"{behind}{blank}…" if is_cut_after else behind)
