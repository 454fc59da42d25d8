"""What an article has much of costs as much more as there is more of it; counted in calls, for a clock would lie."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from newstimeline.extraction import humans
from newstimeline.extraction.clause_dates import Dated
from newstimeline.extraction.humans import Humans
from newstimeline.extraction.person_names import Name
from newstimeline.extraction.shared_dates import ToldClause, better_dates
from newstimeline.terms import Basis
from newstimeline.when import parse

MANY = 150


def calls(act: Callable[[], object]) -> int:
    """How many functions are called, also those written in C."""
    count = 0

    def note(frame: FrameType, what: str, _: object) -> None:
        nonlocal count
        count += what in ("call", "c_call")

    sys.setprofile(note)
    try:
        act()
    finally:
        sys.setprofile(None)
    return count


def grouped(*names: tuple[str, ...]) -> Humans:
    placed = [Name(3 * n, 3 * n + len(parts) - 1, parts) for n, parts in enumerate(names)]
    return Humans(placed, {}, lambda token: token // 30)


def smiths(count: int) -> list[tuple[str, ...]]:
    """People of one surname whose first names are no misspellings of each other."""
    return [(f"{n * 2_654_435_761 % 2**32:08x}", "smith") for n in range(count)]


def one_name(count: int) -> object:
    return grouped(*[("john", "smith")] * count)


def two_of_one_surname(count: int) -> object:
    between = [("ann", "other")] * 30  # so that it is clear who is meant
    return grouped(("john", "smith"), *between, ("jane", "smith"), *[("smith",)] * count)


def many_of_one_surname(count: int) -> object:
    return grouped(*smiths(count))


def one_event_told_again(count: int) -> object:
    told = ToldClause(
        Dated(parse("2025-08-15"), Basis.STATED, None), frozenset(("meeting", "attack")), frozenset(("l1",))
    )
    vague = ToldClause(Dated(None, None, None), frozenset(("meeting", "attack")), frozenset(("l1",)))
    return better_dates([told, vague] * count)


@pytest.fixture(autouse=True)
def few_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a short list of names is long."""
    monkeypatch.setattr(humans, "_MOST_COMPARED", 10)


@pytest.mark.parametrize("make", [one_name, two_of_one_surname, many_of_one_surname, one_event_told_again])
def test_twice_as_much_costs_about_twice_as_much(make: Callable[[int], object]) -> None:
    make(MANY)
    assert calls(lambda: make(2 * MANY)) < 2.7 * calls(lambda: make(MANY))


def test_somebody_named_long_ago_is_the_same_among_many_of_the_surname() -> None:
    found = grouped(("john", "smith"), *smiths(MANY), ("john", "smith"))
    assert len(found.all[0].names) == 2
