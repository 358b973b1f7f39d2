"""Reading the thesaurus files; compiled once and cached by a hash of their content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from kontor_core.thesaurus.concepts import LANGUAGES, Concept, Labels, PlainWord, Sense, Thesaurus

DATA = Path(__file__).parent / "data"
COLUMNS = ("id", "kind", "broader", "related", "isic", "de", "de_alt", "de_hidden", "zh", "zh_alt", "zh_hidden", "en", "en_alt", "en_hidden", "note")
SENSE_COLUMNS = ("label", "language", "concept", "prior", "cues")
RETIRED_COLUMNS = ("old", "new")
WORD_COLUMNS = ("word", "language", "use")
_NO_CONCEPTS = ("senses.tsv", "retired.tsv", "words.tsv")


class ThesaurusError(ValueError):
    """A thesaurus file cannot be read; says file, line and what is wrong."""


def concept_files(folders: Sequence[Path]) -> list[Path]:
    """The concept files of the folders (or single files, such as an overlay), sorted by name inside each folder."""
    found: list[Path] = []
    for folder in folders:
        files = sorted(folder.glob("*.tsv")) if folder.is_dir() else [folder]
        found.extend(file for file in files if file.name not in _NO_CONCEPTS)
    return found


def content_hash(folders: Sequence[Path]) -> str:
    """Hash of everything the compiled thesaurus depends on."""
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.glob("*.tsv")) if folder.is_dir() else [folder]:
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def rows(path: Path, columns: Sequence[str]) -> Iterable[tuple[int, list[str]]]:
    """(line number, cells) of a tab-separated file whose first line names exactly the columns.

    Raises:
        ThesaurusError: not UTF-8, another header, or a line with another number of cells.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise ThesaurusError(f"{path.name}: not UTF-8 at byte {error.start}") from error
    header = lines[0].lstrip("\ufeff").rstrip("\r").split("\t")
    if header != list(columns):
        raise ThesaurusError(f"{path.name}:1: the header must be {' '.join(columns)}, found {' '.join(header)}")
    for number, line in enumerate(lines[1:], 2):
        line = line.rstrip("\r")
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise ThesaurusError(f"{path.name}:{number}: {len(cells)} cells instead of {len(columns)} ({cells[0]})")
        yield number, [cell.strip() for cell in cells]


def _several(cell: str) -> tuple[str, ...]:
    return tuple(value.strip() for value in cell.split("|") if value.strip())


def _concept(index: int, file: str, line: int, cells: list[str]) -> Concept:
    value = dict(zip(COLUMNS, cells, strict=True))
    related = tuple((kind, other) for kind, _, other in (r.partition(":") for r in _several(value["related"])))
    labels = {
        language: Labels(value[language], _several(value[f"{language}_alt"]), _several(value[f"{language}_hidden"]))
        for language in LANGUAGES
    }
    return Concept(index, value["id"], value["kind"], _several(value["broader"]), related, value["isic"], labels, value["note"], file, line)


def _sense(path: Path, number: int, cells: list[str]) -> Sense:
    label, language, concept, prior, cues = cells
    try:
        return Sense(label, language, concept, float(prior), _several(cues))
    except ValueError as error:
        raise ThesaurusError(f"{path.name}:{number}: prior must be a number, found {prior}") from error


def read(folders: Sequence[Path] = (DATA,)) -> Thesaurus:
    """Read all files of the folders, the thesaurus' own and then overlays.

    Raises:
        ThesaurusError: a file is not readable as described in docs/how-to/write-the-thesaurus.md.
    """
    concepts: list[Concept] = []
    for path in concept_files(folders):
        for number, cells in rows(path, COLUMNS):
            concepts.append(_concept(len(concepts), path.name, number, cells))
    senses: list[Sense] = []
    words: list[PlainWord] = []
    retired: dict[str, str] = {}
    for folder in (f for f in folders if f.is_dir()):
        if (path := folder / "senses.tsv").exists():
            senses.extend(_sense(path, number, cells) for number, cells in rows(path, SENSE_COLUMNS))
        if (path := folder / "words.tsv").exists():
            words.extend(PlainWord(word, language, use) for _, (word, language, use) in rows(path, WORD_COLUMNS))
        if (path := folder / "retired.tsv").exists():
            retired.update((old, new) for _, (old, new) in rows(path, RETIRED_COLUMNS))
    return Thesaurus(tuple(concepts), tuple(senses), tuple(words), retired, content_hash(folders))
