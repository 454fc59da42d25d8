"""What the main screen says: how much is shown, how the reading goes, what was just done, and what is wrong."""

from __future__ import annotations

from newstimeline.app.browse_parts.navigation import Navigation
from newstimeline.app.browse_parts.panes import Panes
from newstimeline.browser.article_feed import Feed, Progress
from newstimeline.browser.questions import Excluding
from newstimeline.browser.status_text import KeyNames, mode, news_of_reading, of_answer, what_excludes, why_empty


class StatusLine:
    """The words of the first line, and those in place of an empty list."""

    def __init__(self, panes: Panes, navigation: Navigation, keys: KeyNames, feed: Feed | None) -> None:
        """`keys` names the keys in the messages; `feed` is what is being read."""
        self._panes = panes
        self._navigation = navigation
        self._keys = keys
        self._feed = feed
        self._after_leap = ""

    @property
    def progress(self) -> Progress | None:
        """The progress of reading; None if nothing is being read."""
        return self._feed.progress if self._feed else None

    def say(self, note: str) -> None:
        """Say something until something else is said or selected."""
        self._panes.title.say(note)

    def say_over_leap(self, note: str) -> None:
        """Say something about a leap, which stays once the leap has selected its event."""
        self._after_leap = note
        self.say(note)

    def settle(self) -> None:
        """Clear what was said before another event was selected."""
        self.say(self._after_leap)
        self._after_leap = ""

    def show_counts(self) -> None:
        """Say how many events are shown, and how the reading goes."""
        answer = self._navigation.answer
        assert answer
        self._panes.search.show_count(f"{len(answer.meant):,} of {len(answer.meant.timed):,}")
        news = news_of_reading(self.progress, self._keys)
        self._panes.title.show(of_answer(answer), news, mode(self._navigation.session, self._keys))

    def explain_nothing(self) -> None:
        self._panes.timeline.say(why_empty(self._navigation.view, self.progress, self._keys))

    def explain_exclusion(self, excluding: Excluding) -> None:
        """Say which part of the filter excludes everything."""
        self._panes.timeline.say(what_excludes(excluding.part, excluding.events, self._keys))

    def show_trouble(self, message: str) -> None:
        """Say what is wrong with the library, in place of what can't be shown."""
        self._panes.timeline.say(message)
        self._panes.title.show("", "the library can't be read")
