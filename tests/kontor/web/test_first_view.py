"""The first view of the front page and of results is light: it is opened in a fair hall and behind a slow line."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.kontor.web.world_of_casters import caster

pytestmark = pytest.mark.django_db
# Bytes a cold browser may load, page and everything it names, as the server sends them.
MOST_BYTES = 80_000


def loaded(page: str) -> list[str]:
    """Addresses a browser fetches for a page."""
    links = re.findall(r'<link rel="(?:stylesheet|icon)" href="([^"]+)"', page)
    return links + re.findall(r'<(?:script|img)[^>]* src="([^"]+)"', page)


def transferred(path: str) -> int:
    found = finders.find(path.removeprefix("/static/"))
    assert isinstance(found, str), path
    return len(gzip.compress(Path(found).read_bytes(), 6))


@pytest.mark.parametrize("path", ["/de/", "/zh/", "/de/search/?q=Aluminiumdruckguss&in=CN"])
def test_the_first_view_is_at_most_80_kilobytes(client: Client, build_index: Callable[[], None], path: str) -> None:
    for number in range(30):
        caster(number, claimed=number % 2 == 0)
    build_index()
    answer = client.get(path, headers={"accept-encoding": "gzip"})
    page = gzip.decompress(answer.content).decode()
    assert all(address.startswith("/static/") for address in loaded(page))
    assert len(loaded(page)) == 4
    total = len(answer.content) + sum(transferred(address) for address in loaded(page))
    assert total <= MOST_BYTES, total


def test_nothing_stands_inline(client: Client) -> None:
    page = client.get("/de/").content.decode()
    assert " style=" not in page
    assert re.findall(r"<script(?![^>]* src=)", page) == []
    assert re.findall(r" on[a-z]+=", page) == []
