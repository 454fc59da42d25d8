"""The widgets of the main screen, and which of them has the focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal

from newstimeline.app.screens.editing_screen import EditingScreen
from newstimeline.app.widgets.article_text import ArticleAside
from newstimeline.app.widgets.date_bar import DateBar
from newstimeline.app.widgets.density_strip import DensityStrip
from newstimeline.app.widgets.event_panel import EventPanel
from newstimeline.app.widgets.facet_panel import FacetPanel
from newstimeline.app.widgets.footer_line import KeyLine
from newstimeline.app.widgets.name_bar import NameBar
from newstimeline.app.widgets.search_bar import SearchBar
from newstimeline.app.widgets.timeline_list import TimelineList
from newstimeline.library.views import EventRow


class Panes:
    """What stands on the screen. The facets take the place of the panel, and a narrow screen shows one side only."""

    def __init__(self, screen: EditingScreen, fetch: Callable[[Sequence[int]], list[EventRow]]) -> None:
        """`fetch` gives the rows of some event ids."""
        self.screen = screen
        self.title = screen.title_bar
        self.strip = DensityStrip()
        self.timeline = TimelineList(fetch)
        self.panel = EventPanel()
        self.facets = FacetPanel()
        self.article = ArticleAside()
        self.search = SearchBar()
        self.date_entry = DateBar()
        self.name_entry = NameBar()

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield self.title
        yield self.strip
        with Horizontal(id="middle"):
            yield self.timeline
            yield self.panel
            yield self.facets
            yield self.article
        yield self.search
        yield self.date_entry
        yield self.name_entry
        yield self.screen.writing_bar
        yield KeyLine()

    def begin(self) -> None:
        """Show what there is before anything is typed."""
        self.search.display = False
        self.hide_entries()
        self.timeline.focus()

    def hide_entries(self) -> None:
        """Hide the entry lines, except the filter's."""
        for bar in (self.date_entry, self.name_entry, self.screen.writing_bar):
            bar.display = False

    @property
    def has_facets(self) -> bool:
        return self.screen.has_class("-facets")

    @property
    def is_wide(self) -> bool:
        """Whether the article has room beside the panel."""
        return self.screen.has_class("-wide")

    def open_facets(self) -> None:
        self.screen.add_class("-facets", "-panel")
        self.screen.set_focus(self.facets)

    def close_facets(self) -> None:
        """Show the panel again."""
        self.screen.remove_class("-facets")
        self.focus_timeline()

    def focus_timeline(self) -> None:
        self.screen.remove_class("-panel")
        self.screen.set_focus(self.timeline)

    def change_sides(self) -> None:
        """Move between the list and the panel; on a narrow screen they take turns."""
        side = self.facets if self.has_facets else self.panel
        if side.has_focus:
            self.focus_timeline()
        else:
            self.screen.add_class("-panel")
            self.screen.set_focus(side)
