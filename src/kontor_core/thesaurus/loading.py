"""Reading the thesaurus files; compiled once and cached by a hash of their content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from kontor_core.thesaurus import overlays
from kontor_core.thesaurus.concepts import LANGUAGES, Concept, Labels, PlainWord, Sense, Thesaurus

DATA = Path(__file__).parent / "data"
COLUMNS = ("id", "kind", "broader", "related", "isic", "de", "de_alt", "de_hidden", "zh", "zh_alt", "zh_hidden", "en", "en_alt", "en_hidden", "note")
SENSE_COLUMNS = ("label", "language", "concept", "prior", "cues")
RETIRED_COLUMNS = ("old", "new")
WORD_COLUMNS = ("word", "language", "use")
_NO_CONCEPTS = ("senses.tsv", "retired.tsv", "words.tsv")


class ThesaurusError(ValueError):
    """A thesaurus file cannot be read; says file, line and what is wrong."""

    def __init__(self, file: str, line: int, message: str) -> None:
        """`line` 0: the file as a whole."""
        super().__init__(f"{file}:{line}: {message}" if line else f"{file}: {message}")
        self.file, self.line, self.message = file, line, message


Faults = list[ThesaurusError]
"""Where faults are gathered instead of raised, so that a check names all of them."""


def shown_name(path: Path) -> str:
    """A file by its name, an overlay with its folder, for it may be called as a file of the thesaurus itself."""
    return f"{overlays.FOLDER}/{path.name}" if path.parent.name == overlays.FOLDER else path.name


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
            digest.update(file.name.encode() + b"\0" + _bytes(file) + b"\0")
    return digest.hexdigest()[:16]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ThesaurusError(shown_name(path), 0, f"cannot be read: {error.strerror}") from error


def rows(path: Path, columns: Sequence[str], faults: Faults | None = None) -> Iterator[tuple[int, list[str]]]:
    """(line number, cells) of a tab-separated file whose first line names exactly the columns.

    Args:
        faults: gathers what is wrong; the lines in question are passed over.

    Raises:
        ThesaurusError: not UTF-8, another header, or a line with another number of cells, unless `faults` gathers it.
    """
    name = shown_name(path)
    try:
        lines = _bytes(path).decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        _tell(ThesaurusError(name, 0, f"not UTF-8 at byte {error.start}: save it as UTF-8"), faults)
        return
    except ThesaurusError as error:
        _tell(error, faults)
        return
    header = lines[0].lstrip("\ufeff").rstrip("\r").split("\t")
    if header != list(columns):
        _tell(ThesaurusError(name, 1, f"the header must be {' '.join(columns)}, parted by tabs, found {' '.join(header)[:200] or 'nothing'}"), faults)
        return
    for number, line in enumerate(lines[1:], 2):
        line = line.rstrip("\r")
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) == len(columns):
            yield number, [cell.strip() for cell in cells]
        else:
            _tell(ThesaurusError(name, number, f"{len(cells)} cells instead of {len(columns)} ({cells[0][:80]})"), faults)


def _tell(fault: ThesaurusError, faults: Faults | None) -> None:
    if faults is None:
        raise fault
    faults.append(fault)


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


def _senses(path: Path, faults: Faults | None) -> Iterator[Sense]:
    for number, (label, language, concept, prior, cues) in rows(path, SENSE_COLUMNS, faults):
        try:
            yield Sense(label, language, concept, float(prior), _several(cues), shown_name(path), number)
        except ValueError:
            _tell(ThesaurusError(shown_name(path), number, f"prior must be a number, found {prior}"), faults)


def _called(folders: Sequence[Path], name: str) -> list[Path]:
    """The files of a name in the folders, single files among them."""
    return [path for folder in folders if (path := folder / name if folder.is_dir() else folder).name == name and path.exists()]


def read(folders: Sequence[Path] = (DATA,), faults: Faults | None = None) -> Thesaurus:
    """Read all files of the folders, the thesaurus' own and then overlays.

    Args:
        faults: gathers what cannot be read, all of it; the thesaurus that comes back lacks those lines and is fit to be checked only.

    Raises:
        ThesaurusError: a file is not readable as described in docs/how-to/write-the-thesaurus.md, unless `faults` gathers it.
    """
    concepts: list[Concept] = []
    for path in concept_files(folders):
        for number, cells in rows(path, COLUMNS, faults):
            concepts.append(_concept(len(concepts), shown_name(path), number, cells))
    senses = [sense for path in _called(folders, "senses.tsv") for sense in _senses(path, faults)]
    words = [
        PlainWord(word, language, use, shown_name(path), number)
        for path in _called(folders, "words.tsv")
        for number, (word, language, use) in rows(path, WORD_COLUMNS, faults)
    ]
    retired: dict[str, str] = {}
    retired_at: dict[str, tuple[str, int]] = {}
    for path in _called(folders, "retired.tsv"):
        for number, (old, new) in rows(path, RETIRED_COLUMNS, faults):
            retired[old], retired_at[old] = new, (shown_name(path), number)
    try:
        name = content_hash(folders)
    except ThesaurusError as fault:  # told already, by the file that cannot be read
        if faults is None:
            raise
        name = f"faulty-{len(faults)}-{fault.file}"
    return Thesaurus(tuple(concepts), tuple(senses), tuple(words), retired, name, retired_at=retired_at)
