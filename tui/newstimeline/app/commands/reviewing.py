"""Commands with which a reader puts right, judges, marks and annotates what was found."""

from __future__ import annotations

from typing import ClassVar

from newstimeline.app.commands.base import Browser, BrowserCommand, no_events
from newstimeline.app.keys import Scope
from newstimeline.changes.model import What
from newstimeline.editing.fields import Field, mark_field, note_field, reason_field, status_field, tags_field
from newstimeline.library.views import EventDetail
from newstimeline.query import Own
from newstimeline.terms import Status


class ReviewCommand(BrowserCommand):
    """The base of those that take an event."""

    scope = Scope.REVIEW

    def hindrance(self, browser: Browser) -> str | None:
        """It takes an event."""
        return no_events(browser) or (None if browser.detail else "The library no longer has this event.")


class Edit(ReviewCommand):
    """Correct something."""

    keys = ("e",)
    title = "correct"
    help = "Correct the event, its quotes and people, hide it, or add another"
    at_once = True
    footer = True

    def run(self, browser: Browser) -> None:
        """Let the reader choose what."""
        browser.choose_field()


class Mark(ReviewCommand):
    """The mark on or off."""

    keys = ("m",)
    title = "mark"
    help = "Mark the event, or no longer"

    def run(self, browser: Browser) -> None:
        """Turn it."""
        assert browser.detail
        own = browser.detail.made(What.MARK)
        value = None if own and own.value is not None else ""
        browser.write(mark_field(browser.detail), (What.MARK, value))


class _Typed(ReviewCommand):
    """The base of those that let a field be typed."""

    at_once = True

    def field(self, event: EventDetail) -> Field:
        """Which."""
        raise NotImplementedError

    def run(self, browser: Browser) -> None:
        """Let it be typed."""
        assert browser.detail
        browser.ask_to_write(self.field(browser.detail))


class NameMark(_Typed):
    """The mark under a name."""

    keys = ("M",)
    title = "name mark"
    help = "Mark the event under a name"

    def field(self, event: EventDetail) -> Field:
        """The mark."""
        return mark_field(event)


class Annotate(_Typed):
    """The note."""

    keys = ("a",)
    title = "note"
    help = "Write a note on the event"

    def field(self, event: EventDetail) -> Field:
        """The note."""
        return note_field(event)


class Tag(_Typed):
    """The tags."""

    keys = ("number_sign",)
    title = "tags"
    help = "Give the event tags"

    def field(self, event: EventDetail) -> Field:
        """The tags."""
        return tags_field(event)


class _Judge(ReviewCommand):
    status: ClassVar[Status]

    def is_so(self, browser: Browser) -> bool:
        """Whether the event has this status already."""
        own = browser.detail.made(What.STATUS) if browser.detail else None
        return own is not None and own.value == self.status

    def run(self, browser: Browser) -> None:
        """Give the event this status; asked again, take it back."""
        assert browser.detail
        if self.is_so(browser):
            browser.write(status_field(browser.detail), (What.STATUS, None))
        else:
            self.judge(browser)

    def judge(self, browser: Browser) -> None:
        """Ask for the reason."""
        assert browser.detail
        browser.ask_to_write(reason_field(browser.detail, self.status))


class Confirm(_Judge):
    """It is so."""

    keys = ("c",)
    title = "confirm"
    help = "Confirm the event, or no longer"
    status = Status.CONFIRMED

    def judge(self, browser: Browser) -> None:
        """No reason is needed."""
        assert browser.detail
        browser.write(status_field(browser.detail), (What.STATUS, str(Status.CONFIRMED)))


class Dispute(_Judge):
    """It may not be so."""

    keys = ("d",)
    title = "dispute"
    help = "Dispute the event, with a reason, or no longer"
    at_once = True
    status = Status.DISPUTED


class Reject(_Judge):
    """It is not so."""

    keys = ("r",)
    title = "reject"
    help = "Reject the event, with a reason, or no longer"
    at_once = True
    status = Status.REJECTED


class _NextWith(ReviewCommand):
    own: ClassVar[Own]
    by: ClassVar[int] = 1
    none: ClassVar[str]

    def hindrance(self, browser: Browser) -> str | None:
        """There must be one."""
        return no_events(browser) or (None if browser.nearest_with(self.own, self.by) is not None else self.none)

    def run(self, browser: Browser) -> None:
        """Go there."""
        ordinal = browser.nearest_with(self.own, self.by)
        if ordinal is not None:
            browser.leap_to(ordinal)


class NextUnreviewed(_NextWith):
    """What is still to be judged."""

    keys = ("full_stop",)
    title = "unreviewed"
    help = "To the next event that is neither confirmed nor disputed nor rejected"
    own = Own.UNREVIEWED
    none = "Every event here is reviewed."

    def run(self, browser: Browser) -> None:
        """Go there, and say how many are left."""
        super().run(browser)
        browser.say_unreviewed()


class NextMarked(_NextWith):
    """The next mark."""

    keys = ("apostrophe",)
    title = "next mark"
    help = "To the next marked event"
    own = Own.MARKED
    none = "No event here is marked."


class PreviousMarked(_NextWith):
    """The mark before."""

    keys = ("grave_accent",)
    title = "previous mark"
    help = "To the marked event before"
    own = Own.MARKED
    by = -1
    none = "No event here is marked."


class Undo(BrowserCommand):
    """The newest change taken back."""

    scope = Scope.REVIEW
    keys = ("u",)
    title = "undo"
    help = "Take the last change back, also one of an earlier day"

    def run(self, browser: Browser) -> None:
        """Take it back."""
        browser.undo()


class Redo(BrowserCommand):
    """What was undone, once more."""

    scope = Scope.REVIEW
    keys = ("ctrl+r",)
    title = "redo"
    help = "Bring back what was undone"

    def run(self, browser: Browser) -> None:
        """Bring it back."""
        browser.redo()


class ShowChanges(BrowserCommand):
    """Everything that was changed."""

    scope = Scope.REVIEW
    keys = ("H",)
    title = "changes"
    help = "Show all changes, take single ones back, and see which have lost their place"

    def run(self, browser: Browser) -> None:
        """Show them."""
        browser.show_changes()
