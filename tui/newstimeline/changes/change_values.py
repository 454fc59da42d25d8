"""Which values a change may have; what comes from outside is checked here."""

from __future__ import annotations

import re
from collections.abc import Callable

from newstimeline.changes.change import Kind, Value, What
from newstimeline.clean import clean_line, remove
from newstimeline.terms import QuoteKind, Status
from newstimeline.when import EdtfError, parse

LONGEST_LINE = 500
LONGEST_NOTE = 20_000
LONGEST_DATE = 100
_SURROGATE = re.compile("[\ud800-\udfff]")
_MISPLACED_BEGINNING = re.compile(r"\A[\s\u200c\u200d\ufe00-\ufe0f]+")
"""What `remove` would take off the beginning of a text once the white space before it is gone."""


class ValueProblem(ValueError):
    """A value that a change can't have; the message says what it could be."""


def checked(what: What, value: object) -> Value:
    """The value, cleaned, in the form in which it is kept.

    Raises:
        ValueProblem: it is invalid.
    """
    return _CHECKS[what](value)


def fits(what: What, kind: Kind) -> bool:
    """Whether such a change can be made to such a thing."""
    return kind in _KINDS[what]


def text_of(value: object, longest: int) -> str:
    """A text as it is, if it is one that can be stored.

    Raises:
        ValueProblem: it is none, too long, or has half of a surrogate pair, which is no character (Unicode 3.9, D75).
    """
    if not isinstance(value, str):
        raise ValueProblem("takes a text")
    if len(value) > longest:
        raise ValueProblem(f"is longer than {longest:,} characters")
    if _SURROGATE.search(value):
        raise ValueProblem("has half of a surrogate pair, which is no character")
    return value


def line_of(value: object) -> str:
    """A text as one clean line.

    Raises:
        ValueProblem: see `text_of`.
    """
    line = clean_line(text_of(value, LONGEST_NOTE))
    return text_of(line, LONGEST_LINE)


def _name(value: object) -> str:
    if not (line := line_of(value)):
        raise ValueProblem("takes some words")
    return line


def _or_none(check: Callable[[object], str]) -> Callable[[object], str | None]:
    return lambda value: None if value is None else check(value)


def _date(value: object) -> str:
    try:
        return parse(text_of(value, LONGEST_DATE).strip()).edtf
    except EdtfError as error:
        raise ValueProblem(f"takes a date such as 2025-08-15, 2025-08 or 2025~: {error}") from None


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueProblem("takes true or false")
    return value


def _one_of(values: type[Status] | type[QuoteKind]) -> Callable[[object], str]:
    def check(value: object) -> str:
        if not isinstance(value, str) or value not in tuple(str(member) for member in values):
            raise ValueProblem(f"takes {', '.join(values)}")
        return str(value)

    return check


def note_of(value: object) -> str:
    """A text of several lines, cleaned.

    Raises:
        ValueProblem: see `text_of`.
    """
    text = remove(text_of(value, 2 * LONGEST_NOTE)).rstrip()
    return text_of(_MISPLACED_BEGINNING.sub("", text), LONGEST_NOTE)


def _tags(value: object) -> str:
    text = text_of(value, LONGEST_NOTE).replace(",", " ").replace("#", " ").lower()
    return line_of(" ".join(dict.fromkeys(clean_line(text).split())))


_CHECKS: dict[What, Callable[[object], Value]] = {
    What.DATE: _or_none(_date),
    What.TITLE: _name,
    What.HIDDEN: _flag,
    What.EVENT: _name,
    What.STATUS: _or_none(_one_of(Status)),
    What.REASON: line_of,
    What.SPEAKER: _or_none(_name),
    What.KIND: _one_of(QuoteKind),
    What.NAME: _name,
    What.SAME: _or_none(_name),
    What.ROLE: _name,
    What.MARK: _or_none(line_of),
    What.NOTE: note_of,
    What.TAGS: _tags,
}
_KINDS: dict[What, tuple[Kind, ...]] = {
    **dict.fromkeys((What.DATE, What.TITLE, What.HIDDEN, What.STATUS, What.REASON, What.MARK), (Kind.EVENT,)),
    **dict.fromkeys((What.SPEAKER, What.KIND), (Kind.QUOTE,)),
    **dict.fromkeys((What.NAME, What.SAME, What.ROLE), (Kind.PERSON,)),
    What.EVENT: (Kind.ARTICLE,),
    What.NOTE: tuple(Kind),
    What.TAGS: (Kind.EVENT,),
}
