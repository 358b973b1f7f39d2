"""Unknown parts of imports: counted in the index, which holds them with every published company.

The index is a projection of the database, and so are these counts: nothing is added up. Undoing an import, hiding an entry, a text that
its company wrote itself, a new label: each changes the documents, and the next count says so. The texts are analysed once, for the index;
an import does nothing for the report, and the count after it takes milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from kontor.coverage.models import LEAST_SEEN, PartSource, UnknownPart, digest_of
from kontor.searching.errors import SearchUnavailable
from kontor.searching.parts import frequent_unknown_parts

MOST = 3000
"""Parts of a language that are kept: more is no list of work."""
BATCH = 500


def after_indexing(_is_rebuilt: bool) -> int:
    """Count again; returns how many parts changed."""
    return recount()


def recount() -> int:
    """Make the rows say what the index says; returns how many changed. Without an index they stay as they are."""
    try:
        counted = frequent_unknown_parts(LEAST_SEEN, MOST)
    except SearchUnavailable:
        return 0
    today = timezone.localdate()
    with transaction.atomic():
        stored = {(row.language, row.part): row for row in UnknownPart.objects.filter(source=PartSource.IMPORTS)}
        gone = [row.digest for key, row in stored.items() if key not in counted and not row.is_settled]
        for some in _batches(gone):
            UnknownPart.objects.filter(pk__in=some).delete()
        changed = []
        for key, count in counted.items():
            row = stored.get(key)
            if row is not None and row.count != count:
                row.last_day = today if count > row.count else row.last_day
                row.count = count
                changed.append(row)
        UnknownPart.objects.bulk_update(changed, ["count", "last_day"], batch_size=BATCH)
        new = [
            UnknownPart(
                digest=digest_of(PartSource.IMPORTS, language, part), source=PartSource.IMPORTS, language=language, part=part,
                count=count, first_day=today, last_day=today,
            )
            for (language, part), count in counted.items() if (language, part) not in stored
        ]
        UnknownPart.objects.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
    return len(gone) + len(changed) + len(new)


def _batches(keys: list[str]) -> Iterable[list[str]]:
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
