"""The report of an import as a spreadsheet, cells defused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kontor.supply.messages import reason_in_words, sentence
from kontor.supply.services.importing import Result
from kontor_core.tables.report import write_xlsx

SHORT, CONTEXT = 60, 10
"""Characters of a value on a line, and how many of them stand before the first difference."""


def write_report(path: Path, result: Result, language: str) -> None:
    """Sheets of the counts, the findings, the rows set aside and, for a dry run, the changes. Raises OSError when the file cannot be written.

    A row set aside is named by its place in the file only: of a sole trader's row even the name may be a person's.
    """
    counts: list[tuple[str, int | str]] = [
        ("batch", result.batch), ("rows", result.rows), ("created", result.created), ("updated", result.updated), ("unchanged", result.unchanged),
        ("personal columns dropped", result.personal_columns_dropped),
    ]
    counts += [(f"set aside: {reason_in_words(code, language)}", number) for code, number in result.set_aside.items()]
    findings = ([sheet, row, column, code, sentence(row, column, code, parameters, sheet, language)] for row, column, code, parameters, sheet in result.findings)
    aside = ([sheet, row, code, reason_in_words(code, language)] for sheet, row, code in result.rows_set_aside)
    sheets = [("import", ("what", "number"), counts), ("findings", ("sheet", "row", "column", "code", "message"), findings)]
    sheets.append(("set aside", ("sheet", "row", "code", "reason"), aside))
    if result.changes:
        changes = ([sheet, row, entry, where, shown(old), shown(new)] for sheet, row, entry, where, old, new in result.changes)
        sheets.append(("changes", ("sheet", "row", "entry", "value", "before", "after"), changes))
    write_xlsx(path, sheets)


def shown(value: Any) -> str:
    """A value in a cell or a line; lists are joined."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(shown, value)))
    return "" if value is None else str(value)


def in_short(before: str, after: str) -> str:
    """Two values on one line: of long ones the place where they begin to differ."""
    same = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), min(len(before), len(after)))
    start = max(0, same - CONTEXT) if max(len(before), len(after)) > SHORT else 0
    return f"{_clipped(before, start)}  ->  {_clipped(after, start)}"


def _clipped(value: str, start: int) -> str:
    shown_part = value[start : start + SHORT]
    return f"{'…' if start else ''}{shown_part}{'…' if len(value) > start + SHORT else ''}" if value else "(empty)"
