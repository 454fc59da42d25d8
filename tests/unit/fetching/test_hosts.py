from __future__ import annotations

import pytest

from newstimeline.fetching.hosts import Refused, addresses_of, parts_of, resolve


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


@pytest.mark.parametrize(
    "host",
    [
        "127.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001", "127.0.0.1.", "１２７.0.0.1",
        "127。0。0。1", "①②⑦.⓪.⓪.①", "[::1]", "[0:0:0:0:0:0:0:1]", "[::127.0.0.1]", "[::ffff:7f00:1]",
        "3232235521", "0xa9fea9fe", "0",
    ],
)  # fmt: skip
def test_a_private_address_is_refused_however_it_is_spelled(host: str) -> None:
    """The system's resolver turns spellings into addresses, and those are what is looked at and connected to."""
    with pytest.raises(Refused, match=r"--allow-private|there is no host"):
        addresses_of(parts_of(f"http://{host}/").hostname or "", 80, resolve, allow_private=False)


@pytest.mark.parametrize("host", ["127%2e0%2e0%2e1", "%31%32%37.0.0.1", "[fe80::1%25eth0]", "a%00.example"])
def test_a_percent_sign_in_a_host_is_refused_before_anybody_is_asked(host: str) -> None:
    with pytest.raises(Refused, match="percent sign"):
        parts_of(f"http://{host}/")


def test_each_spelling_is_what_is_connected_to_if_that_is_wanted() -> None:
    assert addresses_of("127.1", 80, resolve, allow_private=True) == ["127.0.0.1"]
