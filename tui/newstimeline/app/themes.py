"""The browser's own themes for Textual. Textual's are in the palette too."""

from collections.abc import Mapping

from textual.theme import Theme

from newstimeline.app import ink


def _theme(name: str, colours: Mapping[str, str], *, dark: bool) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=colours["primary"],
        secondary=colours["secondary"],
        accent=colours["accent"],
        warning=colours["warning"],
        error=colours["error"],
        success=colours["success"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
    )


DARK = _theme(ink.DARK_NAME, ink.LAMP, dark=True)
LIGHT = _theme("newstimeline-light", ink.DAY, dark=False)
