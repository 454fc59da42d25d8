from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.arrays import UNDATED
from newstimeline.library.event_columns import BASES
from newstimeline.model import Extraction
from newstimeline.terms import Basis
from unit.builders import SOME_DATES, dated_events, place_in_time, stored, titles_in_order, when


def test_events_stand_by_their_beginning_and_the_coarser_one_first(tmp_path: Path) -> None:
    in_order = ["-0043", "20XX", "202X", "2025", "2025-01", "2025-01-01", "2025-01-01T00:00", "2025-01-02", None]
    with stored(tmp_path / "library.db", dated_events(*reversed(in_order))) as library:
        rows = library.rows(library.everything().ids())
    assert [row.when.edtf if row.when else None for row in rows] == in_order


ARTICLES = [
    dated_events(*SOME_DATES[n : n + 5], "2025", title=f"Story {n}", headline=f"Headline {n}") for n in range(5)
]


@given(order=st.permutations(ARTICLES))
def test_the_order_does_not_depend_on_the_order_of_arrival(
    tmp_path_factory: pytest.TempPathFactory, order: list[Extraction]
) -> None:
    folder = tmp_path_factory.mktemp("library")
    with stored(folder / "one.db", *ARTICLES) as one:
        expected = titles_in_order(one)
    with stored(folder / "other.db", *order) as other:
        assert titles_in_order(other) == expected


@given(dates=st.lists(st.sampled_from(SOME_DATES), max_size=12))
def test_the_columns_are_sorted_as_dates_are(tmp_path_factory: pytest.TempPathFactory, dates: list[str | None]) -> None:
    with stored(tmp_path_factory.mktemp("library") / "library.db", dated_events(*dates)) as library:
        timed = library.everything().timed
        rows = library.rows(timed.ids)
    dated = [row.when for row in rows if row.when]
    assert list(map(place_in_time, dated)) == sorted(place_in_time(found) for date in dates if (found := when(date)))
    assert timed.dated == len(dated)
    assert timed.starts(slice(None)).tolist() == [date.start for date in dated] + [UNDATED] * (len(dates) - len(dated))
    assert timed.ends(slice(None)).tolist() == [date.end for date in dated] + [UNDATED] * (len(dates) - len(dated))
    assert timed.positions_of(timed.ids).tolist() == list(range(len(dates)))
    assert [timed.position_of(event) for event in timed.ids.tolist()] == list(range(len(dates)))
    assert [timed.position_of(event) for event in (-1, 0, len(dates) + 1)] == [None] * 3


def test_the_basis_of_each_event_is_known(tmp_path: Path) -> None:
    with stored(tmp_path / "library.db", dated_events("2025")) as library:
        columns = library.everything().columns
        assert [BASES[number] for number in columns.basis[columns.exists]] == [Basis.STATED]
