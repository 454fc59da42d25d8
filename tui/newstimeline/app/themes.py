"""The browser's own colours: ink on paper, by lamp and by day. Textual's themes are in the palette too."""

from textual.theme import Theme

DARK = Theme(
    name="newstimeline-dark",
    dark=True,
    primary="#7fa6cf",
    secondary="#b9a580",
    accent="#e3a857",
    warning="#e3a857",
    error="#db7866",
    success="#93b67a",
    foreground="#dcd8ce",
    background="#14161b",
    surface="#1a1d24",
    panel="#262b35",
)
LIGHT = Theme(
    name="newstimeline-light",
    dark=False,
    primary="#285a8c",
    secondary="#75602f",
    accent="#9c5000",
    warning="#9c5000",
    error="#a2332b",
    success="#47752f",
    foreground="#2a2823",
    background="#fbf8f1",
    surface="#f5f0e4",
    panel="#e7e0ce",
)
