"""The base of the fields to type in."""

from __future__ import annotations

from textual.events import Key, Paste
from textual.widgets import Input

from newstimeline.clean import clean_line


class CleanInput(Input):
    """An input of one line whose pasted text is clean, with a steady cursor: a blinking one redraws all day."""

    def __init__(self, placeholder: str) -> None:
        """`placeholder` shows what may be typed."""
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def _on_paste(self, event: Paste) -> None:
        """Clean the text; Textual then gives the event to the handler of `Input` by itself, which puts it in."""
        before, after = (" " if end == " " else "" for end in (event.text[:1], event.text[-1:]))
        line = clean_line(event.text)
        event.text = f"{before}{line}{after}" if line else ""

    def let_go(self) -> None:
        """Stop taking keys."""
        self.screen.set_focus(None)

    async def _on_key(self, event: Key) -> None:
        """Keep the order of what is typed in one burst.

        A key that does something here acts at once: on its usual way, over all that this widget stands in, those after
        it would overtake it. What comes after the one that ends the typing, in our queue already, is passed on.
        """
        if self.screen.focused is not self:  # `has_focus` is told by a message, which comes later
            event.stop()
            event.prevent_default()
            self.app.post_message(Key(event.key, event.character))
        elif not event.is_printable and (action := self._action_of(event.key)):
            event.stop()
            event.prevent_default()
            await self.run_action(action)

    def _action_of(self, key: str) -> str | None:
        bound = self.screen.active_bindings.get(key)
        return bound.binding.action if bound and bound.node is self else None
