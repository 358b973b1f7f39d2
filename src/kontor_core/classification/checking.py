"""Comparing the shipped tables with an official edition, and taking an official edition over.

A comparison says four things: codes that are ours but not theirs (`wrong-code`), theirs but not ours (`missing`), a code that hangs
under another one or on another level (`wrong-parent`, `wrong-level`), and ISIC classes that differ (`wrong-crosswalk`).
Titles are not compared: ours are in our own words.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kontor_core.classification.official import Official, OfficialFileError, read_official
from kontor_core.classification.tables import HEADER, LANGUAGES, Entry, official_folder, shipped

KINDS = ("wrong-code", "missing", "wrong-parent", "wrong-level", "wrong-crosswalk")
_LEVEL_OF_LENGTH = {
    "isic4": {1: 1, 2: 2, 3: 3, 4: 4},
    "wz2008": {1: 1, 2: 2, 4: 3, 5: 4, 7: 5},
    "gbt4754": {1: 1, 2: 2, 3: 3, 4: 4},
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which our table and the official file differ; `ours` and `theirs` are what each says."""

    kind: str
    code: str
    ours: str = ""
    theirs: str = ""

    def __str__(self) -> str:
        said = ", ".join(f"{who} {what}" for who, what in (("ours", self.ours), ("theirs", self.theirs)) if what)
        return f"{self.kind} {self.code}" + (f": {said}" if said else "")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was compared and how it came out."""

    table: str
    ours: int
    theirs: int
    crosswalks: int
    differences: tuple[Difference, ...]

    def counts(self) -> dict[str, int]:
        """How many differences of each kind."""
        counted = Counter(difference.kind for difference in self.differences)
        return {kind: counted[kind] for kind in KINDS}


def compare(path: Path, name: str = "") -> Comparison:
    """Our shipped table against an official file; the table is guessed from the header unless named."""
    name, theirs = read_official(path, name)
    ours = shipped(name)
    differences = [*_codes(ours, theirs), *_places(name, ours, theirs), *_crosswalks(name, ours, theirs)]
    compared = sum(1 for code in ours if code in theirs and _official_isic(code, theirs)) if name != "isic4" else 0
    return Comparison(name, len(ours), len(theirs), compared, tuple(differences))


def _codes(ours: Mapping[str, Entry], theirs: Mapping[str, Official]) -> Iterator[Difference]:
    for code in ours:
        if code not in theirs and not _implied(code, theirs):
            yield Difference("wrong-code", code, ours=_any_title(ours[code].titles))
    for code in theirs:
        if code not in ours:
            yield Difference("missing", code, theirs=_any_title(theirs[code].titles))


def _implied(code: str, theirs: Mapping[str, Official]) -> bool:
    """A group with one class only is often left out of lists: 134 is not printed, its class 1340 is."""
    return len(code) == 3 and f"{code}0" in theirs


def _places(name: str, ours: Mapping[str, Entry], theirs: Mapping[str, Official]) -> Iterator[Difference]:
    for code, official in theirs.items():
        if code not in ours:
            continue
        above = ours[code].parent
        while above and above not in theirs and _implied(above, theirs):
            above = ours[above].parent if above in ours else ""
        if above != official.parent:
            yield Difference("wrong-parent", code, ours=above, theirs=official.parent)
        level = _depth(code, ours)
        expected = official.level or _LEVEL_OF_LENGTH[name].get(len(code), 0)
        if level != expected:
            yield Difference("wrong-level", code, ours=str(level), theirs=str(expected))


def _depth(code: str, ours: Mapping[str, Entry]) -> int:
    depth = 0
    while code in ours and depth < len(HEADER):
        depth += 1
        code = ours[code].parent
    return depth


def _crosswalks(name: str, ours: Mapping[str, Entry], theirs: Mapping[str, Official]) -> Iterator[Difference]:
    if name == "isic4":
        return
    for code, entry in ours.items():
        expected = _official_isic(code, theirs) if code in theirs else frozenset()
        if expected and frozenset(entry.isic) != expected:
            yield Difference("wrong-crosswalk", code, ours="|".join(entry.isic) or "none", theirs="|".join(sorted(expected)))


def _official_isic(code: str, theirs: Mapping[str, Official]) -> frozenset[str]:
    """ISIC classes the file gives for a code; what it gives for a class holds for its sub-classes too."""
    while code in theirs:
        if theirs[code].isic:
            return theirs[code].isic
        code = theirs[code].parent
    return frozenset()


def _any_title(titles: Mapping[str, str]) -> str:
    return next((titles[language] for language in LANGUAGES if titles.get(language)), "")


def take_over(path: Path, name: str = "") -> tuple[str, Path, int]:
    """Write an official edition to `KONTOR_HOME`/classification, from where its titles take the place of ours.

    Returns the table, the file written and how many codes it holds. A file that shares fewer than half of its codes with our table
    is another classification and is refused.
    """
    folder = official_folder()
    if folder is None:
        raise OfficialFileError("set KONTOR_HOME to the folder of your installation first; the edition is kept there")
    name, theirs = read_official(path, name)
    shared = sum(code in shipped(name) for code in theirs)
    if shared * 2 < len(theirs):
        raise OfficialFileError(f"{path.name}: only {shared} of {len(theirs)} codes are codes of {name}; nothing was imported")
    lines = ["\t".join(HEADER)]
    for code, official in theirs.items():
        titles = (official.titles.get(language, "") for language in LANGUAGES)
        lines.append("\t".join((code, official.parent, *titles, "|".join(sorted(official.isic)))))
    target = folder / f"{name}.tsv"
    _write(target, "\n".join(lines) + "\n")
    return name, target, len(theirs)


def _write(target: Path, text: str) -> None:
    """Write beside and rename, so that a reader never sees half a table."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(target)
    except OSError as error:
        raise OfficialFileError(f"{target}: cannot be written: {error}") from error
