"""The arithmetic of the timeline: pure functions over numbers and the library's columns, without screen or store."""

from newstimeline.timeline.density import Density, density
from newstimeline.timeline.layout import DayHeading, EventLine, Layout, Line, MonthHeading, UndatedHeading, YearHeading
from newstimeline.timeline.scale import Scale, Tick, fold_scale, ticks

__all__ = [
    "DayHeading",
    "Density",
    "EventLine",
    "Layout",
    "Line",
    "MonthHeading",
    "Scale",
    "Tick",
    "UndatedHeading",
    "YearHeading",
    "density",
    "fold_scale",
    "ticks",
]
