"""Short ways to the time expressions of a text, published on Friday 7 November 2025 unless a test says otherwise."""

from __future__ import annotations

from newstimeline.extraction.times.engine import find_time_words, read_times
from newstimeline.extraction.times.resolver import Direction
from newstimeline.model import TimeExpression
from newstimeline.when import parse

FRIDAY = "2025-11-07"


def read(
    text: str, direction: Direction = Direction.PAST, published: str | None = "2025-11-07"
) -> list[TimeExpression]:
    anchor = parse(published) if published else None
    return list(read_times(text, find_time_words(text), lambda _: anchor, lambda _: direction, lambda _: 0))


def only(text: str, direction: Direction = Direction.PAST, published: str | None = FRIDAY) -> TimeExpression:
    (time,) = read(text, direction, published)
    return time


def values(text: str) -> list[str]:
    return [time.value for time in read(text)]
