"""What an import or an undo did, as lines for a person, in the active language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from kontor.common.languages import page_language
from kontor.common.numbers import grouped
from kontor.supply.messages import reason_in_words, sentence
from kontor.supply.report import in_short
from kontor.supply.services import Result, Undone
from kontor.supply.wording import path_in_words, value_in_words
from kontor_core.supply.messages import field_name

SHOWN = 20
"""Lines of one kind; the report has all."""


def import_told(result: Result, seconds: float, *, is_trial: bool) -> Iterator[str]:
    """What became of a file, or would become of it."""
    number = {"number": grouped(result.cities_loaded)}
    if result.cities_loaded and is_trial:
        yield _("There are no cities yet. The import will first load the %(number)s cities that come with Kontor, as kontor load_cities does.") % number
    elif result.cities_loaded:
        yield _("There were no cities yet: the %(number)s cities that come with Kontor were loaded first, as kontor load_cities does.") % number
    rows = {"batch": result.batch, "rows": grouped(result.rows), "seconds": grouped(round(seconds, 1))}
    yield (_("Trial, nothing was written: %(rows)s rows in %(seconds)s s") if is_trial else _("Import %(batch)s: %(rows)s rows in %(seconds)s s")) % rows
    counts = {"created": result.created, "updated": result.updated, "unchanged": result.unchanged, "aside": sum(result.set_aside.values())}
    yield _("New %(created)s · changed %(updated)s · unchanged %(unchanged)s · set aside %(aside)s") % {name: grouped(count) for name, count in counts.items()}
    language = page_language()
    yield from (f"  {grouped(count)} {reason_in_words(code, language)}" for code, count in sorted(result.set_aside.items(), key=lambda item: (-item[1], item[0])))
    yield from _columns(result, language)
    yield from _changes(result)
    findings = [sentence(*finding, language) for finding in result.findings[:SHOWN]]
    yield from findings
    if more := len(result.findings) - len(findings):
        yield _("… %(number)s more remarks; --report FILE.xlsx has all") % {"number": grouped(more)}


def _columns(result: Result, language: str) -> Iterator[str]:
    read = [f"{heading} = {field_name(field, language)}" for heading, field in result.columns if field]
    left = [heading for heading, field in result.columns if not field]
    if read:
        yield _("Columns read: %(columns)s") % {"columns": ", ".join(read[:SHOWN])}
    if left:
        yield _("Columns not read: %(columns)s") % {"columns": ", ".join(left[:SHOWN])}
    if dropped := result.personal_columns_dropped:
        yield ngettext("%(number)s column of persons was dropped", "%(number)s columns of persons were dropped", dropped) % {"number": grouped(dropped)}


def _changes(result: Result) -> Iterator[str]:
    """What would change, one by one; entries that come into sight are counted, or a first publication would hide all the rest."""
    changes = [change for change in result.changes if change[3] != "visibility"]
    for _sheet, row, entry, path, old, new in changes[:SHOWN]:
        change = in_short(value_in_words(path, old), value_in_words(path, new))
        yield _("Row %(row)s, entry %(entry)s, %(what)s: %(change)s") % {"row": row, "entry": entry, "what": path_in_words(path), "change": change}
    if (more := len(changes) - SHOWN) > 0:
        yield _("… %(number)s more changes; --report FILE.xlsx has all") % {"number": grouped(more)}
    if opened := len(result.changes) - len(changes):
        yield ngettext("%(number)s known entry would become visible", "%(number)s known entries would become visible", opened) % {"number": grouped(opened)}


def what_next(result: Result, publish: str, *, is_searchable: bool) -> Iterator[str]:
    """After an import: what readers see of it, and how it is taken back."""
    if not result.created + result.updated:
        return
    if publish == "none":
        yield _("Readers see nothing of it yet. The same command with --publish makers or --publish all shows what may be shown.")
    elif not is_searchable:
        yield _("It can be found as soon as the index has caught up: kontor run or kontor worker does that.")
    yield _("To take it back: kontor import undo %(batch)s") % {"batch": result.batch}


def undo_told(batch: str, done: Undone) -> Iterator[str]:
    """What was taken back, and what was kept."""
    counts = {"batch": batch, "removed": grouped(done.removed), "restored": grouped(done.restored), "kept": grouped(len(done.edited))}
    yield _("Import %(batch)s was taken back: entries removed %(removed)s · restored %(restored)s · kept %(kept)s") % counts
    if done.edited:
        yield _("Kept, because they were edited since: %(rows)s") % {"rows": _rows(done.edited)}


def undo_refused(done: Undone) -> str:
    """Why nothing was taken back."""
    text = ngettext(
        "Nothing was taken back: %(number)s entry was edited since: %(rows)s. --keep-edited leaves it and takes the others back.",
        "Nothing was taken back: %(number)s entries were edited since: %(rows)s. --keep-edited leaves these and takes the others back.",
        len(done.edited),
    )
    return text % {"number": grouped(len(done.edited)), "rows": _rows(done.edited)}


def _rows(edited: Sequence[tuple[str, int]]) -> str:
    # Translators: an entry and the row of the file it came from, in a list.
    shown = [_("%(entry)s (row %(row)s)") % {"entry": entry, "row": row} for entry, row in edited[:SHOWN]]
    return pgettext("between the parts of a list", ", ").join(shown) + (" …" if len(edited) > SHOWN else "")
