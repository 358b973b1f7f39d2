"""The question read back as a sentence, and the words of groups and links."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from kontor.searching.search import Answer
from kontor.web.results.asking import Asking
from kontor.web.results.own_words import phrases
from kontor.web.templatetags.pages import listed

MOST_SUBJECTS = 4
# Characters of the reader's own words when nothing was understood.
LONGEST_QUOTE = 60

GROUP_NAMES: dict[str, Any] = {
    "with_contact": pgettext_lazy("group of hits", "With a contact"),
    "register": pgettext_lazy("group of hits", "From city registers, unconfirmed"),
    "possible_users": pgettext_lazy("group of hits", "Possible customers (inferred from the trade, no request)"),
    "requests": pgettext_lazy("group of hits", "Requests"),
    "offers": pgettext_lazy("group of hits", "Offers"),
}

# How their keyword relates to yours.
LINKS: dict[str, Any] = {
    "exact": pgettext_lazy("how two keywords relate", "fits exactly"),
    "narrower": pgettext_lazy("how two keywords relate", "more specific"),
    "broader": pgettext_lazy("how two keywords relate", "more general"),
    "made-by": pgettext_lazy("how two keywords relate", "made that way"),
    "process-of": pgettext_lazy("how two keywords relate", "process for it"),
    "machine-for": pgettext_lazy("how two keywords relate", "machine for it"),
    "material-of": pgettext_lazy("how two keywords relate", "material for it"),
    "part-of": pgettext_lazy("how two keywords relate", "component of it"),
    "used-in": pgettext_lazy("how two keywords relate", "used in this trade"),
    "related": pgettext_lazy("how two keywords relate", "related"),
    "sibling": pgettext_lazy("how two keywords relate", "similar"),
    "words": pgettext_lazy("how two keywords relate", "same words"),
    "code": pgettext_lazy("how two keywords relate", "same industry"),
}

FITS: dict[str, Any] = {
    "exact": pgettext_lazy("fit of a hit", "fits exactly"),
    "part": pgettext_lazy("fit of a hit", "fits in part"),
    "related": pgettext_lazy("fit of a hit", "related"),
}

PLACES: dict[str, Any] = {
    # Translators: stands in "You seek X in China".
    "CN": pgettext_lazy("place of the partner", "in China"),
    # Translators: stands in "You seek X in Germany".
    "DE": pgettext_lazy("place of the partner", "in Germany"),
    # Translators: stands in "You seek X in Germany and China".
    "": pgettext_lazy("place of the partner", "in Germany and China"),
}

SWAPS: dict[str, Any] = {
    "seek": gettext_lazy("Swap: who seeks this?"),
    "offer": gettext_lazy("Swap: who offers this?"),
}


def subject(asking: Asking, answer: Answer, language: str) -> str:
    """What is asked about: in the reader's own words where they can stand in a sentence, else the leading keywords, else a quote."""
    if own := phrases(answer.analysis, language, asking.side):
        return listed(own)
    heads = [one.label for one in answer.understood if one.is_head] or [one.label for one in answer.understood]
    if heads:
        return listed(dict.fromkeys(heads[:MOST_SUBJECTS]))
    text = " ".join(asking.text.split())
    short = text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE].rstrip() + "…"
    return pgettext("the reader's own words", "“%(words)s”") % {"words": short}


def sentence(asking: Asking, answer: Answer, language: str) -> str:
    """The question as a sentence."""
    values = {"what": subject(asking, answer, language), "where": PLACES[asking.country]}
    if asking.side == "seek":
        # Translators: where is "in China", "in Germany" or "in Germany and China".
        return _("You seek %(what)s %(where)s") % values
    # Translators: where is "in China", "in Germany" or "in Germany and China".
    return _("You offer %(what)s and look for customers %(where)s") % values
