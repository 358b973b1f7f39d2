"""Personal data never leaves the reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kontor_core.tables.personal import MASK, Screen, is_person_column, mask, mask_identifier
from kontor_core.tables.reading import read

PERSONS = (
    "法定代表人", "法定代表人（负责人）", "法人代表姓名", "法人", "联系人", "联系人及电话", "联系电话", "手机", "手机号码", "移动电话", "负责人", "法人单位负责人", "身份证号", "微信", "姓名", "总经理", "股东", "法人手机",
    "企业联系人", "Ansprechpartner", "Ansprechpartner/in", "Geschäftsführer", "Geschäftsführung", "Inhaber", "Vorname", "Nachname", "Mobil", "Mobiltelefon", "Handy", "E-Mail privat", "Kontakt", "Geburtsdatum", "Vertretungsberechtigte",
    "Contact person", "Managing Director", "Mobile phone", "Owner", "First name", "Legal representative", "WeChat ID", "Personal e-mail",
)
NO_PERSONS = (
    "企业名称", "统一社会信用代码", "经营范围", "企业主要产品", "从业人员", "从业人数", "法人单位名称", "企业类型", "注册资本", "注册地址", "电话", "邮箱", "职工人数", "登记机关", "行业代码", "经营者名称", "所在区县", "Firma", "Unternehmen",
    "Branche", "Ort", "Telefon", "E-Mail", "Mitarbeiter", "Rechtsform", "Inhabergeführt", "Tätigkeit", "Personal (Anzahl)", "Immobilien", "Company", "Products", "Employees", "Website", "Address", "Directory number", "Automobilzulieferer",
)


@pytest.mark.parametrize("heading", PERSONS)
def test_columns_of_persons(heading: str) -> None:
    assert is_person_column(heading)


@pytest.mark.parametrize("heading", NO_PERSONS)
def test_columns_of_companies(heading: str) -> None:
    assert not is_person_column(heading)


def test_name_beside_firma_is_a_persons() -> None:
    assert is_person_column("Name", ["Firma", "Vorname", "Ort"])
    assert not is_person_column("Name", ["Ort", "Branche"])
    assert is_person_column("法人名称", ["企业名称"])
    assert not is_person_column("法人名称", ["行业"])


@pytest.mark.parametrize(
    "text",
    [
        "13800138000", "138 0013 8000", "138-0013-8000", "１３８００１３８０００", "+86 13800138000", "0086-13800138000", "86-13800138000", "8613800138000", "电话13800138000", "手机：13800138000（微信同号）", "Tel13800138000", "13800138000/13900139000",
        "0171 1234567", "0171/1234567", "+49 171 1234567", "+49 (0)171 123 45 67", "0049 151 12345678", "0160-1234567", "(0176) 12345678", "mobil 01 71 123 45 67", "wang.xm@qq.com", "ｗａｎｇ＠qq.com", "hans.huber@firma.de", "h.huber @ firma.de",
        "440601198001011234", "44060119800101123X", "微信号：abc_12345", "QQ:123456789", "联系人：王小明", "联系人: 欧阳建国，", "Ansprechpartner: Hans Huber", "Geschäftsführer: Dr. Anna von Thal",
    ],
)
def test_personal_values_are_masked_in_any_text(text: str) -> None:
    for cell in (text, f"铝型材的生产、销售；{text}", f"Gießerei, {text}", f"{text}；五金"):
        masked = mask(cell)
        assert MASK in masked, cell
        assert not any(len(run) > 6 for run in "".join(character if character.isdigit() else " " for character in masked).split()), masked
        for secret in ("王小明", "欧阳建国", "Huber", "Thal", "wang", "abc_12345"):
            assert secret not in masked


@pytest.mark.parametrize(
    "text",
    [
        "91440606MA4UQ1X12A", "914406061380013800", "440600000012345", "DE136695976", "529900T8BM49AURSDO55", "0757-83331234", "+49 841 305-0", "0841 3051234", "2026-06-30", "info@firma.de", "sales@hongliang.cn", "vertrieb.de@firma.de",
        "铝合金6063-T5，规格1380×2000", "GB/T 13911-2008", "WZ 24.53.0", "EN AC-46000", "1.380.013.800 EUR", "佛山市顺德区138号", "注册资本13800万元", "Kontakt: siehe Webseite", "经营者：预包装食品的销售", "HRB 138001 Ingolstadt",
    ],
)
def test_what_only_looks_alike_stays(text: str) -> None:
    assert mask(text) == text


def test_identifier_columns_lose_persons_and_no_code() -> None:
    for code in ("91440606MA4UQ1X12A", "914406061380013800", "13440606138001380X", "440600000012345", "DE136695976", "HRB 13800 Ulm", "529900T8BM49AURSDO55"):
        assert mask_identifier(code) == code
    for secret in ("13800138000", "44060119800101123X", "44060119800101123000", "hans@gmx.de"):
        assert mask_identifier(secret) == MASK


@given(st.text(alphabet="0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=10, max_size=10), st.sampled_from(("91440606", "91331002", "92440606", "52440000", "12440600")))
@settings(max_examples=200, deadline=None)
def test_credit_codes_in_free_text_are_never_cut(tail: str, head: str) -> None:
    text = f"统一社会信用代码{head}{tail}的企业"
    if mask(text) != text:
        # only a number that is an identity card by its build may be taken for one
        assert head.startswith(("52", "12"))
        assert (head + tail)[:17].isdigit()


def test_every_cell_of_a_row_is_looked_at() -> None:
    screen = Screen(["企业名称", "联系人", "备注", "信用代码"])
    assert screen.row(["甲公司", "王小明", "电话13800138000", "91440606MA4UQ1X12A", "13900139000"]) == ["甲公司", "电话***", "91440606MA4UQ1X12A"]
    assert screen.screening.columns_dropped == ["联系人"]
    assert screen.screening.masked == {"备注": 1}


def test_a_table_holds_no_person_anywhere(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("企业名称,法定代表人,联系电话,经营范围\n甲甲铝业有限公司,王小明,13800138000,铝材；联系人：王小明 13800138000\n填表人：李四,,13900139000,\n", encoding="utf-8")
    table = read(path)
    assert table.header == ["企业名称", "经营范围"]
    for secret in ("王小明", "李四", "13800138000", "13900139000"):
        assert secret not in repr(table)
    assert table.screening.columns_dropped == ["法定代表人", "联系电话"]
