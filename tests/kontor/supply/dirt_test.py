"""Dirty files of the generator through the whole import: the truth comes out, nothing personal stays in any byte, undo restores."""

from __future__ import annotations

import json
import logging
import os
import re
import subprocess
import sys
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
from tests.kontor_core.tables import samples

IS_DRILL = bool(os.environ.get("KONTOR_DRILLS"))
EXAMPLES = 300 if IS_DRILL else 5
SEEDS_ON_DISK = range(40) if IS_DRILL else range(1)
ROWS = 12
WRITERS = {"ods": samples.ods, "xls": samples.xls}
COMMAND = "import sys; from kontor_core.command import main; sys.exit(main())"


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
    """Every value of every table, and everything of every document."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found.extend(str(value) for row in cursor.fetchall() for value in row if value is not None)
    documents = build_documents(list(Organisation.objects.values_list("public_id", flat=True)))
    found.extend(f"{document.tokens} {document.filters} {document.payload.decode('utf-8', 'replace')}" for document in documents.values())
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
    made = dirt.make(seed, ROWS, WRITERS)
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
    assert [secret for secret in made.truth.personal if secret in everything] == [], made.description
    undo_all(batches)
    assert digest() == start
    caplog.clear()


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**9), stop=st.integers(0, 3))
def test_however_it_is_written_it_comes_to_the_same(city: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, stop: int) -> None:
    """Rows and columns permuted, columns renamed, re-encoded, as text and as spreadsheets, packed, split, doubled, with titles and totals, with
    blanks around cells; one of the imports is interrupted and begun again."""
    digests = set()
    written = dirt.rewritten(seed, ROWS, writers=WRITERS)
    for number, made in enumerate(written):
        batches = []
        for name, data in made.files:
            if number == 0 and stop:
                batches.extend(interrupt(tmp_path, name, data, stop, monkeypatch))
            batches.append(bring(tmp_path, name, data, "Register").batch)
        digests.add(digest().sha256)
        undo_all(batches)
    assert len(digests) == 1, [made.description for made in written]


def interrupt(folder: Path, name: str, data: bytes, stop: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Begin an import and break it off after so many steps of four rows; the import, where it was shorter than that."""
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
    try:
        result = services.bring_in(services.Request(path, "Register", "foshan", "all"), actor=CONSOLE, progress=break_off)
    except KeyboardInterrupt:
        assert steps == stop
        return []
    assert steps < stop
    return [result.batch]


def test_no_file_of_an_installation_holds_anything_personal(tmp_path: Path) -> None:
    """Every byte below the home folder after imports by command (database with its log, index, caches), the reports, and all that was said."""
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment = {**inherited, "KONTOR_HOME": str(tmp_path / "home"), "DJANGO_SETTINGS_MODULE": "kontor.settings.default"}
    said: list[bytes] = []

    def run(*words: str) -> None:
        done = subprocess.run([sys.executable, "-c", COMMAND, *words], env=environment, cwd=tmp_path, capture_output=True, check=False)
        said.extend((done.stdout, done.stderr))
        assert done.returncode == 0, done.stderr.decode()

    run("migrate", "--verbosity", "0")
    secrets: set[str] = set()
    names: set[str] = set()
    for seed in SEEDS_ON_DISK:
        made = dirt.make(seed, ROWS, WRITERS)
        secrets.update(made.truth.personal)
        names.update(company["name"] for company in made.truth.companies)
        for name, data in made.files:
            (tmp_path / name).write_bytes(data)
            run("import", name, "--source", f"Dirt {seed}", "--city", "foshan", "--publish", "all", "--report", f"report-{seed}-{name}.xlsx", "--language", "zh")
            (tmp_path / name).unlink()
    if IS_DRILL:  # a fresh home compiles the thesaurus first, which takes longer than the rest
        run("index", "rebuild")
    for report in tmp_path.glob("report-*.xlsx"):
        with zipfile.ZipFile(report) as packed:
            said.extend(packed.read(part) for part in packed.namelist())
    everything = b"\n".join([*said, *(path.read_bytes() for path in (tmp_path / "home").rglob("*") if path.is_file())])
    assert all(name.encode() in everything for name in names)
    assert [secret for secret in secrets if any(form in everything for form in forms_of(secret))] == []


def forms_of(text: str) -> set[bytes]:
    """A text as files may hold it: in the encodings that occur, and as JSON writes it."""
    return {text.encode("utf-8"), text.encode("utf-16-le"), text.encode("gb18030"), json.dumps(text)[1:-1].encode()}
