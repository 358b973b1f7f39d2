"""A file in, twice, newer, and out again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kontor.common.actors import CONSOLE
from kontor.directory import services as directory
from kontor.directory.models import Organisation, OrganisationText, SourceRank
from kontor.searching.models import IndexEntry
from kontor.supply import services
from kontor.supply.digest import digest
from kontor.supply.models import ImportBatch, ImportRow
from kontor_core.supply import dirt
from tests.kontor.factories import CityFactory

HEADER = "企业名称,经营范围,城市,手机\n"
ROWS = ["佛山市甲乙压铸有限公司,铝合金压铸件的生产、加工,佛山,13800138000", "佛山市丙丁阀门有限公司,阀门制造、销售,佛山市,13800138001", "佛山某某银行,银行业务,佛山,"]


@pytest.fixture
def foshan(db: None) -> object:
    return CityFactory(slug="foshan", country="CN", region="CN-GD", name_zh="佛山", name_de="Foshan", name_en="Foshan")


def bring(path: Path, rows: list[str], **options: str) -> services.Result:
    path.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    return services.bring_in(services.Request(path, "Register", options.get("city", ""), options.get("publish", "all")), actor=CONSOLE)


def counts(result: services.Result) -> tuple[int, int, int, dict[str, int]]:
    return result.created, result.updated, result.unchanged, result.set_aside


def test_import_twice_changes_nothing(foshan: object, tmp_path: Path) -> None:
    first = bring(tmp_path / "a.csv", ROWS)
    assert counts(first) == (2, 0, 0, {"finance": 1})
    assert first.personal_columns_dropped == 1
    assert set(Organisation.objects.values_list("visibility", flat=True)) == {"public"}
    assert IndexEntry.objects.count() == 2
    before = digest()
    assert counts(bring(tmp_path / "b.csv", ROWS)) == (0, 0, 2, {"finance": 1})
    assert digest() == before


def test_undo_restores_the_state(foshan: object, tmp_path: Path) -> None:
    empty = digest()
    one = bring(tmp_path / "a.csv", ROWS)
    full = digest()
    newer = [ROWS[0].replace("铝合金", "镁合金"), "佛山市新来机械有限公司,机械制造,佛山,"]
    two = bring(tmp_path / "b.csv", newer)
    assert counts(two) == (1, 1, 0, {})
    assert [finding[2] for finding in two.findings] == ["row-vanished"]
    assert OrganisationText.objects.filter(value__contains="镁合金").count() == 1
    for result, expected in ((two, full), (one, empty)):
        assert services.undo(ImportBatch.objects.get(public_id=result.batch), actor=CONSOLE).is_done
        assert digest() == expected
    assert not Organisation.objects.exists()


def test_undo_is_refused_for_edited_rows(foshan: object, tmp_path: Path) -> None:
    batch = ImportBatch.objects.get(public_id=bring(tmp_path / "a.csv", ROWS).batch)
    edited = Organisation.objects.order_by("pk").first()
    directory.change_organisation(edited, actor=CONSOLE, website="https://example.org")
    done = services.undo(batch, actor=CONSOLE)
    assert (done.is_done, done.edited) == (False, [(edited.public_id, 2)])
    assert Organisation.objects.count() == 2
    assert services.undo(batch, actor=CONSOLE, keep_edited=True).removed == 1
    assert Organisation.objects.get() == edited


def test_a_company_s_own_words_stay(foshan: object, tmp_path: Path) -> None:
    bring(tmp_path / "a.csv", ROWS)
    text = OrganisationText.objects.order_by("pk").first()
    directory.record_sources(text.owner, ["texts.scope.zh"], rank=SourceRank.COMPANY)
    result = bring(tmp_path / "b.csv", [ROWS[0].replace("铝合金", "镁合金"), *ROWS[1:]])
    text.refresh_from_db()
    assert "铝合金" in text.value
    assert [finding[2] for finding in result.findings] == ["value-kept"]


def test_dry_run_writes_nothing(foshan: object, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(HEADER + ROWS[0], encoding="utf-8")
    assert counts(services.try_out(services.Request(path, "Register"))) == (1, 0, 0, {})
    assert not ImportBatch.objects.exists() and not Organisation.objects.exists()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000))
def test_dirty_files(foshan: object, tmp_path: Path, seed: int) -> None:
    made = dirt.make(seed, 12)
    start = digest()
    batches = []
    for name, data in made.files:
        path = tmp_path / name
        path.write_bytes(data)
        request = services.Request(path, f"Dirt {seed}", "foshan", "all")
        batches.append(services.bring_in(request, actor=CONSOLE).batch)
        full = digest()
        again = services.bring_in(request, actor=CONSOLE)
        assert (again.created, again.updated) == (0, 0)
        assert digest() == full
    stored = "\n".join(str(row) for row in ImportRow.objects.values_list("data", "findings")) + "\n".join(OrganisationText.objects.values_list("value", flat=True))
    assert [secret for secret in made.truth.personal if len(secret) > 6 and secret in stored] == []
    for batch in reversed(batches):
        assert services.undo(ImportBatch.objects.get(public_id=batch), actor=CONSOLE).is_done
    assert digest() == start
