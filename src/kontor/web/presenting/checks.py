"""Who checked what, when: a sentence, never a bare badge."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kontor.alliance.models import City, CityKind
from kontor.directory.models import Organisation
from kontor.directory.queries import verification_of
from kontor.directory.vocabulary import VerificationLevel
from kontor.web.templatetags.pages import day


def office_phrase(city: City | None) -> str:
    """The city as the subject of a sentence; the alliance office without one."""
    if city is None:
        # Translators: subject of a sentence, at its beginning.
        return pgettext("who checked", "The alliance office")
    if city.kind != CityKind.CITY:
        # Translators: subject of a sentence, at its beginning; of a county, a district or a network of towns.
        return pgettext("who checked", "The business office of %(city)s") % {"city": city.name}
    # Translators: subject of a sentence, at its beginning.
    return pgettext("who checked", "The city of %(city)s") % {"city": city.name}


def check_sentence(organisation: Organisation) -> str:
    """What was checked, by whom and when, and what was not."""
    state = verification_of(organisation)
    who = {"office": office_phrase(state.city), "day": day(state.checked_on)}
    if state.level >= VerificationLevel.REGISTER_CHECKED and state.checked_on is not None:
        return _checked(state.level, who)
    if state.level >= VerificationLevel.CLAIMED or organisation.is_claimed:
        return _("Kept by the company itself. Nothing has been checked by a city.")
    return listing_sentence(organisation)


def _checked(level: int, who: dict[str, str]) -> str:
    if level == VerificationLevel.REGISTER_CHECKED:
        # Translators: office is "The city of X" or "The alliance office".
        first = _("%(office)s compared name and register number with a register extract on %(day)s.")
    else:
        # Translators: office is "The city of X" or "The alliance office".
        first = _("%(office)s visited the company or spoke with it in person on %(day)s.")
    return pgettext("between sentences", "%(first)s %(second)s") % {
        "first": first % who,
        "second": _("Not checked: quality, creditworthiness. No recommendation."),
    }


def listing_sentence(organisation: Organisation) -> str:
    """Where an entry nobody has claimed comes from, and of which day."""
    source = organisation.listed_source or _("register of the city")
    if organisation.listed_on is None:
        return _("Entry not checked. Source: %(source)s.") % {"source": source}
    return _("Entry not checked. Source: %(source)s, as of %(day)s.") % {"source": source, "day": day(organisation.listed_on)}
