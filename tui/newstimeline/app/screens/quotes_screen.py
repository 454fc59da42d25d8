"""Nothing but quotes: who said what, in the order of the timeline; those of two people side by side."""

from __future__ import annotations

from collections.abc import Sequence

from newstimeline.app.keymaps import Keymap
from newstimeline.app.keys import Scope
from newstimeline.app.screens.page_screen import Page
from newstimeline.app.widget_commands import bindings
from newstimeline.app.widgets.target_list import TargetList
from newstimeline.browser.quote_source import QuoteSource, with_quotes
from newstimeline.clean import one_line
from newstimeline.drawing.quote_lines import columns_head, more_line, no_quotes, quotes_in_time, target_of
from newstimeline.drawing.targets import NameTarget, Target, TargetLine
from newstimeline.editing.change_writer import ChangeWriter
from newstimeline.library.errors import LibraryError
from newstimeline.library.library import Library
from newstimeline.library.matches import Matches
from newstimeline.library.views import QuoteAt
from newstimeline.query import NameScope
from newstimeline.timeline.time_names import counted

_WIDEST_PAIR = 160
"""Cells of two columns."""


class QuotesScreen(Page):
    """The quotes of matches."""

    BINDINGS = bindings(Scope.QUOTES)

    def __init__(
        self, library: Library, matches: Matches, event: int | None, query: str, keys: Keymap, pen: ChangeWriter
    ) -> None:
        """Show quotes from matches of `query`, beginning at `event` or at the next one with a quote.

        Raises:
            LibraryError: the library can't be read.
        """
        super().__init__("quotes", pen)
        self._library = library
        self._matches = with_quotes(matches)
        self._query = query
        self._keys = keys
        self._chosen: NameTarget | None = None
        self._pair: tuple[NameTarget, NameTarget] | None = None
        self._reel = QuoteSource(library, self._matches, event=event)

    def on_mount(self) -> None:
        """Put the cursor on the quote to begin with."""
        super().on_mount()
        self._show()

    @property
    def widest(self) -> int:
        """Two columns may take more of the screen."""
        return _WIDEST_PAIR if self._pair else super().widest

    def _show(self) -> None:
        mode = " and ".join(name.name for name in self._pair) if self._pair else self._query
        self.title_bar.show(f"{counted(len(self._reel), 'event')} with quotes", mode=one_line(mode))
        if self._reel.nearest:
            self.page_lines.start_at(target_of(self._reel.nearest))
        else:
            self.page_lines.lay_out(anew=True)

    def lines(self, width: int) -> Sequence[TargetLine]:
        """The quotes for a width, and what lies before and after them."""
        if not self._reel.quotes:
            return [no_quotes(width)]
        lines = columns_head(self._pair, width) if self._pair else []
        if self._reel.before:
            lines += [more_line(self._reel.before, after=False), TargetLine(())]
        lines += quotes_in_time(self._reel.quotes, width, *(name.id for name in self._pair or ()))
        if self._reel.after:
            lines += [TargetLine(()), more_line(self._reel.after, after=True)]
        return lines

    def read_more(self, *, after: bool) -> Target | None:
        further = self._reel.read_on() if after else self._reel.read_back()
        return target_of(further) if further else None

    @property
    def _quote(self) -> QuoteAt | None:
        """The one under the cursor."""
        target = self.page_lines.target
        return next((quote for quote in self._reel.quotes if target_of(quote) == target), None)

    @property
    def _speaker(self) -> NameTarget | None:
        """Who says the quote under the cursor; if nobody is known, the title says why."""
        quote = self._quote
        if quote and quote.said.person is not None and quote.said.speaker:
            return NameTarget(NameScope.PERSON, quote.said.person, quote.said.speaker)
        self.title_bar.say("The text does not say who said this." if quote else "There is no quote here.")
        return None

    def action_speaker(self) -> None:
        """Open the page of who says the quote."""
        if speaker := self._speaker:
            self.post_message(TargetList.Chosen(speaker))

    def narrow(self) -> None:
        """Show the events of who says the quote on the timeline."""
        if speaker := self._speaker:
            self.post_message(TargetList.Narrowed(speaker))

    def action_compare(self) -> None:
        """Take a speaker for the left column, then another for the right one; then all quotes again."""
        if self._pair:
            self._compare(None)
        elif not (speaker := self._speaker):
            return
        elif self._chosen is None or self._chosen.id == speaker.id:
            self._chosen = speaker
            key = self._keys.shown("compare")
            self.title_bar.say(f"Comparing {one_line(speaker.name)} with …: press {key} on another speaker's quote.")
        else:
            self._compare((self._chosen, speaker))

    def _compare(self, pair: tuple[NameTarget, NameTarget] | None) -> None:
        quote = self._quote
        try:
            quoted = self._matches
            if pair:
                masks = [self._library.record(NameScope.PERSON, name.id).quoted.mask for name in pair]
                either = masks[0][: len(quoted.mask)] | masks[1][: len(quoted.mask)]
                quoted = Matches(quoted.columns, quoted.clock, quoted.mask & either)
            people = [name.id for name in pair or ()]
            self._reel = QuoteSource(self._library, quoted, people, quote.event if quote else None)
        except (KeyError, LibraryError) as error:
            self.title_bar.say(str(error))
            return
        self._pair, self._chosen = pair, None
        self.title_bar.say("")
        self._show()
