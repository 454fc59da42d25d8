"""What is said of an event's date, in words: how far it can be relied on and why, and how late it was reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newstimeline.changes.change import Change, Value, What
from newstimeline.changes.change_states import State
from newstimeline.clean import one_line
from newstimeline.graphemes import shortened
from newstimeline.library.views import Annotation, ArticleInfo, EventDetail, Origin
from newstimeline.model import HEADLINE
from newstimeline.output.languages import language_name
from newstimeline.terms import LIKELY, Basis, DatedBy
from newstimeline.timeline.time_names import counted, length_name
from newstimeline.when import EdtfError, Precision, calendar, parse
from newstimeline.when.date_words import MONTHS, describe

_MOST_PLACES = 3
"""Of one article, that are named."""
CONFIDENCE: dict[Basis | None, str] = {
    Basis.STATED: "firm",
    Basis.INHERITED: "likely",
    Basis.PUBLISHED: "weak",
    Basis.CORRECTED: "yours",
    None: "unknown",
}
"""How far the date can be relied on, in a word."""


_PUBLISHED = "this is when it was published"


def unextracted(language: str) -> str:
    """That nothing was looked for in an article, and why."""
    return f"not extracted, since it is written in {language_name(language)}"


def place_of(origin: Origin) -> str:
    """Where an article stands: its address without the scheme, else the outlet, else the file."""
    url = origin.url and (origin.url.partition("://")[2] or origin.url)
    return one_line(url or origin.source or origin.path or "elsewhere")


def also_at(article: ArticleInfo) -> Iterator[str]:
    """Where else an article stands, and that other texts of it are known; a line each, none for most articles."""
    places = dict.fromkeys(place_of(origin) for origin in article.origins)
    if article.url:
        places.pop(place_of(Origin(None, article.url, None)), None)
    named = list(places)[:_MOST_PLACES]
    yield from (f"also {place}" for place in named)
    if len(places) > len(named):
        yield f"and {len(places) - len(named):,} more places"
    if article.versions:
        yield f"{counted(article.versions, 'other text')} kept; the article compares them"


_DATED_BY = {
    DatedBy.JSON_LD: "from the page's data",
    DatedBy.META: "from the page's meta tags",
    DatedBy.TIME: "from a date marked on the page",
    DatedBy.ADDRESS: "from the address",
    DatedBy.FEED: "from the feed",
    DatedBy.FILE_NAME: "from the file's name",
    DatedBy.LETTER: "from the letter's head",
    DatedBy.ISSUED: "from the reference",
    DatedBy.FRONT_MATTER: "from the head of the file",
    DatedBy.BOOK: "from the book's own description",
    DatedBy.CONTENT_CREATED: "from when the agency's text was written",
    DatedBy.VERSION_CREATED: "from when this version of the agency's item was made",
    DatedBy.FIRST_CREATED: "from when the agency's item was first made",
    DatedBy.TEXT: "from the words of the page",
    DatedBy.MODIFIED: "from when the page was last changed",
    DatedBy.GIVEN: "given by the reader",
}
"""Where a date of publication comes from."""


def dated_by(by: DatedBy | None) -> str:
    """Where a date of publication comes from, to be put after it; nothing where that is not known."""
    if by is None:
        return ""
    return f", likely, {_DATED_BY[by]}" if by in LIKELY else f", {_DATED_BY[by]}"


def publication(article: ArticleInfo) -> str:
    """When an article was published, or why that is not known."""
    if article.published:
        return describe(article.published)
    refused = one_line(article.published_refused or "")
    return f"no date of publication: it bears {refused}" if refused else "no date of publication"


def basis_sentence(event: EventDetail) -> str:
    """Why the event has its date, such as "said 'Friday'; counted from Fri 7 November 2025"."""
    language = event.article.unextracted
    if (language or event.local == HEADLINE) and event.basis is not Basis.CORRECTED:
        reason = unextracted(language) if language else "only a headline was found in this article"
        return f"{reason}; {_PUBLISHED if event.when else 'no date of publication'}"
    words = f"“{one_line(event.time_text)}”" if event.time_text else ""
    counted = f"; counted from {describe(event.anchor)}" if event.anchor and words else ""
    match event.basis:
        case Basis.STATED:
            return f"said {words}{counted}" if words else "stated in the text"
        case Basis.INHERITED:
            return f"from {words} nearby{counted}" if words else "taken from the words around it"
        case Basis.PUBLISHED:
            return f"no date in the text: {_PUBLISHED}"
        case Basis.CORRECTED:
            return "set by a reader"
        case None:
            return "the text gives no date" if event.when is None else "the file gives no reason for the date"


def delay(event: EventDetail) -> str:
    """How long after the event it was reported, where both days are known and are not the same."""
    when, published = event.when, event.article.published
    if not when or not published or when.precision > Precision.DAY or published.precision > Precision.DAY:
        return ""
    happened, reported = (moment.start // calendar.MINUTES_A_DAY for moment in (when, published))
    if reported <= happened:
        return ""
    if reported == happened + 1:
        return ", a day later"
    return f", {length_name(happened * calendar.MINUTES_A_DAY, reported * calendar.MINUTES_A_DAY)} later"


def correction(own: Annotation) -> str:
    """What was changed, by whom and when, and what had found otherwise."""
    by = f"{one_line(own.who)}, " if own.who else ""
    former = f"; {one_line(own.extractor or 'the file')} had {_found(own)}" if own.what is not What.ROLE else ""
    return f"{own.what} set by {by}{day_of(own.made)}{former}" if by else f"{own.what} set {day_of(own.made)}{former}"


def own_words(own: Iterable[Annotation]) -> Iterator[str]:
    """What a reader thinks of something and wrote on it, such as "Disputed: two sources differ" or "Note: ask"."""
    by_kind = {annotation.what: one_line(annotation.value or "") for annotation in own}
    if status := by_kind.get(What.STATUS):
        reason = by_kind.get(What.REASON)
        yield f"{status.capitalize()}: {reason}" if reason else status.capitalize()
    if What.MARK in by_kind:
        yield f"Marked: {by_kind[What.MARK]}" if by_kind[What.MARK] else "Marked"
    if tags := by_kind.get(What.TAGS):
        yield f"Tags: {tags}"
    if note := by_kind.get(What.NOTE):
        yield f"Note: {note}"


def _found(own: Annotation) -> str:
    if own.found is None:
        return "none"
    text = str(own.found)
    if own.what is What.DATE:
        try:
            return describe(parse(text))
        except EdtfError:
            return one_line(text)
    return f"“{one_line(text)}”"


STATES = {State.UNDONE: "undone", State.DROPPED: "taken back", State.RIVAL: "contradicts yours"}
"""What became of a change that is not in force."""


def changed_to(change: Change) -> str:
    """What a change set, such as "yes", "none" or "2025-08"."""
    return "without a name" if change.what is What.MARK and change.value == "" else value_in_words(change.value)


def value_in_words(value: Value) -> str:
    """A value of a change on one line, such as "yes" or "none"."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return shortened(one_line(value), 200) if value else "none"


def day_of(made: str) -> str:
    """The day of a moment in UTC, such as "8 Nov 2025"."""
    year, month, day = made[:10].split("-")
    return f"{int(day)} {MONTHS[int(month) - 1][:3]} {year}"
