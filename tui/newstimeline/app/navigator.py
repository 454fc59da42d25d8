"""From screen to screen: opens the page of whatever is chosen, and leads back to the timeline."""

from __future__ import annotations

from textual.app import App
from textual.screen import Screen

from newstimeline.app.browse_screen import BrowseScreen
from newstimeline.app.keymaps import Keymap
from newstimeline.browser.filter import NO_FILTER, Filter
from newstimeline.drawing.targets import (
    ArticleTarget,
    LanesTarget,
    NameTarget,
    PageTarget,
    QuotesTarget,
    QuoteTarget,
)
from newstimeline.editing.change_writer import ChangeWriter
from newstimeline.library.errors import LibraryError
from newstimeline.library.filters import SavedFilter
from newstimeline.library.library import Library
from newstimeline.query import name_filter


class Navigator:
    """Puts screens over the timeline and takes them away."""

    def __init__(self, app: App[None], library: Library, keys: Keymap, pen: ChangeWriter) -> None:
        """`library` serves the screens, `keys` give their commands, `pen` writes what is changed there."""
        self._app = app
        self._library = library
        self._keys = keys
        self._pen = pen

    def open(self, target: PageTarget) -> None:
        """Put the target's screen over the others, or say why there is none."""
        try:
            screen = self._screen(target)
        except LibraryError as error:
            self._app.notify(str(error), severity="error", markup=False)
        except KeyError:
            self._app.notify("The library no longer has this.", severity="warning", markup=False)
        else:
            self._app.push_screen(screen)

    def _screen(self, target: PageTarget) -> Screen[None]:
        """A new screen; its module is imported here, since no start needs it."""
        match target:
            case NameTarget():
                from newstimeline.app.screens.profile_screen import ProfileScreen

                return ProfileScreen(self._library, target, self._pen)
            case QuotesTarget(matches, event, query):
                from newstimeline.app.screens.quotes_screen import QuotesScreen

                return QuotesScreen(self._library, matches, event, query, self._keys, self._pen)
            case LanesTarget(matches, event, query):
                from newstimeline.app.screens.lanes_screen import LanesScreen

                return LanesScreen(self._library, matches, event, query, self._keys)
            case QuoteTarget(quote, event):
                return self._article(event, quote)
            case ArticleTarget(event):
                return self._article(event)

    def _article(self, event: int, quote: int | None = None) -> Screen[None]:
        from newstimeline.app.screens.article_screen import ArticleScreen

        detail = self._library.detail(event)
        extraction = self._library.extraction(detail.article.id)
        spans = next((quoted.spans for quoted in detail.quotes if quoted.id == quote), ())
        focus = spans[0] if spans else None
        return ArticleScreen(extraction, detail.local, focus, self._library.versions(detail.article.id), self._keys)

    def saved_filters(self) -> tuple[SavedFilter, ...]:
        """The saved filters; none if the library can't be read, which the timeline reports."""
        try:
            return self._library.own.filters().saved
        except LibraryError:
            return ()

    def filter(self, query: str) -> None:
        """Show the matches of a filter."""
        navigation = self._back_to_timeline().navigation
        navigation.narrow_to(Filter(query, navigation.today))

    def narrow(self, name: NameTarget) -> None:
        """Show the events of a name only."""
        self.filter(name_filter(name.scope, name.name))

    def locate(self, event: int) -> None:
        """Show an event on the timeline, without the filter if that leaves it out."""
        navigation = self._back_to_timeline().navigation
        view = navigation.view.at(event)
        is_shown = navigation.answer is not None and navigation.answer.events.ordinal_of(event) is not None
        navigation.leap(view if is_shown else view.with_filter(NO_FILTER))

    def _back_to_timeline(self) -> BrowseScreen:
        while not isinstance(self._app.screen, BrowseScreen):
            self._app.pop_screen()
        return self._app.screen
