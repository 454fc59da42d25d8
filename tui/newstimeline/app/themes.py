"""The browser's own themes for Textual. Textual's are in the palette too."""

import os
from collections.abc import Mapping

from textual.theme import BUILTIN_THEMES, Theme

from newstimeline.browser import palette

DARK = Theme(palette.DARK_NAME, dark=True, **palette.LAMP)  # type: ignore[arg-type]  # it has colours alone
TERMINAL = Theme(
    name=palette.TERMINAL_NAME,
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_cyan",
    accent="ansi_yellow",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables=dict(BUILTIN_THEMES["ansi-dark"].variables),
)
"""The terminal's own colours on its own background, whichever that is: for those who have chosen theirs, and for
terminals that have no others."""
LIGHT = Theme(palette.LIGHT_NAME, dark=False, **palette.DAY)  # type: ignore[arg-type]


def usual_theme(no_color: bool, environment: Mapping[str, str] = os.environ) -> str:
    """The name of the theme that suits a terminal: its own colours where it can't show ours as they are meant."""
    has_colours = environment.get("COLORTERM") in ("truecolor", "24bit") or "256" in environment.get("TERM", "")
    has_colours = has_colours or environment.get("TEXTUAL_COLOR_SYSTEM") == "truecolor"
    return DARK.name if has_colours or no_color else TERMINAL.name
