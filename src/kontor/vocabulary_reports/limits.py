"""How many reports one address may send."""

from __future__ import annotations

from kontor.common.limits import is_within
from kontor.vocabulary_reports.errors import TooManyReports

REPORTS_AN_HOUR = 30


def count_report(address: str) -> None:
    """Count one report of a network address. Raises TooManyReports beyond the limit."""
    if not is_within(REPORTS_AN_HOUR, purpose="word-report", address=address):
        raise TooManyReports
