"""An index of synthetic profiles for measuring speed: built on all cores with bounded memory, kept in a folder, opened by readers."""

from __future__ import annotations

import contextlib
import hashlib
import json
import multiprocessing
import os
import pickle
import resource
import shutil
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from multiprocessing.pool import Pool
from pathlib import Path

from kontor_core.evaluation import peers, synthetic
from kontor_core.evaluation.synthetic import Generator
from kontor_core.search import analysis, document, plan, ports
from kontor_core.search.document import Reader
from kontor_core.search.engines import tantivy as engine_module
from kontor_core.search.engines.tantivy import TantivyEngine
from kontor_core.search.plan import TermTable, read_terms
from kontor_core.search.ports import Document
from kontor_core.thesaurus import index as label_index

CHUNK = 250
FEW = 4 * CHUNK
"""Up to so many profiles are prepared in this process: starting others takes longer."""
AHEAD = 3
"""Chunks a process may be ahead of the writer; with `CHUNK` it bounds the memory that prepared documents take."""
MOST_PROCESSES = 8
Watch = Callable[[Iterable[Document], int], Iterator[Document]]
_generator: Generator | None = None


@dataclass(slots=True)
class Built:
    """What building took. Megabytes are 2^20 bytes; the peak of the helpers is that of the largest one; `cpu_seconds` are of all processes."""

    profiles: int
    seed: int
    processes: int
    seconds: float
    cpu_seconds: float
    a_second: float
    index_mb: float
    peak_mb: float
    helper_peak_mb: float
    peers_seconds: dict[str, float]
    signature: str


def _start(seed: int) -> None:
    global _generator  # noqa: PLW0603 - each process makes one generator
    _generator = Generator(label_index.load(), seed)


def _prepare(stretch: tuple[int, int], rows: Path | None) -> list[Document]:
    assert _generator is not None
    made = [_generator.document(number) for number in range(*stretch)]
    if rows is not None:
        peers.write_rows(rows / f"{stretch[0]:09d}.txt", stretch[0], made)
    return made


def _documents(profiles: int, pool: Pool | None, processes: int, rows: Path | None) -> Iterator[Document]:
    """All profiles in their order; never more than `AHEAD` chunks a process are waiting."""
    stretches = [(start, min(start + CHUNK, profiles)) for start in range(0, profiles, CHUNK)]
    if pool is None:
        for stretch in stretches:
            yield from _prepare(stretch, rows)
        return
    waiting = deque(pool.apply_async(_prepare, (stretch, rows)) for stretch in stretches[: AHEAD * processes])
    for following in range(len(waiting), len(stretches) + len(waiting)):
        yield from waiting.popleft().get()
        if following < len(stretches):
            waiting.append(pool.apply_async(_prepare, (stretches[following], rows)))


def _pool(profiles: int, processes: int, seed: int) -> contextlib.AbstractContextManager[Pool | None]:
    """Processes that share the thesaurus of this one; started before the engine starts threads."""
    _start(seed)
    if profiles <= FEW or processes < 2:
        return contextlib.nullcontext()
    method = "fork" if sys.platform == "linux" else "spawn"
    return multiprocessing.get_context(method).Pool(processes, _start, (seed,))


def _counted(prepared: Iterable[Document], length: list[int]) -> Iterator[Document]:
    for made in prepared:
        length[0] += Reader(made.payload).length
        yield made


def signature() -> str:
    """Hash of thesaurus and code that an index of profiles depends on."""
    code = hashlib.sha256()
    for module in (synthetic, document, analysis, plan, ports, engine_module, peers):
        code.update(Path(module.__file__ or "").read_bytes())
    return f"{label_index.signature()}-{code.hexdigest()[:10]}"


def build(folder: Path, profiles: int, seed: int, watch: Watch | None = None, with_peers: bool = True) -> Built:
    """Build into an empty folder: `index/`, `terms.pickle`, and `peers.sqlite` for the engines it is compared with.

    Args:
        watch: shows progress of (documents, their number); a function of a module, as it is handed to another process.
    """
    processes = min(os.cpu_count() or 1, MOST_PROCESSES)
    rows = folder / "rows" if with_peers else None
    if rows is not None:
        rows.mkdir(parents=True)
    length = [0]
    engine = TantivyEngine(folder / "index")
    cpu = _cpu_seconds()
    with _pool(profiles, processes, seed) as pool:
        started = time.perf_counter()
        prepared = _counted(_documents(profiles, pool, processes, rows), length)
        engine.rebuild(watch(prepared, profiles) if watch else prepared)
        terms = read_terms(engine, profiles, max(1.0, length[0] / profiles))
        seconds = time.perf_counter() - started
        if pool is not None:
            pool.close()
            pool.join()  # only a helper that was waited for is counted in time and memory
    cpu = _cpu_seconds() - cpu
    (folder / "terms.pickle").write_bytes(pickle.dumps(terms))
    engine.close()
    peak, helper_peak = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    peers_seconds = {}
    if rows is not None:
        peers_seconds = peers.build_sqlite(folder / "peers.sqlite", rows)
        shutil.rmtree(rows)
    size = sum(path.stat().st_size for path in (folder / "index").rglob("*") if path.is_file()) / 2**20
    return Built(
        profiles, seed, processes if pool is not None else 1, round(seconds, 2), round(cpu, 2), round(profiles / seconds, 1), round(size, 1),
        round(peak, 1), round(helper_peak, 1), peers_seconds, signature(),
    )


def _cpu_seconds() -> float:
    """Of this process and of helpers that have ended."""
    return sum(used.ru_utime + used.ru_stime for used in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)))


def _built(folder: Path) -> Built | None:
    """Figures of an index that this program with this thesaurus can read."""
    try:
        built = Built(**json.loads((folder / "built.json").read_text()))
    except (OSError, ValueError, TypeError):
        return None
    return built if built.signature == signature() else None


def build_beside(folder: Path, profiles: int, seed: int, watch: Watch | None = None, with_peers: bool = True) -> Built:
    """Build beside the folder and rename at the end, so that a kill leaves nothing that looks whole."""
    half = folder.with_name(f"{folder.name}.{os.getpid()}.half")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    try:
        built = build(half, profiles, seed, watch, with_peers)
        (half / "built.json").write_text(json.dumps(asdict(built)))
        shutil.rmtree(folder, ignore_errors=True)
        os.replace(half, folder)
        return built
    finally:
        shutil.rmtree(half, ignore_errors=True)


def kept(profiles: int, seed: int, watch: Watch | None = None, with_peers: bool = True) -> tuple[Path, Built, bool]:
    """The index of so many profiles in the cache: its folder, what building took, and whether it was built just now.

    It is built in a process of its own, so that the memory of this one is that of a reader.
    """
    folder = label_index.cache_folder() / f"bench-{profiles}-{seed}"
    built = _built(folder)
    if built is not None and (not with_peers or built.peers_seconds):
        return folder, built, False
    if profiles <= FEW:
        return folder, build_beside(folder, profiles, seed, watch, with_peers), True
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as builder:
        return folder, builder.submit(build_beside, folder, profiles, seed, watch, with_peers).result(), True


def opened(folder: Path) -> tuple[TantivyEngine, TermTable]:
    """Engine and term table of a built folder."""
    terms = pickle.loads((folder / "terms.pickle").read_bytes())  # noqa: S301 - our own cache
    assert isinstance(terms, TermTable)
    engine = TantivyEngine(folder / "index")
    engine.refresh()
    return engine, terms
