from __future__ import annotations

import pytest

from newstimeline.fetching.hosts import Refused, addresses_of, is_public


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"])
def test_addresses_of_the_public_internet_are_allowed(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "168.63.129.16", "::1", "::", "fe80::1",
        "fe80::1%eth0", "fd00:ec2::254", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "2002:7f00:1::", "2002:0a00:0001::", "no address", "",
    ],
)  # fmt: skip
def test_addresses_of_this_machine_and_its_network_are_not(address: str) -> None:
    assert not is_public(address)


def test_of_several_addresses_only_the_public_ones_are_connected_to() -> None:
    found = addresses_of("a.example", 80, lambda *_: ["10.0.0.1", "93.184.215.14"], allow_private=False)
    assert found == ["93.184.215.14"]


def test_a_host_without_a_public_address_is_refused_with_what_to_do() -> None:
    with pytest.raises(Refused, match="--allow-private"):
        addresses_of("a.example", 80, lambda *_: ["10.0.0.1"], allow_private=False)


def test_a_host_that_is_not_known_is_said_to_be() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError(8, "nodename nor servname provided")

    with pytest.raises(Refused, match="there is no host"):
        addresses_of("a.example", 80, unknown, allow_private=True)
