"""What the main screen shows of the selected event: the panel, the article beside it, and its place on the strip."""

from __future__ import annotations

from textual import on
from textual.events import Resize

from newstimeline.app.screens.library_screen import LibraryScreen
from newstimeline.app.widgets.article_text import ArticleAside
from newstimeline.app.widgets.density_strip import DensityStrip
from newstimeline.app.widgets.event_panel import EventPanel
from newstimeline.app.widgets.timeline_list import TimelineList
from newstimeline.app.widgets.title_bar import TitleBar
from newstimeline.library.errors import LibraryError
from newstimeline.timeline.scale import zoomed_scale

_REST = 0.05
"""Seconds without another selection after which its article is read: a key that is held must not wait for it."""


class SelectingScreen(LibraryScreen):
    """Keeps what is around the timeline in step with its cursor."""

    @on(TimelineList.Selected)
    def _on_selected(self, message: TimelineList.Selected) -> None:
        try:
            detail = self._library.detail(message.event) if message.event is not None else None
        except KeyError:  # it went a moment ago
            detail = None
        except LibraryError as error:
            self._show_trouble(str(error))
            return
        self._session = self.session
        if (detail and detail.id) != (self._detail and self._detail.id):
            self.query_one(TitleBar).say(self._to_say)
            self._to_say = ""
        self.query_one(EventPanel).show(detail)
        self._detail = detail
        self._show_article()
        self._show_range()
        self._keep_strip_around_cursor()

    def _show_article(self) -> None:
        """Show the article of the selected event where there is room, once the selection rests."""
        if self._resting:
            self._resting.stop()
        wide = self.has_class("-wide")
        self._resting = self.set_timer(_REST, self._show_article_now) if wide and self._detail else None

    def _show_article_now(self) -> None:
        self._resting = None
        if self._detail:
            try:
                extraction = self._library.extraction(self._detail.article.id)
            except (KeyError, LibraryError):
                return  # the panel says what is wrong with the library
            self.query_one(ArticleAside).show(extraction, self._detail.local)

    def _show_range(self) -> None:
        begin = self._session.range_from
        here = self._answer.start(self.cursor) if self._answer and self._answer.layout.events else None
        moments = None if begin is None or here is None else (min(begin, here), max(begin, here))
        self.query_one(DensityStrip).show_selected(moments)

    def _keep_strip_around_cursor(self) -> None:
        """Where the strip shows a part of the time, have it show the part around what is selected."""
        counts = self._counts
        if not (counts and counts.scale and counts.whole and self._answer and self._answer.layout.events):
            return
        moment = self._answer.start(self.cursor)
        if moment is None or moment == self._strip_around:
            return
        self._strip_around = moment
        if not counts.scale.is_as(zoomed_scale(counts.whole, self.view.zoom, moment)):
            self._ask()

    @on(TimelineList.Scrolled)
    def _on_scrolled(self) -> None:
        visible = self.query_one(TimelineList).on_screen
        if not visible or not self._answer:
            self.query_one(DensityStrip).show_window(None)
            return
        first, last = (self._answer.start(ordinal) for ordinal in visible)
        if first is None:
            self.query_one(DensityStrip).show_window(None)
        else:
            end = last if last is not None else int(self._answer.found.dates.ends[-1]) - 1
            self.query_one(DensityStrip).show_window((first, end))

    def on_resize(self, event: Resize) -> None:
        """The part of time on screen changes with the size."""
        self.call_after_refresh(self._on_scrolled)
        self.call_after_refresh(self._show_article)
