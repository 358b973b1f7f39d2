"""Reading organisations. `visible_organisations` is the only way to load one for somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from kontor.alliance.models import City
from kontor.common.actors import Actor, Role, RoleName
from kontor.common.errors import NotFound
from kontor.directory.models import (
    MemberRole,
    Organisation,
    OrganisationMembership,
    ValueSource,
)
from kontor.directory.vocabulary import VerificationLevel, Visibility


def visible_organisations(actor: Actor) -> QuerySet[Organisation]:
    """Organisations that may stand in a list shown to the actor.

    Everyone: public entries that are neither paused, quarantined nor merged.
    Participants: also those for members only. Members see their own organisation
    and coordinators all of their cities in every state; office and operators see all.
    """
    if actor.is_operator or actor.is_alliance_office:
        return Organisation.objects.all()
    return Organisation.objects.filter(_open_to(actor) & Q(paused_at=None, merged_into=None) | _own(actor))


def addressable_organisations(actor: Actor) -> QuerySet[Organisation]:
    """Organisations whose page the actor may open.

    Beside the visible ones these are paused entries (the page says so) and merged
    ones (the page leads on to the entry that stays, if that may be seen).
    """
    if actor.is_operator or actor.is_alliance_office:
        return Organisation.objects.all()
    return Organisation.objects.filter(_open_to(actor) | _own(actor))


def organisation(actor: Actor, public_id: str) -> Organisation:
    """One organisation with everything its page shows. Raises NotFound, for strangers too."""
    found = with_page_parts(addressable_organisations(actor)).filter(public_id=public_id).first()
    if found is None:
        raise NotFound
    return found


def organisations_by_id(actor: Actor, public_ids: Iterable[str]) -> dict[str, Organisation]:
    """Public id -> organisation for the hits of a search, with what a row of the list shows.

    Hits that are missing or not visible are simply not in the answer. The number of
    queries does not depend on the number of hits.
    """
    rows = with_row_parts(visible_organisations(actor)).filter(public_id__in=list(public_ids))
    return {row.public_id: row for row in rows}


def with_row_parts(organisations: QuerySet[Organisation]) -> QuerySet[Organisation]:
    """Load along what a row of a list shows: city, names, roles, facts, texts, statements."""
    return organisations.select_related("city", "city__part_of", "facts", "verified_by_city").prefetch_related(
        "names", "roles", "texts", "statements"
    )


def with_page_parts(organisations: QuerySet[Organisation]) -> QuerySet[Organisation]:
    """Load along what the page of an organisation shows."""
    parts = with_row_parts(organisations).select_related("merged_into")
    return parts.prefetch_related("certificates", "identifiers", "machines", "sites__city", "roles__checked_by_city")


def organisations_of_city(actor: Actor, city: City) -> QuerySet[Organisation]:
    """Visible organisations of a city, its districts and joint towns; claimed ones first."""
    parts = City.objects.filter(Q(pk=city.pk) | Q(part_of=city) | Q(part_of__part_of=city))
    rows = with_row_parts(visible_organisations(actor)).filter(city__in=parts)
    return rows.order_by("-verification_level", "id")


def index_ids() -> Iterator[str]:
    """Public ids of every organisation that belongs into the index."""
    return indexed_organisations().values_list("public_id", flat=True).iterator()


def indexed_organisations() -> QuerySet[Organisation]:
    """What the index may hold: entries some stranger or participant can see in a list."""
    return Organisation.objects.filter(
        visibility__in=[Visibility.PUBLIC, Visibility.MEMBERS],
        quarantined_at=None,
        paused_at=None,
        merged_into=None,
    )


@dataclass(frozen=True, slots=True)
class VerificationState:
    """The sentence of a verification in parts. `city` is None for the alliance office."""

    level: VerificationLevel
    city: City | None
    checked_on: date | None
    valid_until: date | None


def verification_of(subject: Organisation, on: date | None = None) -> VerificationState:
    """What holds on a day (today by default): a check that has run out falls back.

    A claimed entry falls to "kept by the company", any other to "not checked".
    """
    day = on or timezone.localdate()
    if subject.verified_until is None or subject.verified_until >= day:
        return VerificationState(level_of(subject, day), subject.verified_by_city, subject.verified_on, subject.verified_until)
    return VerificationState(level_of(subject, day), None, None, None)


def level_of(subject: Organisation, on: date | None = None) -> VerificationLevel:
    """The level of `verification_of`, without a look at the city that checked."""
    day = on or timezone.localdate()
    level = VerificationLevel(subject.verification_level)
    if subject.verified_until is None or subject.verified_until >= day:
        return level
    return min(level, VerificationLevel.CLAIMED if subject.is_claimed else VerificationLevel.LISTED)


def sources_of(subject: Organisation) -> QuerySet[ValueSource]:
    """Where each value of the organisation came from. The caller checks the right to see it."""
    return ValueSource.objects.filter(object_kind="organisation", object=subject.public_id)


def open_memberships() -> QuerySet[OrganisationMembership]:
    """Memberships that hold today."""
    return OrganisationMembership.objects.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=timezone.localdate()))


def members_of(subject: Organisation) -> QuerySet[OrganisationMembership]:
    """People who act for the organisation today. The caller checks the right to see them."""
    return open_memberships().filter(organisation=subject).select_related("person")


def roles_of_person(key: Any) -> Iterator[Role]:
    """Roles a person holds in organisations today."""
    rows = open_memberships().filter(person=key).values_list("role", "organisation__public_id")
    for role, public_id in rows:
        name = RoleName.ORGANISATION_ADMIN if role == MemberRole.ADMIN else RoleName.MEMBER
        yield Role(name, public_id)


def _open_to(actor: Actor) -> Q:
    levels = [Visibility.PUBLIC, Visibility.MEMBERS] if actor.is_participant else [Visibility.PUBLIC]
    return Q(visibility__in=levels, quarantined_at=None)


def _own(actor: Actor) -> Q:
    own = Q(pk__in=[])
    if actor.organisation_ids:
        own |= Q(public_id__in=actor.organisation_ids)
    if actor.city_ids:
        own |= Q(city__public_id__in=actor.city_ids)
    return own
