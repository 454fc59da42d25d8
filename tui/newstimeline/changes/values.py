"""Which values a change may have; what comes from outside is checked here."""

from __future__ import annotations

from collections.abc import Callable

from newstimeline.changes.model import Kind, Value, What
from newstimeline.clean import clean_line, remove
from newstimeline.terms import QuoteKind, Status
from newstimeline.when import EdtfError, parse

_LONGEST_LINE = 500
_LONGEST_NOTE = 20_000


class ValueProblem(ValueError):
    """A value that a change can't have; the message says what it could be."""


def checked(what: What, value: object) -> Value:
    """The value, cleaned, in the form in which it is kept.

    Raises:
        ValueProblem: it means nothing.
    """
    return _CHECKS[what](value)


def fits(what: What, kind: Kind) -> bool:
    """Whether such a change can be made to such a thing."""
    return kind in _KINDS[what]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueProblem("takes a text")
    return value


def _line(value: object) -> str:
    line = clean_line(_text(value))
    if len(line) > _LONGEST_LINE:
        raise ValueProblem(f"is longer than {_LONGEST_LINE} characters")
    return line


def _name(value: object) -> str:
    if not (line := _line(value)):
        raise ValueProblem("takes some words")
    return line


def _or_none(check: Callable[[object], str]) -> Callable[[object], str | None]:
    return lambda value: None if value is None else check(value)


def _date(value: object) -> str:
    try:
        return parse(_text(value).strip()).edtf
    except EdtfError as error:
        raise ValueProblem(f"takes a date such as 2025-08-15, 2025-08 or 2025~: {error}") from None


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueProblem("takes true or false")
    return value


def _one_of(values: type[Status] | type[QuoteKind]) -> Callable[[object], str]:
    def check(value: object) -> str:
        if value not in tuple(str(one) for one in values):
            raise ValueProblem(f"takes {', '.join(values)}")
        return str(value)

    return check


def _note(value: object) -> str:
    text = remove(_text(value)).strip()
    if len(text) > _LONGEST_NOTE:
        raise ValueProblem(f"is longer than {_LONGEST_NOTE} characters")
    return text


def _tags(value: object) -> str:
    words = _line(value).replace(",", " ").replace("#", " ").split()
    return " ".join(dict.fromkeys(word.lower() for word in words))


_CHECKS: dict[What, Callable[[object], Value]] = {
    What.DATE: _or_none(_date),
    What.TITLE: _name,
    What.HIDDEN: _flag,
    What.EVENT: _name,
    What.STATUS: _or_none(_one_of(Status)),
    What.REASON: _line,
    What.SPEAKER: _or_none(_name),
    What.KIND: _one_of(QuoteKind),
    What.NAME: _name,
    What.SAME: _or_none(_name),
    What.ROLE: _name,
    What.MARK: _or_none(_line),
    What.NOTE: _note,
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
