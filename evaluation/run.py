"""Measure everything that is judged or marked, beside the frozen figures: `python -m evaluation.run [--freeze]`.

Freezing writes `frozen.json`; its diff belongs into the commit that changed the figures. A test fails when a figure falls by more than
`MOST_FALL`; it asks a fixed third of the judged queries, which is frozen apart.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation import cases, judged_set
from evaluation.scores import Measured, figure, ratio
from kontor_core.thesaurus.index import load
from kontor_core.translation import model

FROZEN = Path(__file__).parent / "frozen.json"
MOST_FALL = 0.01


def measure(only_third: bool = False) -> dict[str, Measured]:
    """Groups of figures: `judged`, `third` and each file of cases."""
    index = load()
    return {**judged_set.measure(index, model.load(), only_third), **cases.measure(index)}


def data_hash(group: str) -> str:
    """Hash of what a group is measured on."""
    return judged_set.data_hash() if group in ("judged", "third") else cases.data_hash(group)


def frozen() -> dict[str, Any]:
    """group -> {"data": hash, "figures": {name: value}}; empty when nothing was frozen."""
    return dict(json.loads(FROZEN.read_text(encoding="utf-8"))) if FROZEN.exists() else {}


def freeze(measured: Mapping[str, Measured]) -> None:
    """Write the figures, rounded to four places."""
    kept = {
        group: {"data": data_hash(group), "figures": {name: round(ratio(pairs), 4) for name, pairs in figures.items()}}
        for group, figures in sorted(measured.items())
    }
    FROZEN.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def falls(measured: Mapping[str, Measured]) -> list[str]:
    """What fell by more than is allowed, and what was measured on other data than was frozen."""
    found = []
    for group, kept in frozen().items():
        if group not in measured:
            continue
        if kept["data"] != data_hash(group):
            found.append(f"{group}: its data changed; look at the figures and run: python -m evaluation.run --freeze")
            continue
        for name, before in kept["figures"].items():
            now = ratio(measured[group].get(name, ()))
            if now < before - MOST_FALL:
                found.append(f"{group} {name}: {before:.3f} before, {now:.3f} now")
    return found


def _print(measured: Mapping[str, Measured]) -> None:
    before = frozen()
    print(f"{'':<40}{'now':>7}  {'95 %':<14}{'frozen':>7}{'change':>8}{'rows':>7}")
    for group, figures in measured.items():
        kept = before.get(group, {}).get("figures", {})
        is_other = group in before and before[group]["data"] != data_hash(group)
        for name, pairs in figures.items():
            found = figure(pairs)
            frozen_value = kept.get(name)
            beside = f"{frozen_value:>7.3f}{found.value - frozen_value:>+8.3f}" if frozen_value is not None else f"{'':>15}"
            print(f"{cases.title(group) + ' ' + name:<40}{found.value:>7.3f}  {found.low:.3f} to {found.high:.3f}{beside}{found.rows:>7}{'  (other data)' if is_other else ''}")
    if fallen := falls(measured):
        print("\nfallen:", *fallen, sep="\n  ")


def main(given: Sequence[str] | None = None) -> int:
    """Entry of the command; 1 when something fell and was not frozen anew."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.run", description="Figures of the judged set and the marked cases, beside the frozen ones.")
    parser.add_argument("--freeze", action="store_true", help="keep these figures as the ones to hold")
    asked = parser.parse_args(given)
    measured = measure()
    _print(measured)
    if asked.freeze:
        freeze(measured)
        print(f"\nfrozen: {FROZEN}")
        return 0
    return 1 if falls(measured) else 0


if __name__ == "__main__":
    raise SystemExit(main())
