"""Dates of publication as heads of files, feeds and letters tell them: for sure, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from newstimeline.article_identity import article_id
from newstimeline.clean import clean_line
from newstimeline.model import Article
from newstimeline.reading.date_forms import UNKNOWN, Orders, is_day, normalised, parsed
from newstimeline.reading.foreign_dates import foreign_day
from newstimeline.reading.outcome import Skipped, named
from newstimeline.reading.table_dates import event_date, unix_time
from newstimeline.terms import DatedBy
from newstimeline.when import Precision, When

_LONGEST = 100
_NAMED = re.compile(r"((?:1[6-9]|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?![\d])")
_MOMENT = re.compile(
    r"(?<![\d-])(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[T ](?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s*(?P<zone>Z|[+-]\d\d:?\d\d)?)?",
    re.ASCII,
)
_NOT_THAT_DAY = re.compile(r"\d|\b(?:before|until|by|after|since|from|to|and|or|not|[ap]\.?m)\b")
"""What beside a day means that it is not understood: more digits, or words that make another date or time of it."""
_LABEL = re.compile(r"^[a-z ]{2,20}: ?")
_END_OF_DAY = re.compile(r"\b24:00(?::00)?\b")
"""An event at that time is one of the next day; what was published then bears the day that is told."""
_UNIX = re.compile(r"\d{10}|\d{13}", re.ASCII)
_ZERO = re.compile(r"000[01]-01-01.*|1970-01-01(?:T00:00(?::00(?:\.0+)?)?(?:Z|\+00:?00))?", re.ASCII)
"""What programs write that know no date: the first moments of .NET's, Go's and Unix's calendars."""


def date_told(text: str, *, orders: Orders = UNKNOWN) -> When | None:
    """The day of publication that a text is, with time and zone where ISO 8601 tells them, or the days; None where it
    is not sure, or what a program writes that knows none. `orders` are those in which the other dates of the same file
    have their parts.
    """
    when = date_as_told(text, orders=orders)
    return None if when is None or _ZERO.fullmatch(when.edtf) else when


def date_as_told(text: str, *, orders: Orders = UNKNOWN) -> When | None:
    """The same, whether it is credible or not."""
    if len(text.strip()) > _LONGEST:
        return None
    return _moment(text) or _day(text, orders)


def unread_dates(path: str, told: Iterable[tuple[str, str]]) -> Iterator[Skipped]:
    """The reason of dates of publication that can't be read, each with its place; none where there are none."""
    unread = [" ".join(filter(None, (place, f"({text[:60]})"))) for place, words in told if (text := clean_line(words))]
    if unread:
        what = f"{'a date' if len(unread) == 1 else 'dates'} of publication that can't be read for sure"
        yield Skipped(path, f"{what}, in {named(unread)}; left out. Write 2025-11-07")


def with_given(article: Article, when: When | None) -> Article:
    """The article with a date that the reader gives, if it has none itself."""
    return _with(article, when, DatedBy.GIVEN)


def with_date_of_name(article: Article, name: str) -> Article:
    """The article with the date with which its file's name begins, as those of blogs and diaries do, if it has none."""
    dated = _NAMED.match(re.split(r"[/\\]|, ", name)[-1])
    return _with(article, date_told("-".join(dated.groups())) if dated else None, DatedBy.FILE_NAME)


def _with(article: Article, when: When | None, by: DatedBy) -> Article:
    if article.published or not when:
        return article
    return replace(
        article,
        id=article_id(article.title, when, article.text or ""),
        published=when,
        published_by=by,
    )


def _moment(text: str) -> When | None:
    """A day as ISO 8601 has it, with the time of day to the minute."""
    match = _MOMENT.search(text.strip())
    if not match or _NOT_THAT_DAY.search(f"{text.strip()[: match.start()]} {text.strip()[match.end() :]}".casefold()):
        return None
    zone = match["zone"] or ""
    zone = f"{zone[:3]}:{zone[-2:]}" if zone not in ("", "Z") else zone
    return (parsed(f"{match['day']}T{match['clock']}:00{zone}") if match["clock"] else None) or parsed(match["day"])


def _day(text: str, orders: Orders) -> When | None:
    """The day or the days of a date in another form; of one with a time of day that day, as it was told there."""
    if _UNIX.fullmatch(text.strip()):
        return unix_time(text.strip())
    words = _LABEL.sub("", normalised(text))
    words = _END_OF_DAY.sub("00:00", words)
    when = event_date(words, orders=orders) or foreign_day(words)
    if when is None:
        return None
    if when.precision is Precision.RANGE:
        ends = [parsed(end) for end in when.edtf.split("/")]
        return when if all(map(is_day, ends)) else None
    day = when.whole_day()
    return day if is_day(day) else None
