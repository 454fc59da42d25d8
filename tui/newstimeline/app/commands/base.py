"""What a command of the browser is: its keys and words, what makes it unavailable, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from newstimeline.app.keys import Command, Scope
from newstimeline.browser.questions import Answer
from newstimeline.browser.status_text import KeyNames
from newstimeline.browser.view_state import Session, Trail, View
from newstimeline.changes.change import Value, What
from newstimeline.editing.editable_fields import Field
from newstimeline.library.views import EventDetail
from newstimeline.query import Own, Part


class Browser(Protocol):
    """What commands see of the main screen, and may ask of it."""

    @property
    def view(self) -> View:
        """What is shown."""

    @property
    def answer(self) -> Answer | None:
        """The events on screen; None before there are any."""

    @property
    def cursor(self) -> int:
        """The ordinal of the selected event."""

    @property
    def session(self) -> Session:
        """What is shown, and what is being done with it."""

    @property
    def keys(self) -> KeyNames:
        """The keys that give the commands."""

    @property
    def today(self) -> date:
        """The day that "today" means."""

    @property
    def excluding(self) -> Part | None:
        """The part of a filter that finds nothing without which it finds the most."""

    @property
    def timeline_has_focus(self) -> bool:
        """Whether keys go to the list of events."""

    def show(self, view: View) -> None:
        """Show another view."""

    def leap(self, view: View) -> None:
        """Show another view, and remember this one to go back to."""

    def retrace(self, view: View, trail: Trail) -> None:
        """Show a view of the trail."""

    def leap_to(self, ordinal: int) -> None:
        """Select another shown event, and remember this one to go back to."""

    def select_from(self, moment: int | None) -> None:
        """Begin to select a stretch of time, or leave it."""

    def open_selected(self) -> None:
        """Open the selected event's article, or the unit whose further events are selected."""

    def show_lanes(self) -> None:
        """Show the lanes of the found events."""

    def show_quotes(self) -> None:
        """Show the quotes of the found events."""

    def edit_filter(self) -> None:
        """Let a filter be typed."""

    def ask_for_date(self) -> None:
        """Let a date be typed, to go to."""

    def ask_for_name(self) -> None:
        """Let a name be typed, to keep the filter under."""

    def show_facets(self) -> None:
        """Show what the filter has and may get."""

    def focus_timeline(self) -> None:
        """Let keys go to the list of events."""

    @property
    def detail(self) -> EventDetail | None:
        """Everything about the selected event; None where there is none."""

    def choose_field(self) -> None:
        """Let something about the selected event be chosen, to change it."""

    def ask_to_write(self, field: Field | None) -> None:
        """Let the text of a field be typed."""

    def write(self, field: Field, *values: tuple[What, Value]) -> None:
        """Change one side of something, or several at once."""

    def undo(self) -> None:
        """Take the newest change back."""

    def redo(self) -> None:
        """Bring back what was undone last."""

    def show_changes(self) -> None:
        """Show the log of changes."""

    def nearest_with(self, own: Own, by: int) -> int | None:
        """The ordinal of the next (1) or last (-1) shown event of which a reader has made this."""

    def say_unreviewed(self) -> None:
        """Say how many events are still to be reviewed."""

    def choose_copy(self) -> None:
        """Let something of the selected event be chosen, to copy it."""

    def no_source(self) -> str | None:
        """Why the selected article's page can't be opened."""

    def open_source(self) -> None:
        """Show the address of the article's page, and open it if that is wanted."""

    def page_article(self) -> None:
        """Show the article's text in the reader's pager."""

    def edit_note(self) -> None:
        """Let the note on the selected event be written in the reader's editor."""

    def change_sides(self) -> None:
        """Move between the list and the panel."""

    def show_skipped(self) -> None:
        """Show what could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowserCommand(Command):
    """A command of the main screen, which gives it by its name or says why it is unavailable."""

    run: Callable[[Browser], None]
    unavailable_reason: Callable[[Browser], str | None]
    """Why it can't be given now, in a sentence; None when it can."""


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
    """The reason of what needs an event."""
    return None if browser.answer and len(browser.answer.shown) else "There are no events here."


def no_dated_event(browser: Browser) -> str | None:
    """The reason of what starts from a date."""
    if reason := no_events(browser):
        return reason
    assert browser.answer
    return "This event has no date." if browser.answer.start(browser.cursor) is None else None


def no_detail(browser: Browser) -> str | None:
    """The reason of what needs all that the library has of the selected event."""
    return no_events(browser) or (None if browser.detail else "The library no longer has this event.")
