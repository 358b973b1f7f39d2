"""Dirty files of the generator through the whole import: the truth comes out, nothing personal stays in any byte, undo restores."""

from __future__ import annotations

import logging
import os
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kontor.common.actors import CONSOLE
from kontor.directory.models import Organisation
from kontor.directory.search import build_documents
from kontor.supply import services
from kontor.supply.digest import digest
from kontor.supply.messages import as_json
from kontor.supply.models import ImportBatch
from kontor.supply.report import write_report
from kontor_core.supply import dirt
from tests.kontor.factories import CityFactory

EXAMPLES = 300 if os.environ.get("KONTOR_DRILLS") else 30
ROWS = 12
SHORTEST = 7
"""A secret of fewer characters may occur by chance."""


@pytest.fixture
def city(db: None) -> object:
    return CityFactory(slug="foshan", country="CN", region="CN-GD", name_zh="佛山", name_de="Foshan", name_en="Foshan")


def bring(folder: Path, name: str, data: bytes, source: str) -> services.Result:
    path = folder / name
    path.write_bytes(data)
    return services.bring_in(services.Request(path, source, "foshan", "all"), actor=CONSOLE)


def undo_all(batches: list[str]) -> None:
    for batch in reversed(batches):
        assert services.undo(ImportBatch.objects.get(public_id=batch), actor=CONSOLE).is_done


def everything_stored() -> str:
    """Every value of every table, and every token of every document."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found.extend(str(value) for row in cursor.fetchall() for value in row if value is not None)
    documents = build_documents(list(Organisation.objects.values_list("public_id", flat=True)))
    found.extend(f"{document.tokens} {document.filters}" for document in documents.values())
    return "\n".join(re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), value) for value in found)


def report_of(result: services.Result, folder: Path) -> str:
    path = folder / "report.xlsx"
    write_report(path, result, "de")
    with zipfile.ZipFile(path) as packed:
        return "\n".join(packed.read(name).decode() for name in packed.namelist()) + str([as_json(finding, "zh") for finding in result.findings])


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**9))
def test_dirty_files(city: object, tmp_path: Path, caplog: Any, seed: int) -> None:
    caplog.set_level(logging.DEBUG)
    made = dirt.make(seed, ROWS)
    start = digest()
    batches, said = [], set()
    told = []
    for number, (name, data) in enumerate(made.files):
        result = bring(tmp_path, name, data, f"Dirt {seed}")
        batches.append(result.batch)
        said.update((number, sheet, row or 0, column, code) for row, column, code, _, sheet in result.findings)
        told.append(report_of(result, tmp_path))
        full = digest()
        again = bring(tmp_path, name, data, f"Dirt {seed}")
        assert (again.created, again.updated, digest()) == (0, 0, full), made.description
    planted = {(item.file, item.sheet, item.row, item.column, item.code) for item in made.truth.findings}
    assert planted <= said, (made.description, planted - said)
    everything = "\n".join((everything_stored(), *told, caplog.text))
    assert [company["name"] for company in made.truth.companies if company["name"] not in everything] == [], made.description
    assert [secret for secret in made.truth.personal if len(secret) >= SHORTEST and secret in everything] == [], made.description
    undo_all(batches)
    assert digest() == start
    caplog.clear()


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**9), stop=st.integers(0, 3))
def test_however_it_is_written_it_comes_to_the_same(city: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, stop: int) -> None:
    """Columns permuted and renamed, re-encoded, split, doubled; one of the imports is interrupted and begun again."""
    digests = set()
    for number, made in enumerate(dirt.rewritten(seed, ROWS)):
        batches = []
        for name, data in made.files:
            if number == 0 and stop:
                interrupt(tmp_path, name, data, stop, monkeypatch)
            batches.append(bring(tmp_path, name, data, "Register").batch)
        digests.add(digest().sha256)
        undo_all(batches)
    assert len(digests) == 1, [made.description for made in dirt.rewritten(seed, ROWS)]


def interrupt(folder: Path, name: str, data: bytes, stop: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin an import and break it off after so many steps of four rows."""
    from kontor.supply.services import committing, staging

    monkeypatch.setattr(staging, "CHUNK", 4)
    monkeypatch.setattr(committing, "CHUNK", 4)
    steps = 0

    def break_off(*_: object) -> None:
        nonlocal steps
        steps += 1
        if steps == stop:
            raise KeyboardInterrupt

    path = folder / name
    path.write_bytes(data)
    with pytest.raises(KeyboardInterrupt):
        services.bring_in(services.Request(path, "Register", "foshan", "all"), actor=CONSOLE, progress=break_off)
