"""The report of an import as a spreadsheet, cells defused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from kontor.common.languages import CODE_OF_PREFIX
from kontor.supply.messages import reason_in_words, sentence
from kontor.supply.services.importing import Result
from kontor.supply.wording import path_in_words, value_in_words
from kontor_core.supply.messages import field_name
from kontor_core.tables.report import write_xlsx

SHORT, CONTEXT = 60, 10
"""Characters of a value on a line, and how many of them stand before the first difference."""


def write_report(path: Path, result: Result, language: str) -> None:
    """Sheets of the counts, the columns, the findings, the rows set aside and, for a dry run, the changes. Raises OSError when it cannot be written.

    A row set aside is named by its place in the file only: of a sole trader's row even the name may be a person's.
    """
    with override(CODE_OF_PREFIX[language]):
        _write(path, result, language)


def _write(path: Path, result: Result, language: str) -> None:
    counts: list[tuple[str, int | str]] = [
        (pgettext("report of an import", "import"), result.batch),
        (pgettext("report of an import", "rows"), result.rows),
        (pgettext("report of an import", "new entries"), result.created),
        (pgettext("report of an import", "changed entries"), result.updated),
        (pgettext("report of an import", "unchanged entries"), result.unchanged),
        (pgettext("report of an import", "columns of persons dropped"), result.personal_columns_dropped),
    ]
    set_aside = pgettext("report of an import", "set aside")
    counts += [(f"{set_aside}: {reason_in_words(code, language)}", number) for code, number in result.set_aside.items()]
    not_read = pgettext("report of an import", "not read")
    columns = ([heading, field_name(field, language) if field else not_read] for heading, field in result.columns)
    findings = ([sheet, row, column, code, sentence(row, column, code, parameters, sheet, language)] for row, column, code, parameters, sheet in result.findings)
    aside = ([sheet, row, code, reason_in_words(code, language)] for sheet, row, code in result.rows_set_aside)
    code = pgettext("report of an import", "code")
    # Translators: a sheet of a workbook, not of paper.
    place = (pgettext("report of an import", "sheet"), pgettext("report of an import", "row"))
    sheets = [
        (pgettext("report of an import", "import"), (pgettext("report of an import", "what"), pgettext("report of an import", "how many")), counts),
        (pgettext("report of an import", "columns"), (pgettext("report of an import", "heading"), pgettext("report of an import", "read as")), columns),
        (pgettext("report of an import", "findings"), (*place, pgettext("report of an import", "column"), code, pgettext("report of an import", "finding")), findings),
        (set_aside, (*place, code, pgettext("report of an import", "reason")), aside),
    ]
    if result.changes:
        sheets.append(_changes(result, place))
    write_xlsx(path, sheets)


def _changes(result: Result, place: tuple[str, str]) -> Any:
    headings = (
        *place, pgettext("report of an import", "entry"), pgettext("report of an import", "value"),
        pgettext("report of an import", "before"), pgettext("report of an import", "after"),
    )
    changes = ([sheet, row, entry, path_in_words(path), value_in_words(path, old), value_in_words(path, new)] for sheet, row, entry, path, old, new in result.changes)
    return pgettext("report of an import", "changes"), headings, changes


def in_short(before: str, after: str) -> str:
    """Two values on one line: of long ones the place where they begin to differ."""
    same = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), min(len(before), len(after)))
    start = max(0, same - CONTEXT) if max(len(before), len(after)) > SHORT else 0
    return f"{_clipped(before, start)}  ->  {_clipped(after, start)}"


def _clipped(value: str, start: int) -> str:
    shown_part = value[start : start + SHORT]
    return f"{'…' if start else ''}{shown_part}{'…' if len(value) > start + SHORT else ''}" if value else _("(empty)")
