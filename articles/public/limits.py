"""How often one reader may ask for work: a count a minute in the cache, no name and no cookie."""

from datetime import datetime
from ipaddress import ip_address, ip_network

from django.core.cache import cache

SEARCHES_A_MINUTE = 30
SUGGESTIONS_A_MINUTE = 240
KEPT_FOR = 120


def has_searched_too_often(address: str, at: datetime, *, suggestions: bool = False) -> bool:
    """Count a search (or a suggestion asked for) from an address, and say whether it was one too many this minute."""
    kind, most = ("suggestions", SUGGESTIONS_A_MINUTE) if suggestions else ("searches", SEARCHES_A_MINUTE)
    key = f"{kind}:{_household(address)}:{at:%Y%m%d%H%M}"
    cache.add(key, 0, KEPT_FOR)
    try:
        return cache.incr(key) > most
    except ValueError:
        # The entry went between the two calls: the cache is short of room, and nobody is counted.
        return False


def _household(address: str) -> str:
    """One subscriber has a whole /64 of IPv6."""
    try:
        known = ip_address(address)
    except ValueError:
        return "unknown"
    return str(known) if known.version == 4 else str(ip_network(f"{known}/64", strict=False))
