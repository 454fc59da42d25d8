"""What an export is made of: matches and their articles, read one after the other as they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from newstimeline.library.library import Library
from newstimeline.library.matches import Matches
from newstimeline.library.views import ArticleInfo, EventDetail
from newstimeline.timeline.time_names import counted
from newstimeline.when import calendar


class Unfit(Exception):
    """A format can't express the matches; the message says why in one line."""


@dataclass(frozen=True, slots=True)
class Material:
    """The events of one export."""

    library: Library
    matches: Matches
    whole: bool
    """Whether everything was asked for: then articles without events belong to it as well."""
    title: str
    today: date
    say: Callable[[str], None]
    """Tells the user what the format leaves out."""
    raw: bool = False
    """Whether cells may begin as formulas do."""

    def events(self) -> Iterator[EventDetail]:
        """The events, in their order."""
        return (self.library.detail(int(event)) for event in self.matches.ids())

    def dated(self, years: range | None = None) -> Iterator[EventDetail]:
        """The events that have a date, and where `years` are given, one that begins and ends within them.

        How many have none, or another one, is said at the end: a format without a place for them loses none in
        silence.
        """
        undated = beyond = 0
        for event in self.events():
            if event.when is None:
                undated += 1
            elif years is not None and not _lies_within(event, years):
                beyond += 1
            else:
                yield event
        if undated:
            self.say(f"left out, since this format has no place for undated events: {counted(undated, 'event')}")
        if beyond and years is not None:
            self.say(
                f"left out, since this format covers only the years {years.start} to {years.stop - 1}:"
                f" {counted(beyond, 'event')}"
            )

    def articles(self) -> Iterator[ArticleInfo]:
        """The articles, by their dates of publication."""
        return map(self.library.article_info, (n for n, _ in self.library.articles(self.matches, whole=self.whole)))

    def evidence(self, event: EventDetail) -> str | None:
        """The words that an event rests on, as one line."""
        return self.library.words(event.article.id, event.evidence)


def _lies_within(event: EventDetail, years: range) -> bool:
    when = event.when
    return (
        when is not None and calendar.day_of(when.start).year in years and calendar.day_of(when.end - 1).year in years
    )
