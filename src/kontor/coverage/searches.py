"""Unknown parts of searches: counted without the question.

A question that is sent off leaves at most a few single words behind, in the memory of the web process, added to those of all other
questions. Every few seconds they are written down in one transaction by a thread of its own, sorted by a hash. So no page waits for the
database, a locked or missing one stops no search, and neither the table nor the order of its rows tells which words came together. A
process that is killed loses the counts of some seconds: a list of work can do without them.

Counted is what somebody sends off by the form. Addresses with a question in them are opened by crawlers, by readers who got a link, by
going back, by each filter and each further page: none of that is a search of its own.
"""

from __future__ import annotations

import atexit
import logging
import threading
from collections import Counter
from datetime import date, timedelta

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone

from kontor.common.limits import is_within
from kontor.coverage.models import LEAST_SEEN, PartSource, UnknownPart, digest_of
from kontor.searching import index
from kontor.searching.errors import SearchUnavailable

logger = logging.getLogger(__name__)

LONGEST_TEXT = 200
"""Characters of a question (as long as an address holds). A longer text was pasted: it is somebody's page or letter, and no word of it is counted."""
MOST_OF_ONE = 8
"""Parts of one question that are counted; a question with more unknown words is none, or in another language."""
SEARCHES_AN_HOUR = 120
"""Of one network address that are counted: enough for a city hall, too few to fill the list by a script."""
MOST_WAITING = 2000
MOST_KEPT = 50_000
"""Rows of searches in the table; beyond that only parts that stand there already are counted."""
KEPT_RARE = timedelta(days=30)
KEPT = timedelta(days=365)
RETRY_SECONDS = 60.0

Part = tuple[str, str]


class Tally:
    """Parts that were seen since they were last written down."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[Part] = Counter()
        self._timer: threading.Timer | None = None

    def add(self, counts: Counter[Part], after: float | None) -> None:
        """Add counts, and have them written down after some seconds (None: whoever wants them asks)."""
        with self._lock:
            for part, count in counts.items():
                if part in self._counts or len(self._counts) < MOST_WAITING:
                    self._counts[part] += count
            if after is not None and self._timer is None:
                self._timer = threading.Timer(after, self._due)
                self._timer.daemon = True
                self._timer.start()

    def take(self) -> Counter[Part]:
        """Everything, once."""
        with self._lock:
            taken, self._counts = self._counts, Counter()
            return taken

    def _due(self) -> None:
        with self._lock:
            self._timer = None
        try:
            write_down()
        finally:
            connection.close()  # this thread's own


_tally = Tally()
_is_expected_at_exit = False


def count(text: str, *, language: str, address: str) -> int:
    """Count the unknown parts of a question that somebody sent off; returns how many. Never raises, never waits for the database.

    Args:
        language: of the page, for a question whose words are all unknown.
        address: network address of the sender, for the limit only: it is forgotten with the hour.
    """
    if not settings.KONTOR_COUNT_SEARCHES or len(text) > LONGEST_TEXT or "://" in text or "@" in text:
        return 0
    try:
        parts = _parts(text, language)
        if not 0 < len(parts) <= MOST_OF_ONE or not is_within(SEARCHES_AN_HOUR, purpose="unknown-parts", address=address):
            return 0
    except (SearchUnavailable, OSError):  # no index, or no room for the limit's counter: then nothing is counted
        return 0
    _tally.add(Counter(parts), settings.KONTOR_COUNTS_WRITTEN_AFTER)
    _expect_exit()
    return len(parts)


def _parts(text: str, language: str) -> frozenset[Part]:
    from kontor_core.search.unknown_parts import unknown_parts

    finder = index.finder()
    analysis = finder.understand(text)
    if not analysis.statements and analysis.language != language and "zh" not in (analysis.language, language):
        analysis = finder.understand(text, language)  # the shape of a lone word says little of its language, the page more
    return unknown_parts(analysis)


def _expect_exit() -> None:
    global _is_expected_at_exit  # noqa: PLW0603 - once a process
    if not _is_expected_at_exit and settings.KONTOR_COUNTS_WRITTEN_AFTER is not None:
        _is_expected_at_exit = True
        atexit.register(write_down)


def write_down() -> int:
    """Write down what this process counted; returns how many parts. What cannot be written now is tried again later."""
    counts = _tally.take()
    if not counts:
        return 0
    try:
        with transaction.atomic():
            return _store(counts, timezone.localdate())
    except DatabaseError as error:
        logger.warning("counts of unknown words wait: %s", error)
        _tally.add(counts, None if settings.KONTOR_COUNTS_WRITTEN_AFTER is None else RETRY_SECONDS)
        return 0


def _store(counts: Counter[Part], day: date) -> int:
    keyed = {digest_of(PartSource.SEARCHES, *part): (part, number) for part, number in counts.items()}
    known = set(UnknownPart.objects.filter(pk__in=keyed).values_list("pk", flat=True))
    room = MOST_KEPT - UnknownPart.objects.filter(source=PartSource.SEARCHES).count()
    new = sorted(keyed.keys() - known)[: max(0, room)]
    rows = [UnknownPart(digest=digest, source=PartSource.SEARCHES, language=keyed[digest][0][0], first_day=day, last_day=day) for digest in new]
    UnknownPart.objects.bulk_create(rows, ignore_conflicts=True)
    for digest in sorted(known.union(new)):
        (_, word), number = keyed[digest]
        is_enough = When(count__gte=LEAST_SEEN - number, then=Value(word))
        UnknownPart.objects.filter(pk=digest).update(count=F("count") + number, last_day=day, part=Case(is_enough, default=F("part")))
    return len(known) + len(new)


def after_indexing(is_rebuilt: bool) -> int:
    """A new index may have come with a new thesaurus."""
    return read_again() if is_rebuilt else 0


def read_again() -> int:
    """Read every written part once more: what the thesaurus knows by now goes, of what it knows in part the rest stays. Returns how many changed.

    Questions are not kept, so this is the only way for a word to leave the list; a part stands for itself well enough.
    """
    from kontor_core.search.analysis import analyse
    from kontor_core.search.unknown_parts import unknown_parts
    from kontor_core.thesaurus import index as labels

    loaded = labels.load()
    changed = 0
    with transaction.atomic():
        for row in UnknownPart.objects.select_for_update().filter(source=PartSource.SEARCHES).exclude(part="").order_by("pk"):
            left = unknown_parts(analyse(loaded, row.part, row.language))
            if (row.language, row.part) in left:
                continue
            row.delete()
            changed += 1
            if not row.is_settled:
                for part in sorted(left):
                    _move(row, part)
    return changed


def _move(row: UnknownPart, part: Part) -> None:
    """Give the counts of a row that was longer to a part of it."""
    fresh = {"source": PartSource.SEARCHES, "language": part[0], "part": part[1], "count": 0, "first_day": row.first_day, "last_day": row.last_day}
    target, is_new = UnknownPart.objects.get_or_create(pk=digest_of(PartSource.SEARCHES, *part), defaults={**fresh, "count": row.count})
    if not is_new:
        target.count += row.count
        target.part = part[1] if target.count >= LEAST_SEEN else ""
        target.first_day, target.last_day = min(target.first_day, row.first_day), max(target.last_day, row.last_day)
        target.save()


def forget(today: date | None = None) -> int:
    """Remove what is over: seen fewer than three times and not in the last thirty days, or not seen for a year. Settled parts stay. Returns how many."""
    day = today or timezone.localdate()
    is_over = Q(count__lt=LEAST_SEEN, last_day__lt=day - KEPT_RARE) | Q(last_day__lt=day - KEPT)
    return UnknownPart.objects.filter(is_over, source=PartSource.SEARCHES, is_settled=False).delete()[0]
