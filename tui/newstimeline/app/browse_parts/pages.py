"""From the main screen to the pages that lie over it."""

from __future__ import annotations

from collections.abc import Callable

from newstimeline.app.browse_parts.navigation import Navigation
from newstimeline.app.browse_parts.panes import Panes
from newstimeline.app.browse_parts.status_line import StatusLine
from newstimeline.browser.status_text import what_lies_at
from newstimeline.drawing.targets import ArticleTarget, LanesTarget, PageTarget, QuotesTarget
from newstimeline.library.matches import Matches


class Pages:
    """Opens pages about the selected event or about all matches."""

    def __init__(
        self, panes: Panes, navigation: Navigation, status: StatusLine, open_target: Callable[[PageTarget], None]
    ) -> None:
        """`open_target` puts a page over the screen."""
        self._panes = panes
        self._navigation = navigation
        self._status = status
        self._open = open_target

    def open_selected(self) -> None:
        """Open the selected event's article, or the unit whose further events are selected."""
        timeline = self._panes.timeline
        if heading := timeline.more:
            self._navigation.show(self._navigation.view.with_opened(heading))
        elif timeline.selected is not None:
            self._open(ArticleTarget(timeline.selected))

    def show_lanes(self) -> None:
        self._open(LanesTarget(*self._meant()))

    def show_quotes(self) -> None:
        self._open(QuotesTarget(*self._meant()))

    def _meant(self) -> tuple[Matches, int | None, str]:
        """The events that a page is to be about, the selected one, and the filter."""
        assert self._navigation.answer
        return self._navigation.answer.meant, self._navigation.selected, self._navigation.view.filter.text

    def ask_for_date(self) -> None:
        assert self._navigation.answer
        events = self._navigation.answer.events
        self._panes.date_entry.ask(self._navigation.today, lambda when: what_lies_at(when, events))

    def show_skipped(self) -> None:
        """Show what could not be read."""
        from newstimeline.app.screens.text_screen import skipped_screen  # the start does not wait for it

        progress = self._status.progress
        reasons = progress.reasons if progress else ()
        self._panes.screen.app.push_screen(skipped_screen(reasons, progress is not None and not progress.finished))
