"""The page of a person, a place or an outlet: when, as what, with whom, and every quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstimeline.changes.change import What
from newstimeline.clean import one_line
from newstimeline.drawing.annotation_lines import own_lines
from newstimeline.drawing.bars import bar
from newstimeline.drawing.cells import cell_len
from newstimeline.drawing.line_wrap import wrapped
from newstimeline.drawing.pieces import Piece, Pieces, cut, fit
from newstimeline.drawing.quote_lines import more_line, quotes_in_time
from newstimeline.drawing.strip_lines import Signs, axis_row, bar_rows, label_row
from newstimeline.drawing.targets import NameTarget, TargetLine, section
from newstimeline.library.views import Counted, Profile, QuoteAt, RoleSeen
from newstimeline.query import NameScope
from newstimeline.timeline.density import Window
from newstimeline.timeline.scale import fold_scale, ticks
from newstimeline.timeline.time_names import counted, days_name, span_name
from newstimeline.when import calendar

WORDS = {NameScope.PERSON: "person", NameScope.PLACE: "place", NameScope.SOURCE: "outlet"}
_STRIP_ROWS = 2
_MOST_NAMES = 8
"""Of each kind; all of them are facets of the filter."""
_BAR = 8


def profile_lines(record: Profile, quotes: Sequence[QuoteAt], further: int, width: int) -> list[TargetLine]:
    """Lay out a record with some of its quotes; `further` is the number of events with quotes that are not among them.

    The order is that of a reader's questions: who, when, as what, with whom, where, and in which words.
    """
    width = max(width, 8)
    person = record.id if record.scope is NameScope.PERSON else None
    return [
        *(TargetLine(line) for line in wrapped(one_line(record.name), width, "title strong")),
        *(TargetLine(line) for line in wrapped(_summary(record), width, "faint")),
        *(TargetLine(line) for line in _own(record, width)),
        *_strip(record, width),
        *_roles(record.roles, width),
        *_names("People" if person is None else "With", NameScope.PERSON, record.people, width),
        *_names("Places", NameScope.PLACE, record.places, width),
        *_names("Outlets", NameScope.SOURCE, record.sources, width),
        *_quotes(record, quotes, further, width, person),
    ]


def _summary(record: Profile) -> str:
    parts = [WORDS[record.scope], counted(len(record.events), "event")]
    if len(record.quoted):
        parts.append(f"{len(record.quoted):,} with quotes")
    if record.first and record.last:
        parts.append(span_name(record.first, record.last))
    return " · ".join(parts)


def _own(record: Profile, width: int) -> Iterator[Pieces]:
    """What readers made of a person: who else that is, the role that they give, their note."""
    if record.also:
        yield from wrapped(f"also {', '.join(one_line(name) for name in record.also)}", width, "faint")
    for own in record.own:
        if own.what is What.ROLE and own.value:
            yield from wrapped(one_line(own.value), width, "name")
    yield from own_lines([own for own in record.own if own.what is not What.SAME], width)


def _strip(record: Profile, width: int) -> Iterator[TargetLine]:
    events = record.events
    if not (record.first and record.last) or record.last.start - record.first.start < calendar.MINUTES_A_DAY:
        return
    scale = fold_scale(events.dates, width)
    assert scale
    density = Window(events.dates, scale.borders).density()
    yield TargetLine(())
    yield from (TargetLine(row) for row in bar_rows(density, scale, _STRIP_ROWS))
    yield TargetLine(axis_row(scale, Signs()))
    yield TargetLine(label_row(ticks(scale), scale.width))


def _roles(roles: Sequence[RoleSeen], width: int) -> Iterator[TargetLine]:
    if not roles:
        return
    yield from section("Roles, as reported", width)
    for role in roles:
        yield from (TargetLine(line) for line in wrapped(one_line(role.role), width, "", "  "))
        yield from (TargetLine(line) for line in wrapped(_role_seen(role), width, "faint", "    "))


def _role_seen(role: RoleSeen) -> str:
    articles = counted(role.articles, "article")
    if role.first is None or role.last is None:
        return articles
    return f"{days_name(role.first, role.last)}, {articles}"


def _names(name: str, scope: NameScope, names: Sequence[Counted], width: int) -> Iterator[TargetLine]:
    if not names:
        return
    yield from section(name, width)
    most = names[0].events
    longest = max(len(f"{most:,}"), 3)
    room = min(max(cell_len(one_line(entry.name)) for entry in names[:_MOST_NAMES]) + 1, width - _BAR - longest - 4)
    for entry in names[:_MOST_NAMES]:
        pieces = (
            Piece("  "),
            Piece(fit(one_line(entry.name), room), "name"),
            Piece(" "),
            Piece(bar(entry.events, most, _BAR), "bar"),
            Piece(f"{entry.events:>{longest},}", "faint"),
        )
        yield TargetLine(cut(pieces, width), NameTarget(scope, entry.id, entry.name))


def _quotes(
    record: Profile, quotes: Sequence[QuoteAt], further: int, width: int, person: int | None
) -> Iterator[TargetLine]:
    if not quotes:
        return
    yield from section("Quotes", width)
    yield from quotes_in_time(quotes, width, person)
    if further:
        yield TargetLine(())
        yield more_line(further, after=True)
