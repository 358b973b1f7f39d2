"""Every address has a row in the register, and answers as the row says."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kontor.web.prefixes import LanguagePrefix
from tests.architecture.routes import METHODS, READ_ONLY_PAGES, READ_ONLY_TABLES, ROUTES, TABLE_PAGES, Row
from tests.kontor.world import ACTORS, World, make_world


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def patterns(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every pattern with its full name; nameless ones are called `(unnamed)`."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from patterns(entry, inner)
        else:
            yield f"{namespace}{entry.name or '(unnamed)'}", entry


def names() -> list[str]:
    return sorted({name for name, _pattern in patterns(get_resolver())})


def row_of(name: str, method: str) -> Row | None:
    """The row of a name, with the rows that all tables of the admin share."""
    if (name, method) in ROUTES:
        return ROUTES[name, method]
    table, _line, page = name.removeprefix("admin:").rpartition("_")
    if not name.startswith("admin:") or not table:
        return None
    rows = READ_ONLY_PAGES if table in READ_ONLY_TABLES else TABLE_PAGES
    return rows.get((page, method))


CASES = [(name, method) for name in names() for method in METHODS]


@pytest.mark.parametrize(("name", "method"), CASES)
def test_every_address_and_method_has_a_row(name: str, method: str) -> None:
    assert row_of(name, method) is not None, f"{method} {name} has no row in tests/architecture/routes.py"


def test_no_row_is_left_for_an_address_that_is_gone() -> None:
    assert {name for name, _method in ROUTES} - set(names()) == set()


def test_every_row_has_an_answer_for_every_actor() -> None:
    rows = [*ROUTES.values(), *TABLE_PAGES.values(), *READ_ONLY_PAGES.values()]
    assert {len(row.answers) for row in rows} == {len(ACTORS)}


def test_a_page_for_readers_stands_under_a_language_prefix() -> None:
    prefixed = [entry for entry in get_resolver().url_patterns if isinstance(entry.pattern, LanguagePrefix)]
    assert len(prefixed) == 1
    free = {name for name in names() if not name.startswith("admin:")}
    free -= {name for name, _pattern in patterns(prefixed[0])}
    assert free == {"choose-language", "healthz", "security-txt"}


def address(name: str, row: Row, world: World) -> str:
    values = {
        key: str(attrgetter(value.strip("{}"))(world)) if value.startswith("{") else value
        for key, value in row.arguments.items()
    }
    if name == "admin:(unnamed)":
        return f"/admin/{values['url']}"
    return reverse(name, kwargs=values)


@pytest.mark.parametrize(("name", "method"), CASES)
def test_addresses_answer_as_the_register_says(name: str, method: str, world: World) -> None:
    row = row_of(name, method)
    assert row is not None
    path = address(name, row, world)
    answers = []
    for actor in ACTORS:
        client = Client()
        if actor in world.people:
            client.force_login(world.people[actor])
        answers.append(client.generic(method, path) if not row.data else client.post(path, row.data))
    assert dict(zip(ACTORS, [answer.status_code for answer in answers], strict=True)) == dict(
        zip(ACTORS, row.answers, strict=True)
    )


@pytest.mark.django_db
def test_a_page_that_is_not_marked_public_asks_to_sign_in(client: Client) -> None:
    """The default protects what nobody thought of: only marked views answer strangers."""
    public = {
        name for name, pattern in patterns(get_resolver()) if not getattr(pattern.callback, "login_required", True)
    }
    assert public == {name for name, method in ROUTES if method == "GET" and ROUTES[name, method].answers[0] != 302} | {
        "choose-language"
    }
