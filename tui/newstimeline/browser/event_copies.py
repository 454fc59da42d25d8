"""What can be copied of an event, each under a letter."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path

from newstimeline.browser.view_state import View
from newstimeline.library.views import EventDetail
from newstimeline.output.citations import citation, quotation, row
from newstimeline.output.event_records import json_line
from newstimeline.query import Clock
from newstimeline.timeline.units import Unit


@dataclass(frozen=True, slots=True)
class Copy:
    """A text to be copied."""

    letter: str
    name: str
    text: str


def copies(event: EventDetail, command: str) -> tuple[Copy, ...]:
    """Everything that can be copied; `command` opens this view."""
    quotes = tuple(
        Copy(str(number), f"quote {number}" if len(event.quotes) > 1 else "quote", quotation(quote, event.article))
        for number, quote in enumerate(event.quotes[:9], 1)
    )
    return (
        Copy("c", "citation", citation(event.article)),
        *quotes,
        Copy("r", "row", row(event)),
        Copy("j", "JSON", json_line(event)),
        Copy("v", "command for this view", command),
    )


def command_line(library: Path, view: View, uid: str | None) -> str:
    """The command that opens a view of a library, words quoted as a POSIX shell takes them."""
    words = ["newstimeline", "--library", str(library)]
    if view.filter.text:
        words += ["--filter", view.filter.text]
    if view.zoom is not Unit.DAY:
        words += ["--zoom", view.zoom.name.lower()]
    if view.clock is Clock.REPORTED:
        words.append("--reported")
    if uid:
        words += ["--event", uid]
    return shlex.join(words)
