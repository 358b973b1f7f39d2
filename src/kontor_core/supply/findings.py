"""What is said about a row: a code with its place, and the sentence in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kontor_core.supply.messages import CONSEQUENCES, TEXTS
from kontor_core.tables.errors import Notice

FROM_NOTICES = {
    "cut-off": "cut-off", "broken-bytes": "broken-bytes", "hidden-column": "hidden-column", "hidden-sheet": "hidden-sheet", "sheet-left-out": "sheet-left-out",
    "totals-left-out": "totals-left-out", "note-left-out": "note-left-out", "header-repeated": "header-repeated",
}
"""Code of a notice about the file -> code of the finding."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about one cell, one row or the file. No value of a column of persons ever stands in it."""

    row: int | None
    """1-based row of its sheet; None for the file as a whole."""
    column: str
    """Heading as it stands in the file; empty for the row as a whole."""
    code: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""

    def message(self, language: str, decision: str = "") -> str:
        """The finding as a sentence in `de`, `zh` or `en`: what, where, what next.

        Args:
            decision: what became of the row (`check`, `set-aside`); said at the end when given.
        """
        language = language if language in ("de", "zh", "en") else "en"
        text = TEXTS[self.code][language].format(**{"value": "", "other": "", "encoding": "", "edition": "", **self.parameters})
        end = CONSEQUENCES.get(decision, {}).get(language, "")
        place = self.place(language)
        if language == "zh":
            return f"{place}{text}{'；' if end else ''}{end}。"
        return f"{place}{': ' if place else ''}{text}{' ' if end else ''}{end}"

    def place(self, language: str) -> str:
        """Where it is in the file, in `de`, `zh` or `en`; empty for the file as a whole."""
        row = "" if self.row is None else str(self.row)
        if language == "zh":
            sheet = f"工作表“{self.sheet}”" if self.sheet else ""
            return f"{sheet}{f'第{row}行' if row else ''}{f'“{self.column}”' if self.column else ''}"
        words = ("Blatt", "Zeile", "Spalte") if language == "de" else ("sheet", "row", "column")
        parts = [f"{word} {value}" for word, value in zip(words, (self.sheet, row, self.column), strict=True) if value]
        joined = ", ".join(parts)
        return joined[:1].upper() + joined[1:]


def of_notice(notice: Notice) -> Finding:
    """The finding of something noticed while the file was read."""
    return Finding(notice.row, notice.column, FROM_NOTICES[notice.code], dict(notice.parameters), notice.sheet)
