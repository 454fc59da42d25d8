"""The colours of the browser's own themes, as numbers: known to the first screen, which is painted before Textual is.

Ink on paper, by lamp and by day.
"""

from __future__ import annotations

DARK_NAME, LIGHT_NAME, TERMINAL_NAME = "newstimeline-dark", "newstimeline-light", "newstimeline-terminal"
"""Of the themes with these sets of colours, and of the one with the terminal's own."""
LAMP = {
    "primary": "#7fa6cf",
    "secondary": "#b9a580",
    "accent": "#e3a857",
    "warning": "#e3a857",
    "error": "#db7866",
    "success": "#93b67a",
    "foreground": "#dcd8ce",
    "background": "#14161b",
    "surface": "#1a1d24",
    "panel": "#262b35",
}
DAY = {
    "primary": "#285a8c",
    "secondary": "#75602f",
    "accent": "#9c5000",
    "warning": "#9c5000",
    "error": "#a2332b",
    "success": "#47752f",
    "foreground": "#2a2823",
    "background": "#fbf8f1",
    "surface": "#f5f0e4",
    "panel": "#e7e0ce",
}

FIRST_STYLES = {
    "month": ("#e2a857", None, True),
    "rule": ("#262b35", None, False),
    "day": ("#7fa6cf", None, False),
    "faint": ("#a1a1a3", None, False),
    "sign": ("#e2a857", None, False),
    "sign-firm": ("#a1a1a3", None, False),
    "title": ("#dcd8ce", None, False),
    "precision": ("#b9a580", None, False),
    "count": ("#93b67a", None, True),
    "window": ("#e2a857", None, False),
    "strong": (None, None, True),
    "cursor": (None, "#3c4c5f", True),
}
"""What `styles.tcss` makes of the styles of the timeline under the theme of the lamp, which every start begins with:
colour, background, bold. A test holds the two together."""
