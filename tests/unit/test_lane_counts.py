from __future__ import annotations

from pathlib import Path

import pytest

from newstimeline.browser.lane_counts import Lanes, lanes_of
from newstimeline.library.library import Library
from newstimeline.query import NameScope
from support.stories import story
from unit.builders import stored

WIDTH = 60


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return stored(tmp_path / "l.db", *story())


def lanes(library: Library, scope: NameScope) -> Lanes:
    found = lanes_of(library, library.everything(), scope, WIDTH)
    assert found is not None
    return found


def titles(library: Library, found: Lanes, lane: int, column: int) -> list[str]:
    return [row.title for row in library.rows(found.events_at(lane, column))]


def test_each_name_has_a_lane_with_its_events_the_most_present_first(library: Library) -> None:
    people = lanes(library, NameScope.PERSON)
    assert [(lane.name.name, len(lane.positions)) for lane in people.lanes] == [("Ada Lind", 2), ("Bo Ek", 2)]
    assert [round(lane.density.total.sum(), 6) for lane in people.lanes] == [2, 2]


def test_an_event_stands_in_all_its_lanes(library: Library) -> None:
    people, places = lanes(library, NameScope.PERSON), lanes(library, NameScope.PLACE)
    inspects = people.lanes[1].stops[0]
    assert titles(library, people, 1, int(inspects)) == ["Bo Ek inspects the bridge", "Bo Ek warns the council"]
    assert "Bo Ek inspects the bridge" in titles(library, places, 0, int(places.lanes[0].stops[0]))


def test_the_cursor_goes_from_one_beginning_to_the_next_and_no_further(library: Library) -> None:
    outlets = lanes(library, NameScope.SOURCE)
    stops = outlets.lanes[0].stops.tolist()
    assert len(stops) >= 3
    assert [outlets.next_stop(0, stop, 1) for stop in stops] == [*stops[1:], None]
    assert [outlets.next_stop(0, stop, -1) for stop in stops] == [None, *stops[:-1]]
    assert outlets.nearest_stop(0, -5) == stops[0]
    assert outlets.nearest_stop(0, 10_000) == stops[-1]


def test_every_stop_has_an_event(library: Library) -> None:
    for scope in (NameScope.PERSON, NameScope.PLACE, NameScope.SOURCE):
        found = lanes(library, scope)
        for number, lane in enumerate(found.lanes):
            assert all(len(found.events_at(number, column)) for column in lane.stops.tolist())


def test_without_events_there_are_no_lanes(tmp_path: Path) -> None:
    with stored(tmp_path / "empty.db") as library:
        assert lanes_of(library, library.everything(), NameScope.PERSON, WIDTH) is None
