"""The selected event: what is known of it, in the panel and in its article."""

from __future__ import annotations

from textual.timer import Timer

from newstimeline.app.browse_parts.navigation import Navigation
from newstimeline.app.browse_parts.panes import Panes
from newstimeline.app.browse_parts.status_line import StatusLine
from newstimeline.library.errors import LibraryError
from newstimeline.library.library import Library
from newstimeline.library.views import EventDetail

_REST = 0.05
"""Seconds without another selection after which its article is read: a key that is held must not wait for it."""


class SelectedEvent:
    """Keeps the panel and the article in step with the cursor."""

    def __init__(self, library: Library, panes: Panes, navigation: Navigation, status: StatusLine) -> None:
        self._library = library
        self._panes = panes
        self._navigation = navigation
        self._status = status
        self._detail: EventDetail | None = None
        self._resting: Timer | None = None

    @property
    def is_settled(self) -> bool:
        """Whether all of it is shown."""
        return self._resting is None

    @property
    def detail(self) -> EventDetail | None:
        """Everything about the selected event; None where there is none."""
        event = self._navigation.selected
        if event is None:
            return None
        if self._detail is None or self._detail.id != event:  # a key that follows another one may overtake its message
            self._detail = self._read(event)
        return self._detail

    def _read(self, event: int) -> EventDetail | None:
        try:
            return self._library.detail(event)
        except (KeyError, LibraryError):
            return None

    def show(self, event: int | None) -> None:
        try:
            detail = self._library.detail(event) if event is not None else None
        except KeyError:  # it went a moment ago
            detail = None
        except LibraryError as error:
            self._status.show_trouble(str(error))
            return
        if (detail and detail.id) != (self._detail and self._detail.id):
            self._status.settle()
        self._panes.panel.show(detail)
        self._detail = detail
        self.show_article()

    def renew(self) -> None:
        """Show the selected event as it is now."""
        if (event := self._navigation.selected) is not None:
            self._detail = self._read(event)
            self._panes.panel.renew(self._detail)
            self.show_article()

    def show_article(self) -> None:
        """Show the event's article where there is room, once the selection rests."""
        if self._resting:
            self._resting.stop()
        has_article = self._panes.is_wide and self._detail
        self._resting = self._panes.screen.set_timer(_REST, self._show_article_now) if has_article else None

    def _show_article_now(self) -> None:
        self._resting = None
        if self._detail:
            try:
                extraction = self._library.extraction(self._detail.article.id)
            except (KeyError, LibraryError):
                return  # the panel says what is wrong with the library
            self._panes.article.show(extraction, self._detail.local)
