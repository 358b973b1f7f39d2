"""The whole way of a query over one generation of an index: analyse, plan, retrieve, rank."""

from __future__ import annotations

import functools
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kontor_core.classification.codes import concepts_of, find_codes
from kontor_core.search import word_tables
from kontor_core.search.analysis import Analysis, Statement, analyse
from kontor_core.search.countries import without_countries
from kontor_core.search.links import LinkTable
from kontor_core.search.plan import Intent, Planner, TermTable
from kontor_core.search.ports import MOST_HITS, Clause, Engine, Filter, In, Not, Request
from kontor_core.search.ports import Any as Either
from kontor_core.search.ranking import Hit, Ranker
from kontor_core.search.suggestions import Suggester
from kontor_core.search.typed_pinyin import PinyinReader
from kontor_core.search.vocabulary import Vocabulary
from kontor_core.thesaurus.annotation import Mention
from kontor_core.thesaurus.index import LabelIndex
from kontor_core.translation.model import PartTranslation

_SELLERS = frozenset({"trader", "agent"})


@dataclass(slots=True)
class Found:
    """Ranked hits of one group, and what it took."""

    intent: Intent
    hits: list[Hit]
    total: int
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    is_exact: bool = True
    stages_ms: dict[str, float] = field(default_factory=dict)


class Finder:
    """Answers queries; one for a generation of the index."""

    def __init__(self, index: LabelIndex, translation: PartTranslation, engine: Engine, terms: TermTable, **signals: bool) -> None:
        """`signals` switches signals of the planner off, for ablations."""
        self.index = index
        self.links = LinkTable(index.thesaurus)
        self.engine = engine
        self.terms = terms
        self.planner = Planner(index, self.links, translation, terms, **signals)
        self._last: tuple[Analysis, str, Intent, tuple[Clause, ...]] | None = None

    @functools.cached_property
    def _typed(self) -> tuple[Vocabulary, PinyinReader, Suggester]:
        """What mends and reads typed words; made when the first query asks, for measuring runs never do."""
        tables = word_tables.of(self.index)
        vocabulary = Vocabulary(self.index, tables, self.terms.parts)
        pairs = self.terms.parts.get("zh", {})
        return vocabulary, PinyinReader(self.index, tables, pairs, self.terms.concepts), Suggester(self.index, tables, vocabulary, pairs)

    def prepare(self) -> None:
        """Make the tables for typed words now, so that the first query does not wait for them."""
        self._typed[2].prepare()

    def understand(self, text: str, language: str | None = None, side: str = "want") -> Analysis:
        """The analysis of a query; what no word governs is on `side`. Codes and pinyin are read as what they mean."""
        analysis = with_codes(self.index, without_countries(analyse(self.index, text, language, side)), side)
        if not any(leftover.language != "zh" for leftover in analysis.leftovers):
            return analysis
        vocabulary, reader, _ = self._typed
        return reader.read(analysis, vocabulary.known_words(analysis), side)

    def suggestion(self, analysis: Analysis) -> str:
        """The query of an analysis (see `understand`) as it was probably meant; empty when nothing is to be mended."""
        if not analysis.leftovers:
            return ""
        vocabulary, _, suggester = self._typed
        return suggester.suggestion(analysis, vocabulary.known_words(analysis))

    def planned(self, analysis: Analysis, side: str) -> tuple[Intent, tuple[Clause, ...]]:
        """What is looked for on a side, and the clauses that retrieve it; the last plan is kept, because every group of a page asks for it."""
        last = self._last
        if last is None or last[0] is not analysis or last[1] != side:
            intent = self.planner.intent(analysis, side)
            last = self._last = (analysis, side, intent, self.planner.clauses(intent))
        return last[2], last[3]

    def find(
        self,
        analysis: Analysis,
        side: str = "offer",
        filters: Sequence[Filter] = (),
        own_facet_filters: Mapping[str, Filter] | None = None,
        facets: Mapping[str, int] | None = None,
        limit: int = MOST_HITS,
    ) -> Found:
        """Documents whose statements on `side` fit what the query names, best first."""
        started = time.perf_counter()
        intent, clauses = self.planned(analysis, side)
        planned = time.perf_counter()
        if not clauses:
            return Found(intent, [], 0, {}, True, {"plan": _ms(started, planned)})
        if intent.excluded_roles:
            filters = (*filters, _without(intent.excluded_roles))
        page = self.engine.search(Request(clauses, tuple(filters), own_facet_filters or {}, facets or {}, limit))
        retrieved = time.perf_counter()
        hits = Ranker(self.links, intent, self.terms).rank(page.candidates)
        ranked = time.perf_counter()
        stages = {"plan": _ms(started, planned), "engine": _ms(planned, retrieved), "rank": _ms(retrieved, ranked)}
        return Found(intent, hits, page.total, page.facets, page.is_exact, stages)


def _without(roles: frozenset[str]) -> Filter:
    """Leave out who has the roles; a maker who also sells is no dealer (生产、销售), so he stays unless makers are ruled out too."""
    others = Not(In("organisation_role", roles))
    return others if roles - _SELLERS else Either((others, In("organisation_role", frozenset({"maker"}))))


def with_codes(index: LabelIndex, analysis: Analysis, side: str) -> Analysis:
    """The analysis with industry codes and customs headings read as the concepts they mean (28.41, C3311, HS 8481)."""
    if analysis.normalised.positions is not None or not any(c.isdigit() for c in analysis.original):
        return analysis
    found: list[Statement] = []
    for code in find_codes(analysis.original):
        known = [index.thesaurus.by_id[c].index for c in concepts_of(code) if c in index.thesaurus.by_id]
        if known:
            mention = Mention(code.start, code.end, code.code, analysis.language, tuple((c, 1.0) for c in known))
            found.append(Statement(mention, side, frozenset(), False, code.start, code.end))
    if not found:
        return analysis

    def is_free(start: int, end: int) -> bool:
        return not any(start < s.end and s.start < end for s in found)

    kept = [s for s in analysis.statements if is_free(s.start, s.end)]
    leftovers = tuple(x for x in analysis.leftovers if is_free(x.start, x.end))
    return replace(analysis, statements=(*kept, *found), leftovers=leftovers)


def _ms(start: float, end: float) -> float:
    return round((end - start) * 1000, 3)
