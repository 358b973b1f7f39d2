"""Whatever comes in, a page comes back that says what happened in the reader's language; when a part fails, the others stay up."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import translation

from kontor.searching import index
from tests.kontor.factories import OpportunityFactory
from tests.kontor.web.world_of_casters import caster

pytestmark = pytest.mark.django_db
Build = Callable[[], None]

LANGUAGES = {"de": 'lang="de"', "zh": 'lang="zh-Hans"', "en": 'lang="en"'}
ANY_TEXT = ("\x00\x01", "💥" * 50, "x" * 5000, "\u202e" * 10, "' OR 1=1 --", "<script>alert(1)</script>", "%s%n{}{{}}", "٣", "-1", "9" * 400, "../../etc/passwd", "\ud800".encode("utf-8", "surrogatepass"))
FIELDS = {
    "front": ("q", "side", "in"),
    "results": ("q", "side", "in", "kind", "city", "role", "division", "industry", "form", "agreement_role", "certificate", "verification", "size", "contact", "without", "sense", "group", "page", "view"),
    "browse": ("type", "country", "city", "form", "after"),
    "cities": ("q",),
    "ranking": ("q",),
    "thesaurus": ("q", "reported"),
    "about": ("q",),
    "privacy": ("q",),
}
READ_PAGES = ("front", "browse", "cities", "thesaurus", "ranking", "about", "privacy", "imprint", "accessibility")


@pytest.fixture
def built(build_index: Build) -> None:
    caster(1, claimed=True)
    OpportunityFactory()
    build_index()


def address(name: str, *arguments: str, prefix: str = "de") -> str:
    with translation.override({"zh": "zh-hans"}.get(prefix, prefix)):
        return reverse(name, args=arguments)


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_any_text_in_any_field_is_answered(client: Client, built: None, name: str) -> None:
    for field in FIELDS[name]:
        for text in ANY_TEXT:
            ask = {"q": "Aluminiumdruckguss", field: text} if name == "results" else {field: text}
            answer = client.get(address(name), ask)
            assert answer.status_code in (200, 400), (field, text)
            assert b"<script>alert" not in answer.content, (field, text)


@pytest.mark.parametrize("text", ANY_TEXT[:-1])
def test_any_id_that_is_none_is_the_same_404_page(client: Client, text: str) -> None:
    from urllib.parse import quote

    for path in ("organisations/{}/", "organisations/{}/request/", "opportunities/{}/", "cities/{}/", "thesaurus/{}/"):
        answer = client.get(f"/zh/{path.format(quote(text, safe=''))}")
        assert answer.status_code == 404, path
        assert "页面不存在" in answer.content.decode()


@pytest.mark.parametrize("prefix", sorted(LANGUAGES))
def test_a_wrong_method_is_a_page_in_the_readers_language(client: Client, built: None, prefix: str) -> None:
    for name in (*READ_PAGES, "results"):
        for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
            answer = client.generic(method, address(name, prefix=prefix))
            assert answer.status_code == 405, (name, method)
            assert "GET" in answer.headers["Allow"]
            assert LANGUAGES[prefix] in answer.content.decode()
            assert "<h1>" in answer.content.decode()


@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=1000, DATA_UPLOAD_MAX_NUMBER_FIELDS=20)
def test_a_form_beyond_all_measure_is_refused_with_a_page(client: Client) -> None:
    for data in ({"q": "x" * 2000}, {f"f{number}": "" for number in range(30)}):
        answer = client.post("/de/search/", data)
        assert answer.status_code == 400
        assert "<h1>" in answer.content.decode()
        assert LANGUAGES["de"] in answer.content.decode()


def index_files() -> Iterator[Path]:
    return (file for file in sorted(settings.KONTOR_INDEX.rglob("*")) if file.is_file())


DAMAGES: dict[str, Callable[[Path], None]] = {
    "everything gone": lambda file: file.unlink(),
    "words gone": lambda file: file.unlink() if file.name == index.TERMS else None,
    "words cut short": lambda file: file.write_bytes(file.read_bytes()[:40]) if file.name == index.TERMS else None,
    "words of another kind": lambda file: file.write_bytes(b"\x80\x04N.") if file.name == index.TERMS else None,
    "no generation": lambda file: file.unlink() if file.name == "CURRENT" else None,
    "another generation": lambda file: file.write_text("generation-999999") if file.name == "CURRENT" else None,
    "segments broken": lambda file: file.write_bytes(b"x") if file.parent.name.startswith("generation-") else None,
    "segments gone": lambda file: file.unlink() if file.parent.name.startswith("generation-") else None,
}


@pytest.mark.parametrize("damage", sorted(DAMAGES))
def test_a_damaged_index_stops_the_search_alone(client: Client, built: None, damage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that starts on a damaged index: nothing of the old one is open in it."""
    for file in list(index_files()):
        DAMAGES[damage](file)
    monkeypatch.setattr(index, "_reading", None)
    for prefix, words in (("de", "Die Suche ist zurzeit nicht verfügbar"), ("zh", "<textarea"), ("en", "<textarea")):
        answer = client.get(f"/{prefix}/search/", {"q": "Aluminiumdruckguss"})
        assert answer.status_code == 503
        assert words in answer.content.decode()
    for name in READ_PAGES:
        assert client.get(address(name)).status_code == 200, name
    assert client.get(address("concept", "aluminium-die-casting")).status_code == 200
    assert client.get(address("city", "foshan")).status_code == 200


def test_a_mended_index_is_found_without_a_restart(client: Client, built: None, build_index: Build) -> None:
    for file in list(index_files()):
        file.unlink()
    assert client.get("/de/search/", {"q": "Aluminiumdruckguss"}).status_code == 503
    build_index()
    assert client.get("/de/search/", {"q": "Aluminiumdruckguss"}).status_code == 200


def test_a_stopped_worker_leaves_the_pages_up(client: Client, built: None) -> None:
    """Nobody works through the queue: what is new is not found yet, everything else is."""
    new = caster(7)
    page = client.get("/de/search/", {"q": "Aluminiumdruckguss", "in": "CN"})
    assert page.status_code == 200
    assert new.public_id not in page.content.decode()
    assert client.get(address("organisation", new.public_id)).status_code == 200


@contextlib.contextmanager
def locked() -> Iterator[None]:
    def refused(execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:
        raise OperationalError("database is locked")

    with connection.execute_wrapper(refused):
        yield


@pytest.mark.parametrize("prefix", sorted(LANGUAGES))
def test_a_locked_database_is_said_and_what_needs_none_stays(client: Client, built: None, prefix: str) -> None:
    with locked():
        for name in ("front", "browse", "cities", "alliance"):
            answer = client.get(address(name, prefix=prefix))
            assert answer.status_code == 503, name
            assert answer.headers["Retry-After"] == "60"
            assert LANGUAGES[prefix] in answer.content.decode()
            assert "locked" not in answer.content.decode()
        for name in ("thesaurus", "ranking", "about", "privacy", "imprint", "accessibility"):
            assert client.get(address(name, prefix=prefix)).status_code == 200, name
        assert client.get("/healthz").status_code == 503


def test_a_form_that_cannot_be_kept_says_so(client: Client, built: None) -> None:
    from kontor.directory.models import Organisation

    subject = Organisation.objects.first()
    assert subject is not None
    with locked():
        answers = [
            client.post(address("entry-request", subject.public_id), {"kind": "remove"}),
            client.post(address("report-word"), {"kind": "missing", "word": "Guss", "language": "de"}),
        ]
    assert [answer.status_code for answer in answers] == [503, 503]
    assert all("noch einmal" in answer.content.decode() or "Minute" in answer.content.decode() for answer in answers)
