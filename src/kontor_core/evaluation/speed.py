"""Milliseconds of each stage of a query over an index of synthetic profiles."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tantivy

from kontor_core.evaluation.synthetic import Generator, Query
from kontor_core.search import results
from kontor_core.search.analysis import Analysis
from kontor_core.search.engines.tantivy import SCHEMA, TantivyEngine
from kontor_core.search.finder import Finder, Found
from kontor_core.search.plan import Intent
from kontor_core.search.ports import MOST_HITS, Candidate, Clause, Filter, In, Request
from kontor_core.search.ranking import Hit, Ranker

FACETS = {"city": 40, "organisation_role": 12, "agreement_role": 40, "certificate": 12, "verification": 4, "size": 4}
"""The facets of the site's page of results."""
SHOWN = 20
WARM_UP = 20
"""Queries asked before anything is timed."""
READERS_LANGUAGE = {"CN": "de", "DE": "zh"}
"""A reader looks into the other country."""


@dataclass(slots=True)
class Step:
    """A query with what the stages before have made of it."""

    query: Query
    analysis: Analysis
    intent: Intent
    clauses: tuple[Clause, ...]
    addresses: list[tuple[float, Any]] = field(default_factory=list)
    candidates: tuple[Candidate, ...] = ()
    hits: tuple[Hit, ...] = ()

    @property
    def filters(self) -> tuple[Filter, ...]:
        """What every question of the site is narrowed by."""
        return (In("kind", frozenset({"organisation"})), In("country", frozenset({self.query.country})))


Time = tuple[float, float]
"""Milliseconds by the clock, and of this process on a processor: on a machine that others use too, only the second can be compared."""


class Stopwatch:
    """Adds up what passes inside its `with` blocks."""

    def __init__(self) -> None:
        self.time: Time = (0.0, 0.0)
        self._started: Time = (0.0, 0.0)

    def __enter__(self) -> Stopwatch:
        self._started = (time.perf_counter(), time.process_time())
        return self

    def __exit__(self, *_: object) -> None:
        clock, processor = time.perf_counter() - self._started[0], time.process_time() - self._started[1]
        self.time = (self.time[0] + clock * 1000, self.time[1] + processor * 1000)


def summary(times: Sequence[Time]) -> dict[str, float]:
    """Median, 95th percentile and mean by the clock; mean on the processor (`cpu`)."""
    if not times:
        return {"p50": 0.0, "p95": 0.0, "mean": 0.0, "cpu": 0.0}
    ordered = sorted(clock for clock, _ in times)
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    found = {"p50": statistics.median(ordered), "p95": p95, "mean": statistics.fmean(ordered), "cpu": statistics.fmean(cpu for _, cpu in times)}
    return {name: round(value, 2) for name, value in found.items()}


def timed(items: Sequence[Any], act: Callable[[Any], object]) -> list[Time]:
    """Time of an action on each item."""
    found = []
    for item in items:
        with Stopwatch() as watch:
            act(item)
        found.append(watch.time)
    return found


def memory() -> dict[str, float]:
    """Megabytes (2^20) of this process: `rss` in all, `anonymous` without the pages of mapped files, which other processes share."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        import resource

        return {"rss": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)}
    sizes = {name: value.split()[0] for name, _, value in (line.partition(":") for line in lines) if name in ("VmRSS", "RssAnon")}
    return {"rss": round(int(sizes["VmRSS"]) / 1024, 1), "anonymous": round(int(sizes.get("RssAnon", sizes["VmRSS"])) / 1024, 1)}


_LOADING = """
import json, time
started = time.perf_counter()
from kontor_core.thesaurus import index
index.load()
between = time.perf_counter()
from kontor_core.translation import model
model.load()
ended = time.perf_counter()
from kontor_core.evaluation.speed import memory
print(json.dumps({"thesaurus_ms": round((between - started) * 1000, 1), "translation_ms": round((ended - between) * 1000, 1), **memory()}))
"""


def loading() -> dict[str, float]:
    """Milliseconds to load thesaurus and part translation in a fresh process, imports among them, and its memory in megabytes.

    Both must have been compiled before; the caller has loaded them.
    """
    done = subprocess.run([sys.executable, "-c", _LOADING], check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


class Bare:
    """The engine alone: the same clauses as constant scores, the best 300, without prior, filters, count and stored fields."""

    def __init__(self, folder: Path, generation: str) -> None:
        self._index = tantivy.Index.open(str(folder / generation))
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, clauses: Sequence[Clause]) -> list[tuple[float, Any]]:
        """(score, address) of the best 300."""
        should = [
            (tantivy.Occur.Should, tantivy.Query.const_score_query(tantivy.Query.term_query(SCHEMA, c.field, c.token, "basic"), c.weight))
            for c in clauses
        ]
        return list(self._searcher.search(tantivy.Query.boolean_query(should), limit=MOST_HITS, count=False).hits)

    def fetch(self, hits: Sequence[tuple[float, Any]]) -> tuple[Candidate, ...]:
        """The stored fields of hits."""
        made = []
        for score, address in hits:
            document = self._searcher.doc(address)
            made.append(Candidate(str(document.get_first("key")), score, bytes(document.get_first("payload") or b"")))
        return tuple(made)


class Measuring:
    """One index, its finder and the generator that it was made by."""

    def __init__(self, finder: Finder, engine: TantivyEngine, folder: Path, generator: Generator) -> None:
        self.finder = finder
        self.engine = engine
        self.generator = generator
        self.bare = Bare(folder / "index", engine.generation())

    def step(self, query: Query) -> Step:
        """Analyse and plan."""
        analysis = self.finder.understand(query.text)
        intent = self.finder.planner.intent(analysis, "offer")
        return Step(query, analysis, intent, self.finder.planner.clauses(intent))

    def service(self, query: Query) -> Time:
        """Time of all that the site does for one question before it loads rows: two groups, facets of their hits, 20 explained hits.

        The texts of the hits come from the database there; making them here is not counted.
        """
        watch = Stopwatch()
        with watch:
            analysis = self.finder.understand(query.text)
            fixed: tuple[Filter, ...] = (In("kind", frozenset({"organisation"})), In("country", frozenset({query.country})))
            groups = [
                results.Group(name, results.cut(self.finder.find(analysis, "offer", (*fixed, In("contact", frozenset({value}))))))
                for name, value in (("with_contact", "yes"), ("register", "no"))
            ]
            results.counted(self.finder, [hit.key for group in groups for hit in group.found.hits], FACETS)
            shown = [(group, hit) for group in groups for hit in group.found.hits][:SHOWN]
        texts = self.texts(hit for _, hit in shown)
        with watch:
            for (group, hit), own in zip(shown, texts, strict=True):
                results.shown_hit(self.finder.index, group, hit, own, READERS_LANGUAGE[query.country])
        return watch.time

    def texts(self, hits: Iterable[Hit]) -> list[list[str]]:
        """The texts of hits, as their profiles have them."""
        return [self.generator.texts(int(hit.key.rpartition(":")[2])) for hit in hits]

    def explain(self, step: Step) -> Time:
        """Time to explain the first 20 hits."""
        texts = self.texts(step.hits[:SHOWN])
        with Stopwatch() as watch:
            group = results.Group("register", Found(step.intent, list(step.hits), 0))
            for hit, own in zip(step.hits, texts, strict=False):
                results.shown_hit(self.finder.index, group, hit, own, READERS_LANGUAGE[step.query.country])
        return watch.time

    def retrieve(self, step: Step, facets: bool) -> None:
        """The engine by its port: filters, prior, count, stored fields; with or without facets."""
        self.engine.search(Request(step.clauses, step.filters, {}, FACETS if facets else {}))

    def fetch(self, step: Step) -> None:
        """Stored fields of the best 300 of the bare engine."""
        step.candidates = self.bare.fetch(step.addresses)

    def rank(self, step: Step) -> None:
        """Rank the candidates and keep the hits."""
        step.hits = tuple(Ranker(self.finder.links, step.intent, self.finder.terms).rank(step.candidates))

    def look_up(self, step: Step) -> None:
        """The bare engine."""
        step.addresses = self.bare.search(step.clauses)

    def stages(self, count: int) -> tuple[dict[str, list[Time]], list[Step]]:
        """Time of each stage for so many queries, and what became of them; the whole service comes first, so that nothing is warm for it."""
        for query in self.generator.queries(count + WARM_UP)[count:]:
            self.service(query)
        queries = self.generator.queries(count)
        found = {"service": [self.service(query) for query in queries]}
        steps: list[Step] = []
        found["analyse and plan"] = timed(queries, lambda query: steps.append(self.step(query)))
        steps = [step for step in steps if step.clauses]
        found["engine, bare"] = timed(steps, self.look_up)
        found["engine"] = timed(steps, lambda step: self.retrieve(step, facets=False))
        found["engine with facets"] = timed(steps, lambda step: self.retrieve(step, facets=True))
        found["fetch 300"] = timed(steps, self.fetch)
        found["rank 300"] = timed(steps, self.rank)
        found["fetch and rank"] = [(a + c, b + d) for (a, b), (c, d) in zip(found["fetch 300"], found["rank 300"], strict=True)]
        found["explain 20"] = [self.explain(step) for step in steps]
        return found, steps
