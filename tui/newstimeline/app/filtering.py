"""A filter as its conditions: put one in, take it out, turn it round."""

from __future__ import annotations

from datetime import date

from newstimeline.query import QueryError, query_parts


def conditions(query: str, today: date) -> tuple[str, ...]:
    """The conditions of a filter that must all hold, a single one too; of alternatives, all together."""
    try:
        parts = tuple(part.text for part in query_parts(query, today))
    except QueryError:
        return ()
    return parts or ((query.strip(),) if query.strip() else ())


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
        if len(parts) == 1 and _has_alternatives(query, today):
            parts = [f"({parts[0]})"]
        parts.append(wanted)
    return " ".join(parts)


def _has_alternatives(query: str, today: date) -> bool:
    """Whether a further condition would join the last alternative only."""
    try:
        return not query_parts(f"{query} more", today)
    except QueryError:
        return False
