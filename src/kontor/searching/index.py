"""The search index of the site: where it lies, who may write it, and how a fresh one takes its place.

The folder of an index is named by a hash of schema, analyser, thesaurus and overlay: an index made by another program or thesaurus is
never read. There is one writer, held by a lock on a file; a rebuild goes beside the old index and is switched to in one step.
"""

from __future__ import annotations

import contextlib
import fcntl
import itertools
import json
import logging
import os
import pickle
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from kontor.common import housekeeping
from kontor.common.processes import Crew
from kontor.searching import building, overlays, settled
from kontor.searching.documents import build_documents, document_key, document_kinds
from kontor.searching.errors import SearchUnavailable
from kontor.searching.queries import next_batch, pending_count, pending_sequences
from kontor.searching.services import acknowledge

logger = logging.getLogger(__name__)

LARGE_BATCH = 5000
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


def renew(progress: Callable[[int], None] | None = None, is_strict: bool = True) -> int:
    """Take over the overlay files that lie in the home folder, build the index with them, then have every process use both.

    Returns the number of documents. The caller holds `writing`. Until the last step readers have the old thesaurus and the old index.

    Args:
        is_strict: without it faulty overlay files are logged and left out.

    Raises:
        Faulty: something is wrong with the overlay files; nothing changed.
    """
    close_writer()
    with overlays.taken_over(is_strict) as faults:
        for fault in faults:
            logger.error("overlay left out: %s", fault)
        preload()  # so that web processes find it in the cache
        return rebuild(progress)


def ensure(progress: Callable[[int], None] | None = None) -> int | None:
    """Build what is missing; returns the number of documents if anything was. The caller holds `writing`."""
    if not exists():
        return renew(progress, is_strict=False)
    if not overlays.name_in_use():
        overlays.put_in_use(folder())
    return None


def rebuild(progress: Callable[[int], None] | None = None, by: Crew | None = None) -> int:
    """Build the index anew from the database beside the old one; returns the number of documents. The caller holds `writing`.

    Args:
        by: processes made before anything else was opened; made here when there are none yet.
    """
    if by is None:
        with building.builders(_known_ids()) as made:
            return rebuild(progress, made)
    from kontor_core.search.engines.tantivy import TantivyEngine

    place = folder()
    engine = TantivyEngine(place)
    count = [0, 0]
    engine.rebuild(_counted(building.all_built(by), count, progress))
    _write_terms(engine, place, count[0], count[1] / max(1, count[0]))
    engine.close()
    overlays.put_in_use(place)
    housekeeping.refresh_statistics()
    _forget_old(place)
    settled.run(is_rebuilt=True)
    return count[0]


def _known_ids() -> int:
    """How many objects there are to build, counted as far as it matters."""
    every = itertools.chain.from_iterable(kind.list_ids() for kind in document_kinds())
    return sum(1 for _ in itertools.islice(every, building.PARALLEL_FROM))


def _counted(documents: Iterator[Any], count: list[int], progress: Callable[[int], None] | None) -> Iterator[Any]:
    """`count` becomes the number of documents and the sum of their lengths."""
    from kontor_core.search.document import Reader

    for document in documents:
        count[0] += 1
        count[1] += Reader(document.payload).length
        yield document
        if progress is not None and count[0] % building.BATCH == 0:
            progress(count[0])


def _write_terms(engine: Any, place: Path, documents: int, average_length: float) -> None:
    from kontor_core.search.plan import read_terms
    from kontor_core.thesaurus.index import write_atomically

    terms = read_terms(engine, documents, max(1.0, average_length))
    write_atomically(place / TERMS, pickle.dumps(terms))
    write_atomically(place / STATE, json.dumps({"documents": documents, "built": time.time()}).encode())


def _forget_old(current: Path) -> None:
    kept = {current.name, overlays.name_in_use()}
    others = sorted((p for p in current.parent.iterdir() if p.is_dir() and p.name not in kept), key=lambda p: p.stat().st_mtime, reverse=True)
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
    close_writer()
    with building.builders(pending_count()) as by:
        done, is_told = 0, True
        while waiting := pending_count():
            if not exists() or waiting > _known_documents() // 2 + LARGE_BATCH // 2:
                sequences = pending_sequences()
                close_writer()
                rebuild(progress, by)
                done += acknowledge(sequences)
                is_told = True
            else:
                done += _apply_batch(by)
                is_told = False
            if progress is not None:
                progress(done)
    if not is_told:
        settled.run(is_rebuilt=False)
    return done


def _apply_batch(by: Crew) -> int:
    from kontor_core.search.ports import Delete, Put

    batch = next_batch(LARGE_BATCH)
    documents = (item for kind, ids in batch.objects.items() for built in building.built(kind, ids, by) for item in built.items())
    operations = [Delete(key) if made is None else Put(made) for key, made in documents]
    _writer().apply(operations)
    return acknowledge(batch.sequences)


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
    opened = Finder(labels.load(), model.load(), engine, terms)
    opened.prepare()
    return _Reading(place, changed, engine.generation(), time.monotonic(), opened)


def preload() -> None:
    """Load thesaurus, part translation and word tables; builds and caches them when they are new."""
    from kontor_core.search import word_tables
    from kontor_core.thesaurus import index as labels
    from kontor_core.translation import model

    word_tables.of(labels.load())
    model.load()


def status() -> dict[str, Any]:
    """State of index and queue for `kontor index status` and the doctor."""
    state: dict[str, Any] = {
        "exists": exists(), "folder": str(folder()), "pending": pending_count(), "documents": 0,
        "overlay_files": len(overlays.in_use()), "overlays_waiting": overlays.are_waiting(),
    }
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
