"""Quotes as lines: the words as the article prints them, and who said them how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstimeline.clean import one_line
from newstimeline.drawing.line_wrap import wrapped
from newstimeline.drawing.pieces import Piece, fit
from newstimeline.drawing.targets import MoreTarget, NameTarget, QuoteTarget, TargetLine
from newstimeline.library.views import QuoteAt, QuoteSaid
from newstimeline.terms import QuoteKind
from newstimeline.timeline.time_names import counted
from newstimeline.when import When
from newstimeline.when.date_words import describe


def target_of(quote: QuoteAt) -> QuoteTarget:
    """What choosing a quote means."""
    return QuoteTarget(quote.said.id, quote.event)


def quote_lines(quote: QuoteSaid, event: int, width: int, below: str, indent: str = "") -> Iterator[TargetLine]:
    """The words, and under them a line such as `speaker_line` makes; all of them choose the quote."""
    target = QuoteTarget(quote.id, event)
    text = one_line(quote.text)
    shown = text if _has_own_marks(quote) else f"“{text}”"
    yield from (TargetLine(line, target) for line in wrapped(shown, width, "quote", indent))
    if below:
        yield from (TargetLine(line, target) for line in wrapped(below, width, "", f"{indent}  "))


def _has_own_marks(quote: QuoteSaid) -> bool:
    """An indirect quote has no marks, and one that is partly in marks shows them where they stand."""
    return quote.kind is QuoteKind.INDIRECT or (quote.kind is QuoteKind.MIXED and any(ch in quote.text for ch in '"“”'))


def speaker_line(quote: QuoteSaid) -> str:
    """Such as "— Ada Lind, mayor · warned · mixed"."""
    if not quote.speaker:
        who = f"unattributed: {one_line(quote.source)}" if quote.source else "unattributed"
    else:
        who = ", ".join((one_line(quote.speaker), *(one_line(role) for role in quote.roles[:1])))
    return " · ".join((f"— {who}", *_manner(quote)))


def _manner(quote: QuoteSaid) -> Iterator[str]:
    if quote.verb:
        yield one_line(quote.verb)
    if quote.kind is not QuoteKind.DIRECT:
        yield str(quote.kind)


def _own_line(quote: QuoteAt) -> str:
    """What is left to say of a quote on its speaker's own page."""
    details = " · ".join((*quote.said.roles[:1], *_manner(quote.said), *filter(None, [quote.outlet])))
    return f"— {one_line(details)}" if details else ""


def _full_line(quote: QuoteAt) -> str:
    return f"{speaker_line(quote.said)} · {one_line(quote.outlet)}" if quote.outlet else speaker_line(quote.said)


def quotes_in_time(
    quotes: Sequence[QuoteAt], width: int, left: int | None = None, right: int | None = None
) -> Iterator[TargetLine]:
    """Quotes under the dates of their events.

    With `left` only, a person's own, whose name needs no saying; with `right` too, those of two people (by their
    library ids) in two columns.
    """
    if right is not None:
        yield from _side_by_side(quotes, width, right)
        return
    for quote, lines in _under_dates(quotes, width):
        yield from lines
        below = _own_line(quote) if left is not None else _full_line(quote)
        yield from quote_lines(quote.said, quote.event, width, below, "  ")


def _column(width: int) -> int:
    """Cells of each of two columns with a line between."""
    return max((width - 3) // 2, 8)


def _side_by_side(quotes: Sequence[QuoteAt], width: int, right: int) -> Iterator[TargetLine]:
    column = _column(width)
    for quote, lines in _under_dates(quotes, width):
        yield from lines
        margin = (Piece(" " * column), Piece(" │ ", "rule")) if quote.said.person == right else ()
        for line in quote_lines(quote.said, quote.event, column, _own_line(quote)):
            yield TargetLine((*margin, *line.pieces), line.target)


def _under_dates(quotes: Sequence[QuoteAt], width: int) -> Iterator[tuple[QuoteAt, tuple[TargetLine, ...]]]:
    """Each quote with what stands above it: its date where that is another one, else an empty line."""
    before: When | None = None
    for number, quote in enumerate(quotes):
        lines: tuple[TargetLine, ...] = (TargetLine(()),) if number else ()
        if not number or quote.when != before:
            date = describe(quote.when) if quote.when else "Undated"
            lines = (*lines, *(TargetLine(line) for line in wrapped(date, width, "day")))
        before = quote.when
        yield quote, lines


def more_line(events: int, *, after: bool) -> TargetLine:
    """That events with quotes lie before or after what is shown."""
    words = f"… {counted(events, 'event')} with quotes {'after' if after else 'before'} these"
    return TargetLine((Piece(f"  {words}", "faint"),), MoreTarget(after))


def columns_head(pair: tuple[NameTarget, NameTarget], width: int) -> list[TargetLine]:
    """The names over the columns of two people."""
    column = _column(width)
    left, right = (fit(one_line(name.name), column) for name in pair)
    return [TargetLine((Piece(left, "name"), Piece(" │ ", "rule"), Piece(right, "name")))]


def no_quotes(width: int) -> TargetLine:
    """That there is nothing to read."""
    return TargetLine((Piece(fit("None of these events has a quote.", width), "faint"),))
