"""What is said when a file cannot be read as a table, and what is noticed on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


class TableError(ValueError):
    """The file cannot be read as a table of companies.

    `code` is a stable key for translation, `place` says where in the file.
    """

    def __init__(self, code: str, message: str, place: str = "") -> None:
        super().__init__(f"{place}: {message}" if place else message)
        self.code = code
        self.place = place
        self.message = message


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the file that a person should know, and that stopped nothing.

    Codes: `hidden-column`, `hidden-sheet`, `sheet-left-out`, `totals-left-out`, `note-left-out`, `header-repeated`, `broken-bytes`, `cut-off`.
    """

    code: str
    sheet: str = ""
    row: int | None = None
    """1-based row of the sheet."""
    column: str = ""
    """Heading of the column, as it stands in the file."""
    parameters: Mapping[str, str] = field(default_factory=dict)
