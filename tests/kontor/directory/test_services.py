"""Acts on organisations: state, audit row, index queue, provenance."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from kontor.audit.models import Change
from kontor.common.actors import CONSOLE
from kontor.directory import services
from kontor.directory.errors import (
    AlreadyClaimed,
    CannotMerge,
    IdentifierTaken,
    UnknownField,
    UnknownRole,
)
from kontor.directory.models import Identifier, Organisation, SourceRank, ValueSource
from kontor.directory.names import display_name, name_in_script
from kontor.directory.queries import members_of, sources_of, verification_of
from kontor.directory.services import NewName, NewStatement
from kontor.searching.models import IndexEntry
from tests.kontor.factories import CityFactory, OrganisationFactory, PersonFactory
from tests.kontor.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation() -> Organisation:
    return OrganisationFactory()


def last_change() -> Change:
    return Change.objects.latest("id")


def make() -> Organisation:
    names = [NewName("佛山示例铝业有限公司", "Hans"), NewName("Foshan Example Aluminium", "Latn", "foreign")]
    city = CityFactory(slug="foshan", country="CN")
    return services.create_organisation(city, actor=CONSOLE, kind="company", language="zh", names=names)


def test_a_new_entry_is_hidden_named_recorded_and_queued() -> None:
    entry = make()
    assert (entry.visibility, entry.is_claimed) == ("hidden", False)
    assert display_name(entry) == "佛山示例铝业有限公司"
    latin = name_in_script(entry, "Latn")
    assert latin and latin.value == "Foshan Example Aluminium"
    assert last_change().action == "directory.organisation-created"
    assert list(IndexEntry.objects.values_list("kind", "public_id")) == [("organisation", entry.public_id)]


@pytest.mark.parametrize(
    ("act", "values"),
    [
        (services.change_organisation, {"website": "https://example.org"}),
        (services.replace_names, {"names": [NewName("Neu GmbH", "Latn")]}),
        (services.add_identifier, {"scheme": "lei", "value": "X"}),
        (services.state_facts, {"size": "50-249", "export_share": 40}),
        (services.add_site, {"kind": "plant", "country": "DE"}),
        (services.add_machine, {"name": "Druckgussmaschine", "size": "800 t", "number": 3}),
        (services.add_certificate, {"standard": "ISO 9001", "valid_until": date(2027, 3, 31)}),
        (services.assign_role, {"role": "maker", "evidence": "plant visited"}),
        (services.set_visibility, {"visibility": "members"}),
        (services.claim, {}),
        (services.pause, {}),
        (services.resume, {}),
        (services.quarantine, {"reason": "report"}),
        (services.lift_quarantine, {}),
        (services.write_text, {"field": "profile", "language": "de", "value": "Wir gießen."}),
        (services.replace_statements, {"statements": [NewStatement("offer", "de", "Guss")]}),
    ],
)
def test_every_act_leaves_one_row_and_queues_the_entry(organisation: Organisation, act: object, values: dict) -> None:
    act(organisation, actor=CONSOLE, **values)  # type: ignore[operator]
    assert Change.objects.count() == 1
    assert last_change().object == organisation.public_id
    assert set(IndexEntry.objects.values_list("public_id", flat=True)) == {organisation.public_id}


def test_changes_are_written_down_before_and_after(organisation: Organisation) -> None:
    services.change_organisation(organisation, actor=CONSOLE, website="https://example.org")
    assert (last_change().before, last_change().after) == ({"website": ""}, {"website": "https://example.org"})


@pytest.mark.parametrize("field", ["visibility", "claimed_at", "public_id", "nonsense"])
def test_only_open_fields_can_be_changed(organisation: Organisation, field: str) -> None:
    with pytest.raises(UnknownField):
        services.change_organisation(organisation, actor=CONSOLE, **{field: "x"})
    with pytest.raises(UnknownField):
        services.state_facts(organisation, actor=CONSOLE, **{field: "x"})
    assert Change.objects.count() == 0


def test_a_number_belongs_to_one_entry(organisation: Organisation) -> None:
    first = services.add_identifier(organisation, actor=CONSOLE, scheme="cn-uscc", value="91440600MA4UABCD1X")
    assert services.add_identifier(organisation, actor=CONSOLE, scheme="cn-uscc", value=first.value) == first
    with pytest.raises(IdentifierTaken) as caught:
        services.add_identifier(OrganisationFactory(), actor=CONSOLE, scheme="cn-uscc", value=first.value)
    assert first.value in caught.value.text()
    with pytest.raises(IntegrityError), transaction.atomic():
        Identifier.objects.create(organisation=OrganisationFactory(), scheme="cn-uscc", value=first.value)


def test_an_entry_is_claimed_once(organisation: Organisation) -> None:
    services.claim(organisation, actor=CONSOLE)
    assert organisation.verification_level == 1
    with pytest.raises(AlreadyClaimed):
        services.claim(organisation, actor=CONSOLE)


def test_merging_leads_on_without_chains_and_not_across_countries(world: World) -> None:
    first, second = OrganisationFactory(city=world.city), OrganisationFactory(city=world.city)
    services.merge(first, into=second, actor=CONSOLE)
    services.merge(second, into=world.subject, actor=CONSOLE)
    first.refresh_from_db()
    assert first.merged_into == world.subject
    for duplicate, into in ((world.subject, world.subject), (world.hidden, first), (world.hidden, world.other)):
        with pytest.raises(CannotMerge):
            services.merge(duplicate, into=into, actor=CONSOLE)


def test_a_text_counts_its_revisions_and_a_translation_notes_its_source(organisation: Organisation) -> None:
    for value in ("Eins", "Zwei"):
        services.write_text(organisation, actor=CONSOLE, field="profile", language="de", value=value)
    english = services.write_text(
        organisation,
        actor=CONSOLE,
        field="profile",
        language="en",
        value="Two",
        origin="translated",
        source_language="de",
    )
    assert english and (english.revision, english.source_revision) == (1, 2)
    assert services.write_text(organisation, actor=CONSOLE, field="profile", language="de", value="") is None
    assert list(organisation.texts.values_list("language", flat=True)) == ["en"]
    assert last_change().before == {"value": "Zwei"}


def test_statements_keep_their_order_and_their_roles_fit(organisation: Organisation) -> None:
    said = [
        NewStatement("offer", "de", "Guss", ["casting"], "SU", "supplier"),
        NewStatement("want", "de", "Barren", ["ingot"], "SU", "buyer"),
    ]
    services.replace_statements(organisation, actor=CONSOLE, statements=said)
    services.replace_statements(organisation, actor=CONSOLE, statements=reversed(said))
    assert [row.subject for row in organisation.statements.all()] == ["Barren", "Guss"]
    for wrong in (NewStatement("offer", "de", role="agent"), NewStatement("offer", "de", "", [], "SU", "agent")):
        with pytest.raises(UnknownRole):
            services.replace_statements(organisation, actor=CONSOLE, statements=[wrong])
    assert organisation.statements.count() == 2


def test_members_come_and_go(organisation: Organisation) -> None:
    person = PersonFactory()
    membership = services.add_member(organisation, actor=CONSOLE, person=person)
    assert services.add_member(organisation, actor=CONSOLE, person=person, role="admin") == membership
    assert [row.role for row in members_of(organisation)] == ["admin"]
    services.end_membership(membership, actor=CONSOLE)
    assert list(members_of(organisation)) == []
    services.add_member(organisation, actor=CONSOLE, person=person)
    assert members_of(organisation).count() == 1


def test_company_beats_coordinator_beats_import(organisation: Organisation) -> None:
    services.record_sources(organisation, ["website", "size"], rank=SourceRank.COORDINATOR, person="0" * 12)
    services.record_sources(organisation, ["size"], rank=SourceRank.COMPANY)
    allowed = {
        (field, rank.name): services.may_replace(organisation, field, rank)
        for field in ("website", "size", "unheard")
        for rank in SourceRank
    }
    assert allowed == {
        ("website", "IMPORT"): False,
        ("website", "COORDINATOR"): True,
        ("website", "COMPANY"): True,
        ("size", "IMPORT"): False,
        ("size", "COORDINATOR"): False,
        ("size", "COMPANY"): True,
        ("unheard", "IMPORT"): True,
        ("unheard", "COORDINATOR"): True,
        ("unheard", "COMPANY"): True,
    }
    assert ValueSource.objects.count() == 2
    assert set(sources_of(organisation).values_list("field", "rank")) == {("website", 2), ("size", 3)}


def test_a_verification_runs_out() -> None:
    today = timezone.localdate()
    city = CityFactory()
    entry = OrganisationFactory(
        city=city,
        claimed_at=timezone.now(),
        verification_level=2,
        verified_by_city=city,
        verified_on=date(2026, 3, 12),
        verified_until=today,
    )
    assert verification_of(entry).level == 2
    assert verification_of(entry).city == city
    later = verification_of(entry, today + timedelta(days=1))
    assert (later.level, later.city, later.checked_on) == (1, None, None)
    entry.claimed_at = None
    assert verification_of(entry, today + timedelta(days=1)).level == 0
