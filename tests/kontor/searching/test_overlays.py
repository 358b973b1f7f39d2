"""Overlay files take effect with `kontor index rebuild` and only then; what is broken never reaches a reader."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from kontor.searching import index, overlays, rebuilding
from kontor_core.thesaurus import index as labels
from kontor_core.thesaurus import overlays as core_overlays
from kontor_core.thesaurus.loading import COLUMNS
from kontor_core.translation import model
from tests.kontor.factories import CityFactory, OrganisationFactory, OrganisationTextFactory

HEADER = "\t".join(COLUMNS)


def line(**values: str) -> str:
    return "\t".join(values.get(name, "") for name in COLUMNS)


# The same in all tests: compiling a thesaurus takes a while, and the cache of the test run keeps it.
CONCEPT = line(
    id="glow-nozzle", kind="component", broader="spray-nozzle", de="Blubberling", zh="辉熔积块", zh_alt="辉熔积", en="glow melting nozzle"
)


@pytest.fixture
def folder() -> Iterator[Path]:
    """The folder of overlay files of the tests' home, and no index to begin with."""
    made = Path(settings.KONTOR_HOME) / "thesaurus"
    made.mkdir()
    yield made
    index.close_writer()
    shutil.rmtree(made)
    shutil.rmtree(settings.KONTOR_INDEX, ignore_errors=True)
    core_overlays.use(overlays.in_use)  # what is known of the files holds for a quarter of a second, and the next test may be quicker


def put(folder: Path, *lines: str) -> None:
    (folder / "own.tsv").write_text("\n".join((HEADER, *lines)) + "\n", encoding="utf-8")


def rebuild() -> tuple[dict[str, object], str]:
    said, warned = StringIO(), StringIO()
    call_command("index", "rebuild", "--json", stdout=said, stderr=warned)
    return json.loads(said.getvalue()), warned.getvalue()


def company() -> str:
    made = OrganisationFactory(city=CityFactory(slug="foshan", country="CN", region="CN-GD"), language="zh", name="佛山市示例有限公司")
    OrganisationTextFactory(owner=made, language="zh", value="辉熔积块的生产。", field="scope")
    return made.public_id


@pytest.mark.django_db(transaction=True)
def test_a_concept_of_an_overlay_is_found_after_the_rebuild_and_the_site_never_stops(client: Client, folder: Path) -> None:
    found = company()
    assert rebuild()[0] == {"documents": 1, "seconds": pytest.approx(60, abs=60), "overlay_files": 0}
    ask = {"q": "Blubberling", "in": "both"}
    assert found not in client.get("/de/search/", ask).content.decode()

    put(folder, CONCEPT)
    assert overlays.are_waiting()
    assert labels.signature() == labels.signature((labels.loading.DATA,)), "a file that only lies there changes nothing"
    page = client.get("/de/search/", ask)
    assert (page.status_code, found in page.content.decode()) == (200, False)

    before = index.folder()
    assert rebuild()[0]["overlay_files"] == 1
    assert index.folder() != before
    assert not overlays.are_waiting()
    page = client.get("/de/search/", ask).content.decode()
    assert found in page
    assert "<mark>Blubberling</mark>" in page
    assert "辉熔积块" in page.split("<mark>")[2]
    learned = dict(model.load().translations("blubberling", "de", "zh"))
    assert learned.keys() & {"辉熔", "熔积", "积块"}, "the part translation was learned with the new labels"
    english = client.get("/en/search/", {"q": "glow melting nozzle", "in": "both"}).content.decode()
    assert found in english

    put(folder, CONCEPT, "too\tfew")
    with pytest.raises(CommandError, match=r"stays in use. Please mend:\nthesaurus/own.tsv:3: 2 cells instead of 15"):
        rebuild()
    assert found in client.get("/de/search/", ask).content.decode()
    with index.writing():  # a worker that starts now leaves the broken file out and keeps what holds
        assert index.ensure() is None
        assert index.renew(is_strict=False) == 1
    assert found in client.get("/de/search/", ask).content.decode()

    (folder / "own.tsv").unlink()
    assert found in client.get("/de/search/", ask).content.decode(), "taking a file away changes nothing either, before the rebuild"
    assert rebuild()[0]["overlay_files"] == 0
    assert found not in client.get("/de/search/", ask).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "thesaurus/own.tsv:1: the header must be"),
        (f"{HEADER}\n".encode("utf-16"), "thesaurus/own.tsv: not UTF-8"),
        (f"{HEADER}\n{line(id='a-thing', kind='product', broader='nowhere', de='Dingsda', zh='辉熔积', en='thingummy')}".encode(), "own.tsv:2: a-thing: unknown broader nowhere"),
        (f"{HEADER}\n{line(id='a-thing', kind='product', broader='valve', de='Ventil', zh='辉熔积', en='thingummy')}".encode(), "own.tsv:2: de label 'ventil' is shared by a-thing, valve"),
        (f"{HEADER}\n{line(id='a-thing', kind='product', broader='a-thing', de='Dingsda', zh='辉熔积', en='thingummy')}".encode(), "own.tsv:2: a-thing: broader concepts lead back to a-thing"),
    ],
)
def test_a_faulty_file_is_refused_by_file_and_line_and_nothing_changes(folder: Path, content: bytes, said: str) -> None:
    (folder / "own.tsv").write_bytes(content)
    with pytest.raises(CommandError) as refused:
        rebuild()
    assert said in str(refused.value)
    assert not index.exists()
    assert overlays.name_in_use() == ""


def test_a_first_start_goes_on_without_a_faulty_file(folder: Path, db: None, caplog: pytest.LogCaptureFixture) -> None:
    put(folder, "too\tfew")
    with index.writing():
        assert index.ensure() == 0
    assert overlays.in_use() == ()
    assert labels.signature() == labels.signature((labels.loading.DATA,))
    assert "overlay left out: thesaurus/own.tsv:2: 2 cells" in caplog.text


def serving(act: Callable[[], object]) -> Callable[[], None]:
    """Have `act` done again and again by somebody who holds the lock of the writer, as a worker does."""
    ready, stopping = threading.Event(), threading.Event()

    def work() -> None:
        try:
            with index.writing():
                ready.set()
                while not stopping.wait(0.02):
                    act()
        finally:
            connection.close()  # this thread's own; PostgreSQL drops no database that somebody is connected to

    thread = threading.Thread(target=work)
    thread.start()
    ready.wait(10)

    def end() -> None:
        stopping.set()
        thread.join()

    return end


@pytest.mark.django_db(transaction=True)
def test_while_a_worker_runs_it_is_the_worker_who_rebuilds(folder: Path) -> None:
    end = serving(rebuilding.serve)
    try:
        done, warned = rebuild()
        put(folder, "too\tfew")
        with pytest.raises(CommandError, match=r"thesaurus/own.tsv:2: 2 cells instead of 15"):
            rebuild()
    finally:
        end()
    assert (done["documents"], done["overlay_files"]) == (0, 0)
    assert "the worker is asked to rebuild the index" in warned
    assert index.exists()


@pytest.mark.django_db
def test_whoever_holds_the_lock_and_does_not_listen_is_not_waited_for_forever(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "HEARD_SECONDS", 0.3)
    end = serving(lambda: None)
    try:
        with pytest.raises(CommandError, match="another process writes the index"):
            rebuild()
    finally:
        end()
    assert not (Path(settings.KONTOR_INDEX) / rebuilding.WISH).exists(), "nobody does later what nobody waits for"


@pytest.mark.django_db
def test_a_worker_that_dies_while_building_is_noticed(folder: Path) -> None:
    def die() -> None:
        if token := rebuilding._read(rebuilding._path(rebuilding.WISH)):
            rebuilding._answer(token, state="begun", pid=2**22 + 1)

    end = serving(die)
    try:
        with pytest.raises(CommandError, match="the worker ended while it was building"):
            rebuild()
    finally:
        end()


@pytest.mark.django_db(transaction=True)
def test_trouble_while_building_is_told_to_who_asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_progress: object = None, by: object = None) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(index, "rebuild", full)
    end = serving(rebuilding.serve)
    try:
        with pytest.raises(CommandError, match=r"could not rebuild the index: .*No space left"):
            rebuild()
    finally:
        end()
    assert overlays.name_in_use() == ""
