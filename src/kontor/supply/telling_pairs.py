"""Pairs that may be one company, and what merging them would do, as lines for a person, in the active language."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from kontor.common.numbers import grouped
from kontor.directory.models import Organisation
from kontor.directory.names import display_name
from kontor.supply.duplicates import Pair
from kontor.supply.merge_plan import Plan
from kontor.supply.models import MergeRecord
from kontor.supply.wording import path_in_words

REASONS: dict[str, Any] = {
    "same-identifier": pgettext_lazy("why two entries may be one", "same register number"),
    "other-identifier": pgettext_lazy("why two entries may be one", "different register numbers"),
    "branch": pgettext_lazy("why two entries may be one", "one is a branch"),
    "same-name": pgettext_lazy("why two entries may be one", "same name"),
    "same-trade-name": pgettext_lazy("why two entries may be one", "same trade name"),
    "near-trade-name": pgettext_lazy("why two entries may be one", "trade name almost the same"),
    "same-sound": pgettext_lazy("why two entries may be one", "characters and letters of the same sound"),
    "same-trade": pgettext_lazy("why two entries may be one", "same trade"),
    "no-trade": pgettext_lazy("why two entries may be one", "neither names its trade"),
    "near-trade": pgettext_lazy("why two entries may be one", "similar trade"),
    "other-trade": pgettext_lazy("why two entries may be one", "different trade"),
    "same-place": pgettext_lazy("why two entries may be one", "same place"),
    "other-place": pgettext_lazy("why two entries may be one", "different place"),
    "same-form": pgettext_lazy("why two entries may be one", "same legal form"),
    "other-form": pgettext_lazy("why two entries may be one", "different legal form"),
    "same-website": pgettext_lazy("why two entries may be one", "same website"),
    "same-address": pgettext_lazy("why two entries may be one", "same address"),
    "near-identifier": pgettext_lazy("why two entries may be one", "register number almost the same"),
    "unsure-number": pgettext_lazy("why two entries may be one", "different numbers in the name"),
}
"""Code of a reason (`kontor_core.identity.duplicates.WEIGHTS`) -> what it is called."""
PLANNED: dict[str, Any] = {
    "moved": gettext_lazy("goes over: %(what)s"),
    "filled": gettext_lazy("fills what is empty: %(what)s"),
    "left": gettext_lazy("differs, and stays unseen with the merged entry: %(what)s"),
    "lost": gettext_lazy("forbids it, because it would be lost: %(what)s"),
}


def pair_told(pair: Pair) -> str:
    """Two entries with the reasons of their score."""
    reasons = ", ".join(f"{REASONS[reason.code]} {'+' if reason.part > 0 else '−'}{grouped(round(abs(reason.part), 2))}" for reason in pair.evidence.reasons)
    return f"{grouped(round(pair.evidence.score, 2))}  {pair.first} {pair.names[0]}  |  {pair.second} {pair.names[1]}\n      {reasons}"


def plan_told(one: Organisation, other: Organisation, seen: Plan) -> str:
    """What becomes of the things that hang on an entry that goes into another one."""
    shown = seen.as_json()
    lines = [f"{one.public_id} {display_name(one)}  →  {other.public_id} {display_name(other)}"]
    lines += [f"  {text % {'what': ', '.join(dict.fromkeys(map(path_in_words, shown[name])))}}" for name, text in PLANNED.items() if shown[name]]
    return "\n".join(lines)


def merge_told(made: MergeRecord) -> str:
    """A merge in a list of merges."""
    taken_back = pgettext("state of a merge", "taken back")
    when = made.created.isoformat()[:16].replace("T", " ")
    return f"{made.public_id}  {when}  {made.merged.public_id} {display_name(made.merged)}  →  {made.into.public_id} {display_name(made.into)}{f'  ({taken_back})' if made.undone_at else ''}"
