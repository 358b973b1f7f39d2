"""What is done by the clock."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection

from kontor.common import housekeeping
from kontor.common.actors import ANONYMOUS
from kontor.directory.queries import index_ids, organisations_by_id
from tests.kontor.factories import CityFactory, OrganisationFactory


@pytest.fixture
def tasks(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    found: dict[str, object] = {}
    monkeypatch.setattr(housekeeping, "_tasks", found)
    return found


def test_one_that_fails_does_not_keep_the_others(tasks: dict[str, object]) -> None:
    def broken() -> int:
        raise DatabaseError("locked")

    housekeeping.register("a", broken)
    housekeeping.register("b", lambda: 3)
    assert housekeeping.run() == {"b": 3}


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its statistics itself")
def test_hits_are_found_by_their_ids_once_statistics_are_there() -> None:
    city = CityFactory()
    for _ in range(40):
        OrganisationFactory(city=city)
    assert housekeeping.refresh_statistics() == 1
    rows = organisations_by_id(ANONYMOUS, [])
    assert rows == {}
    from kontor.directory.queries import visible_organisations, with_row_parts

    asked = with_row_parts(visible_organisations(ANONYMOUS)).filter(public_id__in=list(index_ids())[:5])
    assert "public_id=?" in asked.explain()
