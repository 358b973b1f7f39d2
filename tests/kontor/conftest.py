"""What all tests of the site share: no network, a guard against real time, the eight actors."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase
from django.utils import translation

from kontor.audit.triggers import create_statements, drop_statements
from tests.kontor.world import World, make_world

LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Any connection beyond this machine fails the test that made it."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> Any:
        if self.family != socket.AF_UNIX and address[0] not in LOOPBACK:
            raise AssertionError(f"a test connects to {address}")
        return real(self, address)

    socket.socket.connect = connect  # type: ignore[method-assign]
    yield
    socket.socket.connect = real  # type: ignore[method-assign]


@pytest.fixture(autouse=True)
def language_of_nobody() -> Iterator[None]:
    """A request leaves its language active in its thread; no test reads in that of the test before."""
    translation.activate(settings.LANGUAGE_CODE)
    yield
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True, scope="session")
def emptied_ledgers() -> Iterator[None]:
    """Tests with real transactions empty all tables at their end; a ledger refuses that on SQLite."""
    real = TransactionTestCase._fixture_teardown

    def teardown(self: TransactionTestCase) -> None:
        run(drop_statements)
        try:
            real(self)
        finally:
            run(create_statements)

    def run(statements: Any) -> None:
        with connection.cursor() as cursor:
            for statement in statements(connection.vendor, "audit_change"):
                cursor.execute(statement)

    TransactionTestCase._fixture_teardown = teardown  # type: ignore[method-assign]
    yield
    TransactionTestCase._fixture_teardown = real  # type: ignore[method-assign]


@pytest.fixture
def world(db: None) -> World:
    """Two cities, two organisations, and one actor of each kind."""
    return make_world()
