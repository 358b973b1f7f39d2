"""Reports and clean copies."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kontor_core.command import CommandError
from kontor_core.commands import clean
from kontor_core.tables.copying import suggested
from kontor_core.tables.report import defused, sheet_name, write_xlsx
from tests.kontor_core.tables import samples

LIST = "企业名称,法定代表人,手机,备注,经营范围\n甲甲铝业有限公司,王小明,13800138000,=cmd|'/c calc'!A1,铝材；电话13900139000\n@SUM(A1)有限公司,李四,13700137000,+49 841 305,五金\n合计,,,2,\n"


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1+cmd", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "  =1", "\u3000=1", "\x00=1"])
def test_formulas_are_defused(text: str) -> None:
    assert defused(text).startswith("'")


@pytest.mark.parametrize("text", ["-5", "+3,5", "A-1", "佛山", "", "a=b", "3.14"])
def test_plain_cells_stay(text: str) -> None:
    assert defused(text) == text


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_no_text_begins_like_a_formula(text: str) -> None:
    written = defused(text).lstrip(" \u3000\xa0")
    assert not written.startswith(("=", "@", "\t", "\r"))


def test_a_report_opens_and_holds_texts_only(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    write_xlsx(path, [("Findings / 2026", ["row", "=heading"], [[3, "=1+1"], [4, "x" * 40_000], [5, "bad\x01\ufffe"]]), ("findings   2026", ["a"], [["b"]])])
    book = load_workbook(path)
    assert book.sheetnames == ["Findings   2026", "findings   2026 2"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"n", "s"}
    assert book.worksheets[0]["B2"].value == "'=1+1"
    assert book.worksheets[0]["B4"].value == "bad"


def test_names_of_sheets_are_allowed_ones() -> None:
    taken: set[str] = set()
    assert [sheet_name(name, taken) for name in ("a/b:c", "", "../../etc", "x" * 50)] == ["a b c", "1", ".. .. etc", "x" * 28]


def run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert clean.main([*arguments, "--json"]) == 0
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return answer


def test_clean_writes_a_copy_without_personal_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "名单.csv"
    path.write_bytes(LIST.encode("gb18030"))
    answer = run([str(path)], capsys)
    target = tmp_path / "名单.clean.csv"
    assert answer == {
        "written": str(target), "rows": 2, "sheets": 1, "personal_columns_dropped": 2, "columns_dropped": ["法定代表人", "手机"], "cells_masked": 1, "masked": {"经营范围": 1}, "rows_left_out": 1,
    }
    text = target.read_text(encoding="utf-8-sig")
    for secret in ("王小明", "李四", "13800138000", "13900139000", "13700137000"):
        assert secret not in text
    assert list(csv.reader(text.splitlines())) == [["企业名称", "备注", "经营范围"], ["甲甲铝业有限公司", "'=cmd|'/c calc'!A1", "铝材；电话***"], ["'@SUM(A1)有限公司", "'+49 841 305", "五金"]]
    assert sorted(item.name for item in tmp_path.iterdir()) == ["名单.clean.csv", "名单.csv"]


def test_clean_keeps_the_sheets_of_a_spreadsheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(samples.xls({"顺德区": samples.COMPANIES, "南海区": samples.COMPANIES}))
    answer = run([str(path), "--output", str(tmp_path / "b.xlsx")], capsys)
    assert (answer["rows"], answer["sheets"]) == (4, 2)
    assert load_workbook(tmp_path / "b.xlsx").sheetnames == ["顺德区", "南海区"]
    with pytest.raises(CommandError, match="several sheets"):
        clean.main([str(path), "--output", str(tmp_path / "b.csv")])
    assert not (tmp_path / "b.csv").exists()


def test_clean_says_what_went_wrong_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("姓名,电话\n王小明,13800138000\n", encoding="utf-8")
    with pytest.raises(CommandError, match="no heading"):
        clean.main([str(path)])
    with pytest.raises(CommandError, match="has to end in"):
        clean.main([str(path), "--output", str(tmp_path / "b.pdf")])
    assert [item.name for item in tmp_path.iterdir()] == ["a.csv"]


def test_clean_never_overwrites_its_own_input_or_a_copy_made_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text(LIST, encoding="utf-8")
    with pytest.raises(CommandError, match="exists"):
        clean.main([str(path), "--output", str(path)])
    run([str(path)], capsys)
    with pytest.raises(CommandError, match="exists"):
        clean.main([str(path)])


def test_where_the_copy_goes() -> None:
    assert [suggested(Path(name)).name for name in ("a.csv", "a.csv.gz", "a.xls", "a.ods", "a.XLSX", "liste")] == ["a.clean.csv", "a.clean.csv", "a.clean.xlsx", "a.clean.xlsx", "a.clean.xlsx", "liste.clean.csv"]
