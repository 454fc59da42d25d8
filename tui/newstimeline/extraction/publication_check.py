"""Whether an article can have been published when it says: its own text may tell otherwise.

A page that is updated keeps the date of its first version, and tells of what came later; one that is copied or crawled
may bear the day of that, years after the posts that it quotes as today's. Such a date is not used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from newstimeline.extraction.quotes.posts import Post
from newstimeline.extraction.times.resolver import Direction
from newstimeline.model import Span, TimeExpression
from newstimeline.when import Precision, When
from newstimeline.when.calendar import MINUTES_A_DAY

_AFTER = 7 * MINUTES_A_DAY
"""How much later something told as past must lie: a date beside the article's may be that of a place further east."""
_LONG_BEFORE = 60 * MINUTES_A_DAY
"""How much earlier posts that are quoted as news must lie."""
_PLACING = re.compile(r"\b(?:in|on|since|during)\s+$", re.IGNORECASE)
_REACH = 40
"""Characters before a date in which its preposition may stand."""


def objection(
    text: str,
    times: Sequence[TimeExpression],
    posts: Sequence[Post],
    published: When,
    direction_at: Callable[[Span], Direction],
) -> str:
    """Why the article can't be of that day, to be put after "it"; nothing where it can.

    Args:
        text: the article's text.
        times: its time expressions, of which those that name a year by themselves count.
        posts: the posts that it quotes whole.
        published: the date that is in question.
        direction_at: the direction of time at a place, by the tense there.
    """
    explicit = [time for time in times if time.anchor is None and time.when and time.when.precision <= Precision.MONTH]
    for time in explicit:
        assert time.when is not None
        assert time.span is not None
        is_past = direction_at(time.span) is Direction.PAST and _placed(text, time)
        if is_past and time.when.start >= published.end + _AFTER:
            return f"is before “{time.text}”, of which the text tells as past"
    signed = {post.date.end for post in posts}
    posted = [time for time in explicit if time.span and time.span.end in signed]
    latest = max((time.when.start for time in explicit if time.when), default=0)
    if posted and latest < published.start - _LONG_BEFORE and _names_days(times):
        return f"is long after the posts that the text quotes, of {posted[-1].text}"
    return ""


def _placed(text: str, time: TimeExpression) -> bool:
    """Whether something is placed in or on the date, rather than due "until November"."""
    assert time.span is not None
    return _PLACING.search(text[max(0, time.span.start - _REACH) : time.span.start]) is not None


def _names_days(times: Sequence[TimeExpression]) -> bool:
    """Whether the text speaks of days without their dates, as news does of the days before it appears."""
    return any(time.anchor and time.when and time.when.precision <= Precision.DAY for time in times)
