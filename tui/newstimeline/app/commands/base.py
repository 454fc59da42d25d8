"""What a command of the browser is: its keys and words, what makes it unavailable, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newstimeline.app.browse_parts.filter_entry import FilterEntry
from newstimeline.app.browse_parts.navigation import Navigation
from newstimeline.app.browse_parts.pages import Pages
from newstimeline.app.browse_parts.panes import Panes
from newstimeline.app.browse_parts.review import Review
from newstimeline.app.browse_parts.selected_event import SelectedEvent
from newstimeline.app.browse_parts.sharing import Sharing
from newstimeline.app.browse_parts.strip_view import StripView
from newstimeline.app.keys import Command, Scope
from newstimeline.browser.questions import Answer
from newstimeline.browser.status_text import KeyNames
from newstimeline.browser.view_state import View
from newstimeline.library.views import EventDetail


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """What commands see of the main screen: its parts."""

    keys: KeyNames
    """The keys of the commands."""
    panes: Panes
    navigation: Navigation
    strip: StripView
    selection: SelectedEvent
    filters: FilterEntry
    review: Review
    sharing: Sharing
    pages: Pages

    @property
    def view(self) -> View:
        """What is shown."""
        return self.navigation.view

    @property
    def answer(self) -> Answer | None:
        """The events on screen; None before there are any."""
        return self.navigation.answer

    @property
    def cursor(self) -> int:
        """The ordinal of the selected event."""
        return self.navigation.cursor

    @property
    def detail(self) -> EventDetail | None:
        """Everything about the selected event; None where there is none."""
        return self.selection.detail


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowserCommand(Command):
    """A command of the main screen, which runs it by name or says why it is unavailable."""

    run: Callable[[Browser], None]
    unavailable_reason: Callable[[Browser], str | None]
    """Why it is unavailable now, in a sentence; None if it is available."""


def command(
    name: str,
    keys: str,
    title: str,
    help: str,
    run: Callable[[Browser], None],
    *,
    scope: Scope = Scope.TIMELINE,
    unavailable: Callable[[Browser], str | None] = lambda _: None,
    at_once: bool = False,
    footer: bool = False,
) -> BrowserCommand:
    """One row of the table; the keys are Textual's names of them with spaces between."""
    return BrowserCommand(
        name=name,
        scope=scope,
        keys=tuple(keys.split()),
        action=f"give({name!r})",
        title=title,
        help=help,
        at_once=at_once,
        footer=footer,
        palette=True,
        run=run,
        unavailable_reason=unavailable,
    )


def no_events(browser: Browser) -> str | None:
    """Why a command that needs an event is unavailable."""
    return None if browser.answer and len(browser.answer.shown) else "There are no events here."


def no_dated_event(browser: Browser) -> str | None:
    """Why a command that starts from a date is unavailable."""
    if reason := no_events(browser):
        return reason
    return "This event has no date." if browser.navigation.moment is None else None


def no_detail(browser: Browser) -> str | None:
    """Why a command that needs the details of the selected event is unavailable."""
    return no_events(browser) or (None if browser.detail else "The library no longer has this event.")
