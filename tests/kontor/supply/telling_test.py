"""What an operator reads: in three languages, with numbers as these write them, and the place of every finding."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils.translation import override
from openpyxl import load_workbook

from kontor.common.languages import CODE_OF_PREFIX
from kontor.directory.models import Organisation
from kontor.supply import progress, telling
from kontor.supply.models import ImportBatch
from kontor.supply.services import Result, Undone
from kontor.supply.telling_pairs import REASONS
from kontor.supply.wording import path_in_words, value_in_words
from kontor_core.identity.duplicates import WEIGHTS
from kontor_core.supply.messages import FIELD_NAMES
from kontor_core.tables.headers import FIELDS
from tests.kontor.factories import CityFactory

LIST = "企业名称,经营范围,城市,手机,园区\n佛山市甲乙压铸有限公司,铝合金压铸件的生产,佛山,13800138000,A区\n某某丙丁阀门有限公司,阀门制造,某某,,\n"
LANGUAGES = ("de", "zh", "en")


@pytest.fixture
def file(db: None, tmp_path: Path) -> Path:
    CityFactory(slug="foshan", country="CN", region="CN-GD", name_zh="佛山", name_de="Foshan", name_en="Foshan")
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def told(*words: str) -> str:
    output = StringIO()
    call_command("import", *words, stdout=output)
    return output.getvalue()


def test_every_field_of_a_list_has_a_name_in_three_languages() -> None:
    assert set(FIELD_NAMES) == set(FIELDS)
    assert all(set(names) == set(LANGUAGES) and all(names.values()) for names in FIELD_NAMES.values())


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("de", (
            "Neu 1 · geändert 0 · unverändert 0 · zurückgestellt 1",
            "Gelesene Spalten: 企业名称 = Firmenname, 经营范围 = Tätigkeit und Produkte, 城市 = Stadt",
            "Nicht gelesene Spalten: 园区",
            "1 Personenspalte wurde entfernt",
        )),
        ("zh", ("新增 1 · 更新 0 · 无变化 0 · 暂存 1", "已读取的列：企业名称 = 企业名称, 经营范围 = 经营范围和产品, 城市 = 城市", "未读取的列：园区", "已去除1个个人信息列")),
        ("en", (
            "New 1 · changed 0 · unchanged 0 · set aside 1",
            "Columns read: 企业名称 = company name, 经营范围 = activity and products, 城市 = city",
            "Columns not read: 园区",
            "1 column of persons was dropped",
        )),
    ],
)
def test_an_import_is_told_in_the_language_asked_for(file: Path, language: str, lines: tuple[str, ...]) -> None:
    trial = told(str(file), "--source", "Register", "--dry-run", "--language", language).splitlines()
    real = told(str(file), "--source", "Register", "--language", language).splitlines()
    batch = ImportBatch.objects.get()
    assert [line for line in lines if line not in trial] == [line for line in lines if line not in real] == []
    assert trial[1:] == real[1 : len(trial)]
    assert not any("kontor import undo" in line for line in trial)
    assert batch.public_id in real[0]
    assert real[-1].endswith(f"kontor import undo {batch.public_id}")
    assert "--publish" in real[-2]
    assert (batch.columns[0], batch.columns[-1]) == (["企业名称", "name"], ["园区", ""])


def test_a_row_of_no_known_city_is_named_by_its_place(file: Path) -> None:
    assert "第3行“城市”：“某某”" in told(str(file), "--source", "Register", "--dry-run", "--language", "zh")
    assert "Zeile 3, Spalte 城市: „某某“" in told(str(file), "--source", "Register", "--dry-run", "--language", "de")


def test_the_report_speaks_one_language(file: Path, tmp_path: Path) -> None:
    told(str(file), "--source", "Register", "--dry-run", "--language", "de", "--report", str(tmp_path / "r.xlsx"))
    workbook = load_workbook(tmp_path / "r.xlsx")
    assert workbook.sheetnames == ["Import", "Spalten", "Hinweise", "zurückgestellt"]
    assert [[cell.value for cell in row] for row in workbook["Spalten"].rows][1:] == [
        ["企业名称", "Firmenname"], ["经营范围", "Tätigkeit und Produkte"], ["城市", "Stadt"], ["园区", "nicht gelesen"],
    ]


def test_a_file_that_cannot_be_read_is_told_in_the_language_first(file: Path) -> None:
    with pytest.raises(CommandError, match=r"^Die Datei ist nicht da .*missing\.csv"):
        told(str(file.parent / "missing.csv"), "--source", "Register", "--language", "de")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("names.registered.Hans", "registered name"), ("identifiers.cn-uscc", "Unified Social Credit Code"), ("texts.scope.zh", "registered business scope"),
        ("roles.maker", "role: maker"), ("sites.headquarters", "headquarters"), ("facts.size", "employees"), ("statements.offer", "offers"),
        ("statements.inferred", "inferred from the industry code"), ("certificates.std-iso-9001", "certificate"), ("website", "website"), ("visibility", "visibility"),
        ("something.else", "something.else"), ("facts.nothing", "facts.nothing"), ("nothing", "nothing"),
    ],
)
def test_paths_in_words(path: str, words: str) -> None:
    assert path_in_words(path) == words


def test_values_in_words() -> None:
    with override("de"):
        assert value_in_words("visibility", "public") == dict(Organisation._meta.get_field("visibility").flatchoices)["public"] != "public"
    assert value_in_words("texts.scope.zh", None) == ""
    assert value_in_words("statements.inferred", ["24.53", "de", ["die-casting"]]) == "24.53"
    assert value_in_words("sites.headquarters", ["Werkstr. 1", "", "ingolstadt"]) == "Werkstr. 1, ingolstadt"


@pytest.mark.parametrize(
    ("language", "line"),
    [("de", "Lesen: 12.000 von 30.000 · 1.200/s · noch 15 s"), ("zh", "读取：12,000/30,000 · 每秒1,200 · 剩余15秒"), ("en", "reading: 12,000 of 30,000 · 1,200/s · 15 s left")],
)
def test_progress_says_count_rate_and_time_left(language: str, line: str) -> None:
    with override(CODE_OF_PREFIX[language]):
        assert progress.told("reading", 12_000, 30_000, 1200.0) == line


def test_progress_without_a_total_or_beyond_it() -> None:
    assert progress.told("reading", 12_000, 0, 1200.0) == "reading: 12,000 · 1,200/s"
    assert progress.told("reading", 12_000, 10_000, 1200.0) == "reading: 12,000 of 12,000 · 1,200/s · 0 s left"
    assert progress.told("taking over", 1000, 2000, 0.0) == "taking over: 1,000 of 2,000"
    assert progress.duration(200.4) == "3 min 20 s"


class Terminal:
    """Keeps what is written, as a watched stream."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def isatty(self) -> bool:
        return True

    def write(self, text: str, ending: str = "\n") -> None:
        self.written.append(text + ending)

    def flush(self) -> None:
        """Nothing waits."""


def test_a_stage_that_goes_on_is_not_faster_than_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows taken over before a crash do not count for the rate."""
    now = 100.0
    monkeypatch.setattr(progress.time, "monotonic", lambda: now)
    terminal: Any = Terminal()
    line = progress.Line(terminal)
    line.show("taking over", 20_000, 30_000)
    now = 110.0
    line.show("taking over", 21_000, 30_000)
    line.end()
    shown: Any = [part.strip() for part in terminal.written]
    assert shown == ["taking over: 20,000 of 30,000", "taking over: 21,000 of 30,000 · 100/s · 1 min 30 s left", "taking over: 10 s"]


def test_many_edited_entries_are_counted_and_some_named() -> None:
    done = Undone(edited=[(f"entry{number}", number) for number in range(30)])
    text = telling.undo_refused(done)
    assert text.startswith("Nothing was taken back: 30 entries")
    assert (text.count("(row "), "…" in text) == (20, True)


def test_nothing_next_where_nothing_came() -> None:
    assert list(telling.what_next(Result("b", 3, unchanged=3), "none", is_searchable=True)) == []


def test_every_reason_of_a_score_has_a_name() -> None:
    assert set(REASONS) == set(WEIGHTS)


def test_pairs_merges_and_imports_are_told_in_the_language_asked_for(file: Path) -> None:
    file.write_text("企业名称,经营范围,城市\n佛山市甲乙压铸有限公司,铝合金压铸件的生产,佛山\n佛山甲乙压铸有限责任公司,铝合金压铸件的生产,佛山\n", encoding="utf-8")
    told(str(file), "--source", "Register")
    first, second = Organisation.objects.order_by("pk").values_list("public_id", flat=True)
    assert said("imports", "--language", "de").endswith("Register: 2 Zeilen (neuer Eintrag 2)\n")
    assert "字号相同 +0.62" in said("duplicates", "--language", "zh")
    assert "gleicher Firmenkern +0,62" in said("duplicates", "--language", "de")
    preview = said("duplicates", "merge", second, first, "--preview", "--language", "de")
    assert "weicht ab und bleibt unsichtbar beim zusammengeführten Eintrag: eingetragener Name" in preview
    assert preview.endswith("Es wurde nichts geschrieben.\n")
    merge = said("duplicates", "merge", second, first, "--language", "zh").split()[-1]
    assert said("duplicates", "undo", merge, "--language", "zh") == f"合并{merge}已撤回：{second}恢复为独立记录。\n"
    assert "(zurückgenommen)" in said("duplicates", "merges", "--language", "de")
    assert said("duplicates", "keep", first, second) == f"{first} and {second} are two. The pair is not named again.\n"
    assert said("duplicates") == "There are no pairs that look like one company.\n"


def test_a_row_that_vanished_is_told_by_name(file: Path) -> None:
    told(str(file), "--source", "Register")
    file.write_text("企业名称,经营范围,城市\n佛山市戊己压铸有限公司,铝合金压铸件的生产,佛山\n", encoding="utf-8")
    assert "佛山市甲乙压铸有限公司 (Eintrag" in told(str(file), "--source", "Register", "--language", "de", "--dry-run")


def test_what_a_publication_opens_is_counted_and_hides_no_change(file: Path) -> None:
    told(str(file), "--source", "Register")
    file.write_text(LIST.replace("铝合金", "镁合金"), encoding="utf-8")
    lines = told(str(file), "--source", "Register", "--publish", "all", "--dry-run", "--language", "de").splitlines()
    assert [line for line in lines if "sichtbar" in line.lower()] == ["1 bekannter Eintrag würde sichtbar"]
    assert any("铝合金压铸件的生产  ->  镁合金压铸件的生产" in line for line in lines)


def said(*words: str) -> str:
    output = StringIO()
    call_command(*words, stdout=output)
    return output.getvalue()
