"""Overlay files of the operator: every mistake is named with file and line, and what is compiled of them is not kept for ever."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kontor_core import command
from kontor_core.classification.tables import isic_codes
from kontor_core.thesaurus import checks, compiled, index, loading, overlays
from kontor_core.thesaurus.loading import COLUMNS, DATA, ThesaurusError

HEADER = "\t".join(COLUMNS)


def line(**values: str) -> str:
    return "\t".join(values.get(name, "") for name in COLUMNS)


GOOD = line(id="glow-widget", kind="product", broader="valve", de="Glimmventilator", zh="辉光器件件", en="glow widget")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home folder of its own, in which overlays hold as they lie there."""
    monkeypatch.setenv("KONTOR_HOME", str(tmp_path))
    (tmp_path / "thesaurus").mkdir()
    before = overlays._source
    overlays.use(overlays.lying)
    yield tmp_path
    overlays.use(before)


def put(home: Path, *lines: str, name: str = "own.tsv") -> Path:
    path = home / "thesaurus" / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_every_mistake_is_named_at_once(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(home, HEADER, GOOD, "too\tfew", line(id="valve", kind="product", broader="nowhere", de="Ventil", zh="阀门", en="valve"))
    put(home, "id\tkind", name="other.tsv")
    (home / "thesaurus" / "saved.tsv").write_bytes("Schweißen".encode("latin-1"))
    put(home, "\t".join(loading.SENSE_COLUMNS), "Welle\tde\tshaft\tmuch\t", "Xy\tde\tnowhere\t0.4\t", name="senses.tsv")
    put(home, "\t".join(loading.WORD_COLUMNS), "Wort\tfr\tblocks", name="words.tsv")
    put(home, "\t".join(loading.RETIRED_COLUMNS), "old-thing\tno-such-thing", name="retired.tsv")
    assert command.main(["thesaurus", "check", "--json"]) == 1
    found = {(finding["file"], finding["line"], finding["code"]) for finding in json.loads(capsys.readouterr().out)}
    assert found == {
        ("thesaurus/own.tsv", 3, "unreadable"), ("thesaurus/own.tsv", 4, "double-id"), ("thesaurus/own.tsv", 4, "broader"),
        ("thesaurus/other.tsv", 1, "unreadable"), ("thesaurus/saved.tsv", 0, "unreadable"),
        ("thesaurus/senses.tsv", 2, "unreadable"), ("thesaurus/senses.tsv", 3, "sense"), ("thesaurus/senses.tsv", 3, "prior"),
        ("thesaurus/words.tsv", 2, "word"), ("thesaurus/retired.tsv", 2, "retired"),
    }


def test_a_label_that_is_taken_is_named_at_the_line_of_the_overlay(home: Path) -> None:
    put(home, HEADER, line(id="aaa-valve", kind="product", broader="valve", de="Ventil", zh="辉光器件件", en="glow widget"))
    found = checks.read_and_check((DATA, *overlays.in_use()))[1]
    assert [(f.file, f.line, f.code) for f in found] == [("thesaurus/own.tsv", 2, "shared")]


def test_meanings_and_old_ids_of_an_overlay_count(home: Path) -> None:
    put(home, HEADER, line(id="glow-widget", kind="product", broader="valve", de="Ventilglimmer", zh="辉光器件件", en="glow widget"))
    put(home, HEADER, line(id="glow-lamp", kind="product", broader="valve", de="Ventilglimmer", zh="辉光器灯泡", en="glow lamp"), name="second.tsv")
    put(home, "\t".join(loading.SENSE_COLUMNS), "Ventilglimmer\tde\tglow-widget\t0.7\t", "Ventilglimmer\tde\tglow-lamp\t0.3\tvalve", name="senses.tsv")
    put(home, "\t".join(loading.RETIRED_COLUMNS), "old-widget\tglow-widget", name="retired.tsv")
    thesaurus, found = checks.read_and_check((DATA, *overlays.in_use()))
    assert found == []
    renamed = thesaurus.get("old-widget")
    assert renamed is not None and renamed.id == "glow-widget"
    assert [sense.prior for sense in thesaurus.senses if sense.label == "Ventilglimmer"] == [0.7, 0.3]


def test_a_faulty_overlay_ends_a_command_with_one_line(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(home, HEADER, "too\tfew")
    assert command.main(["annotate", "Ventil"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("kontor: thesaurus/own.tsv:2: 2 cells instead of 15 (too); mend the overlay file")
    assert len(said.splitlines()) == 1


def test_a_file_that_vanished_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(ThesaurusError, match=r"gone\.tsv: cannot be read"):
        loading.content_hash((tmp_path / "gone.tsv",))


def test_the_program_says_which_overlays_hold(home: Path) -> None:
    mine = put(home, HEADER, GOOD)
    with_mine = index.signature()
    overlays.use(lambda: ())
    assert index.overlays() == ()
    without = index.signature()
    assert without == index.signature((DATA,)) != with_mine
    overlays.use(overlays.lying)
    assert index.overlays() == (mine,)
    assert index.signature() == with_mine


def aged(path: Path, days: float) -> Path:
    then = time.time() - days * compiled.DAY_SECONDS
    os.utime(path, (then, then))
    return path


def test_old_compiled_forms_go_when_a_new_one_comes(tmp_path: Path) -> None:
    names = ("thesaurus-old.pickle", "thesaurus-old.picklehalf", "thesaurus-other.pickle", "translation-old.pickle", "unrelated.txt")
    paths = {name: tmp_path / name for name in names}
    for path in paths.values():
        compiled.write_atomically(path, b"x")
        aged(path, compiled.KEPT_DAYS + 1)
    aged(paths["thesaurus-other.pickle"], compiled.KEPT_DAYS - 1)
    compiled.keep(tmp_path / "thesaurus-new.pickle", {"a": 1})
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == ["thesaurus-new.pickle", "thesaurus-other.pickle", "translation-old.pickle", "unrelated.txt"]


def test_two_programs_sharing_the_folder_keep_what_each_uses(tmp_path: Path) -> None:
    mine, theirs = tmp_path / "thesaurus-mine.pickle", tmp_path / "thesaurus-theirs.pickle"
    compiled.keep(mine, {"a": 1})
    compiled.keep(theirs, {"b": 2})
    for days in range(0, 3 * compiled.KEPT_DAYS, 3):
        assert (compiled.load(mine, dict), compiled.load(theirs, dict)) == ({"a": 1}, {"b": 2}), days
        for path in (mine, theirs):
            aged(path, 3)
    aged(theirs, compiled.KEPT_DAYS + 1)
    aged(mine, 2)
    assert compiled.load(mine, dict) == {"a": 1}
    assert not theirs.exists(), "nobody loaded it for a week"
    assert compiled.load(theirs, dict) is None


def test_a_foreign_or_half_file_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "words-x.pickle"
    path.write_bytes(b"\x80\x05half")
    assert compiled.load(path, dict) is None
    compiled.keep(path, ["a list"])
    assert compiled.load(path, dict) is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    compiled.keep(tmp_path / "cache" / "thesaurus-x.pickle", {"a": 1})
    assert compiled.load(tmp_path / "cache" / "thesaurus-x.pickle", dict) is None


def test_the_example_of_the_how_to_is_right(home: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "how-to" / "add-a-concept.md").read_text("utf-8")
    lines = [written for written in page.splitlines() if written.count("\t") == len(COLUMNS) - 1]
    assert [written.partition("\t")[0] for written in lines] == ["id", "fused-deposition-nozzle"]
    put(home, *lines)
    thesaurus, found = checks.read_and_check((DATA, *overlays.in_use()), isic_codes())
    assert found == []
    assert thesaurus.by_id["fused-deposition-nozzle"].label("zh") == "熔积喷嘴"
