"""A filter as its conditions: put one in, take it out, turn it round."""

from __future__ import annotations

from datetime import date

from newstimeline.query import QueryError, query_parts
from newstimeline.query.query_lexer import TokenKind, scan
from newstimeline.timeline.units import Unit, begin_of, number_of
from newstimeline.when import calendar


def conditions(query: str, today: date) -> tuple[str, ...]:
    """The conditions of a filter that must all hold, each whole in itself: alternatives as one, in parentheses.

    There is none of a filter with a fault.
    """
    closed = _closed(query.strip())
    try:
        parts = query_parts(closed, today)
        alternatives = bool(closed) and not parts and not query_parts(f"{closed} more", today)
    except QueryError:
        return ()
    if alternatives:
        return (f"({closed})",)
    return tuple(part.text for part in parts) or ((closed,) if closed else ())


def _closed(query: str) -> str:
    """A query with the quotation mark and the parentheses closed that it leaves open."""
    found = list(scan(query))
    if found and found[-1][0].kind is TokenKind.TERM and not found[-1][0].quoted:
        start = found[-1][0].position
        query += '"' if any(mark in query[start:] for mark in '"“') else ""
    depth = 0
    for token, _ in found:
        depth = (
            depth + 1 if token.kind is TokenKind.OPEN else max(depth - 1, 0) if token.kind is TokenKind.CLOSE else depth
        )
    return query + ")" * depth


def joined(query: str, today: date, part: str) -> str:
    """The filter with one more condition."""
    return " ".join([*conditions(query, today), part])


def toggled(query: str, today: date, part: str, *, negated: bool) -> str:
    """The filter with a condition, or without it if it has it; negated, with its opposite or without that."""
    parts = list(conditions(query, today))
    wanted = f"-{part}" if negated else part
    other = part if negated else f"-{part}"
    if wanted in parts:
        parts.remove(wanted)
    elif other in parts and negated:
        parts[parts.index(other)] = wanted
    elif other in parts:
        parts.remove(other)
    else:
        return joined(query, today, wanted)
    return " ".join(parts)


def without(query: str, today: date, part: str) -> str:
    """The filter without one of its conditions."""
    return " ".join(one for one in conditions(query, today) if one != part)


def turned_round(query: str, today: date, part: str) -> str:
    """The filter with the opposite of one of its conditions."""
    opposite = part.removeprefix("-") if part.startswith("-") else f"-{part}"
    return " ".join(opposite if one == part else one for one in conditions(query, today))


def in_units(first: int, last: int, unit: Unit) -> str:
    """The condition that an event lies in the time from the day, month or year of one moment to that of another.

    Hours count as days, and decades and centuries as years.
    """
    unit = min(max(unit, Unit.DAY), Unit.YEAR)
    begin, end = (_edtf(number_of(moment, unit), unit) for moment in sorted((first, last)))
    return f"in:{begin}" if begin == end else f"in:{begin}/{end}"


_MOST_DAYS, _MOST_MONTHS = 200, 120
"""Of a stretch of time that is drawn with the mouse: a longer one is meant by months or years."""


def in_moments(first: int, last: int) -> str:
    """The condition for a stretch of time, in units that suit its length."""
    days = (last - first) // calendar.MINUTES_A_DAY
    unit = Unit.DAY if days <= _MOST_DAYS else Unit.MONTH if days <= _MOST_MONTHS * 30 else Unit.YEAR
    return in_units(first, last, unit)


def _edtf(number: int, unit: Unit) -> str:
    day = calendar.day_of(begin_of(number, unit))
    year = f"{day.year:0{4 + (day.year < 0)}}"
    if unit is Unit.YEAR:
        return year
    return f"{year}-{day.month:02}" if unit is Unit.MONTH else f"{year}-{day.month:02}-{day.day:02}"
