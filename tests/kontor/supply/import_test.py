"""A file in, twice, newer, and out again."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from kontor.common.actors import CONSOLE
from kontor.directory import services as directory
from kontor.directory.models import Certificate, Organisation, OrganisationText, SourceRank
from kontor.searching.models import IndexEntry
from kontor.supply import services
from kontor.supply.digest import digest
from kontor.supply.models import ImportBatch
from kontor.supply.report import in_short, write_report
from kontor_core.supply.dirt_companies import credit_code
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


def test_certificates_are_stored_and_go_with_the_list(foshan: object, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lists = ("ISO9001认证、IATF 16949；某行业认证", "IATF16949")
    batches = []
    empty = digest()
    for cell in lists:
        path.write_text(f"企业名称,经营范围,城市,认证\n佛山市甲乙压铸有限公司,铝合金压铸件的生产,佛山,{cell}\n", encoding="utf-8")
        batches.append((services.bring_in(services.Request(path, "Register", "", "all"), actor=CONSOLE).batch, digest()))
        held = set(Certificate.objects.values_list("standard", "concept"))
        assert held == ({("ISO 9001", "std-iso-9001"), ("IATF 16949", "std-iatf-16949"), ("某行业", "")} if cell == lists[0] else {("IATF 16949", "std-iatf-16949")})
    for batch, before in zip(reversed([name for name, _ in batches]), (batches[0][1], empty), strict=True):
        assert services.undo(ImportBatch.objects.get(public_id=batch), actor=CONSOLE).is_done
        assert digest() == before


def test_a_dry_run_shows_what_would_change(foshan: object, tmp_path: Path) -> None:
    bring(tmp_path / "a.csv", ROWS)
    before = digest()
    path = tmp_path / "b.csv"
    path.write_text(HEADER + "\n".join([ROWS[0].replace("铝合金", "镁合金"), *ROWS[1:]]), encoding="utf-8")
    result = services.try_out(services.Request(path, "Register", "", "all"))
    entry = Organisation.objects.order_by("pk").first().public_id
    assert result.changes == [("", 2, entry, "texts.scope.zh", "铝合金压铸件的生产、加工", "镁合金压铸件的生产、加工")]
    assert digest() == before


def test_the_report_names_rows_set_aside_by_their_place(foshan: object, tmp_path: Path) -> None:
    result = bring(tmp_path / "a.csv", [*ROWS, "=张三丰商店,零售,佛山,", "某某县丁戊压铸有限公司,压铸,=HYPERLINK(1),"])
    assert result.rows_set_aside == [("", 4, "finance"), ("", 5, "shop"), ("", 6, "city-unknown")]
    file = tmp_path / "report.xlsx"
    write_report(file, result, "de")
    workbook = load_workbook(file)
    rows = list(workbook["zurückgestellt"].iter_rows(values_only=True))
    assert [row[1:3] for row in rows[1:]] == [(4, "finance"), (5, "shop"), (6, "city-unknown")]
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert not [cell.value for cell in cells if "张三丰" in str(cell.value)]


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("", "maker", "(empty)  ->  maker"),
        ("hidden", "public", "hidden  ->  public"),
        ("甲" * 100 + "乙", "甲" * 100 + "丙", f"…{'甲' * 10}乙  ->  …{'甲' * 10}丙"),
        ("甲" * 70, "丙", f"{'甲' * 60}…  ->  丙"),
    ],
)
def test_long_values_are_shown_where_they_differ(before: str, after: str, line: str) -> None:
    assert in_short(before, after) == line


def test_a_row_that_got_a_number_since_has_not_vanished(foshan: object, tmp_path: Path) -> None:
    bring(tmp_path / "a.csv", ROWS)
    path = tmp_path / "b.csv"
    code = credit_code("440606", "123456789")
    path.write_text(f"企业名称,统一社会信用代码,经营范围,城市\n佛山市甲乙压铸有限公司,{code},铝合金压铸件的生产、加工,佛山\n", encoding="utf-8")
    request = services.Request(path, "Register", "", "all")
    told = [[finding[3]["name"] for finding in result.findings] for result in (services.try_out(request), services.bring_in(request, actor=CONSOLE))]
    assert told == [["佛山市丙丁阀门有限公司"], ["佛山市丙丁阀门有限公司"]]
