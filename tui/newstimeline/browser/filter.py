"""A filter as a value: its text, its meaning, and the same with a condition added, removed or negated."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from newstimeline.query import Part, Query, QueryError, parse_query, query_parts
from newstimeline.query.query_lexer import TokenKind, scan


@dataclass(frozen=True)
class Filter:
    """What narrows the timeline, as it was typed; it is parsed once, when its meaning is first asked for."""

    text: str = ""
    today: date = field(default=date.max, compare=False)
    """What "last week" is counted from; two filters with one text are equal."""

    def __bool__(self) -> bool:
        """Whether it has any text."""
        return bool(self.text.strip())

    def on(self, today: date) -> Filter:
        """The same filter on another day."""
        return self if self.today == today else replace(self, today=today)

    @cached_property
    def _parsed(self) -> Query | QueryError:
        try:
            return parse_query(self.text, self.today)
        except QueryError as error:
            return error

    @property
    def query(self) -> Query:
        """Its meaning.

        Raises:
            QueryError: it is invalid.
        """
        if isinstance(self._parsed, QueryError):
            raise self._parsed.with_traceback(None)
        return self._parsed

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The conditions that must all hold; none where only one does, or alternatives.

        Raises:
            QueryError: it is invalid.
        """
        return tuple(query_parts(self.text, self.today))

    @cached_property
    def conditions(self) -> tuple[str, ...]:
        """The conditions that must all hold, each whole in itself: alternatives as one, in parentheses.

        A filter with an error has none.
        """
        closed = _closed(self.text.strip())
        try:
            parts = query_parts(closed, self.today)
            alternatives = bool(closed) and not parts and not query_parts(f"{closed} more", self.today)
        except QueryError:
            return ()
        if alternatives:
            return (f"({closed})",)
        return tuple(part.text for part in parts) or ((closed,) if closed else ())

    def _of(self, *conditions: str) -> Filter:
        return Filter(" ".join(conditions), self.today)

    def joined(self, condition: str) -> Filter:
        """With one more condition."""
        return self._of(*self.conditions, condition)

    def toggled(self, condition: str, *, negated: bool) -> Filter:
        """With a condition, or without it if it has it; negated, with its opposite or without that."""
        conditions = list(self.conditions)
        chosen = f"-{condition}" if negated else condition
        opposite = condition if negated else f"-{condition}"
        if chosen in conditions:
            conditions.remove(chosen)
        elif opposite in conditions and negated:
            conditions[conditions.index(opposite)] = chosen
        elif opposite in conditions:
            conditions.remove(opposite)
        else:
            conditions.append(chosen)
        return self._of(*conditions)

    def without(self, condition: str) -> Filter:
        """Without one of its conditions."""
        return self._of(*(other for other in self.conditions if other != condition))

    def without_last(self) -> Filter:
        """Without the last of its conditions."""
        return self._of(*self.conditions[:-1])

    def turned_round(self, condition: str) -> Filter:
        """With the opposite of one of its conditions."""
        opposite = condition.removeprefix("-") if condition.startswith("-") else f"-{condition}"
        return self._of(*(opposite if other == condition else other for other in self.conditions))


NO_FILTER = Filter()
"""It means every event."""


def _closed(query: str) -> str:
    """A query with the quotation mark and the parentheses closed that it leaves open."""
    tokens = list(scan(query))
    if tokens and tokens[-1][0].kind is TokenKind.TERM and not tokens[-1][0].quoted:
        start = tokens[-1][0].position
        query += '"' if any(mark in query[start:] for mark in '"“') else ""
    depth = 0
    for token, _ in tokens:
        if token.kind is TokenKind.OPEN:
            depth += 1
        elif token.kind is TokenKind.CLOSE:
            depth = max(depth - 1, 0)
    return query + ")" * depth
