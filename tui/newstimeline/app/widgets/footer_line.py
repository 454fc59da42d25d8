"""The keys that act here, on one line. Textual's own footer has a widget a key, which took a tenth of a start."""

from __future__ import annotations

from textual.binding import Binding
from textual.events import Click
from textual.screen import Screen
from textual.strip import Strip

from newstimeline.app.widgets.styled import StyledWidget
from newstimeline.drawing.footer import FooterPlace, Hint, key_row

_NARROW = "-narrow"


class KeyLine(StyledWidget):
    """One line of keys, each of which can be clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._hints: tuple[Hint, ...] = ()
        self._last: Hint | None = None
        self._places: tuple[FooterPlace, ...] = ()

    def on_mount(self) -> None:
        """Follow which keys act."""
        self.screen.bindings_updated_signal.subscribe(self, self._on_bindings)
        self._on_bindings(self.screen)

    def _on_bindings(self, screen: Screen[object]) -> None:
        if screen is not self.screen:
            return
        active = screen.active_bindings
        shown = dict[str, Binding]()
        for key in active.values():
            if key.binding.show:
                shown.setdefault(key.binding.action, key.binding)
        palette = active.get(self.app.COMMAND_PALETTE_BINDING)
        hints = tuple(map(self._hint, shown.values()))
        last = self._hint(palette.binding) if palette else None
        if (hints, last) != (self._hints, self._last):
            self._hints, self._last = hints, last
            self.refresh()

    def _hint(self, binding: Binding) -> Hint:
        return Hint(binding.key, self.app.get_key_display(binding), binding.description)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        last = None if self.screen.has_class(_NARROW) else self._last
        pieces, self._places = key_row(self._hints, last, width)
        return self.to_strip(pieces, width)

    def on_click(self, event: Click) -> None:
        """Press the key under the mouse."""
        for place in self._places:
            if place.begin <= event.x < place.end:
                self.app.simulate_key(place.key)
