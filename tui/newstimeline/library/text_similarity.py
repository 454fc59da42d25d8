"""How much of their words two texts share, and short numbers by which the texts that share most are found among many.

Resemblance is the share of the runs of five words that both have among those that either has (Broder, "On the
resemblance and containment of documents", 1997). A text's traits are hashes of a few smallest hashes of its runs, in
bands, so that texts alike enough have one in common nearly always (Leskovec, Rajaraman, Ullman, "Mining of Massive
Datasets", 3.4).
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import blake2b
from zlib import crc32

from newstimeline.arrays import Ints, np
from newstimeline.library.addresses import plain_address
from newstimeline.name_keys import name_key

LEAST_WORDS = 50
"""Of a text that is compared with those of other addresses; shorter ones are alike by chance."""
_RUN = 5
_BANDS, _ROWS = 8, 5
"""Of 40 hashes: texts that share .8 of their runs have a band in common with a probability of .96, .9 of them with
.999, .3 with .02 (1 - (1 - share ** 5) ** 8)."""
_PRIME = (1 << 31) - 1
_WORD = re.compile(r"\w+")
_MOST_WORDS = 200_000
"""Of one text; what follows adds little to its traits."""


def words_of(text: str) -> list[str]:
    """A text's words, without case and marks."""
    return _WORD.findall(text.lower())[:_MOST_WORDS]


def runs_of(words: list[str]) -> frozenset[int]:
    """The hashes of a text's runs of five words."""
    encoded = [word.encode("utf-8", "surrogatepass") for word in words]
    return frozenset(crc32(b" ".join(encoded[at : at + _RUN])) for at in range(len(words) - _RUN + 1))


def resemblance(runs: frozenset[int], other: frozenset[int]) -> float:
    """The share of the runs of both among those of either."""
    return len(runs & other) / len(runs | other) if runs and other else 0.0


def containment(runs: frozenset[int], other: frozenset[int]) -> float:
    """The share of the runs of the first that the other has as well."""
    return len(runs & other) / len(runs) if runs else 0.0


def traits(url: str | None, path: str | None, title: str, published: str | None, text: str | None) -> tuple[int, ...]:
    """The numbers of which two articles that may be the same have one in common: of the words, and of the address.

    Without an address, the file, headline and date stand for it: a file may hold many articles.
    """
    numbers = []
    if address := plain_address(url):
        numbers.append(_hashed(b"address", address.encode("utf-8", "surrogatepass")))
    elif path:
        place = "\0".join((path, name_key(title), published or ""))
        numbers.append(_hashed(b"file", place.encode("utf-8", "surrogatepass")))
    words = words_of(text or "")
    if len(words) >= LEAST_WORDS:
        smallest = _smallest(runs_of(words)).reshape(_BANDS, _ROWS)
        numbers += [_hashed(b"band %d" % number, band.tobytes()) for number, band in enumerate(smallest)]
    return tuple(numbers)


def _smallest(runs: frozenset[int]) -> Ints:
    """For each of some random orders of all runs, the first that the text has."""
    factors, summands = _orders()
    numbers = np.fromiter(runs, dtype=np.int64, count=len(runs)) % _PRIME
    ordered = (numbers[:, None] * factors + summands) % _PRIME
    return np.asarray(ordered.min(axis=0), dtype=np.int64)


@cache
def _orders() -> tuple[Ints, Ints]:
    """The same in every library: what is stored is compared with what is made later."""
    numbers = [int.from_bytes(blake2b(b"%d" % n, digest_size=8).digest(), "little") for n in range(2 * _BANDS * _ROWS)]
    whole = np.array([1 + number % (_PRIME - 1) for number in numbers], dtype=np.int64)
    return whole[: _BANDS * _ROWS], whole[_BANDS * _ROWS :]


def _hashed(kind: bytes, data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=8, person=kind).digest(), "little", signed=True)
