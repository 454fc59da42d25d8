"""What a reader copies: a citation, a quote with its source, a row."""

from __future__ import annotations

from newstimeline.clean import one_line
from newstimeline.library.views import ArticleInfo, EventDetail, EventRow, QuoteSaid
from newstimeline.output.event_lines import plain_line
from newstimeline.when import Precision, When
from newstimeline.when.date_words import describe


def citation(article: ArticleInfo, *, with_address: bool = True) -> str:
    """Outlet, headline, date and address, as far as they are known: "The Post, “Headline”, 7 November 2025, https://…"."""
    published = _date(article.published.whole_day()) if article.published else None
    parts = (article.source, f"“{one_line(article.title)}”", published, article.url if with_address else None)
    return ", ".join(one_line(part) for part in parts if part)


def _date(when: When) -> str:
    """In words, without the weekday."""
    words = describe(when)
    return words.partition(" ")[2] if when.precision is Precision.DAY else words


def quotation(quote: QuoteSaid, article: ArticleInfo) -> str:
    """A quote with who said it and where it stands."""
    words = quote.kind.marked(one_line(quote.text))
    role = f", {one_line(quote.roles[0])}" if quote.roles else ""
    speaker = one_line(quote.by)
    return f"{words} — {speaker}{role} ({citation(article)})"


def row(event: EventDetail) -> str:
    """As `newstimeline list` prints it."""
    return plain_line(EventRow(event.id, event.title, event.when, event.basis, len(event.quotes)))
