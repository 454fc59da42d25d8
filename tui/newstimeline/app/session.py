"""Running the browser: what it begins with, and what is kept of it at its end."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from newstimeline.browser.keep_choice import Ending

if TYPE_CHECKING:
    from newstimeline.app.app import TimelineApp
    from newstimeline.browser.article_feed import Feed
    from newstimeline.browser.saved_state import Remembered
    from newstimeline.browser.view_state import View
    from newstimeline.settings import Settings
    from newstimeline.startup.glimpse import Glimpse


def run(
    library: Path,
    title: str,
    settings: Settings,
    feed: Feed | None = None,
    *,
    lasting: bool = True,
    own_library: Path | None = None,
    view: View | None = None,
    glimpse: Glimpse | None = None,
) -> Ending:
    """Show a library until the user quits. One that is not `lasting` is gone then, which is asked about if the user
    has an `own_library` to keep things in.

    It begins with a view, or for None as it was left; a glimpse of that is shown until the library has answered.

    Raises:
        SettingsError: the settings name a command or a key that there is not.
    """
    from newstimeline.browser.query_dialogue import Dialogue

    plain_signs = _draws_plainly(settings)
    remembered = _remembered(library, settings, view)
    if glimpse and (not remembered.is_plain or glimpse.event != remembered.view.event):
        glimpse = None
    dialogue = Dialogue(library, date.today)
    if glimpse is None:  # answers in another thread while this one imports Textual
        dialogue.ask(remembered.view, get_terminal_size().columns)
    from newstimeline.app.app import TimelineApp
    from newstimeline.app.commands import COMMANDS
    from newstimeline.app.keymaps import keymap_of

    app = TimelineApp(
        library,
        title,
        feed,
        keymap=keymap_of(settings, COMMANDS),
        dialogue=dialogue,
        reader=partial(_reader_name, settings.reader),
        remembered=remembered,
        glimpse=glimpse,
        own_library=own_library,
        lasting=lasting,
        plain_signs=plain_signs,
    )
    _check_theme(settings.theme, app)
    app.run()
    if app.fault:
        raise app.fault
    if lasting:
        _keep_for_the_next_start(library, app, plain_signs=plain_signs)
    return Ending(app.return_code or 0, app.choice)


def _remembered(library: Path, settings: Settings, view: View | None) -> Remembered:
    """How the browser was left, overridden by the settings and the command line."""
    from newstimeline.browser.saved_state import recall

    remembered = recall(library)
    if settings.theme:
        remembered = replace(remembered, theme=settings.theme)
    return replace(remembered, view=view) if view else remembered


def _check_theme(theme: str | None, app: TimelineApp) -> None:
    from newstimeline.settings import SettingsError, perhaps

    if theme and theme not in app.available_themes:
        known = sorted(app.available_themes)
        meant = perhaps(theme, tuple(known)) or f"; there are {', '.join(known)}"
        raise SettingsError(f"there is no theme “{theme}”{meant}")


def _keep_for_the_next_start(library: Path, app: TimelineApp, *, plain_signs: bool) -> None:
    from newstimeline.browser.saved_state import remember
    from newstimeline.startup.glimpse import forget_glimpse
    from newstimeline.startup.glimpse_store import keep_glimpse

    remember(library, app.remembered)
    if plain_signs:
        forget_glimpse(library)
    else:
        keep_glimpse(library, date.today(), (app.size.width, app.size.height))


def _draws_plainly(settings: Settings) -> bool:
    """Whether to draw in ASCII only: if configured so, or if the terminal's encoding has nothing else."""
    if settings.signs:
        return settings.signs == "ascii"
    return "utf" not in (sys.stderr.encoding or "").lower()


def _reader_name(setting: str | None) -> str | None:
    from newstimeline.reader_name import reader_name

    return reader_name(setting)
