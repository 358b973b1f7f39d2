"""Reading opportunities. `visible_opportunities` is the only way to load one for somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.db.models import Q, QuerySet
from django.utils import timezone

from kontor.common.actors import Actor
from kontor.common.errors import NotFound
from kontor.directory.models import Organisation
from kontor.directory.queries import indexed_organisations, visible_organisations
from kontor.opportunities.models import Opportunity
from kontor.opportunities.vocabulary import Status


def visible_opportunities(actor: Actor) -> QuerySet[Opportunity]:
    """Opportunities that may stand in a list shown to the actor.

    Everyone: published ones that have not expired, of organisations the actor sees.
    Members see all of their organisation's, coordinators all of their cities',
    office and operators all.
    """
    if actor.is_operator or actor.is_alliance_office:
        return Opportunity.objects.all()
    own = Q(pk__in=[])
    if actor.organisation_ids:
        own |= Q(organisation__public_id__in=actor.organisation_ids)
    if actor.city_ids:
        own |= Q(organisation__city__public_id__in=actor.city_ids)
    shown = current() & Q(organisation__in=visible_organisations(actor))
    return Opportunity.objects.filter(shown | own)


def current() -> Q:
    """Published and not run out; the day of expiry still counts."""
    return Q(status=Status.PUBLISHED) & (Q(expires_on__isnull=True) | Q(expires_on__gte=timezone.localdate()))


def current_opportunities(actor: Actor) -> QuerySet[Opportunity]:
    """What a page for readers lists: visible and current, newest first, with its row parts.

    Unlike `visible_opportunities` it leaves out an actor's own drafts and expired ones.
    """
    return with_row_parts(visible_opportunities(actor).filter(current()))


def opportunity(actor: Actor, public_id: str) -> Opportunity:
    """One opportunity with everything its page shows. Raises NotFound, for strangers too."""
    found = with_row_parts(visible_opportunities(actor)).filter(public_id=public_id)
    first = found.prefetch_related("targets__city").first()
    if first is None:
        raise NotFound
    return first


def opportunities_by_id(actor: Actor, public_ids: Iterable[str]) -> dict[str, Opportunity]:
    """Public id -> opportunity for the hits of a search; what may not be seen is not in the answer."""
    rows = current_opportunities(actor).filter(public_id__in=list(public_ids))
    return {row.public_id: row for row in rows}


def opportunities_of(actor: Actor, organisation: Organisation) -> QuerySet[Opportunity]:
    """Current opportunities of an organisation, newest first."""
    return current_opportunities(actor).filter(organisation=organisation)


def with_row_parts(opportunities: QuerySet[Opportunity]) -> QuerySet[Opportunity]:
    """Load along what a row of a list shows, the organisation's name and city included."""
    related = opportunities.select_related(
        "organisation__city__part_of", "organisation__facts", "organisation__verified_by_city"
    )
    return related.prefetch_related("texts", "statements", "targets", "organisation__names", "organisation__roles")


def indexed_opportunities() -> QuerySet[Opportunity]:
    """What the index may hold."""
    return Opportunity.objects.filter(current(), organisation__in=indexed_organisations())


def index_ids() -> Iterator[str]:
    """Public ids of every opportunity that belongs into the index."""
    return indexed_opportunities().order_by("pk").values_list("public_id", flat=True).iterator()


def ids_of_organisations(public_ids: Sequence[str]) -> list[str]:
    """Public ids of the opportunities of these organisations, whatever their status."""
    found: list[str] = []
    # SQLite allows a limited number of parameters in one query.
    for start in range(0, len(public_ids), 500):
        rows = Opportunity.objects.filter(organisation__public_id__in=public_ids[start : start + 500])
        found += rows.order_by("pk").values_list("public_id", flat=True)
    return found
