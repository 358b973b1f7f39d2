"""How many reports one address may send.

An address is counted under a keyed hash that is forgotten after an hour; it is
stored nowhere else. A city hall or a fair hall is one address, so the limit is
far above what one reader sends. IPv6 is counted by network (/64), because one
subscriber has all addresses of it.
"""

from __future__ import annotations

import ipaddress

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from kontor.vocabulary_reports.errors import TooManyReports

REPORTS_AN_HOUR = 30
HOUR = 60 * 60


def count_report(address: str) -> None:
    """Count one report of a network address. Raises TooManyReports beyond the limit."""
    key = "word-report-" + salted_hmac("kontor.vocabulary_reports", network(address)).hexdigest()
    cache.add(key, 0, timeout=HOUR)
    try:
        count = cache.incr(key)
    except ValueError:
        # It ran out between the two calls: the hour is over.
        return
    if count > REPORTS_AN_HOUR:
        raise TooManyReports


def network(address: str) -> str:
    """The address of IPv4, the /64 of IPv6; the text itself when it is neither."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)
