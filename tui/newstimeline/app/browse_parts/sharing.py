"""What leaves the main screen: to the clipboard, the editor, the pager, the web browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstimeline.app.browse_parts.navigation import Navigation
from newstimeline.app.browse_parts.selected_event import SelectedEvent
from newstimeline.app.screens.editing_screen import FieldEditor
from newstimeline.browser.external_programs import (
    OutsideError,
    fill_clipboard,
    local_clipboard,
    open_apart,
    pager,
    run_here,
    web_address,
    web_browser,
)
from newstimeline.clean import displayed
from newstimeline.editing.editable_fields import note_field
from newstimeline.library.library import Library

if TYPE_CHECKING:
    from newstimeline.browser.event_copies import Copy


class Sharing:
    """Copies things, and opens them in other programs."""

    def __init__(self, library: Library, navigation: Navigation, selection: SelectedEvent, editor: FieldEditor) -> None:
        """`editor` gives the terminal to other programs."""
        self._library = library
        self._navigation = navigation
        self._selection = selection
        self._editor = editor
        self._screen = editor.screen

    def choose_copy(self) -> None:
        from newstimeline.app.screens.copy_screen import CopyScreen  # here and below: the start does not wait for it
        from newstimeline.browser.event_copies import command_line, copies

        if detail := self._selection.detail:
            command = command_line(self._library.path, self._navigation.view, self._library.uid_of(detail.id))
            self._screen.app.push_screen(CopyScreen(copies(detail, command)), self._copy)

    def _copy(self, copy: Copy | None) -> None:
        if copy is None:
            return
        text = displayed(copy.text)
        command = None if self._screen.app.is_web else local_clipboard()
        if command and fill_clipboard(command, text):
            by = command[0]
        else:
            self._screen.app.copy_to_clipboard(text)
            by = "the terminal (OSC 52)"
        self._screen.title_bar.say(f"Copied the {copy.name} by {by}.")

    def no_source(self) -> str | None:
        """Why the selected article's page can't be opened; None when it can."""
        detail = self._selection.detail
        try:
            web_address(detail.article.url if detail else None)
            if not self._screen.app.is_web:
                web_browser()
        except OutsideError as error:
            return str(error)
        return None

    def open_source(self) -> None:
        """Show the address of the article's page, and open it if the reader agrees."""
        from newstimeline.app.screens.confirmation import AskScreen

        assert self._selection.detail
        url = web_address(self._selection.detail.article.url)
        self._screen.app.push_screen(
            AskScreen("Open this page?", url), lambda confirmed: self._open_page(url) if confirmed else None
        )

    def _open_page(self, url: str) -> None:
        try:
            if self._screen.app.is_web:
                self._screen.app.open_url(url)
                return
            command, in_terminal = web_browser()
            if in_terminal:
                self._editor.outside(lambda: run_here([*command, url]))
            else:
                open_apart([*command, url])
        except OutsideError as error:
            self._screen.title_bar.say(str(error))

    def page_article(self) -> None:
        """Show the article's text in the reader's pager."""
        assert self._selection.detail
        text = self._library.extraction(self._selection.detail.article.id).article.text
        self._editor.outside(lambda: run_here(pager(), displayed(text or "")))

    def edit_note(self) -> None:
        """Edit the note on the selected event in the reader's editor."""
        assert self._selection.detail
        self._editor.edit_outside(note_field(self._selection.detail))
