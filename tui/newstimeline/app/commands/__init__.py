"""Every command of the browser. Bindings, footer, palette, help and the README's table are made from this table."""

from newstimeline.app.commands.base import Browser, BrowserCommand
from newstimeline.app.commands.filtering import ClearFilter, DropPart, SaveFilter, Search, ShowFacets, TakeOff
from newstimeline.app.commands.looking import (
    OpenArticle,
    OtherSide,
    ShowLanes,
    ShowQuotes,
    ShowSkipped,
)
from newstimeline.app.commands.moving import (
    Back,
    ChangeClock,
    Forward,
    GoToDate,
    NextDay,
    NextGap,
    NextMonth,
    NextPeak,
    NextYear,
    PreviousDay,
    PreviousGap,
    PreviousMonth,
    PreviousPeak,
    PreviousYear,
    ToUndated,
    ZoomIn,
    ZoomOut,
)
from newstimeline.app.commands.searching import ChangeSearch, NextMatch, PreviousMatch, SelectTime
from newstimeline.app.keys import Command
from newstimeline.app.widget_commands import WIDGET_COMMANDS

BROWSER_COMMANDS: tuple[BrowserCommand, ...] = (
    OtherSide(),
    OpenArticle(),
    Search(),
    ShowFacets(),
    ShowQuotes(),
    ShowLanes(),
    ClearFilter(),
    TakeOff(),
    DropPart(),
    SaveFilter(),
    ShowSkipped(),
    ChangeSearch(),
    NextMatch(),
    PreviousMatch(),
    SelectTime(),
    ZoomOut(),
    ZoomIn(),
    GoToDate(),
    NextDay(),
    PreviousDay(),
    NextMonth(),
    PreviousMonth(),
    NextYear(),
    PreviousYear(),
    NextGap(),
    PreviousGap(),
    NextPeak(),
    PreviousPeak(),
    ToUndated(),
    Back(),
    Forward(),
    ChangeClock(),
)
COMMANDS: tuple[Command, ...] = (*(command.entry() for command in BROWSER_COMMANDS), *WIDGET_COMMANDS)

__all__ = ["BROWSER_COMMANDS", "COMMANDS", "Browser", "BrowserCommand"]
