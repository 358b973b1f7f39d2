"""The search index of a company table, built once for the content of the file and kept in the cache."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import json
import multiprocessing
import os
import pickle
import shutil
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kontor_core import language
from kontor_core.command import CommandError
from kontor_core.commands.progress import shown
from kontor_core.search import document
from kontor_core.search.engines.tantivy import IndexMissing, TantivyEngine
from kontor_core.search.finder import Finder
from kontor_core.search.plan import TermTable, read_terms
from kontor_core.search.ports import Document
from kontor_core.tables.reading import Table, TableError, read
from kontor_core.text import language_of
from kontor_core.thesaurus import index as label_index
from kontor_core.translation import model

CHUNK = 500
SHAPE = 5
_worker_index: label_index.LabelIndex | None = None


@dataclass(slots=True)
class FileIndex:
    """A searchable table."""

    folder: Path
    finder: Finder
    encoding: str
    rows: int

    def record(self, key: str) -> dict[str, str]:
        """The fields of a row by its key."""
        with contextlib.closing(sqlite3.connect(f"file:{self.folder / 'rows.sqlite'}?mode=ro", uri=True)) as connection:
            found = connection.execute("select record from rows where key = ?", (key,)).fetchone()
        return dict(json.loads(found[0])) if found else {}


def sources(record: dict[str, str]) -> list[document.Source]:
    """The texts of a row in the order they are indexed in; explanations point to them by number."""
    texts = [document.Source(record["name"], document.NAME, language_of(record["name"]))]
    if scope := record.get("scope"):
        texts.append(document.Source(scope, document.TEXT))
    if industry := record.get("industry"):
        texts.append(document.Source(industry, document.NAME))
    if wanted := record.get("wanted"):
        texts.append(document.Source(wanted, document.TEXT, None, "want"))
    return texts


def build_document(index: label_index.LabelIndex, number: int, record: dict[str, str]) -> Document:
    """The index document of a row."""
    filters = {name: frozenset({record[name]}) for name in ("city",) if record.get(name)}
    identifiers = [value for name in ("identifier", "vat", "lei") if (value := record.get(name, "")) and " " not in value and len(value) < 60]
    return document.build(index, f"row:{number}", sources(record), filters, {}, identifiers=identifiers)[0]


def _spare() -> None:
    """A worker looks for garbage among what it makes, seldom, and never among the million objects of the thesaurus it shares."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _prepare(chunk: list[tuple[int, dict[str, str]]]) -> list[Document]:
    global _worker_index  # noqa: PLW0603 - each worker process loads the thesaurus once
    if _worker_index is None:
        _worker_index = label_index.load()
    return [build_document(_worker_index, number, record) for number, record in chunk]


def _chunks(records: Iterable[tuple[int, dict[str, str]]]) -> Iterator[list[tuple[int, dict[str, str]]]]:
    chunk: list[tuple[int, dict[str, str]]] = []
    for item in records:
        chunk.append(item)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def documents(records: list[tuple[int, dict[str, str]]], quiet: bool = False) -> Iterator[Document]:
    """Documents of the rows, prepared on all cores when there are enough of them."""
    cores = os.cpu_count() or 1
    if len(records) < 4 * CHUNK or cores < 2:
        yield from shown((d for chunk in _chunks(records) for d in _prepare(chunk)), len(records), "indexing", quiet)
        return
    label_index.load()  # once, before the fork, so that the workers share it
    with multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn").Pool(min(cores, 8), _spare) as pool:
        prepared = (d for batch in pool.imap(_prepare, _chunks(records)) for d in batch)
        yield from shown(prepared, len(records), "indexing", quiet)


def _fingerprint(path: Path) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    except OSError as error:
        raise CommandError(f"{path}: cannot be opened: {error.strerror}") from error
    code = hashlib.sha256()
    for module in (document, __import__("kontor_core.search.analysis", fromlist=["x"]), __import__("kontor_core.thesaurus.annotation", fromlist=["x"])):
        code.update(Path(module.__file__ or "").read_bytes())
    for source in sorted(Path(language.__file__ or "").parent.glob("*.py")):  # cue words, parts: all that a text is read with
        code.update(source.read_bytes())
    return f"{digest.hexdigest()[:20]}-{label_index.signature()}-{code.hexdigest()[:8]}-{SHAPE}"


def _build(folder: Path, path: Path, quiet: bool) -> None:
    """Build beside and rename at the end: a kill leaves no half index behind that anybody would read."""
    try:
        table = read(path)
    except TableError as error:
        raise CommandError(str(error)) from error
    records = list(table.records())
    if not records:
        raise CommandError(f"{path.name}: no row has a company name in column {table.header[table.columns['name'][0]]!r}")
    half = folder.with_name(f"{folder.name}.{os.getpid()}.half")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    try:
        _write_rows(half / "rows.sqlite", records)
        lengths = [0]
        engine = TantivyEngine(half / "index")
        engine.rebuild(_counted(documents(records, quiet), lengths))
        terms = read_terms(engine, len(records), lengths[0] / len(records))
        (half / "terms.pickle").write_bytes(pickle.dumps((terms, table.encoding, len(records))))
        engine.close()
        shutil.rmtree(folder, ignore_errors=True)
        os.replace(half, folder)
    except OSError as error:
        raise CommandError(f"the index cannot be written to {folder.parent}: {error.strerror}") from error
    finally:
        shutil.rmtree(half, ignore_errors=True)
    _say_reading(table, path, quiet)


def _counted(prepared: Iterable[Document], lengths: list[int]) -> Iterator[Document]:
    for made in prepared:
        lengths[0] += document.Reader(made.payload).length
        yield made


def _say_reading(table: Table, path: Path, quiet: bool) -> None:
    if not quiet:
        fields = ", ".join(f"{field} = {table.header[numbers[0]].strip()}" for field, numbers in table.columns.items())
        print(f"{path.name}: {len(table.rows):,} rows, {table.encoding}; {fields}", file=sys.stderr)


def _write_rows(path: Path, records: list[tuple[int, dict[str, str]]]) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("create table rows (key text primary key, record text not null) without rowid")
        rows = ((f"row:{number}", json.dumps(record, ensure_ascii=False)) for number, record in records)
        connection.executemany("insert into rows values (?, ?)", rows)
        connection.commit()


def opened(path: Path, quiet: bool = False) -> FileIndex:
    """The index of a file, built when its content, the thesaurus or the program changed.

    Raises:
        CommandError: the file is no table of companies, or the cache cannot be written.
    """
    folder = label_index.cache_folder() / "find" / _fingerprint(path)
    for attempt in (1, 2):
        if not (folder / "terms.pickle").exists():
            _build(folder, path, quiet)
        try:
            terms, encoding, rows = pickle.loads((folder / "terms.pickle").read_bytes())  # noqa: S301 - our own cache
            assert isinstance(terms, TermTable)
            engine = TantivyEngine(folder / "index")
            engine.refresh()
            finder = Finder(label_index.load(), model.load(), engine, terms)
            finder.prepare()
            return FileIndex(folder, finder, encoding, rows)
        except (IndexMissing, OSError, pickle.PickleError, EOFError, AttributeError, AssertionError, ValueError):
            shutil.rmtree(folder, ignore_errors=True)  # a damaged cache is built again
            if attempt == 2:
                raise
    raise CommandError("the index cannot be opened")
