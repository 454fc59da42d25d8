"""The Textual application: themes, the library's connection, and the screens."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.filter import Monochrome, NoColor
from textual.screen import Screen

from newstimeline.app.browse_screen import BrowseScreen
from newstimeline.app.harmless_lines import HarmlessLines
from newstimeline.app.keymaps import VI, Keymap
from newstimeline.app.keys import Scope, shown_key, shown_keys
from newstimeline.app.navigator import Navigator
from newstimeline.app.themes import DARK, LIGHT, TERMINAL, usual_theme
from newstimeline.app.widget_commands import bindings
from newstimeline.app.widgets.target_list import TargetList
from newstimeline.browser.article_feed import Feed
from newstimeline.browser.keep_choice import KeepChoice
from newstimeline.browser.query_dialogue import Dialogue
from newstimeline.browser.saved_state import NEW, Remembered
from newstimeline.drawing.targets import PageTarget
from newstimeline.editing.change_writer import ChangeWriter
from newstimeline.library.errors import LibraryError
from newstimeline.library.library import Library
from newstimeline.startup.glimpse import Glimpse
from newstimeline.startup.screen_painter import HIGH, NORMAL, USUAL, WIDE

if TYPE_CHECKING:
    from newstimeline.app.screens.page_screen import Page


class TimelineApp(App[None]):
    """The browser."""

    CSS_PATH = "styles.tcss"
    TITLE = "newstimeline"
    BINDINGS = bindings(Scope.ANYWHERE)
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (NORMAL, "-normal"), (WIDE, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-low"), (USUAL, "-usual"), (HIGH, "-high")]  # noqa: RUF012

    def __init__(
        self,
        library: Path,
        title: str,
        feed: Feed | None = None,
        today: Callable[[], date] = date.today,
        keymap: Keymap = VI,
        dialogue: Dialogue | None = None,
        reader: Callable[[], str | None] = lambda: None,
        remembered: Remembered = NEW,
        glimpse: Glimpse | None = None,
        *,
        own_library: Path | None = None,
        lasting: bool = True,
        plain_signs: bool = False,
    ) -> None:
        """Browse a library; a feed adds to it meanwhile, and a dialogue may have begun already.

        A glimpse is shown first; the library is asked once it stands on the screen.
        `reader` gives the name that the reader's changes bear; `remembered` is how the browser was left, from where a
        dialogue has to begin, too.

        A library that is not `lasting` is gone with the browser; whoever leaves it is asked whether to keep what
        `own_library`, if one is given, does not have. `plain_signs` are ASCII.
        """
        self.COMMAND_PALETTE_BINDING = keymap.keys("palette")[0]  # type: ignore[misc]  # read as the base begins
        super().__init__()
        self._keys = keymap
        self._dialogue = dialogue or Dialogue(library, today)
        self._glimpse = glimpse
        self._path = library
        self._browse: BrowseScreen | None = None
        self._pen = ChangeWriter(library, reader)
        self._label = title
        self._feed = feed
        self._today = today
        self._lasting = lasting
        self._own_library = own_library
        self.choice = KeepChoice.NOT_MADE
        self._library: Library | None = None
        self.fault: Exception | None = None
        """What has ended it that nobody has foreseen."""
        self.remembered = remembered
        """How the browser was left, and at its end how it is."""
        for theme in (DARK, LIGHT, TERMINAL):
            self.register_theme(theme)
        self._first_theme = usual_theme(self.no_color)
        self.theme = remembered.theme if remembered.theme in self.available_themes else self._first_theme
        if self.no_color:
            self._use_no_colours()
        self._filters.append(HarmlessLines())
        if plain_signs:
            from newstimeline.app.ascii_filter import AsciiSigns

            self._filters.append(AsciiSigns())

    def _use_no_colours(self) -> None:
        """Textual's own way of NO_COLOR is grey on grey; the terminal's two colours and attributes are readable."""
        self.theme = "ansi-dark"
        self._filters = [line_filter for line_filter in self._filters if not isinstance(line_filter, Monochrome)]
        self._filters.append(NoColor())

    def on_mount(self) -> None:
        self._end_when_told()
        self.set_keymap(self._keys.for_textual())
        self._library = Library(self._path)
        self._navigator = Navigator(self, self._library, self._keys, self._pen)
        self._browse = BrowseScreen(
            self._library,
            self._dialogue,
            self._label,
            self._feed,
            self._today,
            self._navigator.open,
            self._keys,
            self._pen,
            self.remembered,
            self._glimpse,
            lasting=self._lasting,
        )
        self.push_screen(self._browse)

    def _end_when_told(self) -> None:
        """Quit in order when the terminal is closed or the system shuts down, so that everything is saved."""
        with suppress(NotImplementedError):  # Windows has neither
            for number in (signal.SIGHUP, signal.SIGTERM):
                asyncio.get_running_loop().add_signal_handler(number, self.exit)

    def on_ready(self) -> None:
        """Resume collecting garbage, which the start had put off; what exists by now is kept anyway."""
        gc.freeze()
        gc.enable()

    def _handle_exception(self, error: Exception) -> None:
        self.fault = self.fault or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End without Textual's own report, which prints the values of variables; the caller reports the error."""
        self._close_messages_no_wait()

    @on(TargetList.Chosen)
    def _on_chosen(self, message: TargetList.Chosen) -> None:
        if isinstance(message.target, PageTarget):
            self._navigator.open(message.target)

    @on(TargetList.Narrowed)
    def _on_narrowed(self, message: TargetList.Narrowed) -> None:
        self._navigator.narrow(message.target)

    def on_page_located(self, message: Page.Located) -> None:
        """Show the event that a page leads to on the timeline."""
        self._navigator.locate(message.event)

    def get_key_display(self, binding: Binding) -> str:
        """A key as the footer prints it: short."""
        return shown_key(binding.key).replace("Ctrl+", "^")

    def on_unmount(self) -> None:
        """Remember the state of the browser, and close the library."""
        if self._browse:
            self.remembered = replace(self._browse.remembered, theme=self.remembered.theme)
            if not self.no_color:
                chosen = "" if self.theme == self._first_theme else self.theme
                self.remembered = replace(self.remembered, theme=chosen)
        if self._library:
            self._library.close()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The commands of the palette: ours, then the themes from Textual."""
        for command in self._keys.commands:
            if command.palette and command.action != "quit":
                title = f"{command.title.capitalize()}: {command.help[0].lower()}{command.help[1:]}"
                yield SystemCommand(
                    title, shown_keys(command), lambda action=command.action: self._run_on(screen, action)
                )
        for saved in self._navigator.saved_filters():
            title, help_text = (_no_markup(text) for text in (f"Filter {saved.name}", saved.query))
            yield SystemCommand(title, help_text, partial(self._navigator.filter, saved.query))
        for builtin in super().get_system_commands(screen):
            if builtin.title in ("Theme", "Quit"):
                yield builtin

    async def _run_on(self, screen: Screen[object], action: str) -> None:
        await self.run_action(action, screen if action.startswith("give(") else self)

    def action_suspend_process(self) -> None:
        """Suspend the browser until the shell resumes it; where there is no shell, say so."""
        # Without job control our process group is the session's own, and nobody would wake us up (POSIX, 11.1.4).
        if self._driver and self._driver.can_suspend and os.getpgrp() != os.getsid(0):
            super().action_suspend_process()
        else:
            self.notify("There is no shell to go back to, so this can't be suspended.", severity="warning")

    async def action_quit(self) -> None:
        """Quit, after asking whether to keep articles that are in no library."""
        from newstimeline.app.screens.keep import KeepScreen

        if self._own_library is None or isinstance(self.screen, KeepScreen):
            self.exit()
            return
        from newstimeline.library.transfer import missing

        try:
            unkept = await asyncio.to_thread(missing, self._path, self._own_library)
        except LibraryError:  # there is nothing to be kept of what can't be read
            unkept = None
        if not unkept:
            self.exit()
            return
        is_reading = self._feed is not None and not self._feed.progress.finished
        self.push_screen(KeepScreen(unkept, self._own_library, is_reading=is_reading), self._leave)

    def _leave(self, choice: KeepChoice | None) -> None:
        if choice is not None:
            self.choice = choice
            self.exit()

    def action_help(self) -> None:
        from newstimeline.app.help_lines import help_lines
        from newstimeline.app.screens.text_screen import TextScreen

        self.push_screen(TextScreen("Help", lambda width: help_lines(width, self._keys.commands)))

    def action_toggle_dark(self) -> None:
        if not self.no_color:
            self.theme = LIGHT.name if self.current_theme.dark else DARK.name


def _no_markup(text: str) -> str:
    """A text as the palette prints it unchanged; Textual's own `escape` leaves some brackets as they are."""
    return text.replace("[", "\\[")
