"""From an address to what it holds: politely, step by step along redirections, and only if it has changed."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from newstimeline.clean import reveal
from newstimeline.fetching.hosts import Refused, Resolve, parts_of, resolve
from newstimeline.fetching.http_request import LARGEST, Getter, Response
from newstimeline.fetching.robots import LARGEST as LARGEST_RULES
from newstimeline.fetching.robots import Robots
from newstimeline.model import PageState
from newstimeline.reading.file_finder import read_once
from newstimeline.reading.outcome import FileEnd, Parsed, Skipped
from newstimeline.reading.sandbox import Guard

Known = Callable[[str], tuple[PageState, int] | None]
"""What an address held when it was fetched, and how many articles that were; None for one to be read in any case."""
_MOST_STEPS = 5
"""Redirections that are followed."""
_PAUSE = 1.0
"""Seconds between two requests to one host."""
_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_WHY = {401: "it asks for a password", 403: "access is forbidden", 404: "there is no such page", 410: "it is gone",
        429: "it has had too many requests; try again later", 451: "it is withheld for legal reasons"}  # fmt: skip


@dataclass(slots=True)
class Fetcher:
    """Fetches for one command: hosts are asked for their rules once, and never in a hurry."""

    known: Known = lambda _: None
    allow_private: bool = False
    resolve: Resolve = resolve
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _getter: Getter = field(init=False)
    _robots: Robots = field(init=False)
    _asked: dict[str, float] = field(default_factory=dict)
    """When each host was asked last."""

    def __post_init__(self) -> None:
        """Begin with no host asked."""
        self._getter = Getter(self.resolve, self.allow_private)
        self._robots = Robots(self._rules_at)

    def read(self, url: str, guard: Guard) -> Iterator[Parsed | FileEnd]:
        """Yield what an address holds, and its end; what can't be fetched comes as `Skipped`."""
        try:
            url.encode()
        except UnicodeEncodeError:  # bytes of a command line that are no text
            yield Skipped(reveal(url), "it is not an address: it has bytes that are not UTF-8")
            yield FileEnd(None)
            return
        known = self.known(url)
        try:
            answer = self._follow(url, _conditions(known[0]) if known else {}, LARGEST, check=self._check)
            if answer.status == 304 and known:
                yield FileEnd(None, unchanged=known[1])
                return
            if answer.status != 200:
                raise Refused(_WHY.get(answer.status, f"the server answers {answer.status}"))
        except Refused as error:
            yield Skipped(reveal(url), reveal(str(error)))
            yield FileEnd(None)
            return
        yield from read_once(io.BytesIO(_with_address(answer)), reveal(answer.url), guard)
        yield FileEnd(PageState(url, answer.headers.get("etag"), answer.headers.get("last-modified")))

    def _rules_at(self, place: str) -> Response:
        """A robots.txt, which is read as far as it must be."""
        return self._follow(place, {}, LARGEST_RULES, check=lambda _: None, cut=True)

    def _check(self, url: str) -> None:
        if not self._robots.allows(url):
            raise Refused("its robots.txt does not allow it")

    def _follow(
        self, url: str, headers: Mapping[str, str], largest: int, check: Callable[[str], None], *, cut: bool = False
    ) -> Response:
        """Request, and follow redirections; every step is checked like the first."""
        for _ in range(_MOST_STEPS + 1):
            check(url)
            self._wait_for(parts_of(url).netloc)
            answer = self._getter.get(url, headers, largest, cut)
            if (further := answer.leads_to) is None:
                return answer
            if url.startswith("https:") and not further.startswith("https:"):
                raise Refused("it redirects from https to an unprotected address")
            url = further
        raise Refused(f"it redirects more than {_MOST_STEPS} times")

    def _wait_for(self, host: str) -> None:
        if host in self._asked and (wait := self._asked[host] + _PAUSE - self.clock()) > 0:
            self.sleep(wait)
        self._asked[host] = self.clock()


def _conditions(state: PageState) -> Mapping[str, str]:
    """By which the server answers only if the page has changed (RFC 9110, 13.1)."""
    headers = {"If-None-Match": state.etag, "If-Modified-Since": state.modified}
    return {name: value for name, value in headers.items() if value}


def _with_address(answer: Response) -> bytes:
    """A page with where it is from, as browsers put that down when they save one; everything else as it is."""
    if not _PAGE.match(answer.data[:1_000].removeprefix(b"\xef\xbb\xbf")):
        return answer.data
    place = quote(answer.url, safe=":/?#[]@!$&'()*+,;=%~._").replace("--", "-%2D")
    return f"<!-- saved from url=({len(place):04}){place} -->\n".encode() + answer.data
