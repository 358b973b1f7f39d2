"""kontor bench: stage budgets with synthetic profiles (kontor_core.evaluation.synthetic says what they are)."""

from __future__ import annotations

import argparse
import functools
import json
import os
import platform
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kontor_core.command import CommandError
from kontor_core.commands.progress import shown
from kontor_core.search.ports import Document

MOST_PROFILES = 5_000_000


def _arguments(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kontor bench", description="Measure speed with synthetic profiles; the index is kept in the cache.")
    parser.add_argument("--profiles", type=int, default=20_000, metavar="N", help="made-up companies (20,000)")
    parser.add_argument("--queries", type=int, default=200, metavar="N", help="made-up queries in German, Chinese and English (200)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another seed makes other companies and queries (1)")
    parser.add_argument("--alone", action="store_true", help="without the engines that retrieval is compared with")
    parser.add_argument("--json", action="store_true", help="machine-readable answer")
    return parser.parse_args(given)


def _watched(documents: Iterable[Document], total: int, quiet: bool) -> Iterator[Document]:
    return shown(documents, total, "building", quiet)


def answer(profiles: int, queries: int = 200, seed: int = 1, alone: bool = False, quiet: bool = False) -> dict[str, Any]:
    """The measured figures, fields as documented in docs/reference/bench.md.

    Raises:
        CommandError: a number out of range, or a cache that cannot be written.
    """
    if not 1 <= profiles <= MOST_PROFILES:
        raise CommandError(f"--profiles {profiles}: 1 to {MOST_PROFILES:,}")
    if not 1 <= queries <= 10_000:
        raise CommandError(f"--queries {queries}: 1 to 10,000")
    from kontor_core.evaluation import speed, speed_index
    from kontor_core.evaluation.synthetic import Generator
    from kontor_core.search.finder import Finder
    from kontor_core.thesaurus import index as label_index
    from kontor_core.translation import model

    labels, translation = label_index.load(), model.load()
    try:
        folder, built, is_new = speed_index.kept(profiles, seed, functools.partial(_watched, quiet=quiet), not alone)
    except OSError as error:
        raise CommandError(f"the index cannot be kept in {label_index.cache_folder()}: {error.strerror}; set KONTOR_HOME") from error
    started = time.perf_counter()
    engine, terms = speed_index.opened(folder)
    opened_ms = (time.perf_counter() - started) * 1000
    measuring = speed.Measuring(Finder(labels, translation, engine, terms), engine, folder, Generator(labels, seed))
    found, steps = measuring.stages(queries)
    memory = speed.memory()
    clauses = [step.clauses for step in steps]
    return {
        "machine": {"cores": os.cpu_count(), "processor": platform.machine(), "python": platform.python_version()},
        "profiles": profiles, "seed": seed, "queries": queries,
        "clauses_a_query": round(sum(map(len, clauses)) / max(1, len(clauses)), 1),
        "build": {**asdict(built), "is_new": is_new},
        "loading": {**speed.loading(), "index_ms": round(opened_ms, 1)},
        "memory_mb": memory,
        "stages_ms": {name: speed.summary(values) for name, values in found.items()},
        "peers_ms": {} if alone else _peers(folder, built.peers_seconds, clauses),
    }


def _peers(folder: Path, seconds: dict[str, float], clauses: list[tuple[Any, ...]]) -> dict[str, dict[str, float]]:
    """The same clauses by SQLite FTS5 and, when DATABASE_URL names one, by PostgreSQL."""
    from kontor_core.evaluation import peers

    found: dict[str, dict[str, float]] = {}
    path = folder / "peers.sqlite"
    if "sqlite-fts5" in seconds:
        times = peers.ask_sqlite(path, clauses)
        found["SQLite FTS5"] = {"build_seconds": seconds["sqlite-fts5"], "queries": len(times), **_by_clock(times)}
    address = os.environ.get("DATABASE_URL", "")
    if address.startswith(("postgres://", "postgresql://")):
        try:
            loaded, times = peers.ask_postgres(address, path, clauses)
        except ImportError as error:
            raise CommandError("PostgreSQL needs psycopg: pip install 'kontor[postgres]', or --alone") from error
        found["PostgreSQL"] = {"build_seconds": loaded, "queries": len(times), **_by_clock(times)}
    return found


def _by_clock(milliseconds: Sequence[float]) -> dict[str, float]:
    """A peer may work in a process of its own, whose time on the processor is not known here."""
    from kontor_core.evaluation import speed

    found = speed.summary([(value, 0.0) for value in milliseconds])
    del found["cpu"]
    return found


def _print(found: dict[str, Any]) -> None:
    built, loading = found["build"], found["loading"]
    when = "built now" if built["is_new"] else "from the cache"
    print(f"{found['profiles']:,} profiles, seed {found['seed']}, {found['queries']} queries, {found['clauses_a_query']} clauses a query; {found['machine']['cores']} cores")
    print(f"build ({when}, {built['processes']} processes): {built['seconds']:,.1f} s, {built['a_second']:,.0f} profiles a second ({built['profiles'] / max(0.01, built['cpu_seconds']):,.0f} a second of one processor), index {built['index_mb']:,.0f} MB,"
          f" memory at most {built['peak_mb']:,.0f} MB and {built['helper_peak_mb']:,.0f} MB a helper")
    print(f"loading: thesaurus {loading['thesaurus_ms']:,.0f} ms, part translation {loading['translation_ms']:,.0f} ms, then {loading['rss']:,.0f} MB;"
          f" index {loading['index_ms']:,.0f} ms; memory after the queries {found['memory_mb']['rss']:,.0f} MB,"
          f" of it {found['memory_mb'].get('anonymous', found['memory_mb']['rss']):,.0f} MB not of mapped files")
    print(f"\n{'milliseconds':<22}{'p50':>9}{'p95':>9}{'mean':>9}{'cpu mean':>10}")
    for name, values in found["stages_ms"].items():
        print(f"{name:<22}{values['p50']:>9.2f}{values['p95']:>9.2f}{values['mean']:>9.2f}{values['cpu']:>10.2f}")
    for name, values in found["peers_ms"].items():
        print(f"{name:<22}{values['p50']:>9.2f}{values['p95']:>9.2f}{values['mean']:>9.2f}{'':>10}   {values['queries']} queries; built in {values['build_seconds']:,.1f} s")


def main(given: Sequence[str]) -> int:
    """Entry of the command."""
    asked = _arguments(given)
    found = answer(asked.profiles, asked.queries, asked.seed, asked.alone, quiet=asked.json)
    if asked.json:
        print(json.dumps(found, indent=1))
    else:
        _print(found)
    return 0
