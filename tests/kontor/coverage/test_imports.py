"""Unknown parts of imports: as many as there are published companies, and gone with them; the command and the list of operators."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from kontor.audit.models import Change
from kontor.common.actors import CONSOLE
from kontor.coverage import imports
from kontor.coverage.models import PartSource, UnknownPart, digest_of
from kontor.coverage.queries import work_list
from kontor.directory.models import Organisation, OrganisationText
from kontor.searching import index, settled, worker
from kontor.supply import services
from kontor.supply.digest import digest
from kontor.supply.models import ImportBatch
from kontor.supply.progress import wait_for_index
from tests.kontor.factories import CityFactory, PersonFactory
from tests.kontor.web.conftest import build_index

pytestmark = pytest.mark.django_db
__all__ = ["build_index"]
Build = Callable[[], None]
HEADER = "企业名称,经营范围,城市\n"
WORD, OTHER = "辉熔积块", "喷积腔"
PLACES = "东南西北中"


def rows(scope: str, start: int, number: int) -> list[str]:
    return [f"佛山市{PLACES[place]}压铸有限公司,{scope},佛山" for place in range(start, start + number)]


def bring(folder: Path, lines: list[str], **options: str) -> ImportBatch:
    CityFactory(slug="foshan", country="CN", region="CN-GD", name_zh="佛山", name_de="Foshan", name_en="Foshan")
    path = folder / f"{len(lines)}{options.get('source', 'R')}.csv"
    path.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    request = services.Request(path, options.get("source", "R"), "", options.get("publish", "all"))
    return ImportBatch.objects.get(public_id=services.bring_in(request, actor=CONSOLE).batch)


def index_them() -> None:
    assert wait_for_index(lambda *_: None)


def counted(source: str = PartSource.IMPORTS) -> dict[str, int]:
    return {row.part: row.count for row in work_list(CONSOLE, source=source)}


@pytest.fixture(autouse=True)
def _own_index(build_index: Build) -> None:
    """The folder of the index is taken away at the end."""


def test_parts_of_published_rows_are_counted_with_the_index_and_go_with_the_import(tmp_path: Path) -> None:
    empty = digest()
    kept = bring(tmp_path, rows(f"铝合金压铸件、{WORD}的生产", 0, 3))
    index_them()
    assert counted() == {WORD: 3}
    before = digest()
    taken_back = bring(tmp_path, [*rows(f"{WORD}、{OTHER}的加工", 3, 2), "佛山市某某压铸有限公司,喷积腔的加工,佛山"], source="S")
    index_them()
    assert counted() == {WORD: 5, OTHER: 3}
    assert services.undo(taken_back, actor=CONSOLE).is_done
    index_them()
    assert counted() == {WORD: 3}
    assert digest() == before
    assert services.undo(kept, actor=CONSOLE).is_done
    index_them()
    assert counted() == {}
    assert not UnknownPart.objects.exists()
    assert digest() == empty


def test_what_is_not_published_or_is_the_company_s_own_word_is_not_counted(tmp_path: Path) -> None:
    bring(tmp_path, rows(f"{WORD}的生产", 0, 4), publish="none")
    index_them()
    assert counted() == {}
    Organisation.objects.update(visibility="public")
    with index.writing():
        index.rebuild()
    assert counted() == {WORD: 4}
    own = OrganisationText.objects.order_by("pk").first()
    assert own is not None
    own.origin = "written"
    own.save()
    with index.writing():
        index.rebuild()
    assert counted() == {WORD: 3}


def test_a_worker_counts_when_it_has_caught_up(tmp_path: Path) -> None:
    bring(tmp_path, rows(f"{WORD}的生产", 0, 3))
    with index.writing():
        index.rebuild()
    UnknownPart.objects.all().delete()
    assert worker.run(once=True) == 3
    assert counted() == {WORD: 3}


def test_days_say_when_it_came_and_when_it_last_grew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = {("zh", WORD): 3}
    today = date(2027, 3, 1)
    monkeypatch.setattr(imports, "frequent_unknown_parts", lambda *_: found)
    for day, count, expected in ((0, 3, 0), (5, 3, 0), (9, 4, 9), (12, 3, 9)):
        found["zh", WORD] = count
        monkeypatch.setattr(imports.timezone, "localdate", lambda day=day: today + timedelta(days=day))
        imports.recount()
        row = UnknownPart.objects.get()
        assert (row.count, row.first_day, row.last_day) == (count, today, today + timedelta(days=expected))


def test_without_an_index_what_was_counted_stays() -> None:
    part("alt", 5, source="imports")
    assert imports.recount() == 0
    assert UnknownPart.objects.count() == 1


def test_trouble_with_the_counts_is_no_trouble_of_the_index(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def broken(_: bool) -> int:
        raise OSError("disk")

    monkeypatch.setattr(settled, "_tasks", {"broken": broken, "good": int})
    assert settled.run(is_rebuilt=True) == {"good": 1}
    assert "broken after indexing failed" in caplog.text


def part(word: str, count: int, *, language: str = "de", source: str = "searches", settled: bool = False) -> UnknownPart:
    day = date(2027, 3, 1)
    return UnknownPart.objects.create(
        digest=digest_of(source, language, word), source=source, language=language, part=word, count=count, first_day=day, last_day=day, is_settled=settled
    )


def listed(*options: str) -> list[tuple[str, str, str, int]]:
    said = StringIO()
    call_command("coverage", "--json", *options, stdout=said)
    return [(one["language"], one["part"], one["source"], one["count"]) for one in json.loads(said.getvalue())["parts"]]


def test_the_command_lists_the_most_frequent_of_each_language_first() -> None:
    part("selten", 3)
    part("oft", 9)
    part("辉熔", 4, language="zh", source="imports")
    part("often", 30, language="en")
    part("egal", 50, settled=True)
    part("egal", 70, source="imports")  # settled in searches: off the list altogether
    assert listed() == [("de", "oft", "searches", 9), ("de", "selten", "searches", 3), ("zh", "辉熔", "imports", 4), ("en", "often", "searches", 30)]
    assert listed("--language", "de", "--limit", "1") == [("de", "oft", "searches", 9)]
    assert listed("--source", "imports") == [("zh", "辉熔", "imports", 4)]
    said = StringIO()
    call_command("coverage", stdout=said)
    text = said.getvalue()
    assert "       9  searches  2027-03-01  oft\n       3  searches  2027-03-01  selten" in text
    assert "thesaurus/own.tsv" in text
    assert "kontor index rebuild" in text


def test_the_command_says_when_there_is_nothing_and_refuses_nonsense() -> None:
    said = StringIO()
    call_command("coverage", stdout=said)
    assert said.getvalue().startswith("nothing is unknown yet")
    with pytest.raises(CommandError, match="--limit 0: 1 to"):
        call_command("coverage", "--limit", "0")
    with pytest.raises(CommandError):
        call_command("coverage", "--language", "fr")


@pytest.fixture
def operator(client: Client) -> Client:
    client.force_login(PersonFactory(is_operator=True))
    return client


LIST = "/admin/coverage/unknownpart/"


def test_operators_see_the_list_and_narrow_it(operator: Client) -> None:
    part("oft", 9)
    part("辉熔", 4, language="zh", source="imports")
    part("egal", 50, settled=True)
    rare = UnknownPart.objects.create(digest="x" * 32, source="searches", language="de", part="", count=2, first_day=date.today(), last_day=date.today())
    page = operator.get(LIST).content.decode()
    assert page.index("oft") < page.index("辉熔")
    assert "egal" not in page
    assert rare.digest not in page
    assert "辉熔" not in operator.get(LIST, {"language__exact": "de"}).content.decode()
    assert ">oft<" not in operator.get(LIST, {"source__exact": "imports"}).content.decode()
    assert "egal" in operator.get(LIST, {"state": "settled"}).content.decode()
    assert operator.get(f"{LIST}{rare.digest}/change/").status_code == 302, "nobody sees a rare part"


def act(operator: Client, action: str, *rows: UnknownPart, **query: str) -> Any:
    return operator.post(f"{LIST}?state=all", {"action": action, "_selected_action": [row.pk for row in rows]})


def test_operators_settle_and_put_back_and_the_trail_does_not_keep_the_word(operator: Client) -> None:
    here, there = part("egal", 9), part("egal", 4, source="imports")
    assert act(operator, "settle", here).status_code == 302
    assert UnknownPart.objects.filter(is_settled=True).count() == 2
    assert list(work_list(CONSOLE)) == []
    changes = Change.objects.filter(action="coverage.part-settled")
    assert set(changes.values_list("object", flat=True)) == {here.public_id, there.public_id}
    assert not any("egal" in str(value) for change in changes for value in vars(change).values())
    assert act(operator, "reopen", here).status_code == 302
    assert work_list(CONSOLE).count() == 2


def test_the_export_opens_in_a_spreadsheet_and_runs_nothing(operator: Client) -> None:
    answer = act(operator, "export", part("=cmd|calc", 9), part("辉熔", 4, language="zh"))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    text = answer.content.decode("utf-8-sig")
    assert list(csv.reader(StringIO(text))) == [
        ["language", "part", "source", "count", "first_day", "last_day"],
        ["de", "'=cmd|calc", "searches", "9", "2027-03-01", "2027-03-01"],
        ["zh", "辉熔", "searches", "4", "2027-03-01", "2027-03-01"],
    ]


@pytest.mark.parametrize("count", [3, 80])
def test_the_page_asks_the_same_few_questions_of_the_database(operator: Client, count: int, django_assert_max_num_queries: Any) -> None:
    for number in range(count):
        part("wort" + "abcdefghij"[number // 10] + "abcdefghij"[number % 10], 3 + number)
    with django_assert_max_num_queries(8):
        assert operator.get(LIST).status_code == 200
