"""The timeline: headings, gaps, one row an event, of any number, and what a unit has more than is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.events import Click, MouseScrollDown, MouseScrollUp, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from newstimeline.app.keys import Scope
from newstimeline.app.widget_commands import bindings
from newstimeline.app.widgets.line_view import LineView
from newstimeline.browser.questions import Answer
from newstimeline.drawing.line_wrap import wrapped
from newstimeline.drawing.pieces import Pieces
from newstimeline.drawing.timeline_rows import event_row, heading_row, waiting_row
from newstimeline.library.views import EventRow
from newstimeline.startup.timeline_source import Glimpsed
from newstimeline.timeline.lines import EventLine, MoreLine
from newstimeline.timeline.salience import CellHeading

_PAGE = 128
"""Rows fetched together."""
_MOST_ROWS = 64 * _PAGE
"""Rows remembered."""

FetchRows = Callable[[Sequence[int]], list[EventRow]]
Shown = Answer | Glimpsed
"""Events to show: an answer of the library or, until there is one, the glimpse of it."""


class TimelineList(LineView):
    """The list of events with its cursor."""

    BINDINGS = bindings(Scope.LINES)

    @dataclass
    class Selected(Message):
        """The cursor stands on another event."""

        event: int | None

    class Opened(Message):
        """What is selected is to be opened."""

    @dataclass
    class Zoomed(Message):
        """The wheel was turned with Ctrl: zoom out by so many units."""

        out: int

    class Scrolled(Message):
        """Other events are on screen."""

    def __init__(self, fetch: FetchRows) -> None:
        """`fetch` gives the rows of some event ids."""
        super().__init__()
        self._fetch = fetch
        self._answer: Shown | None = None
        self.cursor = 0
        """The ordinal of the event under it, or right above it."""
        self._on_more = False
        self._untouched = True
        self._rows: dict[int, EventRow] = {}
        self._note = ""

    @property
    def is_filled(self) -> bool:
        """Whether it has been given any events, or none, to show."""
        return self._answer is not None

    @property
    def selected(self) -> int | None:
        """The id of the event under the cursor, or right above it."""
        if not self._answer or not self._answer.layout.events:
            return None
        return self._answer.ids(self.cursor, self.cursor + 1)[0]

    @property
    def more(self) -> CellHeading | None:
        """The unit of whose further events the cursor's line speaks."""
        line = self._answer.layout.line(self._cursor_line) if self._answer and self._on_more else None
        return line.heading if isinstance(line, MoreLine) else None

    @property
    def _cursor_line(self) -> int:
        assert self._answer
        return self._answer.layout.line_of(self.cursor) + int(self._on_more)

    @property
    def on_screen(self) -> tuple[int, int] | None:
        """The ordinals of the first and the last event on screen."""
        if not self._answer or not self._answer.layout.events:
            return None
        layout, top = self._answer.layout, int(self.scroll_offset.y)
        first = min(layout.first_at(top), layout.events - 1)
        last = layout.first_at(top + max(self.page_height, 1)) - 1
        return first, max(first, min(last, layout.events - 1))

    def show(self, answer: Shown, event: int | None) -> None:
        """Show other events, with the cursor on or near the given one."""
        if self._answer is None or self._answer.columns is not answer.columns:
            self._rows.clear()
        before = self._screen_line()
        self._answer = answer
        self._note = ""
        self.cursor, self._on_more = answer.ordinal_near(event), False
        self.virtual_size = Size(self.text_width, len(answer.layout))
        self._put_cursor_on_screen_line(before)
        self.refresh()
        self._tell()

    def say(self, note: str) -> None:
        """Show a note in place of an empty list."""
        self._note = note
        self.refresh()

    def go_to(self, ordinal: int, *, more: bool = False) -> None:
        """Put the cursor on the event with this ordinal, or on the line below it that speaks of more."""
        if not self._answer or not self._answer.layout.events:
            return
        ordinal = max(0, min(ordinal, self._answer.layout.events - 1))
        if (ordinal, more) == (self.cursor, self._on_more):
            self._scroll_to_cursor()
            return
        before, top = self._cursor_line, self.scroll_offset.y
        self.cursor, self._on_more, self._untouched = ordinal, more, False
        self._scroll_to_cursor()
        if self.scroll_offset.y == top:
            self._refresh_line(before)
            self._refresh_line(self._cursor_line)
        else:
            self.refresh()
        self.post_message(self.Selected(self.selected))

    def _refresh_line(self, line: int) -> None:
        self.refresh(Region(0, line - int(self.scroll_offset.y), self.size.width, 1))

    def renew(self) -> None:
        """Fetch the rows again."""
        self._rows.clear()
        self.refresh()

    def action_move(self, by: int) -> None:
        """Move the cursor by an event, or a line that speaks of more."""
        if not self._answer or not self._answer.layout.events:
            return
        more_below = self._answer.layout.more_below
        if by > 0 and not self._on_more and more_below(self.cursor):
            self.go_to(self.cursor, more=True)
        elif by < 0 and self._on_more:
            self.go_to(self.cursor)
        elif by < 0 and self.cursor and more_below(self.cursor - 1):
            self.go_to(self.cursor - 1, more=True)
        elif 0 <= self.cursor + by < self._answer.layout.events:
            self.go_to(self.cursor + by)

    def action_page(self, by: int) -> None:
        if not self._answer or not self._answer.layout.events:
            return
        layout = self._answer.layout
        line = layout.line_of(self.cursor) + by * max(self.page_height - 2, 1)
        target = layout.first_at(max(line, 0))
        self.go_to(target if target != self.cursor else self.cursor + by)

    def action_edge(self, side: int) -> None:
        if self._answer:
            self.go_to(0 if side < 0 else self._answer.layout.events - 1)

    def pieces_at(self, line: int) -> Pieces:
        assert self._answer
        at = self._answer.layout.line(line)
        width = self.text_width
        if not isinstance(at, EventLine):
            return heading_row(at, width, self._answer.undated)
        row = self._row(at.ordinal)
        if row is None:
            return waiting_row(width)
        # Where the headings have scrolled away, the first row names the day in their place.
        dated = line == int(self.scroll_offset.y)
        return event_row(row, width, dated=dated, matches=self._answer.is_match(row.id))

    def has_cursor(self, line: int) -> bool:
        assert self._answer
        return bool(self._answer.layout.events) and self._cursor_line == line

    def render_line(self, y: int) -> Strip:
        """Draw a line, or the note of an empty list."""
        if self._note or self._answer is None or not self._answer.layout.events:
            width = self.size.width
            note = list(wrapped(self._note, width - 3, "faint", indent="  "))
            above = min(1, self.size.height - 1)
            return self.to_strip(note[y - above] if 0 <= y - above < len(note) else (), width)
        return super().render_line(y)

    def watch_scroll_y(self, old: float, new: float) -> None:
        """Tell that other events are on screen."""
        super().watch_scroll_y(old, new)
        if round(old) != round(new):
            self.post_message(self.Scrolled())

    def on_resize(self, event: Resize) -> None:
        """Keep the cursor on screen."""
        if self._answer:
            self.virtual_size = Size(self.text_width, len(self._answer.layout))
            if self._untouched:  # the first layout has other sizes than the screen in the end
                self._put_cursor_on_screen_line(0)
            else:
                self._scroll_to_cursor()
            self.post_message(self.Scrolled())

    def on_click(self, event: Click) -> None:
        """Select what was clicked; open it with a double click."""
        if not self._answer:
            return
        line = event.y + int(self.scroll_offset.y)
        if line >= len(self._answer.layout):
            return
        match self._answer.layout.line(line):
            case EventLine(ordinal):
                self.go_to(ordinal)
            case MoreLine(ordinal):
                self.go_to(ordinal, more=True)
            case _:
                return
        if event.chain >= 2 or self._on_more:
            self.post_message(self.Opened())

    def _on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        if event.ctrl:
            event.stop()
            self.post_message(self.Zoomed(-1))
        else:
            super()._on_mouse_scroll_up(event)

    def _on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        if event.ctrl:
            event.stop()
            self.post_message(self.Zoomed(1))
        else:
            super()._on_mouse_scroll_down(event)

    def _row(self, ordinal: int) -> EventRow | None:
        assert self._answer
        event = self._answer.ids(ordinal, ordinal + 1)[0]
        if event not in self._rows:
            first = ordinal - ordinal % _PAGE
            missing = [id_ for id_ in self._answer.ids(first, first + _PAGE) if id_ not in self._rows]
            if len(self._rows) > _MOST_ROWS:
                self._rows.clear()
            self._rows.update((row.id, row) for row in self._fetch(missing))
        return self._rows.get(event)

    def _screen_line(self) -> int:
        """How far below the top of the screen the cursor stands."""
        if not self._answer or not self._answer.layout.events:
            return 0
        return self._answer.layout.line_of(self.cursor) - int(self.scroll_offset.y)

    def _put_cursor_on_screen_line(self, screen_line: int) -> None:
        """Scroll so that the cursor stays where the eye was."""
        if not self._answer or not self._answer.layout.events:
            self.scroll_to(y=0, animate=False, immediate=True, force=True)
            return
        height = max(self.page_height, 1)
        screen_line = max(0, min(screen_line, height - 1))
        top = self._answer.layout.top_for(self.cursor, screen_line)
        self.scroll_to(y=top, animate=False, immediate=True, force=True)
        self._scroll_to_cursor()

    def _scroll_to_cursor(self) -> None:
        """Scroll no further than needed to show the cursor and the headings right above it."""
        if not self._answer or not self._answer.layout.events:
            return
        layout, height = self._answer.layout, max(self.page_height, 1)
        line, head = self._cursor_line, layout.head_of(self.cursor)
        top = int(self.scroll_offset.y)
        if head < top:
            top = head if line - head < height else line
        elif line >= top + height:
            top = line - height + 1
        else:
            return
        self.scroll_to(y=top, animate=False, immediate=True, force=True)

    def _tell(self) -> None:
        self.post_message(self.Selected(self.selected))
        self.post_message(self.Scrolled())
