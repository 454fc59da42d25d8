"""What an article has much of costs as much more as there is more of it; counted in calls, for a clock would lie."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.extraction import humans
from newstimeline.extraction.clause_dates import Dated
from newstimeline.extraction.grammar import Grammar, Token
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


def initials_of_one_surname(count: int) -> object:
    placed = [Name(3 * n, 3 * n, ("smith",), initials=f"{n:04d}") for n in range(count)]
    return Humans(placed, {}, lambda token: token // 30)


def bare_names_among_many(count: int) -> object:
    return grouped(*(name for full in smiths(count) for name in (full, ("smith",))))


def misspelt_among_many(count: int) -> object:
    return grouped(*(name for n in range(count) for name in (("john", f"s{n:06d}"), (f"s{n:06d}xyz",))))


def shorter_forms(count: int) -> object:
    return grouped(*(name for first, _ in smiths(count) for name in ((first, "roe"), (first, "roe", "doe"))))


def clauses_within_clauses(count: int) -> object:
    """A sentence in which each word hangs on the one before."""
    grammar = sentence([max(n - 1, 0) for n in range(count)])
    return [grammar.subtree(n) for n in range(count)]


def sentence(heads: list[int]) -> Grammar:
    tokens = tuple(Token(n, 2 * n, 2 * n + 1, "a", "a", "a", "NN", "NOUN", "dep", h, 0) for n, h in enumerate(heads))
    return Grammar("a " * len(heads), tokens, ((0, len(heads)),), ())


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


@pytest.mark.parametrize(
    "make",
    [
        one_name,
        two_of_one_surname,
        many_of_one_surname,
        initials_of_one_surname,
        bare_names_among_many,
        misspelt_among_many,
        shorter_forms,
        clauses_within_clauses,
        one_event_told_again,
    ],
)
def test_twice_as_much_costs_about_twice_as_much(make: Callable[[int], object]) -> None:
    make(MANY)
    assert calls(lambda: make(2 * MANY)) < 2.7 * calls(lambda: make(MANY))


def test_somebody_named_long_ago_is_the_same_among_many_of_the_surname() -> None:
    found = grouped(("john", "smith"), *smiths(MANY), ("john", "smith"))
    assert len(found.all[0].names) == 2


@st.composite
def trees(draw: st.DrawFn) -> list[int]:
    """For each word of a sentence the one that governs it, in any order, also with branches that cross."""
    order = draw(st.permutations(range(draw(st.integers(1, 9)))))
    heads = list(order)
    for at, word in enumerate(order):
        heads[word] = order[draw(st.integers(0, at - 1))] if at else word
    return heads


@given(trees(), st.frozensets(st.integers(0, 8)))
def test_what_hangs_on_a_word_is_all_that_it_governs_without_the_branches_left_out(
    heads: list[int], left_out: frozenset[int]
) -> None:
    def hangs_on(word: int, top: int) -> bool:
        while word != top:
            if word in left_out or heads[word] == word:
                return False
            word = heads[word]
        return True

    grammar = sentence(heads)
    for top in range(len(heads)):
        assert list(grammar.subtree(top, left_out)) == [word for word in range(len(heads)) if hangs_on(word, top)]


def test_a_bare_surname_in_a_long_list_of_its_bearers_is_the_last_one_named() -> None:
    *before, last = smiths(MANY)
    between = [("ann", "other")] * 30  # so that it is clear who is meant
    after = [(f"zoe{n:04d}", "smith") for n in range(MANY)]
    found = grouped(*before, *between, last, *between, ("smith",), *after)
    (meant,) = [human for human in found.all if ("smith",) in [name.parts for name in human.names]]
    assert meant.fullest().parts == last
