"""The shipped tables: complete, well-formed, and joined to the thesaurus by ids that exist."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest

from kontor_core.classification import tables
from kontor_core.classification.tables import DATA, HEADER, TABLES, Entry, isic_classes, isic_codes, shipped, table

THESAURUS = DATA.parent.parent / "thesaurus" / "data"


@pytest.fixture(autouse=True)
def _no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KONTOR_HOME", raising=False)


def rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()]


def concept_ids() -> set[str]:
    found: set[str] = set()
    for path in THESAURUS.glob("*.tsv"):
        lines = path.read_text(encoding="utf-8").splitlines()
        if lines[0].startswith("id\t"):
            found.update(line.split("\t", 1)[0] for line in lines[1:])
    return found


def depth(entries: dict[str, Entry], code: str) -> int:
    return 1 + depth(entries, entries[code].parent) if entries[code].parent else 1


@pytest.mark.parametrize(
    ("name", "levels"),
    [
        ("isic4", {1: 21, 2: 88, 3: 238, 4: 419}),
        ("wz2008", {1: 21, 2: 88, 3: 272, 4: 615, 5: 839}),
        ("gbt4754", {1: 20, 2: 97, 3: 473, 4: 1380}),
    ],
)
def test_each_level_has_as_many_codes_as_the_standard(name: str, levels: dict[int, int]) -> None:
    entries = dict(shipped(name))
    assert dict(sorted(Counter(depth(entries, code) for code in entries).items())) == levels


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_whole_unique_and_clean(name: str) -> None:
    lines = rows(name)
    assert tuple(lines[0]) == HEADER
    codes = [row[0] for row in lines[1:]]
    assert [code for code, number in Counter(codes).items() if number > 1] == []
    assert [row for row in lines if len(row) != len(HEADER) or any(cell != cell.strip() for cell in row)] == []


@pytest.mark.parametrize("name", TABLES)
def test_a_code_continues_its_parent_or_is_a_division_of_a_section(name: str) -> None:
    wrong = []
    for code, entry in shipped(name).items():
        is_section = not entry.parent and len(code) == 1
        is_division = len(code) == 2 and len(entry.parent) == 1 and entry.parent in shipped(name)
        if not (is_section or is_division or (code.startswith(entry.parent) and entry.parent in shipped(name))):
            wrong.append(code)
    assert wrong == []


@pytest.mark.parametrize(("name", "languages"), [("isic4", {"de", "zh", "en"}), ("wz2008", {"de", "en"}), ("gbt4754", {"zh"})])
def test_titles_stand_in_the_languages_of_the_table(name: str, languages: set[str]) -> None:
    assert [code for code, entry in shipped(name).items() if not languages <= set(entry.titles)] == []


def test_chinese_industry_has_german_and_english_titles_down_to_the_class() -> None:
    industry = [entry for code, entry in shipped("gbt4754").items() if code[:2].isdigit() and 13 <= int(code[:2]) <= 43]
    assert [entry.code for entry in industry if not {"de", "en"} <= set(entry.titles)] == []
    above_classes = [entry for code, entry in shipped("gbt4754").items() if len(code) < 4]
    assert [entry.code for entry in above_classes if not {"de", "en"} <= set(entry.titles)] == []


@pytest.mark.parametrize("name", ["wz2008", "gbt4754"])
def test_every_class_leads_to_isic_classes_that_exist(name: str) -> None:
    classes = [entry for entry in shipped(name).values() if len(entry.code.replace(".", "")) >= 4]
    assert [entry.code for entry in classes if not entry.isic or not all(len(c) == 4 and c in isic_codes() for c in entry.isic)] == []


@pytest.mark.parametrize(
    ("name", "code", "classes"),
    [
        ("wz2008", "24.53", ("2432",)),
        ("wz2008", "24.5", ("2431", "2432")),
        ("gbt4754", "3311", ("2511",)),
        ("isic4", "243", ("2431", "2432")),
        ("isic4", "0111", ("0111",)),
        ("wz2008", "99.98", ()),
    ],
)
def test_a_code_of_any_level_stands_for_the_isic_classes_below_it(name: str, code: str, classes: tuple[str, ...]) -> None:
    assert isic_classes(name, code) == classes


@pytest.mark.parametrize(("name", "key", "least"), [("isic_concepts", r"\d{4}", 400), ("customs_headings", r"\d{4}", 350), ("class_concepts", "", 400)])
def test_concept_tables_name_concepts_that_exist(name: str, key: str, least: int) -> None:
    ids = concept_ids()
    lines = rows(name)[1:]
    assert len(lines) >= least
    assert {concept for row in lines for concept in row[-1].split("|")} - ids == set()
    assert [row for row in lines if not 1 <= len(row[-1].split("|")) <= 6] == []
    assert [row[0] for row in lines if key and not re.fullmatch(key, row[0])] == []


def test_concept_tables_name_codes_that_exist() -> None:
    assert {row[0] for row in rows("isic_concepts")[1:]} - isic_codes() == set()
    assert [row for row in rows("class_concepts")[1:] if row[1] not in shipped(row[0])] == []
    assert [row[0] for row in rows("customs_headings")[1:] if not 25 <= int(row[0][:2]) <= 96] == []


def test_an_official_edition_gives_its_titles_and_leaves_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "classification"
    folder.mkdir()
    (folder / "wz2008.tsv").write_text("code\tparent\tde\tzh\ten\tisic\n24.53\t99\tOfficial title\t\t\t9999\n24.59\t24.5\tNew class\t\t\t2432\n", encoding="utf-8")
    ours = table("wz2008")["24.53"]
    monkeypatch.setitem(os.environ, "KONTOR_HOME", str(tmp_path))
    official = table("wz2008")
    assert official["24.53"] == Entry("24.53", "24.5", ours.titles | {"de": "Official title"}, ("2432",))
    assert official["24.59"] == Entry("24.59", "24.5", {"de": "New class"}, ("2432",))
    assert table("isic4") == tables.shipped("isic4")
    assert shipped("wz2008")["24.53"] == ours
