"""The side panel: the selected event's date, quotes, people, places and source."""

from __future__ import annotations

from collections.abc import Sequence

from newstimeline.app.keys import Scope
from newstimeline.app.widget_commands import bindings
from newstimeline.app.widgets.target_list import TargetList
from newstimeline.drawing.panel_lines import Presence, panel_lines
from newstimeline.drawing.targets import TargetLine
from newstimeline.library.views import EventDetail


class EventPanel(TargetList):
    """Lines about one event."""

    BINDINGS = bindings(Scope.PANEL)

    def __init__(self) -> None:
        super().__init__()
        self._event: EventDetail | None = None
        self._presence: Presence = lambda _: None

    def show(self, event: EventDetail | None) -> None:
        if event != self._event:
            self._event = event
            self.lay_out(anew=True)

    def renew(self, event: EventDetail | None) -> None:
        """Show the same event as it is now, the cursor where it was."""
        self._event = event
        self.lay_out()

    def show_presence(self, presence: Presence) -> None:
        """Show how often each person occurs."""
        self._presence = presence
        self.lay_out()

    def make_lines(self, width: int) -> Sequence[TargetLine]:
        return panel_lines(self._event, width, self._presence) if self._event else ()
