"""The first screen before anything is loaded: as it was drawn for a terminal of this size when the library was left.

Loading what draws it takes twice as long as everything here. Nothing is imported that Python has not loaded to begin
with, but for SQLite and, where the library is the user's own, the place of that.
"""

from __future__ import annotations

import os
import sys

from newstimeline.streams import unfiltered

FORMAT = 11
"""The version of the library's schema: an older library is brought up to date first, which may take minutes."""
_PAINTED = (
    "SELECT painted.screen FROM painted, derived_state WHERE painted.columns = ? AND painted.lines = ?"
    " AND painted.title = ? AND painted.edition = derived_state.edition AND painted.upto = derived_state.upto"
    " AND NOT derived_state.stale AND painted.day <= date('now', 'localtime')"
    " AND painted.until > date('now', 'localtime') AND (SELECT user_version FROM pragma_user_version) = ?"
)
_OF_SCRIPTS = dict.fromkeys(map(ord, "\u200c\u200d\u2068\u2069"))
"""Joiners and isolates: not printable in Python's sense, but no letter stands right without them."""


def can_paint() -> bool:
    """Only true colours look as Textual's will; without them its first frame comes on an empty screen."""
    true_colours = os.environ.get("COLORTERM") in ("truecolor", "24bit")
    has_signs = "utf" in (sys.stderr.encoding or "").lower()
    usual = true_colours and has_signs and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return usual and os.name == "posix" and all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


class PaintedScreen:
    """A screen on the terminal while what replaces it is loaded. Use as a context manager.

    Textual's first frame then covers it, so that nothing flickers. Keys that are typed meanwhile wait in the terminal
    and go to Textual; until then they are not echoed.
    """

    def __init__(self, screen: str) -> None:
        """`screen` is written as it is."""
        self._screen = screen

    def __enter__(self) -> None:
        import termios

        self._before = termios.tcgetattr(sys.stdin.fileno())
        quiet = [*self._before]
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, quiet)
        # The other screen, no cursor, and all lines in one synchronised update where the terminal knows that.
        self._write(f"\x1b[?1049h\x1b[?25l\x1b[?2026h{self._screen}\x1b[?2026l")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        import termios

        if kind:  # Textual gives the screen back by itself; here it has not come so far
            self._write("\x1b[?1049l\x1b[?25h")
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, self._before)

    def _write(self, text: str) -> None:
        out = unfiltered(sys.stderr)
        out.write(text)
        out.flush()


def early_screen(arguments: list[str]) -> PaintedScreen | None:
    """The first screen of a start that asks for nothing but a library; None where it is not known."""
    if not can_paint() or (library := _library_of(arguments)) is None or not os.path.isfile(library):  # noqa: PTH113
        return None
    screen = _painted(library)
    return PaintedScreen(screen) if screen and is_ours(screen) else None


def is_ours(screen: str) -> bool:
    """Whether a stored screen steers the terminal by nothing but colours and the beginnings of lines.

    The library may come from elsewhere. What is not sure to be harmless is drawn anew a little later.
    """
    before, *steps = screen.split("\x1b[")
    return not before and all(_is_harmless(step.lstrip("0123456789;")) for step in steps)


def _is_harmless(step: str) -> bool:
    balanced = step.count("\u2068") == step.count("\u2069")  # `isolated` of `drawing/pieces.py`
    return step[:1] in ("m", "H") and balanced and step.translate(_OF_SCRIPTS).isprintable()


def _library_of(arguments: list[str]) -> str | None:
    match arguments:
        case ["--library", str(named)]:
            return named
        case [] if named := os.environ.get("NEWSTIMELINE_LIBRARY", ""):
            return named
        case []:
            from platformdirs import user_data_dir

            return os.path.join(user_data_dir("newstimeline"), "library.sqlite")  # noqa: PTH118
    return None


def _painted(library: str) -> str | None:
    import sqlite3

    size = os.get_terminal_size(sys.stderr.fileno())
    try:
        connection = sqlite3.connect(os.path.abspath(library), timeout=0)  # noqa: PTH100
        try:
            connection.execute("PRAGMA query_only = 1")
            row = connection.execute(_PAINTED, (size.columns, size.lines, os.path.basename(library), FORMAT)).fetchone()  # noqa: PTH119
        finally:
            connection.close()
    except (sqlite3.Error, UnicodeEncodeError):  # a name of bytes that are no text
        return None
    return row[0] if row else None
