"""Which dates of publication are believed: one rule for all readers.

Programs that have no date write the first one that they know: 0001-01-01 (.NET, Go) or 1970-01-01T00:00Z (Unix). Others
tell when something will be published, or what an event is dated. None of these says when an article was published.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TypeVar

from newstimeline.article_identity import article_id
from newstimeline.clean import clean_line, one_line
from newstimeline.model import Article
from newstimeline.reading.date_forms import UNKNOWN, Orders
from newstimeline.reading.outcome import Skipped
from newstimeline.reading.publication_date_forms import date_as_told, date_told
from newstimeline.terms import DatedBy
from newstimeline.when import Precision, When, calendar

Clock = Callable[[], date]
Item = TypeVar("Item")
FIRST_YEAR = 1450
"""About then Gutenberg began to print; what a program dates earlier has no date."""
_BY_HAND = frozenset({None, DatedBy.FRONT_MATTER, DatedBy.ISSUED, DatedBy.GIVEN, DatedBy.FILE_NAME})
"""Where people write dates, which may well be of long ago; programs fill in nothing there."""
_UNIX_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST = 80
_YEAR = re.compile(r"(?<![\d+:-])\d{4}(?![\d:])", re.ASCII)
"""Not the zone "+0300"."""
_BASIC = re.compile(r"\A((?:19|20)\d\d)(\d\d)(\d\d)(?:(?=\Z)|(T\d\d:?\d\d.*\Z))", re.ASCII)
"""The basic format of ISO 8601, 20251107T101112."""


def utc_today() -> date:
    """The day that it is."""
    return datetime.now(UTC).date()


@dataclass(frozen=True, slots=True)
class Claim:
    """What a statement of a date of publication comes to."""

    when: When | None = None
    """None where it says nothing, or what it says is not believed."""
    refused: str = ""
    """The date that is not believed, as it stands there."""
    objection: str = ""


def read_claim(text: str, today: date, orders: Orders = UNKNOWN) -> Claim:
    """What a statement that some program has written says."""
    words = clean_line(text)[:_LONGEST]
    if not words or not (when := date_as_told(_BASIC.sub(r"\1-\2-\3\4", words), orders=orders)):
        return Claim()
    years = _YEAR.findall(words)
    if years and when.edtf[:4] not in years:  # "01 Jan 0001" is none of 2001, and "May 3-5, 2024" none of 2005
        return Claim(refused=words, objection="could not be read for sure")
    if reason := objection(when, today):
        return Claim(refused=words, objection=reason)
    return Claim(when)


def objection(when: When, today: date, *, by_hand: bool = False) -> str:
    """Why a date can be none of publication, to be put after "it"; nothing where it can.

    A day after today is believed: where it was published, it may have begun.
    """
    if when.start >= calendar.moment_after(today) + calendar.MINUTES_A_DAY:
        return "is after today"
    if by_hand:
        return ""
    if when.start < calendar.minute_of(FIRST_YEAR):
        return "is before anything was printed"
    if _is_unix_epoch(when):
        return "is what programs write that know no date"
    return ""


def first_claim(claims: Iterable[tuple[DatedBy, str]], today: date) -> tuple[When | None, DatedBy | None]:
    """The first statement that is believed, else the first that says anything; `believed` then tells why it is not."""
    told = [(by, text, read_claim(text, today)) for by, text in claims]
    for by, _, claim in told:
        if claim.when:
            return claim.when, by
    return next(((date_told(text), by) for by, text, claim in told if claim.refused), (None, None))


def refusal(refused: str, reason: str) -> str:
    """What a report says of a date that is not believed."""
    return f"its date of publication, {one_line(refused)}, {reason}; the article is kept without it"


def believed(items: Iterable[Item], clock: Clock = utc_today) -> Iterator[Item | Article | Skipped]:
    """What a reader finds, its articles without the dates that are not believed, and the reason of each."""
    for item in items:
        if not isinstance(item, Article) or not item.published:
            yield item
            continue
        by_hand = item.published_by in _BY_HAND
        reason = objection(item.published, clock(), by_hand=by_hand)
        if not reason:
            yield item
            continue
        refused = item.published.edtf
        identity = article_id(item.title, None, item.text or "")
        yield replace(item, id=identity, published=None, published_by=None, published_refused=refused)
        yield Skipped(item.path or item.title, f"“{one_line(item.title)[:60]}”: {refusal(refused, reason)}")


def _is_unix_epoch(when: When) -> bool:
    """Whether it is the day, or in its own time zone the moment, from which Unix counts."""
    if when.precision is Precision.DAY:
        return when.edtf == "1970-01-01"
    if when.precision is not Precision.MINUTE:
        return False
    try:
        moment = datetime.fromisoformat(when.edtf)
    except ValueError:
        return False
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) == _UNIX_EPOCH
