"""The page of a person, a place or an outlet."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from newstimeline.app.screens.page_screen import Page
from newstimeline.app.widgets.target_list import TargetList
from newstimeline.browser.quote_source import QuoteSource
from newstimeline.drawing.profile_lines import WORDS, profile_lines
from newstimeline.drawing.quote_lines import target_of
from newstimeline.drawing.targets import NameTarget, Target, TargetLine
from newstimeline.editing.change_writer import ChangeWriter
from newstimeline.editing.editable_fields import Field, person_fields
from newstimeline.library.errors import LibraryError
from newstimeline.library.library import Library
from newstimeline.query import NameScope


class ProfileScreen(Page):
    """All that the library knows of someone or something."""

    def __init__(self, library: Library, name: NameTarget, pen: ChangeWriter) -> None:
        """Look it up.

        Raises:
            KeyError: the library does not have it.
            LibraryError: the library can't be read.
        """
        super().__init__(WORDS[name.scope], pen)
        self._library = library
        self._whose = name
        self._read()

    def _read(self) -> None:
        name = self._whose
        self._record = self._library.record(name.scope, name.id)
        whose = [self._record.id] if name.scope is NameScope.PERSON else ()
        self._reel = QuoteSource(self._library, self._record.quoted, whose)

    @property
    def fields(self) -> tuple[Field, ...]:
        return person_fields(self._record) if self._whose.scope is NameScope.PERSON else ()

    def show_written(self) -> None:
        with suppress(KeyError, LibraryError):
            self._read()
        self.page_lines.lay_out()

    def lines(self, width: int) -> Sequence[TargetLine]:
        return profile_lines(self._record, self._reel.quotes, self._reel.after, width)

    def read_more(self, *, after: bool) -> Target | None:
        further = self._reel.read_on()
        return target_of(further) if further else None

    def narrow(self) -> None:
        self.post_message(TargetList.Narrowed(self._whose))
