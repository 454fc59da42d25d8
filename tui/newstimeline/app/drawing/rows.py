"""The rows of the timeline: headings and events."""

from __future__ import annotations

from rich.cells import cell_len

from newstimeline.app.drawing.pieces import Piece, Pieces, fit
from newstimeline.clean import one_line
from newstimeline.library import EventRow
from newstimeline.model import Basis
from newstimeline.timeline import DayHeading, Line, MonthHeading, UndatedHeading, YearHeading
from newstimeline.when import Precision, When
from newstimeline.when.words import clock, day_name, month_name, year_name

BASIS_SIGNS: dict[Basis | None, str] = {
    Basis.STATED: "●",
    Basis.INHERITED: "◐",
    Basis.PUBLISHED: "○",
    None: "·",
}
"""How firmly a date stands, told by shape and not by colour alone."""
BASIS_MEANINGS: dict[Basis | None, str] = {
    Basis.STATED: "the date is stated",
    Basis.INHERITED: "the date comes from the words around",
    Basis.PUBLISHED: "only the date of publication",
    None: "no date",
}
_PRECISION_WORDS = {
    Precision.DAY: "day",
    Precision.MONTH: "month",
    Precision.SEASON: "season",
    Precision.YEAR: "year",
    Precision.DECADE: "decade",
    Precision.CENTURY: "century",
}
_PRECISION_WIDTH = 7
_NARROW = 44
"""Cells of a row below which the precision is left to the side panel."""


def precision_word(when: When | None) -> str:
    """The time of day, or how coarse the date is, in at most seven characters."""
    if when is None:
        return "undated"
    if when.precision <= Precision.HOUR:
        word = clock(when.start)
    elif when.precision is Precision.RANGE:
        word = "from" if when.open_end else "until" if when.open_start else "span"
    else:
        word = _PRECISION_WORDS[when.precision]
        if when.precision is Precision.SEASON and when.edtf[5:7] >= "33":
            word = "quarter"
    sign = "~" if when.approximate else "?" if when.uncertain else ""
    return f"{sign}{word}"[:_PRECISION_WIDTH]


def event_row(row: EventRow, width: int) -> Pieces:
    """One event: how firm its date is, its time or precision, its title and the number of its quotes."""
    quotes = f" “{row.quotes}" if row.quotes else ""
    head = [Piece(f"   {BASIS_SIGNS[row.basis]} ", "sign")]
    if width >= _NARROW:
        usual = row.when is not None and row.when.precision is Precision.DAY and not row.when.approximate
        head.append(Piece(f"{precision_word(row.when):<{_PRECISION_WIDTH}} ", "faint" if usual else "precision"))
    room = width - sum(cell_len(piece.text) for piece in head) - len(quotes) - 1
    return (*head, Piece(fit(one_line(row.title), room), "title"), Piece(f"{quotes} ", "count"))


def heading_row(line: Line, width: int) -> Pieces:
    """A heading: years and months as rules over the whole width, days plainly."""
    match line:
        case YearHeading(year, years):
            return _rule(f"{year_name(year)}{'s' if years >= 10 else ''}", width)
        case MonthHeading(year, month):
            return _rule(month_name(year, month), width)
        case UndatedHeading():
            return _rule("Undated", width)
        case DayHeading(day):
            return (Piece(fit(f"  {day_name(day, with_year=False)}", width), "day"),)
        case _:
            return (Piece(" " * max(width, 0)),)


def _rule(text: str, width: int) -> Pieces:
    title = fit(f" {text} ", min(cell_len(text) + 2, width))
    return (Piece(title, "month"), Piece("─" * max(0, width - cell_len(title)), "rule"))


def waiting_row(width: int) -> Pieces:
    """An event that is not loaded yet."""
    return (Piece(fit("   · …", width), "faint"),)
