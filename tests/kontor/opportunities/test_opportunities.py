"""Opportunities: who sees them, what they need, where they may go."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kontor.audit.models import Change
from kontor.common.actors import CONSOLE
from kontor.common.errors import NotFound
from kontor.directory.errors import UnknownRole
from kontor.directory.services import NewStatement, quarantine
from kontor.opportunities import perms, queries, services
from kontor.opportunities.errors import NotComplete, OwnCountryOnly, TextTooLong, TransitionRefused
from kontor.opportunities.models import Opportunity
from kontor.opportunities.vocabulary import (
    AGREEMENT_TYPES,
    OPPORTUNITY_TYPES,
    TEXT_LIMITS,
    TRANSITIONS,
    OpportunityTextField,
    OpportunityType,
    Status,
)
from kontor.searching.models import IndexEntry
from tests.kontor.factories import OpportunityFactory, OrganisationFactory
from tests.kontor.world import ACTORS, World

TODAY = timezone.localdate


def seen(world: World, name: str) -> set[str]:
    found = set(queries.visible_opportunities(world.actor(name)))
    return {entry for entry in ("opportunity", "draft") if getattr(world, entry) in found}


def test_who_sees_what(world: World) -> None:
    both, public = {"opportunity", "draft"}, {"opportunity"}
    assert {name: seen(world, name) for name in ACTORS} == {
        "anonymous": public,
        "member": both,
        "organisation_admin": both,
        "member_of_another": public,
        "coordinator": both,
        "coordinator_of_another": public,
        "alliance_office": both,
        "operator": both,
    }


def test_lists_for_readers_leave_out_own_drafts(world: World) -> None:
    assert list(queries.current_opportunities(world.actor("operator"))) == [world.opportunity]
    assert list(queries.opportunities_of(world.actor("member"), world.subject)) == [world.opportunity]
    assert list(queries.index_ids()) == [world.opportunity.public_id]


def test_hiding_an_organisation_hides_its_opportunities_at_once(world: World) -> None:
    quarantine(world.subject, actor=CONSOLE, reason="report")
    stranger = world.actor("member_of_another")
    assert queries.opportunities_by_id(stranger, [world.opportunity.public_id]) == {}
    assert list(queries.index_ids()) == []
    with pytest.raises(NotFound):
        queries.opportunity(stranger, world.opportunity.public_id)
    queued = set(IndexEntry.objects.values_list("kind", "public_id"))
    assert queued == {
        ("organisation", world.subject.public_id),
        ("opportunity", world.opportunity.public_id),
        ("opportunity", world.draft.public_id),
    }


@pytest.mark.parametrize(("days", "is_seen"), [(-1, False), (0, True), (1, True)])
def test_the_day_of_expiry_still_counts(world: World, days: int, is_seen: bool) -> None:
    Opportunity.objects.filter(pk=world.opportunity.pk).update(expires_on=TODAY() + timedelta(days=days))
    assert (seen(world, "anonymous") == {"opportunity"}) is is_seen


def test_rights(world: World) -> None:
    def allowed(right: object) -> list[str]:
        return [name for name in ACTORS if right(world.actor(name), world.draft)]  # type: ignore[operator]

    own, overseers = ["member", "organisation_admin"], ["coordinator", "alliance_office", "operator"]
    assert allowed(perms.can_edit_opportunity) == own + overseers
    assert allowed(perms.can_review) == overseers
    assert allowed(perms.can_publish_at_once) == overseers
    world.subject.verification_level = 2
    assert allowed(perms.can_publish_at_once) == own + overseers


@pytest.mark.django_db
def test_from_draft_to_archive() -> None:
    entry = services.draft(
        OrganisationFactory(), actor=CONSOLE, type="BO", language="de", agreement_type="SU", own_role="supplier"
    )
    with pytest.raises(NotComplete) as caught:
        services.submit(entry, actor=CONSOLE)
    assert caught.value.parameters["missing"] == "title, short description, keywords"
    services.write_text(entry, actor=CONSOLE, field="title", value="Druckguss")
    services.write_text(entry, actor=CONSOLE, field="text", value="Wir liefern.")
    services.replace_statements(entry, actor=CONSOLE, statements=[NewStatement("offer", "de", "", ["casting"])])
    services.set_targets(entry, actor=CONSOLE, targets=[("CN", None)])
    services.submit(entry, actor=CONSOLE)
    services.return_with_reason(entry, actor=CONSOLE, reason="Bitte genauer.")
    services.submit(entry, actor=CONSOLE)
    services.publish(entry, actor=CONSOLE)
    assert (entry.expires_on, entry.returned_reason) == (TODAY() + timedelta(days=365), "")
    services.put_on_hold(entry, actor=CONSOLE)
    services.publish(entry, actor=CONSOLE)
    services.expire(entry, actor=CONSOLE)
    services.publish(entry, actor=CONSOLE)
    services.conclude(entry, actor=CONSOLE, outcome="agreement")
    services.archive(entry, actor=CONSOLE)
    entry.refresh_from_db()
    assert (entry.status, entry.outcome) == ("archived", "agreement")
    moves = Change.objects.filter(object_kind="opportunity").order_by("id").values_list("action", flat=True)
    assert list(moves)[-10:] == [
        "opportunities.in-review",
        "opportunities.returned",
        "opportunities.in-review",
        "opportunities.published",
        "opportunities.on-hold",
        "opportunities.published",
        "opportunities.expired",
        "opportunities.published",
        "opportunities.concluded",
        "opportunities.archived",
    ]


ACTS = {
    Status.IN_REVIEW: lambda entry: services.submit(entry, actor=CONSOLE),
    Status.PUBLISHED: lambda entry: services.publish(entry, actor=CONSOLE),
    Status.RETURNED: lambda entry: services.return_with_reason(entry, actor=CONSOLE, reason="x"),
    Status.ON_HOLD: lambda entry: services.put_on_hold(entry, actor=CONSOLE),
    Status.EXPIRED: lambda entry: services.expire(entry, actor=CONSOLE),
    Status.CONCLUDED: lambda entry: services.conclude(entry, actor=CONSOLE, outcome="elsewhere"),
    Status.WITHDRAWN: lambda entry: services.withdraw(entry, actor=CONSOLE),
    Status.ARCHIVED: lambda entry: services.archive(entry, actor=CONSOLE),
}


@pytest.mark.django_db
@pytest.mark.parametrize("wanted", list(ACTS))
def test_the_table_alone_decides_where_it_may_go(wanted: Status) -> None:
    for present in Status:
        entry = OpportunityFactory(status=present)
        if wanted in TRANSITIONS[present]:
            assert ACTS[wanted](entry).status == wanted
        else:
            with pytest.raises(TransitionRefused):
                ACTS[wanted](entry)
            assert Opportunity.objects.get(pk=entry.pk).status == present


@pytest.mark.django_db
def test_two_buttons_at_once_do_one_thing() -> None:
    entry = OpportunityFactory()
    stale = Opportunity.objects.get(pk=entry.pk)
    services.withdraw(entry, actor=CONSOLE)
    with pytest.raises(TransitionRefused) as caught:
        services.conclude(stale, actor=CONSOLE, outcome="agreement")
    assert "withdrawn" in caught.value.text()


@pytest.mark.django_db
def test_bad_input() -> None:
    entry = OpportunityFactory()
    with pytest.raises(TextTooLong):
        services.write_text(entry, actor=CONSOLE, field="title", value="x" * 257)
    services.write_text(entry, actor=CONSOLE, field="title", value="铝" * 256)
    assert services.write_text(entry, actor=CONSOLE, field="title", value="") is None
    with pytest.raises(OwnCountryOnly):
        services.set_targets(entry, actor=CONSOLE, targets=[("DE", None)])
    with pytest.raises(UnknownRole):
        services.draft(
            entry.organisation, actor=CONSOLE, type="BO", language="de", agreement_type="SU", own_role="agent"
        )
    services.set_open_for_enquiries(entry, actor=CONSOLE, is_open=False)
    assert Opportunity.objects.get(pk=entry.pk).open_for_enquiries is False


def test_tables() -> None:
    assert list(OPPORTUNITY_TYPES) == list(OpportunityType)
    assert set(TRANSITIONS) == set(Status)
    assert set(TEXT_LIMITS) == set(OpportunityTextField)
    for kind in OPPORTUNITY_TYPES.values():
        assert set(kind.agreements) <= set(AGREEMENT_TYPES)
        assert str(OpportunityType(kind.code).label) == kind.term.en
    assert [kind.code for kind in OPPORTUNITY_TYPES.values() if kind.has_export_hint] == ["TO", "TR", "RR"]


@pytest.mark.parametrize("rows", [1, 30])
def test_rows_cost_the_same_queries_however_many(world: World, rows: int, django_assert_num_queries: object) -> None:
    for _number in range(rows):
        OpportunityFactory(organisation=world.other)
    with django_assert_num_queries(6):  # type: ignore[operator]
        for row in queries.current_opportunities(world.actor("anonymous")):
            list(row.texts.all()), list(row.organisation.names.all()), row.organisation.city.name
