"""Reading the classification tables that ship with the project."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Entry:
    """One class: its code, that of its parent (empty at the top), its titles by language and, where known, its ISIC Rev.4 codes."""

    code: str
    parent: str
    titles: dict[str, str]
    isic: tuple[str, ...] = ()


@functools.cache
def table(name: str) -> dict[str, Entry]:
    """code -> entry of `isic4`, `wz2008` or `gbt4754`; empty when the table is not there."""
    path = DATA / f"{name}.tsv"
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    found: dict[str, Entry] = {}
    for line in lines[1:]:
        row = dict(zip(header, line.split("\t"), strict=False))
        titles = {language: row[language] for language in ("de", "zh", "en") if row.get(language)}
        isic = tuple(code for code in row.get("isic", "").split("|") if code) if name != "isic4" else (row["code"],)
        found[row["code"]] = Entry(row["code"], row.get("parent", ""), titles, isic)
    return found


def isic_codes() -> frozenset[str]:
    """All codes of ISIC Rev.4, of every level; empty when the table is not there."""
    return frozenset(table("isic4"))
