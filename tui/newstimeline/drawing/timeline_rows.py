"""The rows of the timeline: headings and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstimeline.clean import one_line
from newstimeline.drawing.cells import cell_len
from newstimeline.drawing.pieces import Piece, Pieces, fit, width_of
from newstimeline.terms import Basis, Status
from newstimeline.timeline.lines import (
    EventLine,
    GapLine,
    Heading,
    Line,
    MoreLine,
    Subheading,
    TodayLine,
    UndatedHeading,
    WaitingLine,
)
from newstimeline.timeline.time_names import heading_name, length_name
from newstimeline.when import Precision, When, calendar
from newstimeline.when.date_words import MONTHS, clock

if TYPE_CHECKING:  # the first screen draws rows before there is time to load the library
    from newstimeline.library.event_row import EventRow

BASIS_SIGNS: dict[Basis | None, str] = {
    Basis.STATED: "●",
    Basis.INHERITED: "◐",
    Basis.PUBLISHED: "○",
    Basis.CORRECTED: "◆",
    None: "·",
}
"""How firmly a date stands, told by shape and not by colour alone."""
BASIS_MEANINGS: dict[Basis | None, str] = {
    Basis.STATED: "the date is stated",
    Basis.INHERITED: "the date comes from the words around",
    Basis.PUBLISHED: "only the date of publication",
    Basis.CORRECTED: "a reader has set the date",
    None: "no date",
}
MATCH_SIGN = "▸"
"""Before what matches a search."""
MARK_SIGN = "⚑"
NOTE_SIGN = "✎"
STATUS_SIGNS = {Status.CONFIRMED: "✓", Status.DISPUTED: "‽", Status.REJECTED: "✗"}
"""What a reader made of an event, before its row."""
_NARROW = 44
"""Cells of a row below which the precision is left to the side panel."""


def precision_word(when: When | None) -> str:
    """The time of day, or how coarse the date is; nothing for a day, nor for no date, which the heading tells."""
    if when is None:
        return ""
    if when.precision <= Precision.HOUR:
        word = clock(when.start)
    elif when.precision is Precision.RANGE:
        word = _range_word(when)
    elif when.precision is Precision.SEASON and when.edtf[5:7] >= "33":
        word = "quarter"
    else:
        word = when.precision.name.lower()
    sign = "~" if when.approximate else "?" if when.uncertain else ""
    return "" if word == "day" and not sign else f"{sign}{word}"


def _range_word(when: When) -> str:
    """Where an interval leads: its beginning is told by the heading above."""
    if when.open_end:
        return "onwards"
    last = calendar.day_of(when.end - 1)
    month = MONTHS[last.month - 1][:3]
    if when.open_start:
        return "until"
    return f"to {month}" if last.day == calendar.month_length(last.year, last.month) else f"to {last.day} {month}"


def event_row(row: EventRow, width: int, *, dated: bool = False, matches: bool = False) -> Pieces:
    """One event: how firm its date is, its title, its time or precision if unusual, and the number of its quotes.

    A `dated` row names its day, since no heading on the screen does. One that `matches` a search is pointed at.
    """
    quotes = f"“{row.quotes}" if row.quotes else ""
    own = MARK_SIGN if row.marked else NOTE_SIGN if row.noted else " "
    judged = STATUS_SIGNS[row.status] if row.status else " "
    pointer = Piece(f"{own}{MATCH_SIGN if matches else ' '}{judged}", "count")
    sign = Piece(f"{BASIS_SIGNS[row.basis]} ", "sign-firm" if row.basis is Basis.STATED else "sign")
    tag = precision_word(row.when)
    if dated and row.when and row.when.precision <= Precision.DAY:
        tag = _short_day(row.when)
    if width < _NARROW and not dated:
        tag = ""
    end = (Piece(f" {tag}" if tag else "", "day" if dated else "precision"), Piece(f" {quotes:<3}", "count"))
    room = width - width_of((pointer, sign, *end))
    style = "faint" if row.status is Status.REJECTED else "title"
    return (pointer, sign, Piece(fit(one_line(row.title), room), style), *end)


def _short_day(when: When) -> str:
    day = calendar.day_of(when.start)
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def heading_row(line: Line, width: int, undated: int = 0) -> Pieces:
    """A heading, the upper one as a rule over the whole width; or a gap, faintly.

    `undated` is the number of events below the heading of those.
    """
    match line:
        case UndatedHeading():
            return _rule(f"{heading_name(line)} {undated:,}", width)
        case Heading():
            return _rule(heading_name(line), width)
        case TodayLine():
            return (Piece(" today, and what is to come ".ljust(width, "╌")[:width], "window"),)
        case Subheading():
            return (Piece(fit(f"  {heading_name(line)}", width), "day"),)
        case GapLine(start, end):
            return (Piece(fit(f"   ┊ {length_name(start, end)}", width), "faint"),)
        case MoreLine(_, count, _):
            return (Piece(fit(f"   … and {count:,} more", width), "faint"),)
        case EventLine() | WaitingLine():
            return (Piece(" " * max(width, 0)),)


def _rule(text: str, width: int) -> Pieces:
    title = fit(f" {text} ", min(cell_len(text) + 2, width))
    return (Piece(title, "month"), Piece("─" * max(0, width - cell_len(title)), "rule"))


def waiting_row(width: int) -> Pieces:
    """An event that is not loaded yet."""
    return (Piece(fit("   · …", width), "faint"),)
