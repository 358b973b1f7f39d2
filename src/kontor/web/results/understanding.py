"""What was understood of a question: chips, the two-way question, new words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import pgettext

from kontor.directory.vocabulary import ORGANISATION_ROLE_TERMS
from kontor.searching import search
from kontor.web.results.asking import Asking
from kontor.web.results.own_words import whole_words
from kontor_core.search.analysis import Analysis
from kontor_core.search.plan import roles_asked
from kontor_core.thesaurus import index as labels


@dataclass(frozen=True, slots=True)
class Chip:
    """A keyword that was understood, and the address without it."""

    label: str
    remove: str


@dataclass(frozen=True, slots=True)
class Choice:
    """An ambiguous word with (label, address) of each meaning."""

    text: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Understanding:
    """Everything the line below the question shows. `roles` are sought, `ruled_out` are not wanted."""

    chips: tuple[Chip, ...] = ()
    roles: tuple[str, ...] = ()
    ruled_out: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    new_words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.is_something or bool(self.choices or self.new_words)

    @property
    def is_something(self) -> bool:
        """Whether anything was understood."""
        return bool(self.chips or self.roles or self.ruled_out)


# More chips than this are a wall, not a line.
MOST_CHIPS = 12
MOST_CHOICES = 2
MOST_NEW_WORDS = 5


def understanding(asking: Asking, language: str) -> Understanding:
    """What is understood of the question's text alone; needs no index."""
    if not asking.text:
        return Understanding()
    loaded = labels.load()
    analysis = search.understand(asking.text, language, asking.senses, asking.removed)
    leftovers = [analysis.original[slice(*analysis.original_span(x.start, x.end))] for x in analysis.leftovers]
    return shown(
        asking,
        analysis,
        search.understood(loaded, analysis, language),
        search.ambiguities(loaded, analysis, language, asking.senses),
        leftovers,
        language,
    )


def shown(
    asking: Asking,
    analysis: Analysis,
    understood: Sequence[search.Understood],
    ambiguous: Sequence[search.Ambiguity],
    leftovers: Sequence[str],
    language: str,
) -> Understanding:
    """Chips and choices with the addresses they lead to."""
    # A long text has no address of its own; its chips show what was read and lead nowhere.
    is_short = len(asking.text) <= search.LONGEST_ADDRESS_TEXT
    chips = tuple(Chip(one.label, asking.without(one.id).address if is_short else "") for one in understood)
    choices = tuple(
        Choice(
            one.text,
            tuple((_told_apart(one.text, concept, label, language), asking.with_sense(one.text, concept).address if is_short else "") for concept, label in one.options),
        )
        for one in ambiguous
    )
    words = whole_words(asking.text, (word for word in leftovers if len(word) > 1 and not word.isdecimal()))
    roles = roles_asked(analysis) if asking.side == "seek" else frozenset()
    return Understanding(chips[:MOST_CHIPS], _names(roles), _names(analysis.excluded_roles), choices[:MOST_CHOICES], words[:MOST_NEW_WORDS])


def _names(roles: frozenset[str]) -> tuple[str, ...]:
    """Roles in the order of the vocabulary, in the page's language."""
    return tuple(str(term) for role, term in ORGANISATION_ROLE_TERMS.items() if role in roles)


def _told_apart(text: str, concept: str, label: str, language: str) -> str:
    """The label of a meaning; where it is the ambiguous word itself, with the group it belongs to."""
    thesaurus = labels.load().thesaurus
    groups = thesaurus.by_id[concept].broader if concept in thesaurus.by_id else ()
    if label.casefold() != text.casefold() or not groups:
        return label
    # Translators: one meaning of an ambiguous word and the group it belongs to, as in "Bank (finance)".
    return pgettext("meaning of a word", "%(label)s (%(group)s)") % {"label": label, "group": thesaurus.by_id[groups[0]].label(language)}
