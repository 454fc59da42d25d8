from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstimeline.library import Columns
from newstimeline.library.columns import BASES, UNDATED
from newstimeline.model import Basis, Extraction
from unit.builders import SOME_DATES, dated_events, stored, titles_in_order, when


def test_events_stand_by_their_beginning_and_the_coarser_one_first(tmp_path: Path) -> None:
    in_order = ["-0043", "20XX", "202X", "2025", "2025-01", "2025-01-01", "2025-01-01T00:00", "2025-01-02", None]
    with stored(tmp_path / "library.db", dated_events(*reversed(in_order))) as library:
        rows = library.rows(library.columns().ids)
    assert [row.when.edtf if row.when else None for row in rows] == in_order


ARTICLES = [
    dated_events(*SOME_DATES[n : n + 5], "2025", title=f"Story {n}", headline=f"Headline {n}") for n in range(5)
]


@settings(max_examples=25)
@given(order=st.permutations(ARTICLES))
def test_the_order_does_not_depend_on_the_order_of_arrival(
    tmp_path_factory: pytest.TempPathFactory, order: list[Extraction]
) -> None:
    folder = tmp_path_factory.mktemp("library")
    with stored(folder / "one.db", *ARTICLES) as one:
        expected = titles_in_order(one)
    with stored(folder / "other.db", *order) as other:
        assert titles_in_order(other) == expected


@settings(max_examples=25)
@given(dates=st.lists(st.sampled_from(SOME_DATES), max_size=12))
def test_the_columns_are_sorted_as_dates_are(tmp_path_factory: pytest.TempPathFactory, dates: list[str | None]) -> None:
    with stored(tmp_path_factory.mktemp("library") / "library.db", dated_events(*dates)) as library:
        columns = library.columns()
        rows = library.rows(columns.ids)
    dated = [row.when for row in rows if row.when]
    assert [date.sort_key for date in dated] == sorted(found.sort_key for date in dates if (found := when(date)))
    assert columns.dated == len(dated)
    assert columns.starts.tolist() == [date.start for date in dated] + [UNDATED] * (len(dates) - len(dated))
    assert columns.ends.tolist() == [date.end for date in dated] + [UNDATED] * (len(dates) - len(dated))
    assert columns.rank[columns.ids].tolist() == list(range(len(dates)))


def test_the_basis_of_each_event_is_known(tmp_path: Path) -> None:
    with stored(tmp_path / "library.db", dated_events("2025")) as library:
        assert [BASES[number] for number in library.columns().basis] == [Basis.STATED]


def test_a_mask_has_the_positions_of_known_events_only() -> None:
    columns = Columns(
        ids=np.array([5, 2]),
        starts=np.array([0, 1]),
        ends=np.array([1, 2]),
        opens=np.zeros(2, dtype=np.int8),
        basis=np.zeros(2, dtype=np.int8),
        rank=np.array([-1, -1, 1, -1, -1, 0]),
    )
    assert columns.mask_of(np.array([5])).tolist() == [True, False]
    assert columns.mask_of(np.array([2, 3, 0, 99])).tolist() == [False, True]
    assert columns.mask_of(np.array([3, 4])).tolist() == [False, False]
    assert columns.mask_of(np.array([], dtype=np.int64)).tolist() == [False, False]
