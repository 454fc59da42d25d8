"""How the browser was left, as a value and as JSON: the next start begins there. Nothing here may import Textual."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newstimeline.browser.filter import Filter
from newstimeline.browser.palette import DARK_NAME
from newstimeline.browser.view_state import FIRST_VIEW, Session, View
from newstimeline.library.browser_state import keep_state, read_state
from newstimeline.query import Clock
from newstimeline.timeline.units import Unit

if TYPE_CHECKING:
    from newstimeline.browser.questions import Answer


@dataclass(frozen=True, slots=True)
class Remembered:
    """What comes back."""

    view: View = FIRST_VIEW
    """Its event is None where the reader was at the latest news: that may be other news next time."""
    theme: str = ""
    """The name of the theme; "" for one that suits the terminal."""
    facets: bool = False
    """Whether the facets were open."""

    @property
    def is_plain(self) -> bool:
        """Whether the first screen looks as it always does, but perhaps for the selected event."""
        view = self.view
        usual = not view.filter and view.zoom is Unit.DAY and view.clock is Clock.HAPPENED
        return usual and self.theme in ("", DARK_NAME) and not self.facets


NEW = Remembered()
"""Of a library that was never opened."""


def left(session: Session, answer: Answer | None, *, facets: bool) -> Remembered:
    """How a session is left: what is being typed is dropped, and the latest news may be other news next time."""
    view = session.before_typing or session.view
    if answer and view.event is not None and len(answer.shown):
        latest = answer.ordinal_near(None)
        if answer.ids(latest, latest + 1)[0] == view.event:
            view = replace(view, event=None)
    return Remembered(replace(view, opened=frozenset()), facets=facets)


def dump(remembered: Remembered) -> str:
    """As JSON."""
    view = remembered.view
    return json.dumps(
        {
            "query": view.filter.text,
            "narrows": view.narrows,
            "event": view.event,
            "zoom": view.zoom.name,
            "clock": view.clock.value,
            "theme": remembered.theme,
            "facets": remembered.facets,
        }
    )


def load(text: str) -> Remembered:
    """From JSON; what another version kept and this one does not understand is forgotten."""
    try:
        match json.loads(text):
            case {
                "query": str(query),
                "narrows": bool(narrows),
                "event": int() | None as event,
                "zoom": str(zoom),
                "clock": str(clock),
                "theme": str(theme),
                "facets": bool(facets),
            }:
                view = View(Filter(query), narrows=narrows, event=event, zoom=Unit[zoom], clock=Clock(clock))
                return Remembered(view, theme, facets)
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    return NEW


def recall(library: Path) -> Remembered:
    """How the browser of a library was left."""
    text = read_state(library)
    return load(text) if text else NEW


def remember(library: Path, remembered: Remembered) -> None:
    """Keep it for the next start."""
    if remembered != recall(library):
        keep_state(library, dump(remembered))
