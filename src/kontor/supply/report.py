"""The report of an import as a spreadsheet, cells defused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kontor.supply.messages import reason_in_words, sentence
from kontor.supply.services.importing import Result
from kontor_core.tables.report import write_xlsx


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
