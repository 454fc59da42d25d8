"""Commands with which a reader corrects, judges, marks and annotates what was found."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from newstimeline.app.commands.base import Browser, BrowserCommand, command, no_detail
from newstimeline.app.commands.jumps import jump
from newstimeline.app.keys import Scope
from newstimeline.changes.change import What
from newstimeline.editing.editable_fields import Field, mark_field, note_field, reason_field, status_field, tags_field
from newstimeline.library.views import EventDetail
from newstimeline.query import Own
from newstimeline.terms import Status

_on_event = partial(command, scope=Scope.REVIEW, unavailable=no_detail)


def _typed(field: Callable[[EventDetail], Field]) -> Callable[[Browser], None]:
    def run(browser: Browser) -> None:
        assert browser.detail
        browser.review.editor.edit(field(browser.detail))

    return run


def _toggle_mark(browser: Browser) -> None:
    assert browser.detail
    own = browser.detail.made(What.MARK)
    browser.review.editor.write(mark_field(browser.detail), (What.MARK, None if own and own.value is not None else ""))


def _judged(status: Status) -> Callable[[Browser], None]:
    """Give the event a status, with a reason but for a confirmation; given again, take it back."""

    def run(browser: Browser) -> None:
        event = browser.detail
        assert event
        own = event.made(What.STATUS)
        if own is not None and own.value == status:
            browser.review.editor.write(status_field(event), (What.STATUS, None))
        elif status is Status.CONFIRMED:
            browser.review.editor.write(status_field(event), (What.STATUS, str(status)))
        else:
            browser.review.editor.edit(reason_field(event, status))

    return run


def _go_to_unreviewed(browser: Browser) -> None:
    ordinal = browser.review.nearest(Own.UNREVIEWED, 1)
    assert ordinal is not None
    browser.navigation.leap_to(ordinal)
    browser.review.say_progress()


def _all_reviewed(browser: Browser) -> str | None:
    unreviewed = no_detail(browser) or browser.review.nearest(Own.UNREVIEWED, 1) is not None
    return unreviewed if isinstance(unreviewed, str) else None if unreviewed else "Every event here has been reviewed."


def _mark_jump(name: str, keys: str, title: str, help: str, by: int) -> BrowserCommand:
    return jump(
        name, keys, title, help, lambda browser: browser.review.nearest(Own.MARKED, by),
        lambda _: "No event here is marked.", scope=Scope.REVIEW,
    )  # fmt: skip


REVIEW_COMMANDS = (
    _on_event(
        "edit", "e", "correct", "Correct the event, its quotes and people, hide it, or add another",
        lambda browser: browser.review.choose_field(), at_once=True, footer=True,
    ),
    _on_event("confirm", "c", "confirm", "Confirm the event, or take that back", _judged(Status.CONFIRMED)),
    _on_event(
        "dispute", "d", "dispute", "Dispute the event, with a reason, or take that back", _judged(Status.DISPUTED),
        at_once=True,
    ),
    _on_event(
        "reject", "r", "reject", "Reject the event, with a reason, or take that back", _judged(Status.REJECTED),
        at_once=True,
    ),
    command(
        "next_unreviewed", "full_stop", "unreviewed",
        "Go to the next event that you have not confirmed, disputed or rejected", _go_to_unreviewed,
        scope=Scope.REVIEW, unavailable=_all_reviewed,
    ),
    _on_event("mark", "m", "mark", "Mark or unmark the event", _toggle_mark),
    _on_event("name_mark", "M", "name mark", "Mark the event with a name", _typed(mark_field), at_once=True),
    _mark_jump("next_marked", "apostrophe", "next mark", "Go to the next marked event", 1),
    _mark_jump("previous_marked", "grave_accent", "previous mark", "Go to the previous marked event", -1),
    _on_event("annotate", "a", "note", "Write a note on the event", _typed(note_field), at_once=True),
    _on_event("tag", "number_sign", "tags", "Tag the event", _typed(tags_field), at_once=True),
    command(
        "undo", "u", "undo", "Undo the last change, even one from an earlier day",
        lambda browser: browser.review.editor.undo(), scope=Scope.REVIEW,
    ),
    command(
        "redo", "ctrl+r", "redo", "Redo what was undone",
        lambda browser: browser.review.editor.redo(), scope=Scope.REVIEW,
    ),
    command(
        "show_changes", "H", "changes",
        "Show all changes, undo single ones, and see which have lost their place",
        lambda browser: browser.review.show_changes(), scope=Scope.REVIEW,
    ),
)  # fmt: skip
