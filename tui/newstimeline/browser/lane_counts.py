"""Lanes: when each of the most present people, places or outlets is part of the matches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from newstimeline.arrays import Ints, Positions, Shorts, np
from newstimeline.library.library import Library
from newstimeline.library.matches import Matches
from newstimeline.library.views import Counted
from newstimeline.query import NameScope
from newstimeline.timeline.density import Density, Window
from newstimeline.timeline.scale import Scale, fold_scale

MOST_LANES = 30
SCOPES = (NameScope.PERSON, NameScope.PLACE, NameScope.SOURCE)


@dataclass(frozen=True, slots=True, eq=False)
class Lane:
    """The strip of one name."""

    name: Counted
    density: Density
    positions: Positions
    """Those of its dated events among all events, in order."""
    stops: Ints
    """The columns in which one of them begins."""


@dataclass(frozen=True, slots=True, eq=False)
class Lanes:
    """All of them over one axis; an event stands in all its lanes."""

    scope: NameScope
    matches: Matches
    scale: Scale
    lanes: tuple[Lane, ...]
    most: float
    """Events in the fullest column of any lane."""

    def events_at(self, lane: int, column: int) -> Shorts:
        """The ids of a lane's events that lie in a column, or partly."""
        borders, positions = self.scale.borders, self.lanes[lane].positions
        timed = self.matches.timed
        inside = (timed.starts(positions) < borders[column + 1]) & (timed.ends(positions) > borders[column])
        events: Shorts = timed.ids[positions[inside]]
        return events

    def next_stop(self, lane: int, column: int, by: int) -> int | None:
        """The next column in which an event of a lane begins, in a direction."""
        stops = self.lanes[lane].stops
        at = int(np.searchsorted(stops, column, side="right" if by > 0 else "left")) - (by < 0)
        return int(stops[at]) if 0 <= at < len(stops) else None

    def nearest_stop(self, lane: int, column: int) -> int:
        """The column in which an event of a lane begins that is nearest to a column."""
        stops = self.lanes[lane].stops
        return int(stops[np.argmin(np.abs(stops - column))]) if len(stops) else column


def lanes_of(library: Library, matches: Matches, scope: NameScope, width: int) -> Lanes | None:
    """The lanes over an axis of some columns; None where there is nobody or no date.

    Raises:
        LibraryError: the library can't be read.
    """
    facets = library.facets(matches, MOST_LANES)
    names = {NameScope.PERSON: facets.people, NameScope.PLACE: facets.places, NameScope.SOURCE: facets.sources}[scope]
    scale = fold_scale(matches.dates, width)
    if not names or scale is None:
        return None
    which, positions = library.lanes(matches, scope, [name.id for name in names])
    dated = positions < matches.timed.dated
    which, positions = which[dated], positions[dated]
    window = Window(matches.timed.dates, scale.borders)
    lanes = []
    for name, own in zip(names, _by_lane(which, positions, len(names)), strict=True):
        begins = scale.positions(matches.timed.starts(own)).astype(np.int64)
        lanes.append(Lane(name, window.density(own), own, np.unique(np.minimum(begins, scale.width - 1))))
    most = max(float(lane.density.total.max(initial=0.0)) for lane in lanes)
    return Lanes(scope, matches, scale, tuple(lanes), most)


def _by_lane(which: Ints, positions: Positions, count: int) -> Iterator[Positions]:
    """The positions in each lane, in order."""
    in_order = np.argsort(which.astype(np.int16), kind="stable")  # so small numbers are sorted in linear time
    borders = np.searchsorted(which[in_order], np.arange(count + 1))
    for first, after in pairwise(borders.tolist()):
        yield np.sort(positions[in_order[first:after]])
