"""What becomes of a row."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kontor_core.identity.identifiers import USCC, check
from kontor_core.supply import messages, scope, values
from kontor_core.supply.dirt_companies import credit_code, vat_number
from kontor_core.supply.findings import FROM_NOTICES, Finding, of_notice
from kontor_core.supply.rows import Row, read_row, rows
from kontor_core.tables.errors import Notice
from kontor_core.tables.reading import sheets

CODE = credit_code("440606", "617543849")


def row_of(**record: str) -> Row:
    return read_row(record, {name: f"[{name}]" for name in record}, number=7)


def test_a_chinese_row_is_read() -> None:
    row = row_of(name="佛山市宏亮铝业有限公司", identifier=f" {CODE} ", scope="铝型材的生产、销售(依法须经批准的项目，经相关部门批准后方可开展经营活动)〓", city="佛山", founded="1998-09-09", size="50-99人", postcode="528000", legal_type="有限责任公司")
    assert [(name.kind, name.script, name.value) for name in row.names] == [("registered", "Hans", "佛山市宏亮铝业有限公司")]
    assert [(item.scheme, item.value) for item in row.identifiers] == [("cn-uscc", CODE)]
    assert (row.country, row.legal_form, row.scope, row.size, row.founded_year, row.postcode) == ("CN", "cn-llc", "铝型材的生产、销售", "50-249", 1998, "528000")
    assert (row.category, set(row.roles)) == ("maker", {"maker", "trader"})
    assert (row.triage.decision, row.findings) == ("publishable", [])
    assert row.key("chamber") == f"cn-uscc:{CODE}"


def test_a_german_row_of_name_code_and_size_only() -> None:
    row = row_of(name="Müller Druckguss GmbH & Co. KG", industry_code="24.53.0 Leichtmetallgießereien", size="über 250", postcode="1067", city="Dresden")
    assert (row.country, row.legal_form, row.size, row.postcode) == ("DE", "de-gmbh-co-kg", "250+", "01067")
    assert row.industry == scope.IndustryCode("wz2008", "24.53.0", "Leichtmetallgießereien")
    assert row.is_code_inferred
    assert row.category == "maker"
    assert [item.code for item in row.findings] == ["postcode-zero"]
    assert row.triage.decision == "publishable"
    assert row.key("ihk").startswith("name:ihk|")


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("阀门制造；从事货物进出口业务，但国家限制的商品除外", "阀门制造；从事货物进出口业务"), ("一般经营项目：铝型材加工。〓", "铝型材加工。"), ("N/A", ""), ("无", ""), ("Herstellung von Guss", "Herstellung von Guss"), ("※※五金\u200b制品", "五金 制品"),
    ],
)
def test_the_scope_keeps_its_own_words(text: str, cleaned: str) -> None:
    assert scope.cleaned(text) == cleaned


@pytest.mark.parametrize(
    ("cell", "is_chinese", "code", "title"),
    [
        ("24.53.0 Leichtmetallgießereien", False, "24.53.0", "Leichtmetallgießereien"), ("2453", False, "24.53", ""), ("24530 Gießereien", False, "24.53.0", "Gießereien"), ("C 24.53 Gießereien", False, "24.53", "Gießereien"),
        ("WZ 25.62 – Mechanik", False, "25.62", "Mechanik"), ("Gießereien (24.5)", False, "24.5", "Gießereien"), ("28: Maschinenbau", False, "28", "Maschinenbau"), ("C3392 有色金属铸造", True, "C3392", "有色金属铸造"), ("3392-有色金属铸造", True, "3392", "有色金属铸造"), ("３３９２", True, "3392", ""),
    ],
)
def test_code_and_title_in_one_cell(cell: str, is_chinese: bool, code: str, title: str) -> None:
    found = scope.industry_code(cell, is_chinese)
    assert found is not None
    assert (found.code, found.title) == (code, title)


def test_a_title_without_a_code_is_no_code() -> None:
    assert scope.industry_code("Leichtmetallgießereien", False) is None
    assert scope.industry_code("有色金属铸造", True) is None


@pytest.mark.parametrize(
    ("record", "decision", "reason"),
    [
        ({"name": "佛山市汇通物流有限公司南海分公司"}, "set-aside", "branch"), ({"name": "中国农业银行股份有限公司佛山支行"}, "set-aside", "finance"), ({"name": "佛山市中天药业连锁有限公司步康药房"}, "set-aside", "branch"), ({"name": "佛山市第一中学"}, "set-aside", "school"),
        ({"name": "佛山市百姓大药房"}, "set-aside", "shop"), ({"name": "台州石油加油站有限公司"}, "set-aside", "shop"), ({"name": "佛山市宏亮铝业有限公司", "scope": "仅供清理本企业债权债务使用。"}, "set-aside", "closed"), ({"name": "佛山市宏亮铝业有限公司", "status": "已注销"}, "set-aside", "closed"),
        ({"name": "佛山市永昌五金厂", "legal_type": "个体工商户"}, "set-aside", "sole-trader"), ({"name": "佛山市永昌五金厂", "legal_type": "个人独资企业", "scope": "五金加工"}, "publishable", ""), ({"name": "佛山市王小明五金厂", "legal_type": "个人独资企业"}, "set-aside", "sole-trader"),
        ({"name": "Hans Huber e. K.", "scope": "Metallbau"}, "set-aside", "sole-trader"), ({"name": "Altmühl Metallbau e. K."}, "publishable", ""), ({"name": "Bauer GbR"}, "set-aside", "sole-trader"), ({"name": "Sparkasse Ingolstadt"}, "set-aside", "finance"),
        ({"name": "Müller GmbH i. L."}, "set-aside", "closed"), ({"name": "Grundschule an der Donau"}, "set-aside", "school"), ({"name": "Gasthof Post GmbH"}, "set-aside", "shop"), ({"name": "Xylander GmbH"}, "check", "activity-missing"), ({"scope": "五金"}, "set-aside", "no-name"),
        ({"name": "江门市新邦实业有限公司", "scope": "生产、销售：木器制品"}, "publishable", ""), ({"name": "佛山市保险柜制造有限公司"}, "publishable", ""), ({"name": "佛山市宏亮铝业有限公司", "identifier": "9.14406E+17"}, "check", "identifier-open"),
    ],
)
def test_triage(record: dict[str, str], decision: str, reason: str) -> None:
    row = row_of(**record)
    assert (row.triage.decision, row.triage.reason) == (decision, reason)


@pytest.mark.parametrize(
    ("name", "text", "category"),
    [
        ("佛山市宏亮铝业有限公司", "铝型材的生产、销售", "maker"), ("佛山市宏亮贸易有限公司", "销售：铝型材；来料加工", "trader"), ("佛山市广告有限公司", "设计、制作、发布国内各类广告", "service"), ("佛山市宏亮有限公司", "批发、零售：五金（不含生产）", "trader"),
        ("温岭市水泵厂", "水泵", "maker"), ("佛山市物业管理有限公司", "物业管理；车辆停放", "service"), ("Müller GmbH", "Herstellung von Druckgussteilen", "maker"), ("Müller Handels GmbH", "Großhandel mit Stahl", "trader"), ("Müller GmbH", "keine Herstellung, nur Vertrieb", "trader"),
        ("Huber Spedition GmbH", "", "service"), ("佛山自来水有限公司", "自来水生产及供水", "unknown"),
    ],
)
def test_roles_by_words(name: str, text: str, category: str) -> None:
    assert scope.category(scope.roles_by_words(name, text)) == category


def test_a_wrong_number_is_said_at_its_place_and_never_mended() -> None:
    wrong = CODE[:10] + ("7" if CODE[10] != "7" else "3") + CODE[11:]
    row = row_of(name="佛山市宏亮铝业有限公司", identifier=wrong)
    (finding,) = row.findings
    assert (finding.row, finding.column, finding.code) == (7, "[identifier]", "identifier-check-digit")
    assert (row.identifiers, row.triage.reason) == ((), "identifier")
    for language in ("de", "zh", "en"):
        text = finding.message(language, row.triage.decision)
        assert CODE[-1] not in re.sub(r"7", "", text) or not CODE[-1].isdigit()
        assert CODE not in text


def test_the_sentences_of_the_design() -> None:
    finding = Finding(214, "统一社会信用代码", "identifier-check-digit")
    assert finding.message("de", "set-aside") == "Zeile 214, Spalte 统一社会信用代码: Die Prüfziffer passt nicht zur Nummer. Bitte mit der Lizenz vergleichen. Zeile zurückgestellt."
    assert finding.message("zh", "set-aside") == "第214行“统一社会信用代码”校验未通过，请对照营业执照核对；该行已暂存，未导入。"
    assert Finding(None, "", "hidden-sheet", {}, "旧名单").message("de") == "Blatt 旧名单: Das Blatt ist ausgeblendet und wird nicht gelesen."


def test_every_text_is_there_in_three_languages() -> None:
    for table in (messages.TEXTS, messages.CONSEQUENCES, messages.REASONS, messages.FILE_ERRORS):
        for code, texts in table.items():
            assert set(texts) == {"de", "zh", "en"}, code
            assert all(texts.values()), code
    for code, texts in messages.TEXTS.items():
        assert not texts["zh"].endswith("。"), code
        assert texts["de"].endswith("."), code
    assert set(FROM_NOTICES.values()) <= set(messages.TEXTS)
    assert messages.file_error("anything", "de") == messages.FILE_ERRORS["refused"]["de"]
    assert of_notice(Notice("broken-bytes", "", 3, "", {"encoding": "utf-8"})).message("en").startswith("Row 3: From here")


def test_the_same_content_has_the_same_digest_in_any_order_and_width() -> None:
    one = row_of(name="佛山市宏亮铝业有限公司", identifier=CODE, city="佛山")
    other = read_row({"city": "佛山 ", "identifier": "".join(chr(ord(c) + 0xFEE0) for c in CODE), "name": "佛山市宏亮铝业有限公司", "ordinal": "12"}, {}, "B", 99)
    assert one.digest == other.digest
    assert row_of(name="佛山市宏亮铝业有限公司", identifier=CODE, city="台州").digest != one.digest


def test_doubled_rows_name_the_first_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"企业名称,信用代码,经营范围\n甲甲铝业有限公司,{CODE},铝材\n乙乙,,模具\n甲甲铝业公司,{CODE},铝材\n", encoding="utf-8")
    (sheet,) = sheets(path)
    found = list(rows(sheet, {}))
    assert [(row.number, row.triage.reason) for row in found] == [(2, ""), (3, ""), (4, "doubled")]
    assert found[2].findings[0].message("de", "set-aside") == "Zeile 4, Spalte 企业名称: Dasselbe Unternehmen steht schon in Zeile 2. Diese Zeile wird nicht noch einmal angelegt. Zeile zurückgestellt."


@pytest.mark.parametrize(
    ("cell", "size"),
    [("7", "1-10"), ("10", "1-10"), ("11 - 49", "11-49"), ("50 bis 99", "50-249"), ("ab 250", "250+"), ("unter 10", "1-10"), ("1.200", "250+"), ("300人以上", "250+"), ("20人以下", "11-49"), ("小型", "11-49"), ("微型企业", "1-10"), ("规上", "250+"), ("", ""), ("N/A", ""), ("0-9", "1-10"), ("> 249", "250+")],
)
def test_size_classes(cell: str, size: str) -> None:
    noted: list[str] = []
    assert values.size_class(cell, lambda name, code, **_: noted.append(code)) == size
    assert noted == []


@pytest.mark.parametrize(("cell", "year"), [("1998-09-09", 1998), ("09.09.1998", 1998), ("1998年9月", 1998), ("19980909", 1998), ("36047", 1998), ("01.02.98", 1998), ("seit 1872", 1872), ("", None), ("N/A", None)])
def test_years(cell: str, year: int | None) -> None:
    noted: list[str] = []
    assert values.founded_year(cell, lambda name, code, **_: noted.append(code)) == year
    assert noted == []


@pytest.mark.parametrize(
    ("cell", "country", "postcode", "codes"),
    [("85049", "DE", "85049", []), ("D-85049", "DE", "85049", []), ("1067", "DE", "01067", ["postcode-zero"]), ("71000", "CN", "071000", ["postcode-zero"]), ("528000", "CN", "528000", []), ("528000.0", "CN", "528000", []), ("abc", "DE", "", ["postcode-unreadable"]), ("", "DE", "", [])],
)
def test_postcodes(cell: str, country: str, postcode: str, codes: list[str]) -> None:
    noted: list[str] = []
    assert values.postcode(cell, country, lambda name, code, **_: noted.append(code)) == postcode
    assert noted == codes


def test_websites() -> None:
    assert [values.website(text) for text in ("www.firma.de", "https://firma.de/a b", "info@firma.de", "keine", "http://x.cn；http://y.cn")] == ["https://www.firma.de", "https://firma.de/a", "", "", "http://x.cn"]


def test_numbers_of_every_scheme() -> None:
    row = row_of(name="Sauer AG", register_number="HRB 1234", court="Ingolstadt", vat=vat_number("12345678"), lei="529900T8BM49AURSDO55", scope="Herstellung")
    assert [item.scheme for item in row.identifiers] == ["de-hr", "de-vat", "lei"]
    assert row.identifiers[0].value == "Ingolstadt HRB 1234"
    assert row_of(name="Sauer AG", register_number="HRB 1234").findings[0].code == "register-court-missing"
    assert check(USCC, CODE).is_valid


def test_chinese_and_english_name_in_one_cell() -> None:
    row = row_of(name="佛山市宏亮铝业有限公司 / Foshan Hongliang Aluminium Co., Ltd.")
    assert [(name.kind, name.script, name.value) for name in row.names] == [("registered", "Hans", "佛山市宏亮铝业有限公司"), ("foreign", "Latn", "Foshan Hongliang Aluminium Co., Ltd.")]
    assert row_of(name="佛山市華豐機械廠").names[0].script == "Hant"


@pytest.mark.parametrize(
    ("name", "cell", "edition"),
    [
        ("Müller GmbH", "24.53.0", ""), ("Müller GmbH", "2453", ""), ("Müller GmbH", "C 24.53 Leichtmetallgießereien", ""), ("Müller GmbH", "24", ""),
        ("Müller GmbH", "99.99.9 Gibt es nicht", "WZ 2008"), ("Müller GmbH", "24.53.7", "WZ 2008"), ("佛山市甲乙铝业有限公司", "C3392", ""), ("佛山市甲乙铝业有限公司", "9999", "GB/T 4754-2017"),
    ],
)
def test_an_industry_code_that_does_not_exist_is_told(name: str, cell: str, edition: str) -> None:
    row = row_of(name=name, scope="Gussteile" if name.startswith("M") else "铝制品制造", industry_code=cell)
    assert [(finding.code, dict(finding.parameters)) for finding in row.findings] == ([("industry-code-unknown", {"edition": edition})] if edition else [])
    assert all(edition in finding.message(language) for finding in row.findings for language in ("de", "zh", "en"))
