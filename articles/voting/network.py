"""Which network a vote comes from, as a hash that can't be read back and that means nothing after a day.

An IPv4 /24 or an IPv6 /64 is what one household or office holds; a single address is never looked at.
"""

import hmac
import secrets
from datetime import UTC, datetime
from ipaddress import IPv6Address, ip_address, ip_network

from articles.models import VoteKey

_PREFIX_LENGTHS = {4: 24, 6: 64}


def network_of(address: str) -> str:
    """Return the network of an IP address, "203.0.113.0/24"; empty where the address is none."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return ""
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    if isinstance(parsed, IPv6Address):
        parsed = IPv6Address(int(parsed))  # without the zone of a link-local address
    return str(ip_network(f"{parsed}/{_PREFIX_LENGTHS[parsed.version]}", strict=False))


def network_hash(address: str, now: datetime) -> bytes | None:
    """Return HMAC(key of the day, network), 16 bytes; None for an address that is none.

    Makes the key of the day (in UTC) where it is the day's first.
    """
    network = network_of(address)
    if not network:
        return None
    key, _ = VoteKey.objects.get_or_create(
        day=now.astimezone(UTC).date(), defaults={"key": secrets.token_bytes(32)}
    )
    return hmac.digest(bytes(key.key), network.encode(), "sha256")[:16]
