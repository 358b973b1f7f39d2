"""No frozen figure falls by more than one hundredth. The judged set is asked with a fixed third of its queries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import cases, judged_set, run
from evaluation.scores import figure, ratio


def test_no_frozen_figure_falls() -> None:
    assert run.falls(run.measure(only_third=True)) == []


def test_the_third_is_about_a_third_and_has_every_direction() -> None:
    queries = judged_set.texts("queries", "de")
    chosen = [query for query in queries if judged_set.is_in_third(query)]
    assert 0.2 < len(chosen) / len(queries) < 0.47
    assert len(run.frozen()["third"]["figures"]) == 9


def test_a_fall_and_other_data_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept = {"senses": {"data": run.data_hash("senses"), "figures": {"top-1": 0.9, "top-2": 0.5}}, "sides": {"data": "old", "figures": {"accuracy": 0.1}}}
    monkeypatch.setattr(run, "FROZEN", tmp_path / "frozen.json")
    run.FROZEN.write_text(json.dumps(kept))
    measured = {"senses": {"top-1": [(8.0, 10.0)], "top-2": [(1.0, 2.0)]}, "sides": {"accuracy": [(1.0, 1.0)]}}
    told = run.falls(measured)
    assert told[0] == "senses top-1: 0.900 before, 0.800 now"
    assert told[1].startswith("sides: its data changed")
    assert len(told) == 2


def test_a_missing_file_of_cases_is_skipped_and_a_broken_one_is_not(tmp_path: Path) -> None:
    assert cases.read("senses", tmp_path) == []
    (tmp_path / "senses.tsv").write_text("text\tlabel\n# remark\nLager\n")
    assert cases.read("senses", tmp_path) == [{"text": "Lager", "label": ""}]
    (tmp_path / "senses.tsv").write_text("text\na\tb\n")
    with pytest.raises(ValueError, match=r"senses\.tsv:2"):
        cases.read("senses", tmp_path)


def test_ratios_are_of_sums_and_lie_in_their_interval() -> None:
    pairs = [(1.0, 1.0), (0.0, 3.0), (2.0, 2.0), (1.0, 4.0)]
    assert ratio(pairs) == 0.4
    found = figure(pairs)
    assert found.low <= 0.4 <= found.high
    assert ratio([]) == 0.0
