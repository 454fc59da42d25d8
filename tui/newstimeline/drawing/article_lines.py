"""The article view: the whole text, with what was found in it marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newstimeline.clean import one_line
from newstimeline.drawing.line_wrap import Mark, marked_line, wrap, wrapped
from newstimeline.drawing.pieces import Piece, Pieces
from newstimeline.model import HEADLINE, Event, Extraction, Span
from newstimeline.output.descriptions import dated_by, unextracted
from newstimeline.paragraphs import paragraphs
from newstimeline.terms import MentionKind
from newstimeline.when.date_words import describe

LEGEND: Pieces = (
    Piece("evidence", "evidence"),
    Piece("  "),
    Piece("quote", "quote"),
    Piece("  "),
    Piece("name", "name"),
    Piece("  "),
    Piece("time", "time"),
)


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article laid out for a width; its lines are drawn when they are seen."""

    text: str
    head: tuple[Pieces, ...]
    body: tuple[Span | None, ...] = ()
    """The lines of the text; None for the space between paragraphs."""
    marks: tuple[Mark, ...] = ()
    focus: int = 0
    """The line where the event's evidence (or what was asked for) begins."""

    def __len__(self) -> int:
        return len(self.head) + len(self.body)

    def line(self, number: int, current: Span | None = None) -> Pieces:
        """Draw a line, with one of the marked stretches as the one that the cursor stands on."""
        if number < len(self.head):
            return self.head[number]
        span = self.body[number - len(self.head)]
        if span is None:
            return ()
        marks = (*self.marks, Mark(current, "cursor")) if current else self.marks
        return marked_line(self.text, span, marks)

    def line_at(self, offset: int) -> int:
        """The line on which a character of the text stands, or the last one before it."""
        line = 0
        for number, span in enumerate(self.body):
            if span and span.start <= offset:
                line = number
        return len(self.head) + line


def article_page(extraction: Extraction, event: str | None, width: int, focus: Span | None = None) -> ArticlePage:
    """Lay out an article, with the evidence of one of its events marked; `focus` is a stretch to be seen first."""
    shown = event_of(extraction, event)
    head = tuple(_head(extraction, width))
    text = extraction.article.text
    if text is None:
        note = "The file that brought these events has no text for this article, so there is no evidence to show."
        return ArticlePage("", (*head, *wrapped(note, width, "warning")))
    focus = focus or evidence_of(extraction, shown)
    body = tuple(_text_lines(text, extraction.article.title, width))
    page = ArticlePage(text, head, body, tuple(marks_of(extraction, shown)), len(head))
    return replace(page, focus=page.line_at(focus.start)) if focus else page


def event_of(extraction: Extraction, event: str | None) -> Event | None:
    """The event with an id."""
    return next((item for item in extraction.events if item.id == event), None)


def evidence_of(extraction: Extraction, event: Event | None) -> Span | None:
    """The stretch to be marked as an event's evidence; none where the event stands for the whole article."""
    if event is None or event.id == HEADLINE or extraction.article.unextracted:
        return None
    return event.evidence


def _head(extraction: Extraction, width: int) -> Iterator[Pieces]:
    article = extraction.article
    yield from wrapped(one_line(article.title), width, "title strong")
    published = describe(article.published) if article.published else "no date of publication"
    published += dated_by(article.published_by)
    yield from wrapped(f"{one_line(article.source)}, {published}" if article.source else published, width, "faint")
    if article.url:
        yield from wrapped(one_line(article.url), width, "faint")
    if article.unextracted:
        yield from wrapped(_sentence(unextracted(article.unextracted)), width, "warning")
    yield ()


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _text_lines(text: str, title: str, width: int) -> Iterator[Span | None]:
    """The lines below the headline, which stands above already; None for the space between paragraphs."""
    body = [paragraph for paragraph in paragraphs(text, title) if not paragraph.headline]
    for number, paragraph in enumerate(body):
        if number:
            yield None
        yield from wrap(text, width, paragraph.start, paragraph.end)


def marks_of(extraction: Extraction, event: Event | None) -> Iterator[Mark]:
    """Everything that is marked in the text, the evidence of the event first."""
    if evidence := evidence_of(extraction, event):
        yield Mark(evidence, "evidence")
    for quote in extraction.quotes:
        yield from (Mark(span, "quote") for span in quote.spans)
    for person in extraction.people:
        yield from (
            Mark(mention.span, "name") for mention in person.mentions if mention.kind is not MentionKind.PRONOUN
        )
    for time in extraction.times:
        if time.span:
            yield Mark(time.span, "time")
