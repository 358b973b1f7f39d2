"""A search index for the tests of pages: made from the rows of the test, gone after it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings

from kontor.searching import index


@pytest.fixture
def build_index(db: None) -> Iterator[Callable[[], None]]:
    """Call it when the rows of the test stand."""

    def build() -> None:
        with index.writing():
            index.rebuild()

    yield build
    index.close_writer()
    shutil.rmtree(Path(settings.KONTOR_INDEX), ignore_errors=True)
