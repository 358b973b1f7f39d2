"""Coverage of German terms: which share of the frequency mass gets a concept."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import coverage
from kontor_core.thesaurus.index import LabelIndex


def test_the_mass_is_counted_by_frequency(labels: LabelIndex) -> None:
    rows = [("Ventile", 60), ("Hersteller-Vertriebe", 0), ("Lösungen", 30), ("rostfrei", 10)]
    found = coverage.measure_terms(labels, rows)
    assert (found["terms"], found["mass"]) == (4, 100)
    assert found["any concept"] == 0.7
    assert found["thing or activity"] == 0.6
    assert found["over the head"] == 0.6
    assert found["open"] == [("Lösungen", 30), ("rostfrei", 10), ("Hersteller-Vertriebe", 0)]


def test_a_concept_before_the_head_is_not_over_it(labels: LabelIndex) -> None:
    found = coverage.measure_terms(labels, [("Aluminiumxyzqwert", 1)])
    assert (found["thing or activity"], found["over the head"]) == (1.0, 0.0)


def test_a_line_that_is_no_term_is_named(tmp_path: Path) -> None:
    file = tmp_path / "terms.tsv"
    file.write_text("Ventile\t3\nPumpen\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"terms.tsv:2: .*Pumpen"):
        coverage.term_rows(file)


def test_the_command_says_what_it_needs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("KONTOR_EVAL", raising=False)
    with pytest.raises(SystemExit):
        coverage.main(["--terms"])
    assert "KONTOR_EVAL" in capsys.readouterr().err
    monkeypatch.setenv("KONTOR_EVAL", str(tmp_path))
    (tmp_path / "terms_de.tsv").write_text("Ventile\t3\nLösungen\t1\n", encoding="utf-8")
    assert coverage.main(["--terms", "--open"]) == 0
    printed = capsys.readouterr().out
    assert '"thing or activity": 0.75' in printed
    assert "1\tLösungen" in printed
