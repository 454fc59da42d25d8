"""What a reader makes of the events: corrections, judgements, marks and notes."""

from __future__ import annotations

from newstimeline.app.browse_parts.navigation import Navigation
from newstimeline.app.browse_parts.panes import Panes
from newstimeline.app.browse_parts.selected_event import SelectedEvent
from newstimeline.app.browse_parts.status_line import StatusLine
from newstimeline.app.screens.editing_screen import FieldEditor
from newstimeline.browser.own_work import nearest_with, review_progress
from newstimeline.editing.editable_fields import event_fields
from newstimeline.library.library import Library
from newstimeline.query import Own


class Review:
    """Edits what is shown, and finds what the reader has marked or has yet to judge."""

    def __init__(
        self,
        library: Library,
        panes: Panes,
        navigation: Navigation,
        status: StatusLine,
        selection: SelectedEvent,
        editor: FieldEditor,
    ) -> None:
        self._library = library
        self._panes = panes
        self._navigation = navigation
        self._status = status
        self._selection = selection
        self.editor = editor
        self._seen_writes = 0

    def choose_field(self) -> None:
        """Ask what to change about the selected event."""
        from newstimeline.app.screens.field_screen import FieldsScreen  # here and below: the start does not wait for it

        if detail := self._selection.detail:
            self._panes.screen.app.push_screen(FieldsScreen(event_fields(detail)), self.editor.edit)

    def show_changes(self) -> None:
        from newstimeline.app.screens.changes_screen import ChangesScreen

        self._panes.screen.app.push_screen(ChangesScreen(self._library, self.editor.pen))

    def nearest(self, own: Own, by: int) -> int | None:
        """The ordinal of the next (1) or last (-1) shown event of which a reader has made this, or None."""
        if not (answer := self._navigation.answer):
            return None
        ids = answer.events.timed.ids[answer.shown]
        return nearest_with(self._library, own, ids, self._navigation.cursor, by)

    def say_progress(self) -> None:
        """Say how many events are still to be reviewed."""
        self._status.say_over_leap(review_progress(self._library))

    @property
    def has_unseen_writes(self) -> bool:
        """Whether something was changed on a page that lies over the timeline."""
        return self._seen_writes != self.editor.pen.writes

    def show_written(self) -> None:
        """Show the events as they are now; one that was just added by hand is selected, so that it can be dated."""
        pen = self.editor.pen
        self._seen_writes = pen.writes
        change, pen.added = pen.added, None
        if change and (added := self._library.own.thing_of(change)):
            self._navigation.leap(self._navigation.view.at(added))
            return
        self._selection.renew()
        self._panes.timeline.renew()
        self._navigation.ask()
