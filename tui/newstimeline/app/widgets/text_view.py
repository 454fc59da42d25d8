"""Lines to read: without a cursor, so the keys of movement scroll."""

from __future__ import annotations

from newstimeline.app.keys import Scope
from newstimeline.app.widget_commands import bindings
from newstimeline.app.widgets.line_view import LineView


class TextView(LineView):
    """The base of the article and of the boxes with text."""

    BINDINGS = bindings(Scope.LINES)

    def action_move(self, by: int) -> None:
        self.scroll_relative(y=by, animate=False)

    def action_edge(self, side: int) -> None:
        if side < 0:
            self.scroll_home(animate=False)
        else:
            self.scroll_end(animate=False)
