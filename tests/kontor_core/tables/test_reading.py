"""Tables as offices send them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from openpyxl import Workbook

from kontor_core.tables.errors import TableError
from kontor_core.tables.headers import field_of
from kontor_core.tables.reading import SHEET_HEADING, read, sheets
from tests.kontor_core.tables import samples

CHINESE = "企业名称,统一社会信用代码,经营范围,城市\n佛山市宏亮铝业有限公司,91440606MA4UQ1X12A,铝型材的生产、销售,佛山\n台州市明辉模具有限公司,91331002MA4UQ1X12B,模具制造,台州\n"
GERMAN = "Firma;Ort;Tätigkeit\nMüller Druckguss GmbH;Ingolstadt;Gießerei für Aluminium\nSchäfer Weiß KG;Köln;Großhandel mit Öfen\n"


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("is_packed", [False, True])
def test_chinese_text_tables_in_every_encoding(tmp_path: Path, encoding: str, is_packed: bool) -> None:
    data = CHINESE.encode(encoding)
    table = read(written(tmp_path, "a.csv", gzip.compress(data) if is_packed else data))
    assert [record["name"] for _, record in table.records()] == ["佛山市宏亮铝业有限公司", "台州市明辉模具有限公司"]
    assert list(table.columns) == ["name", "identifier", "scope", "city"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_german_text_tables(tmp_path: Path, encoding: str, delimiter: str) -> None:
    table = read(written(tmp_path, "a.csv", GERMAN.replace(";", delimiter).encode(encoding)))
    assert [record for _, record in table.records()][1] == {"name": "Schäfer Weiß KG", "city": "Köln", "scope": "Großhandel mit Öfen"}
    assert table.delimiter == delimiter


def test_umlauts_far_behind_a_plain_beginning(tmp_path: Path) -> None:
    rows = "".join(f"Firma {number} GmbH;Ulm\n" for number in range(60_000))
    table = read(written(tmp_path, "a.csv", f"Firma;Ort\n{rows}Müller GmbH;Köln\n".encode("cp1252")))
    assert table.rows[-1] == ["Müller GmbH", "Köln"]
    assert table.encoding == "cp1252"


def test_a_few_broken_bytes_are_told_and_not_fatal(tmp_path: Path) -> None:
    data = CHINESE.encode("utf-8") + "兰州黄河阀门有限公司,,阀门制造,兰".encode()[:-1]
    table = read(written(tmp_path, "a.csv", data))
    assert ("broken-bytes", 4) in [(notice.code, notice.row) for notice in table.notices]
    assert table.encoding.startswith("utf-8")


@pytest.mark.parametrize("build", [samples.xlsx, samples.xls, samples.ods])
def test_spreadsheets_of_three_kinds_with_a_sheet_for_each_district(tmp_path: Path, build: object) -> None:
    rows = {"顺德区": samples.COMPANIES, "南海区": (samples.HEADER, ("佛山市恒峰五金有限公司", "五金制造", "佛山"))}
    table = read(written(tmp_path, "a.bin", build(rows)))  # type: ignore[operator]
    assert [(record["name"], record["district"]) for _, record in table.records()] == [
        ("佛山市宏亮铝业有限公司", "顺德区"), ("台州市明辉模具有限公司", "顺德区"), ("佛山市恒峰五金有限公司", "南海区"),
    ]
    assert table.header[-1] == SHEET_HEADING
    assert list(zip(table.sheets, table.numbers, strict=True)) == [("顺德区", 2), ("顺德区", 3), ("南海区", 2)]
    numbers = [number for number, _ in table.records()]
    assert len(set(numbers)) == 3


def test_titles_ordinals_merged_cells_totals_notes_and_repeated_headers(tmp_path: Path) -> None:
    rows = (
        ("佛山市规上工业企业名单", "", "", ""), ("统计日期：2026年6月", "", "", ""), ("序号", "企业名称", "所在区县", "主营产品"), (1, "甲甲铝业有限公司", "顺德区", "铝材"), (2, "乙乙模具有限公司", "", "模具"),
        ("序号", "企业名称", "所在区县", "主营产品"), (3, "丙丙陶瓷有限公司", "南海区", "陶瓷"), ("", "", "", ""), ("合计", "", "", 3), ("注：本表数据截至6月底", "", "", ""),
    )

    def change(workbook: Workbook) -> None:
        workbook.worksheets[0].merge_cells("A1:D1")
        workbook.worksheets[0].merge_cells("C4:C5")
        workbook.worksheets[0].column_dimensions["D"].hidden = True

    table = read(written(tmp_path, "a.xlsx", samples.xlsx({"Sheet1": rows}, change)))
    assert [(number, record["name"], record["district"]) for number, record in table.records()] == [
        (4, "甲甲铝业有限公司", "顺德区"), (5, "乙乙模具有限公司", "顺德区"), (7, "丙丙陶瓷有限公司", "南海区"),
    ]
    assert [(notice.code, notice.row, notice.column) for notice in table.notices] == [
        ("hidden-column", None, "主营产品"), ("header-repeated", 6, ""), ("totals-left-out", 9, ""), ("note-left-out", 10, ""),
    ]


def test_hidden_columns_of_ods_and_hidden_sheets_are_said(tmp_path: Path) -> None:
    table = read(written(tmp_path, "a.ods", samples.ods({"A": samples.COMPANIES}, hidden=(1,))))
    assert [(notice.code, notice.column) for notice in table.notices] == [("hidden-column", "经营范围")]

    def change(workbook: Workbook) -> None:
        workbook["旧名单"].sheet_state = "hidden"

    table = read(written(tmp_path, "a.xlsx", samples.xlsx({"新": samples.COMPANIES, "旧名单": samples.COMPANIES}, change)))
    assert len(table.rows) == 2
    assert [(notice.code, notice.sheet) for notice in table.notices] == [("hidden-sheet", "旧名单")]


def test_a_cover_sheet_is_left_out_and_said(tmp_path: Path) -> None:
    found = list(sheets(written(tmp_path, "a.xlsx", samples.xlsx({"说明": (("本表由商会提供",),), "名单": samples.COMPANIES}))))
    assert [sheet.name for sheet in found] == ["名单"]
    assert [(notice.code, notice.sheet) for notice in found[0].notices] == [("sheet-left-out", "说明")]


@pytest.mark.parametrize(("build", "name"), [(samples.xlsx, "a.xlsx"), (samples.xls, "a.xls"), (samples.ods, "a.ods")])
def test_codes_that_a_spreadsheet_rounded_show_it(tmp_path: Path, build: object, name: str) -> None:
    rows = (("企业名称", "信用代码", "邮编"), ("甲甲铝业有限公司", 914406061754385123.0, 71000.0))
    table = read(written(tmp_path, name, build({"A": rows})))  # type: ignore[operator]
    assert [record for _, record in table.records()] == [{"name": "甲甲铝业有限公司", "identifier": "9.14406061754385E+17", "postcode": "71000"}]


def test_a_company_called_total_is_no_total(tmp_path: Path) -> None:
    text = "Firma,USt-IdNr.,Ort\nTotal,DE136695976,Berlin\nTotal,,12\n"
    table = read(written(tmp_path, "a.csv", text.encode()))
    assert [record["city"] for _, record in table.records()] == ["Berlin"]


def test_the_last_line_of_an_interrupted_export_is_said(tmp_path: Path) -> None:
    table = read(written(tmp_path, "a.csv", (CHINESE + "兰州黄河阀门有限公司,914").encode("gb18030")))
    assert len(table.rows) == 2
    assert [(notice.code, notice.row) for notice in table.notices] == [("cut-off", 4)]


def test_a_file_without_a_last_line_end_is_whole(tmp_path: Path) -> None:
    table = read(written(tmp_path, "a.csv", CHINESE.strip().encode()))
    assert len(table.rows) == 2
    assert table.notices == []


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.csv", b"", "empty"), ("a.csv", b"\xef\xbb\xbf \r\n", "empty"), ("a.csv", "姓名,年龄\n王,3\n".encode(), "no-header"), ("a.csv", "企业名称,城市\n".encode(), "no-rows"),
        ("a.pdf", b"%PDF-1.7 x", "format"), ("a.png", b"\x89PNG\r\n\x1a\n", "format"), ("a.json", b'[{"name": "x"}]', "format"), ("a.xls", "<html><table>企业名称</table>".encode(), "web-page"),
        ("a.xls", b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook>', "web-page"), ("a.zip", samples.archive({"a.csv": "x"}), "format"),
        ("a.docx", samples.archive({"word/document.xml": "<x/>"}), "format"), ("a.xlsb", samples.archive({"xl/workbook.bin": "x"}), "format"),
        ("a.xlsx", samples.ole({"EncryptedPackage": b"x" * 5000, "EncryptionInfo": b"y" * 5000}), "password"), ("a.xls", samples.xls({"A": samples.COMPANIES}, is_locked=True), "password"),
        ("a.ods", samples.ods({"A": samples.COMPANIES}, manifest="<manifest><encryption-data/></manifest>"), "password"), ("a.doc", samples.ole({"WordDocument": b"x" * 5000}), "format"),
        ("a.xlsm", samples.bare_xlsx(samples.SHEET.format(""), **{"xl/vbaProject.bin": b"x"}), "macros"), ("a.csv", b"Firma,Ort\n\"" + b"a,b\n" * 40_000, "open-quote"),
        ("a.bin", bytes(range(256)) * 40, "not-text"), ("a.gz", gzip.compress(CHINESE.encode())[:-20], "broken-gzip"),
    ],
)
def test_what_cannot_be_read_says_code_and_place(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    with pytest.raises(TableError) as refused:
        read(written(tmp_path, name, data))
    assert refused.value.code == code
    assert refused.value.place.startswith(name)
    assert str(refused.value).startswith(refused.value.place)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(TableError) as refused:
            read(path)
        assert refused.value.code == "no-file"


def test_an_error_about_a_missing_header_shows_no_cell(tmp_path: Path) -> None:
    with pytest.raises(TableError) as refused:
        read(written(tmp_path, "a.csv", "王小明,13800138000\n李四,13900139000\n".encode()))
    assert "王小明" not in str(refused.value)
    assert "138" not in str(refused.value)


def test_a_column_entry_without_its_ends_hides_nothing(tmp_path: Path) -> None:
    sheet = samples.SHEET.format(samples.inline_rows(samples.COMPANIES)).replace("<sheetData>", '<cols><col hidden="1"/><col min="2" max="2" hidden="1"/></cols><sheetData>')
    table = read(written(tmp_path, "a.xlsx", samples.bare_xlsx(sheet)))
    assert [(notice.code, notice.column) for notice in table.notices] == [("hidden-column", "经营范围")]


@pytest.mark.parametrize(
    ("field", "headings"),
    [
        ("industry_code", ("WZ", "WZ-Nr.", "WZ08", "WZ 2008 Code", "WZ-Code (2008)", "Branche/WZ", "Wirtschaftszweig (WZ 2008)", "NACE Rev. 2", "ISIC Rev.4", "Branchen-Nr.")),
        ("industry", ("Branche", "Wirtschaftszweig", "WZ-Bezeichnung")),
        ("size", ("MA", "MA-Größenklasse", "Größenklasse (Beschäftigte)", "Betriebsgröße", "Anzahl Mitarbeitende")),
        (None, ("Umsatzgrößenklasse", "Netzwerk", "Bemerkung")),
    ],
)
def test_headings_of_german_chambers(field: str | None, headings: tuple[str, ...]) -> None:
    assert [field_of(heading) for heading in headings] == [field] * len(headings)
