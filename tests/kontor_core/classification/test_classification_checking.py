"""Comparing with official files, importing them, telling editions apart, and the command around it. The files are made here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kontor_core.classification.checking import Difference, compare, take_over
from kontor_core.classification.editions import edition_of, edition_of_column, only_in_2025
from kontor_core.classification.official import OfficialFileError, guess_table, read_official
from kontor_core.classification.tables import shipped, table
from kontor_core.command import CommandError
from kontor_core.commands import classification


@pytest.fixture(autouse=True)
def _no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KONTOR_HOME", raising=False)


def write(path: Path, header: str, lines: list[str]) -> Path:
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return path


def isic_file(path: Path) -> Path:
    return write(path, "code\ten\tzh", [f"{code}\tofficial {code}\t官方{code}" for code in shipped("isic4")])


def wz_file(path: Path, changed: dict[str, str | None] | None = None) -> Path:
    """Our own table in the official shape; `changed` gives other ISIC classes, or None to leave a code out."""
    changed = changed or {}
    lines = []
    for code, entry in shipped("wz2008").items():
        isic = changed.get(code, "|".join(f"{c}*" for c in entry.isic) if len(code) == 5 else "")
        if isic is not None:
            lines.append(f"{code}\tamtlich {code}\tofficial {code}\t{isic}")
    return write(path, "code\tde\ten\tisic4", lines)


def gbt_file(path: Path, leave_out: frozenset[str] = frozenset(), levels: dict[str, int] | None = None) -> Path:
    """As such lists are printed: a group with one class only has no line of its own."""
    levels = levels or {}
    lines = []
    for code in shipped("gbt4754"):
        is_single_group = len(code) == 3 and f"{code}0" in shipped("gbt4754")
        if not is_single_group and code not in leave_out:
            lines.append(f"{levels.get(code, len(code))}\t{code}\t官方{code}")
    return write(path, "level\tcode\tzh", lines)


def test_a_file_that_says_the_same_has_no_differences(tmp_path: Path) -> None:
    for file, name in ((isic_file(tmp_path / "a.tsv"), "isic4"), (wz_file(tmp_path / "b.tsv"), "wz2008"), (gbt_file(tmp_path / "c.tsv"), "gbt4754")):
        result = compare(file)
        assert (result.table, result.differences) == (name, ())


def test_wrong_missing_and_crosswalk_are_told(tmp_path: Path) -> None:
    file = wz_file(tmp_path / "wz.tsv", {"24.53": "2431", "24.54.0": None})
    with file.open("a", encoding="utf-8") as more:
        more.write("24.59\tamtlich\tofficial\t\n")
    assert set(compare(file).differences) == {
        Difference("wrong-code", "24.54.0", ours=shipped("wz2008")["24.54.0"].titles["de"]),
        Difference("missing", "24.59", theirs="amtlich"),
        Difference("wrong-crosswalk", "24.53", ours="2432", theirs="2431"),
        Difference("wrong-crosswalk", "24.53.0", ours="2432", theirs="2431"),
    }


def test_another_parent_and_another_level_are_told(tmp_path: Path) -> None:
    moved = gbt_file(tmp_path / "gbt.tsv", levels={"3311": 3})
    assert compare(moved).differences == (Difference("wrong-level", "3311", ours="4", theirs="3"),)
    without_group = gbt_file(tmp_path / "short.tsv", leave_out=frozenset({"331"}))
    assert set(compare(without_group).differences) == {
        Difference("wrong-code", "331", ours=shipped("gbt4754")["331"].titles["de"]),
        Difference("wrong-parent", "3311", ours="331", theirs="33"),
        Difference("wrong-parent", "3312", ours="331", theirs="33"),
    }


def test_codes_with_a_section_letter_are_read(tmp_path: Path) -> None:
    file = write(tmp_path / "letters.tsv", "level\tcode\tzh", ["1\tC\t制造", "2\tC33\t金属", "3\tC331\t结构", "4\tC3311\t钢构"])
    name, rows = read_official(file)
    assert (name, [(row.code, row.parent) for row in rows.values()]) == ("gbt4754", [("C", ""), ("33", "C"), ("331", "33"), ("3311", "331")])


@pytest.mark.parametrize(
    ("header", "codes", "name"),
    [
        (["level", "code", "zh"], ["A"], "gbt4754"),
        (["code", "de", "en", "isic4"], ["A", "01"], "wz2008"),
        (["code", "de"], ["A", "01.1"], "wz2008"),
        (["code", "en", "zh"], ["A", "T", "U"], "isic4"),
        (["code", "zh"], ["A", "T"], "gbt4754"),
    ],
)
def test_the_table_is_guessed(header: list[str], codes: list[str], name: str) -> None:
    assert guess_table(header, codes) == name


@pytest.mark.parametrize(
    ("code", "edition"),
    [("V", "WZ 2025"), ("62.10", "WZ 2025"), ("62.10.1", "WZ 2025"), ("46.81", "WZ 2025"), ("45.20", "WZ 2008"), ("10.13", ""), ("28.41", ""), ("99.98", "")],
)
def test_editions_are_told_apart_by_codes_of_one_only(code: str, edition: str) -> None:
    assert edition_of(code) == edition


def test_new_codes_are_none_of_ours_and_lead_to_isic() -> None:
    assert set(only_in_2025()) & set(shipped("wz2008")) == set()
    assert {isic for classes in only_in_2025().values() for isic in classes} - set(shipped("isic4")) == set()


def test_a_column_tells_its_edition_by_sections_or_codes() -> None:
    assert edition_of_column(["K", "64", "64.1"]) == "WZ 2008"
    assert edition_of_column(["L", "64", "64.1"]) == "WZ 2025"
    assert edition_of_column(["62.10", "28.41"]) == "WZ 2025"
    assert edition_of_column(["28.41", "10.13"]) == ""
    assert edition_of_column(shipped("wz2008")) == "WZ 2008"


def test_a_file_of_wz_2025_is_named_and_not_compared(tmp_path: Path) -> None:
    file = write(tmp_path / "wz2025.tsv", "code\tde", ["L\tFinanzen", "64\tBanken", "62.10\tProgrammierung"])
    with pytest.raises(OfficialFileError, match=r"WZ 2025 \(NACE Rev\. 2\.1\)"):
        compare(file)


def test_import_takes_titles_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KONTOR_HOME", str(tmp_path / "home"))
    assert take_over(wz_file(tmp_path / "wz.tsv")) == ("wz2008", tmp_path / "home" / "classification" / "wz2008.tsv", len(shipped("wz2008")))
    assert table("wz2008")["24.53"].titles["de"] == "amtlich 24.53"
    assert table("wz2008")["24.53"].isic == ("2432",)
    assert shipped("wz2008")["24.53"].titles["de"] != "amtlich 24.53"


def test_import_refuses_what_is_another_classification(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KONTOR_HOME", str(tmp_path))
    file = write(tmp_path / "other.tsv", "code\ten", ["X1Y\tone", "X2Y\ttwo", "01\tcrops"])
    with pytest.raises(OfficialFileError, match="only 1 of 3 codes"):
        take_over(file, "isic4")
    assert not (tmp_path / "classification").exists()


def test_check_command_says_what_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert classification.main(["check", str(isic_file(tmp_path / "isic.tsv"))]) == 0
    assert capsys.readouterr().err.startswith("isic4: 766 codes against 766")
    assert classification.main(["check", str(wz_file(tmp_path / "wz.tsv", {"24.53.0": None})), "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["counts"] == {"wrong-code": 1, "missing": 0, "wrong-parent": 0, "wrong-level": 0, "wrong-crosswalk": 0}
    assert [row["code"] for row in report["differences"]] == ["24.53.0"]


def test_import_command_needs_a_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    file = isic_file(tmp_path / "isic.tsv")
    with pytest.raises(CommandError, match="KONTOR_HOME"):
        classification.main(["import", str(file)])
    monkeypatch.setenv("KONTOR_HOME", str(tmp_path))
    assert classification.main(["import", str(file), "--json", "--table", "isic4"]) == 0
    assert json.loads(capsys.readouterr().out) == {"table": "isic4", "written": str(tmp_path / "classification" / "isic4.tsv"), "codes": 766}


@pytest.mark.parametrize("text", ["", "number\ttitle\n1\tx\n", "code\ten\n"])
def test_a_file_without_codes_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "bad.tsv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError):
        classification.main(["check", str(file)])


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        classification.main(["check", str(tmp_path / "none.tsv")])
