"""Reading the classification tables that ship with the project, and official editions the operator has imported.

Titles of the shipped tables are in our own words. An official edition lies in `KONTOR_HOME`/classification/<table>.tsv (written by
`kontor classification import`); its titles take the place of ours, language by language, and codes that only it has are added.
Codes, parents and crosswalks of ours stay.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

DATA = Path(__file__).parent / "data"
TABLES = ("isic4", "wz2008", "gbt4754")
HEADER = ("code", "parent", "de", "zh", "en", "isic")
LANGUAGES = ("de", "zh", "en")


@dataclass(frozen=True, slots=True)
class Entry:
    """One class: its code, that of its parent (empty at the top), its titles by language and, where known, its ISIC Rev.4 codes."""

    code: str
    parent: str
    titles: dict[str, str]
    isic: tuple[str, ...] = ()


def official_folder() -> Path | None:
    """Where imported official editions lie; nothing without `KONTOR_HOME`."""
    home = os.environ.get("KONTOR_HOME")
    return Path(home) / "classification" if home else None


def table(name: str) -> Mapping[str, Entry]:
    """code -> entry of `isic4`, `wz2008` or `gbt4754`, with the titles of an imported official edition; empty when the table is not there."""
    home = os.environ.get("KONTOR_HOME")
    if not home:
        return shipped(name)
    official = os.path.join(home, "classification", f"{name}.tsv")  # noqa: PTH118 - asked for every document, and a Path takes ten times as long
    try:
        changed = os.stat(official).st_mtime_ns  # noqa: PTH116 - for the same reason
    except OSError:
        return shipped(name)
    return _with_official(name, Path(official), changed)


@functools.cache
def shipped(name: str) -> Mapping[str, Entry]:
    """code -> entry of the table that ships with the project, without any imported edition."""
    return MappingProxyType(_read(name, DATA / f"{name}.tsv"))


@functools.lru_cache(maxsize=8)
def _with_official(name: str, path: Path, _changed: int) -> Mapping[str, Entry]:
    entries = dict(shipped(name))
    for code, official in _read(name, path).items():
        ours = entries.get(code)
        if ours is None:
            entries[code] = official
        else:
            entries[code] = Entry(code, ours.parent, ours.titles | official.titles, ours.isic or official.isic)
    return MappingProxyType(entries)


def _read(name: str, path: Path) -> dict[str, Entry]:
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    found: dict[str, Entry] = {}
    for line in lines[1:]:
        row = dict(zip(header, line.split("\t"), strict=False))
        titles = {language: row[language] for language in LANGUAGES if row.get(language)}
        isic = tuple(code for code in row.get("isic", "").split("|") if code) if name != "isic4" else (row["code"],)
        found[row["code"]] = Entry(row["code"], row.get("parent", ""), titles, isic)
    return found


@functools.cache
def _classes_below(name: str) -> dict[str, tuple[str, ...]]:
    """For each code, the ISIC classes (4 digits) that it and all codes under it stand for."""
    entries = shipped(name)
    gathered: dict[str, dict[str, None]] = {code: {} for code in entries}
    for code, entry in entries.items():
        classes = [isic for isic in entry.isic if len(isic) == 4]
        above = code
        while above in entries:
            gathered[above].update(dict.fromkeys(classes))
            above = entries[above].parent
    return {code: tuple(sorted(classes)) for code, classes in gathered.items()}


def isic_classes(name: str, code: str) -> tuple[str, ...]:
    """ISIC Rev.4 classes (4 digits) that a code of any level of a table stands for; empty when the code is not known."""
    return _classes_below(name).get(code, ())


def isic_codes() -> frozenset[str]:
    """All codes of ISIC Rev.4, of every level; empty when the table is not there."""
    return frozenset(table("isic4"))
