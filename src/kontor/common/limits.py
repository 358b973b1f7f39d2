"""How often one network address may do something without an account.

An address is counted under a keyed hash that is forgotten after an hour; it is stored nowhere else. A city hall or a fair hall is one
address, so limits are far above what one reader does. IPv6 is counted by network (/64), because one subscriber has all addresses of it.
"""

from __future__ import annotations

import ipaddress

from django.core.cache import cache
from django.utils.crypto import salted_hmac

HOUR = 60 * 60


def is_within(limit: int, *, purpose: str, address: str) -> bool:
    """Count one act of an address; False when it was one more than `limit` an hour."""
    key = f"{purpose}-" + salted_hmac(f"kontor.{purpose}", network(address)).hexdigest()
    cache.add(key, 0, timeout=HOUR)
    try:
        return bool(cache.incr(key) <= limit)
    except ValueError:
        # It ran out between the two calls: the hour is over.
        return True


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
