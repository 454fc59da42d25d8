"""What robots may read of a host, as its robots.txt says (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newstimeline.fetching.getting import AGENT, Answer
from newstimeline.fetching.hosts import parts_of

if TYPE_CHECKING:
    from urllib.robotparser import RobotFileParser

_NOTHING = ["User-agent: *", "Disallow: /"]
LARGEST = 500 * 1024
"""Bytes that must be read of a robots.txt (RFC 9309, 2.5)."""


class Robots:
    """The rules of the hosts that were asked; each is asked once."""

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        """`ask` fetches a robots.txt, redirections followed; it may raise `Refused`."""
        self._ask = ask
        self._rules: dict[str, RobotFileParser] = {}

    def allow(self, url: str) -> bool:
        """Whether an address may be read.

        A host without a robots.txt allows everything, one that can't say allows nothing (RFC 9309, 2.3.1).

        Raises:
            Refused: the host can't be asked.
        """
        parts = parts_of(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._rules:
            self._rules[host] = self._read(f"{host}/robots.txt")
        return self._rules[host].can_fetch(AGENT, url)

    def _read(self, place: str) -> RobotFileParser:
        from urllib.robotparser import RobotFileParser  # 30 ms that only fetching needs

        rules = RobotFileParser()
        rules.parse(self._lines(place))
        return rules

    def _lines(self, place: str) -> list[str]:
        answer = self._ask(place)
        if answer.status == 200:
            return answer.data.decode("utf-8", "replace").splitlines()
        return _NOTHING if answer.status >= 500 else []
