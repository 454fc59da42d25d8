"""What leaves the main screen: to the clipboard, the editor, the pager, the web browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstimeline.app.screens.review_screen import ReviewingScreen
from newstimeline.app.widgets.title_bar import TitleBar
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

if TYPE_CHECKING:
    from newstimeline.browser.event_copies import Copy


class SharingScreen(ReviewingScreen):
    """Lets a reader take things out."""

    def choose_copy(self) -> None:
        """Let something of the selected event be chosen, to copy it."""
        from newstimeline.app.screens.copy_screen import CopyScreen
        from newstimeline.browser.event_copies import (  # here and below: the start does not wait for it
            command_line,
            copies,
        )

        if detail := self.detail:
            command = command_line(self._library.path, self.view, self._library.uid_of(detail.id))
            self.app.push_screen(CopyScreen(copies(detail, command)), self._copy)

    def _copy(self, copy: Copy | None) -> None:
        if copy is None:
            return
        text = displayed(copy.text)
        command = None if self.app.is_web else local_clipboard()
        if command and fill_clipboard(command, text):
            by = command[0]
        else:
            self.app.copy_to_clipboard(text)
            by = "the terminal (OSC 52)"
        self.query_one(TitleBar).say(f"Copied the {copy.name} by {by}.")

    def no_source(self) -> str | None:
        """Why the selected article's page can't be opened; None when it can."""
        try:
            web_address(self.detail.article.url if self.detail else None)
            if not self.app.is_web:
                web_browser()
        except OutsideError as error:
            return str(error)
        return None

    def open_source(self) -> None:
        """Show the address of the article's page, and open it if that is wanted."""
        from newstimeline.app.screens.confirmation import AskScreen

        assert self.detail
        url = web_address(self.detail.article.url)
        self.app.push_screen(AskScreen("Open this page?", url), lambda wanted: self._open_page(url) if wanted else None)

    def _open_page(self, url: str) -> None:
        try:
            if self.app.is_web:
                self.app.open_url(url)
                return
            command, here = web_browser()
            if here:
                self.outside(lambda: run_here([*command, url]))
            else:
                open_apart([*command, url])
        except OutsideError as error:
            self.query_one(TitleBar).say(str(error))

    def page_article(self) -> None:
        """Show the article's text in the reader's pager."""
        assert self.detail
        text = self._library.extraction(self.detail.article.id).article.text
        self.outside(lambda: run_here(pager(), displayed(text or "")))

    def edit_note(self) -> None:
        """Let the note on the selected event be written in the reader's editor."""
        assert self.detail
        self.edit_outside(note_field(self.detail))
