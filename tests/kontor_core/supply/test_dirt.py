"""Dirty files of the generator, read: every company, every planted finding at its place, no personal data anywhere."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kontor_core.supply import dirt
from kontor_core.supply.findings import of_notice
from kontor_core.supply.rows import Row, digest, rows
from kontor_core.tables import copying, reading
from tests.kontor_core.tables import samples

EXAMPLES = 300 if os.environ.get("KONTOR_DRILLS") else 30
WRITERS = {"ods": samples.ods, "xls": samples.xls}
ALWAYS_SAID = {"hidden-column", "totals-left-out", "cut-off", "doubled-row"}


def read_all(made: dirt.Dirt, folder: Path) -> tuple[list[Row], set[tuple[int, str, int, str, str]], int, str]:
    """(rows, findings as (file, sheet, row, column, code), columns of persons dropped, everything as one text)."""
    found: list[Row] = []
    said: set[tuple[int, str, int, str, str]] = set()
    dropped = 0
    text: list[str] = []
    for number, (name, data) in enumerate(made.files):
        path = folder / name
        path.write_bytes(data)
        seen: dict[str, int] = {}
        for sheet in reading.sheets(path):
            for row in rows(sheet, seen):
                found.append(row)
                said.update((number, item.sheet, item.row or 0, item.column, item.code) for item in row.findings)
                text.append(repr(row) + "".join(item.message(language) for item in row.findings for language in ("de", "zh", "en")))
            said.update((number, notice.sheet, notice.row or 0, notice.column, of_notice(notice).code) for notice in sheet.notices)
            dropped += len(sheet.screening.columns_dropped)
            text.append(repr(sheet.notices) + repr(sheet.screening.masked))
        copy = folder / f"copy-{number}.csv"
        if not name.endswith((".xlsx", ".ods", ".xls")):
            copying.write_copy(reading.sheets(path), copy)
            text.append(copy.read_text(encoding="utf-8-sig"))
    return found, said, dropped, "\n".join(text)


@given(st.integers(min_value=0, max_value=10**9))
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_dirty_files_come_to_the_truth(seed: int) -> None:
    made = dirt.make(seed, 14, WRITERS)
    with tempfile.TemporaryDirectory() as folder:
        found, said, dropped, everything = read_all(made, Path(folder))
    wanted = sorted(digest(company) for company in made.truth.companies)
    doubled = sum(planted.code == "doubled-row" for planted in made.truth.findings)
    clean = [row.digest for row in found if row.name not in made.truth.spoilt and row.triage.reason != "doubled"]
    assert sorted(clean) == wanted, made.description
    assert sum(row.triage.reason == "doubled" for row in found) == doubled, made.description
    planted = {(item.file, item.sheet, item.row, item.column, item.code) for item in made.truth.findings}
    assert planted <= said, (made.description, planted - said)
    unexpected = {item for item in said - planted if item[4] not in ("broken-bytes", "note-left-out")}
    assert not unexpected, (made.description, unexpected)
    assert dropped == made.truth.person_columns, made.description
    for secret in made.truth.personal:
        assert secret not in everything, made.description
        digits = re.sub(r"\D", "", secret)
        assert len(digits) < 11 or digits not in re.sub(r"[\s\-/()]", "", everything), made.description


@given(st.integers(min_value=0, max_value=10**9))
@settings(max_examples=10, deadline=None)
def test_the_same_seed_gives_the_same_files(seed: int) -> None:
    one, other = dirt.make(seed, 6), dirt.make(seed, 6)
    assert one.truth == other.truth
    assert [name for name, _ in one.files] == [name for name, _ in other.files]
    assert all(a == b for (name, a), (_, b) in zip(one.files, other.files, strict=True) if not name.endswith(".xlsx"))


@given(st.integers(min_value=0, max_value=10**9))
@settings(max_examples=15, deadline=None)
def test_rows_with_a_wrong_number_are_not_publishable(seed: int) -> None:
    made = dirt.make(seed, 14, WRITERS)
    with tempfile.TemporaryDirectory() as folder:
        found = read_all(made, Path(folder))[0]
    for row in found:
        if row.name in made.truth.spoilt:
            assert row.triage.decision != "publishable"


def test_the_generator_uses_headings_that_are_known() -> None:
    assert dirt.headings_are_known()
