"""The browser: the only part that knows Textual. It reads a library and has articles read by another process."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newstimeline.app.feed import Feed


def run(library: Path, title: str, feed: Feed | None = None) -> int:
    """Show a library until the user quits; returns the exit code."""
    from newstimeline.app.app import TimelineApp

    app = TimelineApp(library, title, feed)
    app.run()
    return app.return_code or 0
