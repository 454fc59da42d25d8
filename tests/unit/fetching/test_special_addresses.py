"""Which addresses are public: by the registries, and by every way in which an IPv6 address holds an IPv4 one."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newstimeline.fetching.special_addresses import is_public, special_networks

PRIVATE_NETWORKS = tuple(
    map(
        IPv4Network, ("10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")
    )
)
PRIVATE_IPV4 = st.sampled_from(PRIVATE_NETWORKS).flatmap(
    lambda network: st.integers(int(network[0]), int(network[-1])).map(IPv4Address)
)
PUBLIC_IPV4 = IPv4Address("93.184.215.14")
GIVEN_OUT = IPv6Network("2000::/3")
EMBEDDINGS: dict[str, Callable[[IPv4Address], IPv6Address]] = {
    "IPv4-compatible": lambda inner: IPv6Address(int(inner)),
    "IPv4-mapped": lambda inner: IPv6Address(f"::ffff:{inner}"),
    "IPv4-translated": lambda inner: IPv6Address(f"::ffff:0:{inner}"),
    "NAT64": lambda inner: IPv6Address(f"64:ff9b::{inner}"),
    "local NAT64": lambda inner: IPv6Address(f"64:ff9b:1::{inner}"),
    "6to4": lambda inner: IPv6Address((0x2002 << 112) | (int(inner) << 80) | 1),
    "Teredo server": lambda inner: IPv6Address((0x2001 << 112) | (int(inner) << 64) | ~int(PUBLIC_IPV4) & 0xFFFF_FFFF),
    "Teredo client": lambda inner: IPv6Address((0x2001 << 112) | (int(PUBLIC_IPV4) << 64) | ~int(inner) & 0xFFFF_FFFF),
    "ISATAP": lambda inner: IPv6Address(f"2606:4700::5efe:{inner}"),
    "global ISATAP": lambda inner: IPv6Address(f"2606:4700::200:5efe:{inner}"),
}


@pytest.mark.parametrize(
    "address",
    [
        "93.184.215.14", "192.31.196.1", "192.175.48.1", "192.0.1.1", "223.255.255.255",
        "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "2001:200::1", "2620:4f:8000::1", "64:ff9b::5db8:d70e",
        "2606:4700::5efe:93.184.215.14",
    ],
)  # fmt: skip
def test_addresses_of_the_public_internet_are_allowed(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "198.18.0.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "192.0.0.1", "192.0.2.1",
        "192.88.99.1", "198.51.100.1", "203.0.113.1", "168.63.129.16", "100.100.100.200", "192.0.0.192",
    ],
)  # fmt: skip
def test_addresses_that_are_not_of_the_public_ipv4_internet_are_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "::", "::1", "::127.0.0.1", "::2", "fe80::1", "fe80::1%eth0", "2606:2800::1%eth0", "fec0::1", "feff::1",
        "fc00::1", "fd00:ec2::254", "fd20:ce::254", "ff02::1", "ff0e::1", "100::1", "100:0:0:1::1", "400::1", "4000::1",
        "2001::1", "2001:2::1", "2001:10::1", "2001:db8::1", "2002:5db8:d70e::1", "3fff::1", "5f00::1",
        "::ffff:93.184.215.14", "64:ff9b:1::5db8:d70e", "64:ff9b:2::1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_of_the_public_ipv6_internet_are_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("text", ["", "no address", "1.2.3", "2130706433", "0x7f.1", "[::1]", "93.184.215.14/32"])
def test_what_is_no_address_is_not_public(text: str) -> None:
    assert not is_public(text)


@pytest.mark.parametrize("embed", EMBEDDINGS.values(), ids=EMBEDDINGS)
@given(inner=PRIVATE_IPV4)
def test_no_embedding_makes_a_private_address_public(
    embed: Callable[[IPv4Address], IPv6Address], inner: IPv4Address
) -> None:
    assert not is_public(str(embed(inner)))


@given(st.integers(int(GIVEN_OUT[0]), int(GIVEN_OUT[-1])).map(IPv6Address))
def test_every_other_address_that_is_given_out_is_public(address: IPv6Address) -> None:
    assume(not any(address in network for network, _ in special_networks()))
    assume((int(address) >> 32) & 0xFDFF_FFFF != 0x5EFE)  # of ISATAP
    assert is_public(str(address))


NEAR_SPECIAL = st.sampled_from(special_networks()).flatmap(
    lambda entry: st.sampled_from((int(entry[0][0]) - 1, int(entry[0][0]), int(entry[0][-1]), int(entry[0][-1]) + 1))
)
"""The first and last addresses of the networks with an entry, and their neighbours."""


@given(st.ip_addresses() | NEAR_SPECIAL.filter(lambda number: 0 <= number < 1 << 128).map(ip_address))
def test_nothing_is_public_that_is_not_global_to_python(address: IPv4Address | IPv6Address) -> None:
    assert address.is_global or not is_public(str(address))


def test_each_entry_of_the_registries_is_obeyed() -> None:
    reserved = {network for network, reachable in special_networks() if not reachable}
    assert {network for network in reserved if is_public(str(network[0])) or is_public(str(network[-1]))} == set()
