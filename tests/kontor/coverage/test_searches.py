"""Searches: counted without the question, shown when three were seen, and never in the way of anybody."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client

from kontor.common.actors import ANONYMOUS, CONSOLE
from kontor.coverage import models, searches
from kontor.coverage.models import LEAST_SEEN, UnknownPart, digest_of
from kontor.coverage.queries import visible_parts, work_list
from kontor.searching.search import LONGEST_ADDRESS_TEXT
from kontor_core.search import unknown_parts
from tests.kontor.web.conftest import build_index

pytestmark = pytest.mark.django_db
__all__ = ["build_index"]
WORD = "Blubberling"


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(searches, "_tally", searches.Tally())
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def _index(build_index: Any) -> None:
    build_index()


with_index = pytest.mark.usefixtures("_index")


def ask(text: str, times: int = 1, client: Client | None = None) -> Any:
    for _ in range(times):
        answer = (client or Client()).post("/de/search/", {"q": text, "side": "seek", "in": "CN"})
        assert answer.status_code == 303
    return answer


def shown() -> dict[tuple[str, str], int]:
    searches.write_down()
    return {(row.language, row.part): row.count for row in work_list(CONSOLE)}


def test_the_limits_are_those_of_what_they_stand_for() -> None:
    assert models.LONGEST_PART == unknown_parts.LONGEST
    assert searches.LONGEST_TEXT == LONGEST_ADDRESS_TEXT


@with_index
def test_a_word_shows_from_the_third_search_on() -> None:
    ask(f"Hersteller für {WORD}e", 2)
    assert shown() == {}
    assert list(UnknownPart.objects.values_list("part", "count", "language", "source")) == [("", 2, "de", "searches")]
    ask(f"{WORD}")
    assert shown() == {("de", "blubberling"): 3}
    row = UnknownPart.objects.get()
    assert (row.first_day, row.last_day) == (date.today(), date.today())
    ask(WORD, 2)
    assert shown() == {("de", "blubberling"): 5}
    assert visible_parts(ANONYMOUS).count() == 0


@with_index
def test_an_address_that_is_opened_is_no_search(client: Client) -> None:
    for _ in range(LEAST_SEEN):
        assert client.get("/de/search/", {"q": WORD, "in": "CN"}).status_code == 200
        client.head("/de/search/", {"q": WORD})
        client.post("/de/understood/", {"q": WORD})
    assert searches._tally.take() == Counter()


@with_index
@pytest.mark.parametrize(
    "text",
    [
        f"{WORD} " * 30,  # pasted
        f"{WORD} bitte an erika@muster.example",
        f"{WORD} 0171 2345678",
        f"{WORD}, Ansprechpartner: Erika Mustermann",
        f"https://muster.example/{WORD}",
        "Blubber Quirlox Zwarbel Mumpitzel Knorzel Schnurpsel Wobbelix Trallafax Krumpfl Plotzke Zwirbelwatz",  # another language, or none
        "Aluminiumdruckguss",
        "",
        "   ",
        "\x00",
    ],
)
def test_of_these_nothing_is_counted(text: str) -> None:
    ask(text)
    assert searches._tally.take() == Counter()


@with_index
def test_nothing_tells_which_words_came_together() -> None:
    ask(f"{WORD}e aus Zwarbelit")
    ask("寻找辉熔积块")
    searches.write_down()
    fields = {field.name for field in UnknownPart._meta.get_fields()}
    assert fields == {"digest", "public_id", "source", "language", "part", "count", "first_day", "last_day", "is_settled"}
    rows = list(UnknownPart.objects.all())
    assert len(rows) == 3
    assert {row.part for row in rows} == {""}, "what was seen once is counted without being kept"
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM coverage_unknownpart")
        stored = str(cursor.fetchall()).lower()
    assert not any(word in stored for word in ("blubberling", "zwarbelit", "辉熔积块"))
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT digest FROM coverage_unknownpart ORDER BY rowid")
            in_order = [digest for (digest,) in cursor.fetchall()]
        assert in_order == sorted(in_order), "nor does the order in which they lie"


def test_the_database_itself_keeps_no_rare_part() -> None:
    today = date.today()
    rare = UnknownPart(digest=digest_of("searches", "de", "x"), source="searches", language="de", part="meier", count=2, first_day=today, last_day=today)
    with pytest.raises(IntegrityError), transaction.atomic():
        rare.save()


@with_index
def test_one_address_counts_so_often_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searches, "SEARCHES_AN_HOUR", 2)
    ask(WORD, 5)
    assert searches._tally.take() == Counter({("de", "blubberling"): 2})


@with_index
def test_it_can_be_switched_off(settings: Any) -> None:
    settings.KONTOR_COUNT_SEARCHES = False
    ask(WORD)
    assert searches._tally.take() == Counter()


def test_without_an_index_the_search_goes_on_and_nothing_is_counted() -> None:
    assert ask(WORD).headers["Location"].startswith("/de/search/?q=Blubberling")
    assert searches._tally.take() == Counter()


@with_index
def test_a_full_disk_stops_no_search(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(searches, "is_within", full)
    ask(WORD)
    assert searches._tally.take() == Counter()


@with_index
def test_sending_a_question_asks_nothing_of_the_database(django_assert_num_queries: Any) -> None:
    ask(WORD)  # opens the index
    with django_assert_num_queries(0):
        ask(f"{WORD}e aus Zwarbelit")


def test_what_cannot_be_written_now_is_written_later(monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: Any) -> int:
        raise DatabaseError("database is locked")

    searches._tally.add(Counter({("de", "blubberling"): 3}), None)
    with monkeypatch.context() as trouble:
        trouble.setattr(searches, "_store", locked)
        assert searches.write_down() == 0
    assert shown() == {("de", "blubberling"): 3}
    assert searches.write_down() == 0, "once"


def test_the_thread_writes_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    written = threading.Event()
    monkeypatch.setattr(searches, "write_down", written.set)
    tally = searches.Tally()
    tally.add(Counter({("de", "x"): 1}), 0.01)
    assert written.wait(5)


def test_memory_and_table_do_not_grow_without_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searches, "MOST_WAITING", 3)
    monkeypatch.setattr(searches, "MOST_KEPT", 2)
    many = Counter({("de", f"wort{letter}"): 3 for letter in "abcde"})
    searches._tally.add(many, None)
    searches.write_down()
    assert UnknownPart.objects.count() == 2
    known = UnknownPart.objects.order_by("part").first()
    assert known is not None
    searches._tally.add(Counter({("de", known.part): 1, ("de", "neu"): 5}), None)
    assert shown() == {("de", row.part): row.count for row in UnknownPart.objects.all()}
    known.refresh_from_db()
    assert (UnknownPart.objects.count(), known.count) == (2, 4)


def row(part: str, count: int, *, language: str = "de", last: date | None = None, settled: bool = False) -> UnknownPart:
    day = last or date.today()
    return UnknownPart.objects.create(
        digest=digest_of("searches", language, part), source="searches", language=language, part=part if count >= LEAST_SEEN else "",
        count=count, first_day=day, last_day=day, is_settled=settled,
    )


def test_what_is_over_is_forgotten() -> None:
    today = date(2027, 6, 1)
    kept = [row("neu", 2, last=today - timedelta(days=30)), row("oft", 9, last=today - timedelta(days=365)), row("egal", 3, last=date(2020, 1, 1), settled=True)]
    for part, count, days in (("selten", 2, 31), ("alt", 9, 366)):
        row(part, count, last=today - timedelta(days=days))
    assert searches.forget(today) == 2
    assert set(UnknownPart.objects.all()) == set(kept)


def test_what_the_thesaurus_knows_by_now_leaves_and_the_rest_stays() -> None:
    row("ventil", 7)  # a label
    row("blubberling", 4)
    row("辉熔积块压铸件", 5, language="zh")  # 压铸件 is one, 辉熔积块 is not
    row("辉熔积块", 2, language="zh")
    row("阀门", 3, language="zh", settled=True)
    assert searches.read_again() == 3
    assert {(one.language, one.part): one.count for one in UnknownPart.objects.all()} == {("de", "blubberling"): 4, ("zh", "辉熔积块"): 7}
    assert searches.read_again() == 0
