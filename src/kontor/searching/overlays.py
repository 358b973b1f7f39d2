"""Which overlay files of the operator hold on this site: those that the index in use was built with.

A file that is put into `KONTOR_HOME`/thesaurus changes nothing by itself, whatever is in it. `kontor index rebuild` copies the files,
checks the copies, builds an index with them, and lays the copies beside that index; only then the name in the file `in-use` changes. Web
processes look there several times a second, so thesaurus and index change together, without a restart, and a file that is broken or half
written never reaches a reader.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from kontor_core.thesaurus import overlays

IN_USE = "in-use"
"""File beside the indexes: the name of the one whose overlay files hold."""
COPIES = overlays.FOLDER
"""Folder inside an index: the overlay files it was built with."""
MOST_NAMED = 20

_being_built: tuple[Path, ...] | None = None


@dataclass(eq=False)
class Faulty(Exception):
    """The overlay files cannot be taken over; `findings` name file, line and what to mend."""

    findings: list[str]

    def __str__(self) -> str:
        named = "\n".join(self.findings[:MOST_NAMED])
        more = f"\n... {len(self.findings) - MOST_NAMED} more: kontor thesaurus check" if len(self.findings) > MOST_NAMED else ""
        return f"the overlay is not taken over, what was in use stays in use. Please mend:\n{named}{more}"


def in_use() -> tuple[Path, ...]:
    """The overlay files that hold; those that lie in the home folder as long as there is no index at all."""
    if _being_built is not None:
        return _being_built
    name = name_in_use()
    return _files(Path(settings.KONTOR_INDEX) / name / COPIES) if name else overlays.lying()


def name_in_use() -> str:
    """Name of the index whose overlay files hold; empty when none was built yet."""
    with contextlib.suppress(OSError):
        return (Path(settings.KONTOR_INDEX) / IN_USE).read_text(encoding="utf-8").strip()
    return ""


def are_waiting() -> bool:
    """Whether other files lie in the home folder than hold."""
    return _contents(overlays.lying()) != _contents(in_use())


def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob("*.tsv")))


def _contents(files: Sequence[Path]) -> list[tuple[str, bytes]]:
    found = []
    for path in files:
        try:
            found.append((path.name, path.read_bytes()))
        except OSError:
            found.append((path.name, b""))
    return found


@contextlib.contextmanager
def taken_over(is_strict: bool = True) -> Iterator[list[str]]:
    """For the length of the block this process works with the overlay files that lie in the home folder now; `put_in_use` keeps them.

    Args:
        is_strict: without it files with faults are left out and what holds stays; the faults are what the block is given.

    Raises:
        Faulty: something is wrong with them.
    """
    global _being_built  # noqa: PLW0603 - one thesaurus a process
    with tempfile.TemporaryDirectory(prefix="overlays-") as made:
        copies = Path(made) / COPIES
        copies.mkdir()
        findings = _copy(copies) or faults(_files(copies))
        if findings and is_strict:
            raise Faulty(findings)
        chosen = _files(copies)
        if findings:
            chosen = in_use() if name_in_use() else ()
        _being_built = chosen
        overlays.use(in_use)
        try:
            yield findings
        finally:
            _being_built = None
            overlays.use(in_use)


def _copy(folder: Path) -> list[str]:
    """Copy what lies in the home folder, so that it cannot change under the build; returns what cannot be read."""
    findings = []
    for path in overlays.lying():
        try:
            (folder / path.name).write_bytes(path.read_bytes())
        except OSError as error:
            findings.append(f"{COPIES}/{path.name}: cannot be read: {error.strerror}")
    return findings


def faults(files: Sequence[Path]) -> list[str]:
    """What is wrong with the thesaurus and these overlay files together, a line each. The thesaurus that ships has no fault: a test says so."""
    if not files:
        return []
    from kontor_core.classification.tables import isic_codes
    from kontor_core.thesaurus.checks import read_and_check
    from kontor_core.thesaurus.loading import DATA

    return [str(finding) for finding in read_and_check((DATA, *files), isic_codes())[1]]


def put_in_use(index_folder: Path) -> None:
    """Lay the overlay files of the present block beside the index that was built with them, and have every process use both."""
    copies = index_folder / COPIES
    if not copies.is_dir():
        half = index_folder / f"{COPIES}.{os.getpid()}"
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        for path in in_use():
            shutil.copyfile(path, half / path.name)
        half.rename(copies)
    _switch_to(index_folder.name)


def _switch_to(name: str) -> None:
    """One step for readers, and on the disk before it is told: after a power cut there is the old name or the new one."""
    root = Path(settings.KONTOR_INDEX)
    temporary = root / f"{IN_USE}.new"
    with temporary.open("w", encoding="utf-8") as file:
        file.write(name)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(root / IN_USE)
