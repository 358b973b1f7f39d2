"""Merging: everything moves or the merge is refused, the preview says what, and taking it back restores the state."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from kontor.common.actors import CONSOLE
from kontor.directory import services as directory
from kontor.directory.errors import CannotMerge
from kontor.directory.models import (
    Certificate,
    Machine,
    Organisation,
    OrganisationRole,
    OrganisationStatement,
    OrganisationText,
    Site,
    SourceRank,
)
from kontor.searching.models import IndexEntry
from kontor.supply import content, duplicates, services
from kontor.supply.digest import digest
from kontor.supply.errors import AlreadyUndone, LaterMerge, WouldLoseReference
from kontor.supply.merge_plan import REFERENCES
from kontor.supply.models import ImportBatch, MergeRecord
from tests.kontor.factories import CityFactory, MembershipFactory, OpportunityFactory, OrganisationFactory

ROW = "佛山市甲乙压铸有限公司,铝合金压铸件的生产、加工,佛山"
DOUBLE = "佛山甲乙压铸有限责任公司,铝合金压铸件的生产,佛山"


@pytest.fixture
def city(db: None) -> Any:
    return CityFactory(slug="foshan", country="CN", region="CN-GD", name_zh="佛山", name_de="Foshan", name_en="Foshan")


@pytest.fixture
def one(city: Any) -> Organisation:
    return OrganisationFactory(city=city)


@pytest.fixture
def other(city: Any) -> Organisation:
    return OrganisationFactory(city=city)


def bring(path: Path, *rows: str) -> services.Result:
    path.write_text("企业名称,经营范围,城市\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return services.bring_in(services.Request(path, "Register", "", "all"), actor=CONSOLE)


def test_every_reference_has_a_rule() -> None:
    assert {relation.related_model._meta.label for relation in content.references()} == set(REFERENCES)


def test_everything_goes_over_and_comes_back(one: Organisation, other: Organisation, city: Any) -> None:
    Site.objects.create(organisation=one, kind="plant", city=city, country="CN", address="1 号")
    Certificate.objects.create(organisation=one, standard="ISO 9001", valid_until=date(2028, 1, 1))
    Machine.objects.create(organisation=one, name="Druckgießmaschine", size="800 t")
    OrganisationText.objects.create(owner=one, field="profile", language="de", value="Wir gießen.")
    OrganisationStatement.objects.create(owner=one, side="offer", subject="Druckguss", language="de")
    OrganisationRole.objects.create(organisation=one, role="maker", evidence="plant visited", checked_on=date(2026, 1, 1))
    directory.add_identifier(one, actor=CONSOLE, scheme="lei", value="529900T8BM49AURSDO55", is_checked=True)
    directory.state_facts(one, actor=CONSOLE, size="50-249", founded_year=1990)
    directory.state_facts(other, actor=CONSOLE, founded_year=1990)
    directory.change_organisation(one, actor=CONSOLE, website="https://example.org")
    opportunity = OpportunityFactory(organisation=one)
    before = digest()
    IndexEntry.objects.all().delete()
    seen = services.preview(one, into=other)
    assert (seen.lost, seen.filled) == ([], {"website": "https://example.org", "facts.size": "50-249"})
    assert digest() == before
    made = services.merge(one, into=other, actor=CONSOLE)
    for table, number in (("site", 1), ("certificate", 1), ("machine", 1), ("text", 1), ("statement", 1), ("role", 1), ("identifier", 1)):
        model, owner = content.PARTS[table]
        assert model._base_manager.filter(**{owner: other.pk}).count() == number, table
        assert not model._base_manager.filter(**{owner: one.pk}).exists(), table
    other.refresh_from_db()
    opportunity.refresh_from_db()
    assert (opportunity.organisation, other.website, other.facts.size) == (other, "https://example.org", "50-249")
    assert {("organisation", one.public_id), ("organisation", other.public_id), ("opportunity", opportunity.public_id)} <= set(IndexEntry.objects.values_list("kind", "public_id"))
    services.unmerge(made, actor=CONSOLE)
    opportunity.refresh_from_db()
    assert (digest(), opportunity.organisation) == (before, one)
    with pytest.raises(AlreadyUndone):
        services.unmerge(made, actor=CONSOLE)


@pytest.mark.parametrize("what", ["identifier", "members", "claim", "text", "source", "check"])
def test_refused_where_something_would_be_lost(one: Organisation, other: Organisation, what: str) -> None:
    if what == "identifier":
        for organisation, value in ((one, "529900T8BM49AURSDO55"), (other, "5493001KJTIIGC8Y1R12")):
            directory.add_identifier(organisation, actor=CONSOLE, scheme="lei", value=value)
    elif what == "members":
        MembershipFactory(organisation=one)
    elif what == "claim":
        directory.claim(one, actor=CONSOLE)
    elif what == "text":
        for organisation in (one, other):
            OrganisationText.objects.create(owner=organisation, field="profile", language="de", value=organisation.public_id)
    elif what == "source":
        for organisation in (one, other):
            OrganisationText.objects.create(owner=organisation, field="scope", language="de", value=organisation.public_id, origin="imported")
        directory.record_sources(one, ["texts.scope.de"], rank=SourceRank.COORDINATOR)
    else:
        for organisation in (one, other):
            OrganisationRole.objects.create(organisation=organisation, role="maker", checked_on=date(2026, 1, 1) if organisation == one else None)
    before = digest()
    assert services.preview(one, into=other).lost
    with pytest.raises(WouldLoseReference):
        services.merge(one, into=other, actor=CONSOLE)
    assert (digest(), MergeRecord.objects.count()) == (before, 0)


def test_only_entries_that_stand_for_themselves(one: Organisation, other: Organisation) -> None:
    third = OrganisationFactory(city=one.city)
    first = services.merge(one, into=other, actor=CONSOLE)
    with pytest.raises(CannotMerge):
        services.merge(Organisation.objects.get(pk=one.pk), into=third, actor=CONSOLE)
    second = services.merge(other, into=third, actor=CONSOLE)
    assert Organisation.objects.get(pk=one.pk).merged_into == third
    with pytest.raises(LaterMerge):
        services.unmerge(first, actor=CONSOLE)
    services.unmerge(second, actor=CONSOLE)
    assert Organisation.objects.get(pk=one.pk).merged_into == other
    services.unmerge(first, actor=CONSOLE)
    assert not Organisation.objects.exclude(merged_into=None).exists()


def test_the_same_file_after_a_merge_changes_nothing_and_undo_restores(city: Any, tmp_path: Path) -> None:
    empty = digest()
    batch = bring(tmp_path / "a.csv", ROW, DOUBLE)
    full = digest()
    (pair,) = duplicates.pairs()
    assert pair.evidence.is_duplicate
    stays, goes = (Organisation.objects.get(public_id=public_id) for public_id in (pair.first, pair.second))
    made = services.merge(goes, into=stays, actor=CONSOLE)
    merged = digest()
    assert list(duplicates.pairs()) == []
    again = bring(tmp_path / "b.csv", ROW, DOUBLE)
    assert (again.created, again.updated, again.unchanged, digest()) == (0, 0, 2, merged)
    batch_row = ImportBatch.objects.get(public_id=batch.batch)
    assert not services.undo(batch_row, actor=CONSOLE).is_done
    services.unmerge(made, actor=CONSOLE)
    assert digest() == full
    services.tell_apart(stays, other=goes, actor=CONSOLE)
    assert list(duplicates.pairs()) == []
    assert services.undo(batch_row, actor=CONSOLE).is_done
    assert (digest(), MergeRecord.objects.count()) == (empty, 0)


def test_from_the_shell(city: Any, tmp_path: Path) -> None:
    bring(tmp_path / "a.csv", ROW, DOUBLE)
    (pair,) = told("--json")
    before = digest()
    assert told("merge", pair["second"], pair["first"], "--preview", "--json")["lost"] == []
    assert digest() == before
    made = told("merge", pair["second"], pair["first"], "--json")["merge"]
    assert [one["merge"] for one in told("merges", "--json")] == [made]
    assert told("undo", made, "--json") == {"undone": made}
    assert digest() == before
    told("keep", pair["first"], pair["second"], "--json")
    assert told("--json") == []
    for words in (("merge", pair["first"]), ("undo", "nothing"), ("keep", pair["first"], pair["first"]), ("merge", "nobody", pair["first"])):
        with pytest.raises(CommandError):
            told(*words)


def told(*words: str) -> Any:
    output = StringIO()
    call_command("duplicates", *words, stdout=output)
    return json.loads(output.getvalue()) if "--json" in words else output.getvalue()
