"""Commands that take something out of the browser: to the clipboard, to other programs."""

from __future__ import annotations

from newstimeline.app.commands.base import Browser, command, no_detail
from newstimeline.app.keys import Scope


def _no_text(browser: Browser) -> str | None:
    if (reason := no_detail(browser)) or not browser.detail:
        return reason
    return None if browser.detail.article.has_text else "The library does not have the text of this article."


SHARE_COMMANDS = (
    command(
        "copy_event", "y", "copy", "Copy the citation, a quote, the row, JSON, or a command that opens this view",
        lambda browser: browser.sharing.choose_copy(), scope=Scope.SHARE, unavailable=no_detail, at_once=True,
    ),
    command(
        "open_source", "o", "open source",
        "Open the article's page in your web browser, once you have seen its address",
        lambda browser: browser.sharing.open_source(), scope=Scope.SHARE, at_once=True,
        unavailable=lambda browser: no_detail(browser) or browser.sharing.no_source(),
    ),
    command(
        "page_article", "vertical_line", "pager", "Read the article's text in your $PAGER",
        lambda browser: browser.sharing.page_article(), scope=Scope.SHARE, unavailable=_no_text,
    ),
    command(
        "edit_note", "A", "edit note", "Write the note on the event in your $EDITOR",
        lambda browser: browser.sharing.edit_note(), scope=Scope.SHARE, unavailable=no_detail,
    ),
)  # fmt: skip
