"""The browser: the only part that knows Textual. It reads a library and has articles read by another process."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newstimeline.app.feed import Feed
    from newstimeline.settings import Settings


def run(library: Path, title: str, settings: Settings, feed: Feed | None = None) -> int:
    """Show a library until the user quits; returns the exit code.

    Raises:
        SettingsError: the settings name a command or a key that there is not.
    """
    from newstimeline.app.app import TimelineApp
    from newstimeline.app.commands import COMMANDS
    from newstimeline.app.keymaps import keymap_of

    app = TimelineApp(library, title, feed, keymap=keymap_of(settings, COMMANDS))
    app.run()
    return app.return_code or 0
