"""Invented news of any amount, for libraries of ten thousand to a million events.

Words, people, places and sources follow Zipf's law; an event has about 1.5 quotes, 3 people and 1.4 places; articles
arrive in no order of time; dates go from 1900 to 2026, most of them late, with every precision. The same seed gives
the same news.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from newstimeline.model import Article, Event, Extraction, Mention, Person, Place, Quote, Span
from newstimeline.terms import Basis, QuoteKind
from newstimeline.when import When, parse

_COMMON = (
    "the of to and a in for is on that by this with you it not or be are from at as your all have new more an was we"
    " will home can us about if page my has search free but our one other do no information time they site he up may"
    " what which their news out use any there see only so his when contact here who also now help get view first been"
).split()
_ONSETS = "b br c ch cl cr d dr f fl fr g gr h j k l m n p ph pl pr qu r s sc sh sl sp st str t th tr v w".split()
_VOWELS = "a a e e e i i o o u ai ea ee ie io ou".split()
_CODAS = "- - - - b ck d ft g l ld ll m n n nd ng nt p r r rd rn s s ss st t t th x".split()
_LARGEST_VOCABULARY = 170_000
_PEOPLE, _PLACES, _SOURCES = 60_000, 12_000, 3_000
_ROLES = ("minister", "mayor", "engineer", "chair", "spokesperson", "judge", "captain", "author")
_BASES = (Basis.STATED, Basis.INHERITED, Basis.PUBLISHED)
_CHUNK = 2_000
"""Articles whose random numbers are drawn together."""

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class World:
    """The words and names that the news are made of."""

    seed: int = 1

    @cached_property
    def words(self) -> list[str]:
        """The most frequent first."""
        return [*_COMMON, *_invented(np.random.default_rng(self.seed), _LARGEST_VOCABULARY - len(_COMMON))]

    @cached_property
    def people(self) -> list[str]:
        """Given name and family name."""
        rng = np.random.default_rng(self.seed + 1)
        given, family = _invented(rng, 2_000), _invented(rng, 30_000)
        pairs = zip(rng.integers(0, 2_000, _PEOPLE), rng.integers(0, 30_000, _PEOPLE), strict=True)
        return [f"{given[a].capitalize()} {family[b].capitalize()}" for a, b in pairs]

    @cached_property
    def places(self) -> list[str]:
        """One word each."""
        return [word.capitalize() for word in _invented(np.random.default_rng(self.seed + 2), _PLACES)]

    @cached_property
    def sources(self) -> list[str]:
        """Domains."""
        return [f"{word}.example" for word in _invented(np.random.default_rng(self.seed + 3), _SOURCES)]


def _invented(rng: np.random.Generator, count: int) -> list[str]:
    """Different words that can be said."""
    found: dict[str, None] = {}
    while len(found) < count:
        parts = rng.integers(0, [len(_ONSETS), len(_VOWELS), len(_CODAS)] * 4, size=(count, 12))
        lengths = rng.choice((1, 2, 3, 4), size=count, p=(0.1, 0.5, 0.3, 0.1))
        for row, length in zip(parts.tolist(), lengths.tolist(), strict=True):
            syllables = (
                f"{_ONSETS[row[3 * i]]}{_VOWELS[row[3 * i + 1]]}{_CODAS[row[3 * i + 2]].strip('-')}"
                for i in range(length)
            )
            found["".join(syllables)] = None
    return list(found)[:count]


def _zipf(rng: np.random.Generator, kinds: int, size: int, exponent: float = 1.05) -> Ints:
    """Ranks from 0, the k-th as often as 1 / k ** exponent."""
    weights = 1.0 / np.arange(1, kinds + 1) ** exponent
    return np.searchsorted(np.cumsum(weights / weights.sum()), rng.random(size)).clip(0, kinds - 1)


def news(events: int, seed: int = 1, world: World | None = None) -> Iterator[Extraction]:
    """Articles with about two and a half events each, `events` of them all told."""
    world = world or World()
    rng = np.random.default_rng(seed)
    made = number = 0
    while made < events:
        chunk = _Chunk(world, rng)
        for i in range(_CHUNK):
            extraction = chunk.article(i, f"{seed}-{number}", events - made)
            number += 1
            made += len(extraction.events)
            yield extraction
            if made >= events:
                return


class _Chunk:
    """The random numbers of some articles, drawn at once."""

    def __init__(self, world: World, rng: np.random.Generator) -> None:
        self._world = world
        self._events = rng.choice((1, 2, 3, 4), size=_CHUNK, p=(0.2, 0.3, 0.3, 0.2)).tolist()
        total = sum(self._events)
        self._years = (2027 - 127 * rng.beta(1.2, 6.0, size=_CHUNK)).astype(int).tolist()
        self._days = rng.integers(0, 365, size=_CHUNK + total).tolist()
        self._precision = rng.choice(5, size=total, p=(0.83, 0.09, 0.05, 0.01, 0.02)).tolist()
        self._source = _zipf(rng, _SOURCES, _CHUNK).tolist()
        self._people = _zipf(rng, _PEOPLE, _CHUNK * 6).tolist()
        self._places = _zipf(rng, _PLACES, _CHUNK * 3).tolist()
        self._shape = rng.integers(0, 1 << 30, size=total).tolist()
        self._words = iter(_zipf(rng, _LARGEST_VOCABULARY, (total + _CHUNK) * 70).tolist())
        self._event = 0

    def _some_words(self, count: int) -> str:
        words = self._world.words
        return " ".join(words[next(self._words)] for _ in range(count))

    def article(self, i: int, name: str, at_most: int) -> Extraction:
        """The article with number i of these."""
        world = self._world
        year, day = min(self._years[i], 2026), self._days[i]
        published = parse(_day(year, day))
        people = [
            Person(id=f"p{n}", name=world.people[rank], roles=(_ROLES[rank % 8],), mentions=(Mention(Span(0, 4)),))
            for n, rank in enumerate(dict.fromkeys(self._people[6 * i : 6 * i + 6]))
        ]
        places = [
            Place(id=f"l{n}", name=world.places[rank], mentions=(Mention(Span(0, 4)),))
            for n, rank in enumerate(dict.fromkeys(self._places[3 * i : 3 * i + 3]))
        ]
        headline = self._some_words(8)
        text, quotes, events = f"{headline}\n", list[Quote](), list[Event]()
        for n in range(min(self._events[i], at_most)):
            shape = self._shape[self._event]
            quoted = self._quotes(shape, len(text) + 1, len(quotes), people)
            sentence = " ".join((*(quote.text for quote in quoted), self._some_words(16)))
            events.append(
                Event(
                    id=f"e{n}",
                    title=self._some_words(7),
                    when=self._when(year, day, self._precision[self._event]),
                    basis=_BASES[shape % 3],
                    evidence=Span(len(text) + 1, len(text) + 1 + len(sentence)),
                    people=tuple(person.id for k, person in enumerate(people) if shape >> k & 1),
                    quotes=tuple(quote.id for quote in quoted),
                    places=tuple(place.id for k, place in enumerate(places) if shape >> k + 6 & 1),
                )
            )
            quotes += quoted
            text += f"\n{sentence}"
            self._event += 1
        return Extraction(
            article=Article(
                id=f"{name}-{len(text):08x}",
                title=headline,
                published=published,
                source=world.sources[self._source[i]],
                url=f"https://{world.sources[self._source[i]]}/{name}",
                text=text,
            ),
            people=tuple(people),
            places=tuple(places),
            quotes=tuple(quotes),
            events=tuple(events),
        )

    def _quotes(self, shape: int, at: int, known: int, people: list[Person]) -> list[Quote]:
        found: list[Quote] = []
        for n in range((shape >> 10) % 4):
            words = self._some_words(10)
            found.append(
                Quote(
                    id=f"q{known + n}",
                    kind=(QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT)[(shape >> 12 + n) % 3],
                    text=words,
                    spans=(Span(at, at + len(words)),),
                    speaker=people[(shape >> 14) % len(people)].id,
                )
            )
            at += len(words) + 1
        return found

    def _when(self, year: int, published: int, precision: int) -> When | None:
        day = max(0, published - self._days[_CHUNK + self._event] % 9)
        match precision:
            case 0:
                return parse(_day(year, day))
            case 1:
                return parse(_day(year, day)[:7])
            case 2:
                return parse(f"{year - day % 20}~" if day % 3 else f"{year - day % 20}")
            case 3:
                return parse(f"{year // 10}X")
            case _:
                return None


def _day(year: int, number: int) -> str:
    month, day = divmod(number, 31)
    return f"{year:04}-{month + 1:02}-{min(day + 1, 28):02}"
