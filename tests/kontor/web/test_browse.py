"""The list of offers and requests: filters, pages, what strangers may see."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kontor.opportunities.lists import PAGE
from kontor.opportunities.models import Opportunity
from tests.kontor.factories import CityFactory, OpportunityFactory, OrganisationFactory
from tests.kontor.world import World

pytestmark = pytest.mark.django_db


def listed(client: Client, address: str) -> list[str]:
    """Public ids in the order of the page."""
    page = client.get(address)
    assert page.status_code == 200
    return re.findall(r'<h3><a href="/de/[a-z-]+/([0-9a-z]{12})/', page.content.decode())


def following(client: Client, address: str) -> str:
    """Address of the page after this one."""
    found = re.search(r'href="([^"]+)" rel="next"', client.get(address).content.decode())
    assert found is not None
    return found[1]


def test_strangers_see_current_entries_of_public_organisations(client: Client, world: World) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    OpportunityFactory(organisation=world.subject, expires_on=yesterday)
    for organisation in (world.hidden, world.quarantined, world.paused, world.members_only):
        OpportunityFactory(organisation=organisation)
    assert listed(client, "/de/browse/") == [world.opportunity.public_id]


def test_own_drafts_do_not_stand_in_the_list(client: Client, world: World) -> None:
    client.force_login(world.people["member"])
    assert listed(client, "/de/browse/") == [world.opportunity.public_id]


def test_filters_narrow_and_combine(client: Client, world: World) -> None:
    chinese = OpportunityFactory(organisation=world.other, type="BR", agreement_type="DI", own_role="distributor")
    german = world.opportunity
    cases = {
        "type=BR": [chinese],
        "country=DE": [german],
        "form=DI": [chinese],
        "city=ingolstadt": [german],
        "type=BR&country=DE": [],
        "city=atlantis": [],
        "type=XX&country=FR&form=??": [chinese, german],
        "city=" + "x" * 300: [chinese, german],
    }
    for query, expected in cases.items():
        assert listed(client, f"/de/browse/?{query}") == [row.public_id for row in expected], query


def test_a_city_stands_for_its_districts(client: Client, world: World) -> None:
    shunde = CityFactory(slug="shunde", country="CN", region="CN-GD", part_of=world.other_city)
    row = OpportunityFactory(organisation=OrganisationFactory(city=shunde))
    assert listed(client, "/de/browse/?city=foshan") == [row.public_id]


def test_pages_keep_their_rows_when_new_entries_come(client: Client, world: World) -> None:
    now = timezone.now()
    # Five share each moment: the cursor has to part entries of one moment too.
    for number in range(2 * PAGE + 5):
        OpportunityFactory(organisation=world.subject, published_at=now - timedelta(hours=1 + number // 5))
    address = following(client, "/de/browse/")
    second = listed(client, address)
    OpportunityFactory(organisation=world.subject)
    assert listed(client, address) == second
    seen = listed(client, "/de/browse/") + second + listed(client, following(client, address))
    shown = {row.public_id for row in Opportunity.objects.filter(status="published")}
    assert set(seen) <= shown
    assert len(second) == PAGE
    assert len(shown - set(seen)) == 1, "only the entry pushed off the first page by the new one is missing"


@pytest.mark.parametrize("after", ["x", "12-abc", "99999999999999999-0123456789ab", "-1-0123456789ab", "%00", "9" * 500])
def test_a_broken_cursor_begins_at_the_top_or_ends(client: Client, world: World, after: str) -> None:
    assert set(listed(client, f"/de/browse/?after={after}")) <= {world.opportunity.public_id}


def test_an_empty_list_says_what_will_stand_there(client: Client, db: None) -> None:
    page = client.get("/de/browse/").content.decode()
    assert 'class="notice"' in page


def test_the_number_of_queries_does_not_depend_on_the_rows(client: Client, world: World) -> None:
    client.get("/de/browse/")
    counts = []
    for _round in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get("/de/browse/")
        counts.append(len(queries))
        for _number in range(PAGE):
            OpportunityFactory(organisation=OrganisationFactory(city=world.city))
    assert counts[0] == counts[1]
