"""Ranking, thesaurus, about and the legal pages: made from what they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation
from django.utils.html import escape

from kontor.searching.errors import SearchUnavailable
from kontor.web.legal.checks import operator_texts_are_there
from kontor.web.legal.operator_pages import MANDATORY, missing_files
from kontor.web.legal.privacy import personal_fields
from kontor.web.ranking.table import LABELS, REASONS, sections
from kontor.web.thesaurus import browsing
from kontor.web.thesaurus.finding import find
from kontor_core.search.weights import WEIGHTS
from kontor_core.thesaurus.concepts import KINDS, RELATIONS

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(tmp_path: Path) -> Iterator[Path]:
    """A home folder of its own with an empty folder of pages."""
    home = settings.KONTOR_HOME
    settings.KONTOR_HOME = tmp_path
    (tmp_path / "pages").mkdir()
    yield tmp_path / "pages"
    settings.KONTOR_HOME = home


def test_the_page_on_ranking_shows_every_weight_once(client: Client) -> None:
    page = client.get("/en/ranking/").content.decode()
    assert page.count('<td class="n">') == len(WEIGHTS)
    for weight in WEIGHTS.values():
        assert escape(weight.reason) in page
    assert sorted(line.label for section in sections() for line in section.lines) == sorted(map(str, LABELS.values()))


def test_reasons_and_labels_are_those_of_the_table() -> None:
    assert set(REASONS) == {weight.reason for weight in WEIGHTS.values()}
    assert set(LABELS) == set(WEIGHTS)


def test_names_of_kinds_and_relations_are_complete() -> None:
    assert set(browsing.KIND_NAMES) == set(KINDS)
    assert set(browsing.RELATION_NAMES) == set(RELATIONS)


def test_a_keyword_stands_in_three_languages(client: Client) -> None:
    page = client.get("/de/thesaurus/aluminium-die-casting/").content.decode()
    assert "Aluminiumdruckguss" in page
    assert '<div lang="zh-Hans"><p class="term-name">铝压铸</p>' in page
    assert '<div lang="de">' in page and '<div lang="en">' in page


@pytest.mark.parametrize("address", ["/de/thesaurus/no-such-keyword/", "/de/thesaurus/%3Cscript%3E/"])
def test_other_keywords_do_not_exist(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("text", "first"),
    [("Aluminiumdruckguss", "aluminium-die-casting"), ("铝压铸", "aluminium-die-casting"), ("ALUMINIUMDRUCKGUSS", "aluminium-die-casting")],
)
def test_a_keyword_is_found_by_any_of_its_labels(text: str, first: str) -> None:
    with translation.override("de"):
        assert find(text, "de").lines[0].address == f"/de/thesaurus/{first}/"


@pytest.mark.parametrize("text", ["qqqqzz", "<script>", "x" * 500, "\x00", "%", "   "])
def test_any_text_may_be_looked_up(client: Client, text: str) -> None:
    page = client.get("/de/thesaurus/", {"q": text})
    assert page.status_code == 200
    assert "<script>" not in page.content.decode().replace('<script src="', "")


def test_the_thesaurus_stands_without_an_index(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_ids: object) -> dict[str, int]:
        raise SearchUnavailable

    monkeypatch.setattr(browsing, "concept_counts", missing)
    assert client.get("/de/thesaurus/").status_code == 200
    assert client.get("/de/thesaurus/aluminium-die-casting/").status_code == 200


def test_the_privacy_page_names_every_personal_field(client: Client) -> None:
    with translation.override("en"):
        names = [name for table in personal_fields() for name in table.fields]
    assert {"e-mail address", "name", "form of address", "language"} <= set(names)
    page = client.get("/en/privacy/").content.decode()
    assert all(escape(name) in page for name in names)


def test_operators_fill_in_their_texts(client: Client, pages: Path) -> None:
    assert 'class="notice"' in client.get("/de/imprint/").content.decode()
    pages.joinpath("imprint.de.txt").write_text("# Stadt Muster\n\nRathausplatz 1\n<b>Ort</b>\n\nhttps://muster.example", "utf-8")
    page = client.get("/de/imprint/").content.decode()
    assert "<h2>Stadt Muster</h2>" in page
    assert "Rathausplatz 1<br>&lt;b&gt;Ort&lt;/b&gt;" in page
    assert '<a href="https://muster.example" rel="nofollow">' in page
    assert 'class="notice"' not in page
    assert '<div class="prose-blocks" lang="de">' in client.get("/zh/imprint/").content.decode(), "better than nothing"


def test_a_file_that_cannot_be_read_is_as_good_as_none(client: Client, pages: Path) -> None:
    (pages / "imprint.de.txt").mkdir()
    (pages / "privacy.de.txt").write_bytes(b"\xff\xfe broken")
    assert client.get("/de/imprint/").status_code == 200
    assert client.get("/de/privacy/").status_code == 200


def test_security_txt_is_the_operators(client: Client, pages: Path) -> None:
    assert client.get("/.well-known/security.txt").status_code == 404
    pages.joinpath("security.txt").write_text("Contact: mailto:security@muster.example\n", "utf-8")
    answer = client.get("/.well-known/security.txt")
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().startswith("Contact: ")


def test_the_deployment_check_names_what_is_missing(pages: Path) -> None:
    [error] = operator_texts_are_there(None)
    assert error.id == "kontor.E001"
    assert len(missing_files()) == 3 * len(MANDATORY) + 1
    for name in missing_files():
        pages.joinpath(name).write_text("text", "utf-8")
    assert operator_texts_are_there(None) == []
