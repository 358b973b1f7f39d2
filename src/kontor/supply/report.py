"""The report of an import as a spreadsheet, cells defused."""

from __future__ import annotations

from pathlib import Path

from kontor.supply.messages import sentence
from kontor.supply.services.importing import Result
from kontor_core.supply.messages import REASONS
from kontor_core.tables.report import write_xlsx


def write_report(path: Path, result: Result, language: str) -> None:
    """Two sheets: the counts, and every finding with its place. Raises OSError when the file cannot be written."""
    counts: list[tuple[str, int | str]] = [
        ("batch", result.batch), ("rows", result.rows), ("created", result.created), ("updated", result.updated), ("unchanged", result.unchanged),
        ("personal columns dropped", result.personal_columns_dropped),
    ]
    counts += [(f"set aside: {REASONS.get(code, {}).get(language, code)}", number) for code, number in result.set_aside.items()]
    findings = ([sheet, row, column, code, sentence(row, column, code, parameters, sheet, language)] for row, column, code, parameters, sheet in result.findings)
    write_xlsx(path, [("import", ("what", "number"), counts), ("findings", ("sheet", "row", "column", "code", "message"), findings)])
