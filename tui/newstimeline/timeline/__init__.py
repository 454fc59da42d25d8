"""The arithmetic of the timeline: pure functions over numbers and the library's columns, without screen or store."""

from newstimeline.timeline.abridging import Abridged, CellHeading, abridge
from newstimeline.timeline.buckets import Buckets, buckets
from newstimeline.timeline.density import Density, Placed, Window, even_axis, unit_axis
from newstimeline.timeline.headings import Heading, Headings, Subheading, UndatedHeading
from newstimeline.timeline.layout import EventLine, GapLine, Layout, Line, MoreLine, TodayLine
from newstimeline.timeline.names import counted, heading_name, length_name
from newstimeline.timeline.scale import Scale, Tick, fold_scale, ticks, zoomed_scale
from newstimeline.timeline.units import Unit

__all__ = [
    "Abridged",
    "Buckets",
    "CellHeading",
    "Density",
    "EventLine",
    "GapLine",
    "Heading",
    "Headings",
    "Layout",
    "Line",
    "MoreLine",
    "Placed",
    "Scale",
    "Subheading",
    "Tick",
    "TodayLine",
    "UndatedHeading",
    "Unit",
    "Window",
    "abridge",
    "buckets",
    "counted",
    "even_axis",
    "fold_scale",
    "heading_name",
    "length_name",
    "ticks",
    "unit_axis",
    "zoomed_scale",
]
