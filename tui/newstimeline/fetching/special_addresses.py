"""Which addresses belong to the public internet, by the IANA registries.

IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and what has updated it since), as of 2025-04:
https://www.iana.org/assignments/iana-ipv4-special-registry, https://www.iana.org/assignments/iana-ipv6-special-registry.
"""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_GLOBAL_UNICAST: tuple[Network, ...] = (
    ip_network("0.0.0.0/1"), ip_network("128.0.0.0/2"), ip_network("192.0.0.0/3"),  # classes A to C
    ip_network("2000::/3"),  # the only part of IPv6 that is given out (RFC 4291, 2.4)
    ip_network("64:ff9b::/96"),  # how a network without IPv4 reaches public IPv4 hosts (RFC 6052, 3.1)
)  # fmt: skip
"""Anything else is multicast, local, reserved or not given out, whatever the registries below have of it."""

_SPECIAL = """
0.0.0.0/8           no   RFC 791    this network
10.0.0.0/8          no   RFC 1918   private use
100.64.0.0/10       no   RFC 6598   shared by a provider's customers
127.0.0.0/8         no   RFC 1122   loopback
169.254.0.0/16      no   RFC 3927   link local
172.16.0.0/12       no   RFC 1918   private use
192.0.0.0/24        no   RFC 6890   IETF protocol assignments
192.0.0.9/32        yes  RFC 7723   port control protocol anycast
192.0.0.10/32       yes  RFC 8155   TURN anycast
192.0.2.0/24        no   RFC 5737   documentation
192.31.196.0/24     yes  RFC 7535   AS112
192.52.193.0/24     yes  RFC 7450   AMT
192.88.99.0/24      no   RFC 7526   6to4 relay anycast, deprecated
192.168.0.0/16      no   RFC 1918   private use
192.175.48.0/24     yes  RFC 7534   direct delegation AS112
198.18.0.0/15       no   RFC 2544   benchmarking
198.51.100.0/24     no   RFC 5737   documentation
203.0.113.0/24      no   RFC 5737   documentation
240.0.0.0/4         no   RFC 1112   reserved, limited broadcast
::/128              no   RFC 4291   unspecified
::1/128             no   RFC 4291   loopback
::ffff:0:0/96       no   RFC 4291   IPv4-mapped
64:ff9b::/96        yes  RFC 6052   IPv4-IPv6 translation
64:ff9b:1::/48      no   RFC 8215   IPv4-IPv6 translation, local use
100::/64            no   RFC 6666   discard only
100:0:0:1::/64      no   RFC 9780   dummy prefix
2001::/23           no   RFC 2928   IETF protocol assignments
2001::/32           no   RFC 4380   Teredo
2001:1::1/128       yes  RFC 7723   port control protocol anycast
2001:1::2/128       yes  RFC 8155   TURN anycast
2001:1::3/128       yes  RFC 9665   DNS-SD service registration anycast
2001:2::/48         no   RFC 5180   benchmarking
2001:3::/32         yes  RFC 7450   AMT
2001:4:112::/48     yes  RFC 7535   AS112
2001:10::/28        no   RFC 4843   ORCHID, deprecated
2001:20::/28        yes  RFC 7343   ORCHIDv2
2001:30::/28        yes  RFC 9374   drone remote identification
2001:db8::/32       no   RFC 3849   documentation
2002::/16           no   RFC 3056   6to4
2620:4f:8000::/48   yes  RFC 7534   direct delegation AS112
3fff::/20           no   RFC 9637   documentation
5f00::/16           no   RFC 9602   segment routing
fc00::/7            no   RFC 4193   unique local
fe80::/10           no   RFC 4291   link local
"""
"""A network, whether it is globally reachable, and why. Where the registry says "N/A" (tunnels that lead to whatever
IPv4 address they name), it is not."""

_PROVIDER_SERVICES = frozenset((ip_address("168.63.129.16"),))
"""Public by their numbers, but answered by the machine's own cloud provider, which may tell its secrets; the other
providers' are link-local, shared or unique local addresses. https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16"""

_NAT64 = IPv6Network("64:ff9b::/96")
_ISATAP = frozenset((0x0000_5EFE, 0x0200_5EFE))
"""The upper half of an interface identifier that holds an IPv4 address (RFC 5214, 6.1)."""


def is_public(text: str) -> bool:
    """Whether an address is global unicast: not of this machine, its network or provider, no tunnel and not reserved.

    An IPv4 address within an IPv6 address must be public too. A scope id is a sign of a local address.
    """
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if getattr(address, "scope_id", None):
        return False
    embedded = _embedded_ipv4(address)
    return _is_global_unicast(address) and (embedded is None or _is_global_unicast(embedded))


def _is_global_unicast(address: Address) -> bool:
    return (
        any(address in network for network in _GLOBAL_UNICAST)
        and _is_reachable(address)
        and address.is_global  # the table of the running Python may know of a later entry
        and address not in _PROVIDER_SERVICES
    )


def _is_reachable(address: Address) -> bool:
    """What the most specific entry of the registries says; True without one."""
    return next((reachable for network, reachable in special_networks() if address in network), True)


@lru_cache(maxsize=1)
def special_networks() -> tuple[tuple[Network, bool], ...]:
    """The entries of both registries, with whether they are globally reachable, the most specific first."""
    entries = [line.split(maxsplit=2) for line in _SPECIAL.strip().splitlines()]
    networks = [(ip_network(network), reachable == "yes") for network, reachable, _ in entries]
    return tuple(sorted(networks, key=lambda entry: -entry[0].prefixlen))


def _embedded_ipv4(address: Address) -> IPv4Address | None:
    """The IPv4 address that an address of a global unicast network stands for; the other embeddings are outside those.

    These are IPv4-mapped, IPv4-compatible and IPv4-translated addresses, local-use NAT64, 6to4 and Teredo.
    """
    if isinstance(address, IPv4Address):
        return None
    is_isatap = (int(address) >> 32) & 0xFFFF_FFFF in _ISATAP
    return IPv4Address(int(address) & 0xFFFF_FFFF) if is_isatap or address in _NAT64 else None
