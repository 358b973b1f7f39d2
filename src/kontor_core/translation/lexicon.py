"""The part lexicon: word parts of trade language in three languages, written by hand beside the thesaurus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

PARTS = Path(__file__).parent / "data" / "parts.tsv"


def part_rows(path: Path = PARTS) -> Iterator[dict[str, tuple[str, ...]]]:
    """Rows as language -> values, the most usual value first; lines with too few cells are an error of the file, told by the checks."""
    if not path.exists():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        cells = line.split("\t")
        if number and len(cells) == 3:
            yield {lang: tuple(v.strip() for v in cell.split("|") if v.strip()) for lang, cell in zip(("de", "zh", "en"), cells, strict=True)}
