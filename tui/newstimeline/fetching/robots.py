"""What robots may read of a host, as its robots.txt says (RFC 9309)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from protego import Protego

from newstimeline.fetching.hosts import parts_of
from newstimeline.fetching.http_request import AGENT, Response

if TYPE_CHECKING:
    from protego import Protego

LARGEST = 500 * 1024
"""Bytes that must be read of a robots.txt (RFC 9309, 2.5); what comes after them is not."""
_NOTHING = "User-agent: *\nDisallow: /"
_LINE_END = re.compile("\r\n?|\n")
_OTHER_LINE_ENDS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""At which Python splits too."""
_AGENT_LINE = re.compile(r"\s*user[ -]?agent\s*[:\s]\s*(?P<agent>[^#]*)", re.IGNORECASE)
_RULE_LINE = re.compile(r"\s*(?:allow|(?P<not>d[ias]+l+[oa]w))\s*[:\s]\s*(?P<path>[^#]*)", re.IGNORECASE)
"""Also as they are often misspelt."""
_PRODUCT_TOKEN = re.compile("[a-z_-]+", re.IGNORECASE)
_SOMEBODY_ELSE = "-"
"""An agent whose rules are not ours to follow."""


class Robots:
    """The rules of the hosts that were asked; each is asked once."""

    def __init__(self, ask: Callable[[str], Response]) -> None:
        """`ask` fetches the beginning of a robots.txt, redirections followed; it may raise `Refused`."""
        self._ask = ask
        self._rules: dict[str, Protego] = {}

    def allows(self, url: str) -> bool:
        """Whether an address may be read.

        A host without a robots.txt allows everything, one that can't say allows nothing (RFC 9309, 2.3.1).

        Raises:
            Refused: the host can't be asked.
        """
        parts = parts_of(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._rules:
            self._rules[host] = self._read(f"{host}/robots.txt")
        return self._rules[host].can_fetch(_with_encoded_query(url), AGENT)

    def _read(self, place: str) -> Protego:
        return Protego.parse("\n".join(_records(self._text(place))))

    def _text(self, place: str) -> str:
        answer = self._ask(place)
        if answer.status == 200:
            whole_lines = answer.data if len(answer.data) < LARGEST else answer.data[: answer.data.rfind(b"\n") + 1]
            return whole_lines.decode("utf-8-sig", "replace")
        return _NOTHING if answer.status >= 500 else ""


def _records(text: str) -> Iterator[str]:
    """The lines that say who may read what, so that Protego understands them as RFC 9309 does.

    Other lines would end a group of agents (2.2.4), product tokens are the same or they are not (2.2.1: to Protego a
    beginning is the whole, and a version a part of it), and some octets of a query are the same encoded (2.2.2).
    """
    for line in _LINE_END.split(text):
        if named := _AGENT_LINE.match(line):
            yield f"User-agent: {_group_of(named['agent'].strip())}"
        elif rule := _RULE_LINE.match(line):
            path = _OTHER_LINE_ENDS.sub(lambda end: quote(end[0]), _with_encoded_query(rule["path"].strip()))
            yield f"{'Disallow' if rule['not'] else 'Allow'}: {path}"


def _group_of(agent: str) -> str:
    """Whom a line names: everybody, us, or somebody else."""
    if agent.split()[:1] == ["*"]:
        return "*"
    token = _PRODUCT_TOKEN.match(agent)
    return AGENT if token and token[0].lower() == AGENT else _SOMEBODY_ELSE


def _with_encoded_query(path: str) -> str:
    """With the slashes of its query as they are when they are encoded: the same, as other reserved characters are."""
    before, mark, query = path.partition("?")
    return before + mark + query.replace("/", "%2F")
