"""The filter at rest, as chips: a click turns a condition round or takes it off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.events import Click
from textual.message import Message
from textual.strip import Strip

from newstimeline.app.widgets.styled import StyledWidget
from newstimeline.drawing.chip_line import Chip, chip_row


class FilterChips(StyledWidget):
    """One line of chips."""

    @dataclass
    class TakenOff(Message):
        """A condition is to be taken off."""

        part: str

    @dataclass
    class TurnedRound(Message):
        """A condition is to be excluded, or included again."""

        part: str

    class Edited(Message):
        """The filter is to be typed."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: Sequence[str] = ()
        self._chips: Sequence[Chip] = ()

    def show(self, parts: Sequence[str]) -> None:
        self._parts = parts
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        pieces, self._chips = chip_row(self._parts, width)
        return self.to_strip(pieces, width)

    def on_click(self, event: Click) -> None:
        """Act on the chip under the mouse; beside them, let the filter be typed."""
        chip = next((c for c in self._chips if c.begin <= event.x < c.end), None)
        if chip is None:
            self.post_message(self.Edited())
        elif event.x >= chip.off:
            self.post_message(self.TakenOff(chip.part))
        else:
            self.post_message(self.TurnedRound(chip.part))
