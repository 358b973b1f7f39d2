"""The search index of the site: where it lies, who may write it, and how a fresh one takes its place.

The folder of an index is named by a hash of schema, analyser, thesaurus and overlay: an index made by another program or thesaurus is
never read. There is one writer, held by a lock on a file; a rebuild goes beside the old index and is switched to in one step.
"""

from __future__ import annotations

import contextlib
import fcntl
import itertools
import json
import multiprocessing
import os
import pickle
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, connections

from kontor.searching.documents import build_documents, document_key, document_kinds
from kontor.searching.errors import SearchUnavailable
from kontor.searching.queries import next_batch, pending_count
from kontor.searching.services import acknowledge

BUILD_BATCH = 250
LARGE_BATCH = 5000
# Fewer batches than this are built sooner than processes start.
PARALLEL_FROM = 4
TERMS = "terms.pickle"
STATE = "state.json"
KEPT_INDEXES = 2
RELOAD_SECONDS = 0.5


class WriterBusy(RuntimeError):
    """Another process writes the index."""


def signature() -> str:
    """Name of the index that this program with this thesaurus can read."""
    from kontor_core.search import document
    from kontor_core.thesaurus import index as labels

    return f"{document.VERSION}-{labels.signature()}"


def folder() -> Path:
    """Folder of the index of the present signature."""
    return Path(settings.KONTOR_INDEX) / signature()


@contextlib.contextmanager
def writing() -> Iterator[None]:
    """Hold the lock of the one writer.

    Raises:
        WriterBusy: another process has it.
    """
    root = Path(settings.KONTOR_INDEX)
    root.mkdir(parents=True, exist_ok=True)
    with (root / "writer.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise WriterBusy from error
        file.write(str(os.getpid()))
        file.flush()
        yield


def _all_documents(count: list[float]) -> Iterator[Any]:
    from kontor_core.search.document import Reader

    chunks = ((kind.kind, batch) for kind in document_kinds() for batch in _batches(kind.list_ids()))
    for built in in_parallel(chunks):
        for made in built.values():
            if made is not None:
                count[0] += 1
                count[1] += Reader(made.payload).length
                yield made


def _batches(ids: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(ids)
    while batch := list(itertools.islice(remaining, BUILD_BATCH)):
        yield batch


def _build(chunk: tuple[str, list[str]]) -> dict[str, Any | None]:
    return build_documents({chunk[0]: chunk[1]})


def in_parallel(chunks: Iterator[tuple[str, list[str]]]) -> Iterator[dict[str, Any | None]]:
    """Key -> document of each (kind, public ids), built on all cores where there is more than a little to do.

    Processes are forked, so the database is let go before; inside a transaction, and in a daemon, the work stays in this process.
    """
    first = list(itertools.islice(chunks, PARALLEL_FROM))
    everything = itertools.chain(first, chunks)
    cores = min(os.cpu_count() or 1, 8)
    is_alone = connection.in_atomic_block or multiprocessing.current_process().daemon
    if len(first) < PARALLEL_FROM or cores < 2 or is_alone:
        yield from map(_build, everything)
        return
    from kontor_core.thesaurus import index as labels

    labels.load()  # once, before the fork, so that the workers share it
    work = list(everything)
    connections.close_all()
    with multiprocessing.get_context("fork").Pool(cores) as pool:
        waiting: list[Any] = []
        for chunk in work:
            waiting.append(pool.apply_async(_build, (chunk,)))
            if len(waiting) > 2 * cores:
                yield waiting.pop(0).get()
        for result in waiting:
            yield result.get()


def rebuild(progress: Callable[[int], None] | None = None) -> int:
    """Build the index anew from the database beside the old one; returns the number of documents. The caller holds `writing`."""
    from kontor_core.search.engines.tantivy import TantivyEngine

    place = folder()
    engine = TantivyEngine(place)
    count = [0.0, 0.0]
    engine.rebuild(_counted(_all_documents(count), progress))
    _write_terms(engine, place, int(count[0]), count[1] / max(1.0, count[0]))
    engine.close()
    _forget_old(place)
    return int(count[0])


def _counted(documents: Iterator[Any], progress: Callable[[int], None] | None) -> Iterator[Any]:
    for number, made in enumerate(documents, 1):
        yield made
        if progress is not None and number % BUILD_BATCH == 0:
            progress(number)


def _write_terms(engine: Any, place: Path, documents: int, average_length: float) -> None:
    from kontor_core.search.plan import read_terms
    from kontor_core.thesaurus.index import write_atomically

    terms = read_terms(engine, documents, max(1.0, average_length))
    write_atomically(place / TERMS, pickle.dumps(terms))
    write_atomically(place / STATE, json.dumps({"documents": documents, "built": time.time()}).encode())


def _forget_old(current: Path) -> None:
    others = sorted((p for p in current.parent.iterdir() if p.is_dir() and p != current), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in others[KEPT_INDEXES - 1 :]:
        shutil.rmtree(old, ignore_errors=True)


def exists() -> bool:
    """Whether there is an index that can be read."""
    return (folder() / TERMS).exists() and (folder() / "CURRENT").exists()


def apply_pending(limit: int = 1000) -> int:
    """Apply the oldest rows of the queue and take them off; returns how many rows. The caller holds `writing`.

    Reads the present state, so a row that is taken twice after a crash does no harm.
    """
    from kontor_core.search.ports import Delete, Put

    batch = next_batch(limit)
    if not batch:
        return 0
    documents = build_documents(batch.objects)
    operations = [Delete(key) if made is None else Put(made) for key, made in documents.items()]
    _writer().apply(operations)
    return acknowledge(batch.sequences)


def apply_all(progress: Callable[[int], None] | None = None) -> int:
    """Empty the queue, documents built on all cores; returns how many rows. The caller holds `writing`.

    A queue longer than half of the index is quicker done, and its word statistics are fresher, by building anew.
    """
    from kontor_core.search.ports import Delete, Put

    done = 0
    while batch := next_batch(LARGE_BATCH):
        waiting = pending_count()
        if not exists() or waiting > _known_documents() // 2 + LARGE_BATCH // 2:
            sequences = next_batch(waiting).sequences
            close_writer()
            rebuild(progress)
            done += acknowledge(sequences)
            continue
        chunks = ((kind, ids) for kind, public_ids in batch.objects.items() for ids in _batches(public_ids))
        for built in in_parallel(chunks):
            _writer().apply([Delete(key) if made is None else Put(made) for key, made in built.items()])
        done += acknowledge(batch.sequences)
        if progress is not None:
            progress(done)
    return done


def _known_documents() -> int:
    with contextlib.suppress(OSError, ValueError):
        return int(json.loads((folder() / STATE).read_text())["documents"])
    return 0


_writers: dict[Path, Any] = {}


def _writer() -> Any:
    from kontor_core.search.engines.tantivy import TantivyEngine

    place = folder()
    if place not in _writers:
        _writers.clear()
        _writers[place] = TantivyEngine(place)
    return _writers[place]


def close_writer() -> None:
    """Let the writer's files go (before a rebuild, at the end of a process)."""
    for engine in _writers.values():
        engine.close()
    _writers.clear()


@dataclass(slots=True)
class _Reading:
    place: Path
    terms_changed: float
    generation: str
    refreshed: float
    finder: Any


_reading: _Reading | None = None
_reading_lock = threading.Lock()


def finder() -> Any:
    """A `kontor_core.search.finder.Finder` over the present index, shared by the threads of this process.

    Raises:
        SearchUnavailable: there is no index yet, or it cannot be read.
    """
    global _reading  # noqa: PLW0603 - one open index a process
    from kontor_core.search.engines.tantivy import IndexMissing

    place = folder()
    with _reading_lock:
        try:
            changed = (place / TERMS).stat().st_mtime
            if _reading is None or _reading.place != place or _reading.terms_changed != changed:
                _reading = _open(place, changed)
            elif time.monotonic() - _reading.refreshed > RELOAD_SECONDS:
                _reading.finder.engine.refresh()
                _reading.refreshed = time.monotonic()
        except (OSError, IndexMissing, ValueError, pickle.PickleError, EOFError, AttributeError) as error:
            _reading = None
            raise SearchUnavailable from error
        return _reading.finder


def _open(place: Path, changed: float) -> _Reading:
    from kontor_core.search.engines.tantivy import TantivyEngine
    from kontor_core.search.finder import Finder
    from kontor_core.thesaurus import index as labels
    from kontor_core.translation import model

    terms = pickle.loads((place / TERMS).read_bytes())  # noqa: S301 - our own file in the operator's folder
    engine = TantivyEngine(place)
    engine.refresh()
    return _Reading(place, changed, engine.generation(), time.monotonic(), Finder(labels.load(), model.load(), engine, terms))


def preload() -> None:
    """Load thesaurus and part translation; builds and caches them when they are new."""
    from kontor_core.thesaurus import index as labels
    from kontor_core.translation import model

    labels.load()
    model.load()


def status() -> dict[str, Any]:
    """State of index and queue for `kontor index status` and the doctor."""
    state: dict[str, Any] = {"exists": exists(), "folder": str(folder()), "pending": pending_count(), "documents": 0}
    with contextlib.suppress(OSError, ValueError):
        state.update(json.loads((folder() / STATE).read_text()))
    with contextlib.suppress(SearchUnavailable):
        state["documents"] = finder().engine.search(_nothing()).total
    return state


def _nothing() -> Any:
    from kontor_core.search.ports import Request

    return Request((), limit=1)


def queue_key(kind: str, public_id: str) -> str:
    """Key of an object in the index."""
    return document_key(kind, public_id)
