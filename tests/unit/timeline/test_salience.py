from __future__ import annotations

from collections import defaultdict

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.library.event_columns import Timed
from newstimeline.timeline.headings import Headings
from newstimeline.timeline.layout import Layout
from newstimeline.timeline.lines import EventLine, GapLine, Heading, MoreLine, Subheading, UndatedHeading
from newstimeline.timeline.salience import Abridged, CellHeading, choose
from newstimeline.timeline.unit_arrays import numbers_of
from newstimeline.timeline.units import Unit
from newstimeline.when import When, parse
from newstimeline.when.calendar import MINUTES_A_DAY, minute_of
from unit.builders import dates_of_any_precision, in_order, timed


def headings_of(dates: list[When | None], zoom: Unit) -> Headings:
    return Headings.of(timed(dates), zoom)


def abridged(
    headings: Headings,
    weights: list[int],
    most: int,
    opened: frozenset[CellHeading] = frozenset(),
    kept: int | None = None,
) -> Abridged:
    choice = choose(headings, np.arange(len(weights)), np.array(weights, dtype=np.int8), most)
    return choice.abridged(headings, opened, kept)


def months_of_2025(*months: int) -> Headings:
    return headings_of([parse(f"2025-{month:02}-{n + 1:02}") for n, month in enumerate(months)], Unit.MONTH)


def test_each_unit_shows_its_heaviest_events_and_among_equals_the_earlier_ones() -> None:
    headings = months_of_2025(3, 3, 3, 3, 3, 4)
    shown = abridged(headings, [1, 9, 2, 2, 2, 0], most=3)
    assert shown.positions.tolist() == [1, 2, 3, 5]
    assert shown.hidden.tolist() == [2, 0]


def test_of_very_many_events_each_unit_shows_its_heaviest() -> None:
    rng = np.random.default_rng(1)
    days = minute_of(2000) + np.sort(rng.integers(0, 3_650, 200_000)) * MINUTES_A_DAY
    many = Timed(np.arange(len(days), dtype=np.int32), days, days + MINUTES_A_DAY, None)
    weights = rng.integers(0, 5, len(days)).astype(np.int8)
    shown = choose(Headings.of(many, Unit.YEAR), np.arange(len(days)), weights, most=3).chosen
    years = numbers_of(days, Unit.YEAR)
    expected = [np.argsort(np.where(years == year, -weights, 1), kind="stable")[:3] for year in np.unique(years)]
    assert shown.tolist() == np.sort(np.concatenate(expected)).tolist()


def test_a_unit_with_one_more_is_shown_whole() -> None:
    assert abridged(months_of_2025(3, 3, 3), [1, 2, 3], most=2).hidden.tolist() == [0]


def test_an_opened_unit_is_shown_whole() -> None:
    headings = months_of_2025(3, 3, 3, 3, 4, 4, 4, 4)
    opened = frozenset({headings.of_cell(4)})
    assert abridged(headings, [1] * 8, most=2, opened=opened).hidden.tolist() == [2, 0]


def test_the_kept_event_is_shown_however_light() -> None:
    shown = abridged(months_of_2025(3, 3, 3, 3), [5, 5, 5, 0], most=2, kept=3)
    assert shown.positions.tolist() == [0, 1, 3]
    assert shown.hidden.tolist() == [1]


def test_an_event_that_is_not_there_can_not_be_kept() -> None:
    assert abridged(months_of_2025(3, 3), [1, 1], most=2, kept=7).positions.tolist() == [0, 1]


def test_nothing_is_abridged_to_nothing() -> None:
    shown = abridged(headings_of([], Unit.MONTH), [], most=2)
    assert (shown.positions.tolist(), shown.hidden.tolist()) == ([], [])


def test_a_line_says_how_many_more_there_are() -> None:
    headings = months_of_2025(3, 3, 3, 3, 4)
    shown = abridged(headings, [1] * 5, most=2)
    layout = Layout(headings, shown.positions, shown.hidden)
    march, april = Subheading(Unit.MONTH, 2025 * 12 + 2), Subheading(Unit.MONTH, 2025 * 12 + 3)
    assert [layout.line(n) for n in range(len(layout))] == [
        Heading(Unit.YEAR, 2025), march, EventLine(0), EventLine(1), MoreLine(1, 2, march), april, EventLine(2),
    ]  # fmt: skip
    assert [layout.more_below(n) for n in range(3)] == [None, 4, None]


dated = st.lists(dates_of_any_precision(), max_size=25).map(in_order)
zooms = st.sampled_from(Unit)


@given(dated, st.integers(0, 6), zooms, st.integers(1, 4), st.data())
def test_what_is_shown_and_what_is_hidden_make_up_each_cell(
    dates: list[When], undated: int, zoom: Unit, most: int, data: st.DataObject
) -> None:
    every: list[When | None] = [*dates, *[None] * undated]
    weights = data.draw(st.lists(st.integers(0, 5), min_size=len(every), max_size=len(every)))
    headings = headings_of(every, zoom)
    shown = abridged(headings, weights, most)
    layout = Layout(headings, shown.positions, shown.hidden)
    whole, seen, more = defaultdict[CellHeading, list[int]](list), defaultdict[CellHeading, list[int]](list), {}
    for position in range(len(every)):
        whole[headings.of_cell(position)].append(weights[position])
    for number in range(len(layout)):
        match line := layout.line(number):
            case EventLine(ordinal):
                assert layout.line_of(ordinal) == number
                seen[headings.of_cell(int(shown.positions[ordinal]))].append(weights[shown.positions[ordinal]])
            case MoreLine():
                assert layout.first_at(number) == line.ordinal + 1
                assert layout.more_below(line.ordinal) == number
                more[line.heading] = line.count
            case _:
                assert isinstance(line, Heading | Subheading | UndatedHeading | GapLine)
    assert seen.keys() == whole.keys()
    for cell, all_of_it in whole.items():
        assert len(seen[cell]) + more.get(cell, 0) == len(all_of_it)
        assert len(seen[cell]) == (len(all_of_it) if len(all_of_it) <= most + 1 else most)
        assert sorted(seen[cell]) == sorted(all_of_it)[-len(seen[cell]) :]
