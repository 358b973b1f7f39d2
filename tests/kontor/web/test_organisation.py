"""The page of an organisation in all its states, and of an offer."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.kontor.factories import OpportunityFactory, OrganisationFactory
from tests.kontor.web.world_of_casters import caster
from tests.kontor.world import World

pytestmark = pytest.mark.django_db


def page_of(client: Client, organisation: Any, prefix: str = "de") -> str:
    answer = client.get(f"/{prefix}/organisations/{organisation.public_id}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_claimed_entry_is_read_beside_its_original(client: Client) -> None:
    page = page_of(client, caster(1, claimed=True))
    assert '<h1 lang="zh-Hans">佛山市示例1压铸有限公司</h1>' in page
    assert "Lesehilfe, kein eingetragener Name" in page
    assert 'class="original" lang="zh-Hans"' in page
    assert 'class="term"' in page
    assert page.index("Lesefassung") < page.index("Original")
    assert "Nicht angegeben: " in page


def test_readers_of_the_language_get_no_underlined_terms(client: Client) -> None:
    page = page_of(client, caster(1, claimed=True), "zh")
    assert 'class="term"' not in page
    assert "阅读辅助" not in page


def test_an_unclaimed_entry_is_bare_and_says_where_it_comes_from(client: Client) -> None:
    page = page_of(client, caster(1))
    assert "Eintrag ungeprüft. Quelle: " in page
    assert '<span lang="zh-Hans">佛山市企业名录</span>' in page
    assert [text in page for text in ("Über die Stadt anfragen", "Das ist mein Unternehmen", "berichtigen oder entfernen")] == [True] * 3


def test_a_check_is_a_sentence(client: Client) -> None:
    subject = caster(1, claimed=True)
    subject.verification_level, subject.verified_by_city = 2, subject.city
    subject.verified_on = timezone.localdate().replace(month=1, day=2)
    subject.save()
    day = subject.verified_on.strftime("%d.%m.%Y")
    page = page_of(client, subject)
    assert f"Die Stadt Foshan hat am {day} Name und Registernummer mit dem Registerauszug verglichen." in page
    assert "Nicht geprüft: Qualität, Bonität. Keine Empfehlung." in page


def test_a_paused_entry_says_so_and_nothing_else(world: World, client: Client) -> None:
    page = page_of(client, world.paused)
    assert "pausiert" in page
    assert "Lesefassung" not in page
    client.force_login(world.people["coordinator"])
    assert "Lesefassung" in page_of(client, world.paused)


def test_a_quarantined_entry_is_there_for_overseers_only(world: World, client: Client) -> None:
    path = f"/de/organisations/{world.quarantined.public_id}/"
    assert client.get(path).status_code == 404
    client.force_login(world.people["coordinator_of_another"])
    assert client.get(path).status_code == 404
    client.force_login(world.people["coordinator"])
    assert "Verborgen, solange eine Meldung geprüft wird." in client.get(path).content.decode()


def test_a_merged_entry_leads_on(world: World, client: Client) -> None:
    merged = OrganisationFactory(city=world.city, merged_into=world.subject)
    assert f"/de/organisations/{world.subject.public_id}/" in page_of(client, merged)
    merged.merged_into = world.hidden
    merged.save()
    assert client.get(f"/de/organisations/{merged.public_id}/").status_code == 404


@pytest.mark.parametrize("public_id", ["0" * 12, "ILOU" * 3, "short", "a" * 400, "%00"])
@pytest.mark.parametrize("kind", ["organisations", "opportunities"])
def test_wrong_ids_are_no_page(client: Client, kind: str, public_id: str) -> None:
    assert client.get(f"/de/{kind}/{public_id}/").status_code == 404


def test_strangers_see_neither_hidden_entries_nor_drafts(world: World, client: Client) -> None:
    for organisation in (world.hidden, world.members_only):
        assert client.get(f"/de/organisations/{organisation.public_id}/").status_code == 404
    assert client.get(f"/de/opportunities/{world.draft.public_id}/").status_code == 404


@pytest.mark.parametrize("number", [1, 20])
def test_the_number_of_queries_does_not_grow(client: Client, django_assert_num_queries: Any, number: int) -> None:
    subject = caster(1, claimed=True)
    for _number in range(number):
        OpportunityFactory(organisation=subject)
    with django_assert_num_queries(15):
        page_of(client, subject)


def test_an_offer_shows_form_and_roles(world: World, client: Client) -> None:
    page = client.get(f"/zh/opportunities/{world.opportunity.public_id}/").content.decode()
    assert "商务合作·我能提供" in page
    assert "发布方为供应商，寻找采购方" in page
    assert '<h1 lang="de">Druckguss</h1>' in page
