"""Commands that take something out of the browser: to the clipboard, to other programs."""

from __future__ import annotations

from newstimeline.app.commands.base import Browser
from newstimeline.app.commands.reviewing import ReviewCommand
from newstimeline.app.keys import Scope


class CopyEvent(ReviewCommand):
    """Something of the event, to the clipboard."""

    scope = Scope.SHARE
    keys = ("y",)
    title = "copy"
    help = "Copy the citation, a quote, the row, JSON, or a command that opens this view"
    at_once = True

    def run(self, browser: Browser) -> None:
        """Let the reader choose what."""
        browser.choose_copy()


class OpenSource(ReviewCommand):
    """The article's page."""

    scope = Scope.SHARE
    keys = ("o",)
    title = "open source"
    help = "Open the article's page in your web browser, once you have seen its address"
    at_once = True

    def hindrance(self, browser: Browser) -> str | None:
        """It takes an address of a web page."""
        return super().hindrance(browser) or browser.no_source()

    def run(self, browser: Browser) -> None:
        """Show the address first."""
        browser.open_source()


class PageArticle(ReviewCommand):
    """The article in the pager."""

    scope = Scope.SHARE
    keys = ("vertical_line",)
    title = "pager"
    help = "Read the article's text in your $PAGER"

    def hindrance(self, browser: Browser) -> str | None:
        """It takes a text."""
        reason = super().hindrance(browser)
        if reason or not browser.detail:
            return reason
        return None if browser.detail.article.has_text else "The library has no text of this article."

    def run(self, browser: Browser) -> None:
        """Show it there."""
        browser.page_article()


class EditNote(ReviewCommand):
    """The note in the editor."""

    scope = Scope.SHARE
    keys = ("A",)
    title = "edit note"
    help = "Write the note on the event in your $EDITOR"

    def run(self, browser: Browser) -> None:
        """Open it there."""
        browser.edit_note()
