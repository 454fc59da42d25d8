"""Changes as JSON Lines, to be exchanged between readers: the format `newstimeline-changes/1`.

{"schema":"newstimeline-changes/1","id":"…","made":"2025-11-08T10:00:00+00:00","who":"Ann","what":"date",
 "target":{"kind":"event","article":"…","start":0,"end":90,"words":"…"},"value":"2025-08-15","found":"2025-08",
 "extractor":"…"}

The library keeps each change in this form too, so what is written, what is read again and what comes from elsewhere
follows one grammar: a change that `load_change` returns is the same after `dump_change` and `load_change`.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

from newstimeline.changes.change import Change, Kind, Target, Value, What
from newstimeline.changes.change_values import LONGEST_NOTE, ValueProblem, checked, fits, line_of, text_of
from newstimeline.clean import remove
from newstimeline.model import Span

SCHEMA = "newstimeline-changes/1"
_ID = re.compile(r"(?=.{8,64}\Z)[0-9a-zA-Z]+(?:-[0-9a-zA-Z]+)*\Z")
_ARTICLE = re.compile(r"[!-~]{1,200}\Z")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)\Z", re.ASCII)
"""RFC 3339, 5.6."""
_LONGEST_WORDS = 100_000
_LAST_OFFSET = 2**31 - 1
"""No text that SQLite stores is longer (https://www.sqlite.org/limits.html)."""
_ACROSS = (What.SAME,)
"""What can be said of a person across all articles only."""


class ChangeError(ValueError):
    """A line that is not a valid change; the message says why."""


def dump_change(change: Change) -> str:
    """A change as one line of JSON, without the line's end."""
    target = change.target
    where = {"start": target.span.start, "end": target.span.end} if target.span else {}
    record = {
        "schema": SCHEMA,
        "id": change.id,
        "made": change.made,
        "who": change.who,
        "what": str(change.what),
        "target": {"kind": str(target.kind), "article": target.article, **where, "words": target.words},
        "value": change.value,
        "found": change.found,
        "extractor": change.extractor,
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def load_change(line: str) -> Change:
    """Read a line.

    Raises:
        ChangeError: it is no JSON object of this format, or something in it does not follow the grammar.
    """
    record = _object(line)
    if record.get("schema") != SCHEMA:
        raise ChangeError(f"it is not a change in the format {SCHEMA}")
    what = _what(record.get("what"))
    target = _target(record.get("target"))
    if not fits(what, target.kind):
        raise ChangeError(f"{target.kind} has no {what}")
    if what in _ACROSS and target.article is not None:
        raise ChangeError(f"{what} takes a person across all articles, so the target has no article")
    try:
        value = checked(what, record.get("value"))
    except ValueProblem as problem:
        raise ChangeError(f"{what} {problem}") from None
    return Change(
        id=_id(record.get("id")),
        made=_moment(record.get("made")),
        who=_line_or_none(record, "who"),
        what=what,
        target=target,
        value=value,
        found=_found(record.get("found")),
        extractor=_line_or_none(record, "extractor"),
    )


def settled(change: Change) -> Change:
    """A change as it will be read again.

    Raises:
        ChangeError: it does not follow the grammar, so it would be none.
    """
    return load_change(dump_change(change))


def _object(line: str) -> dict[str, object]:
    try:
        record = json.loads(line, object_pairs_hook=_once_each, parse_constant=_refuse_constant)
    except ChangeError:
        raise
    except RecursionError:
        raise ChangeError("its JSON is nested too deeply") from None
    except ValueError:
        raise ChangeError("it is not JSON") from None
    if not isinstance(record, dict):
        raise ChangeError(f"it is not a change in the format {SCHEMA}")
    return record


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Keys must be unique: what reads the first of two and what reads the last see different changes (RFC 8259, 4)."""
    record = dict(pairs)
    if len(record) < len(pairs):
        raise ChangeError("it has a key twice")
    return record


def _refuse_constant(name: str) -> object:
    raise ChangeError(f"it is not JSON, which has no {name}")


def _what(value: object) -> What:
    try:
        return What(str(value))
    except ValueError:
        raise ChangeError(f"what takes {', '.join(What)}") from None


def _target(value: object) -> Target:
    if not isinstance(value, dict):
        raise ChangeError("it has no target")
    try:
        kind = Kind(str(value.get("kind")))
    except ValueError:
        raise ChangeError(f"the target's kind is one of {', '.join(Kind)}") from None
    article = value.get("article")
    if article is None and kind is not Kind.PERSON:
        raise ChangeError("the target has no article")
    if article is not None and not (isinstance(article, str) and _ARTICLE.match(article)):
        raise ChangeError("the target's article is not an id")
    try:
        words = text_of(value.get("words"), _LONGEST_WORDS)
    except ValueProblem as problem:
        raise ChangeError(f"target.words {problem}") from None
    return Target(kind, article, _span(value, kind), words)


def _span(target: dict[str, object], kind: Kind) -> Span | None:
    start, end = target.get("start"), target.get("end")
    if start is None and end is None:
        return None
    if kind not in (Kind.EVENT, Kind.QUOTE):
        raise ChangeError(f"{kind} has no start and end")
    if type(start) is not int or type(end) is not int:  # a bool is an int to Python
        raise ChangeError("the target's start and end are whole numbers, both or none")
    if not 0 <= start <= end:
        raise ChangeError("the target's end lies before its start")
    if end > _LAST_OFFSET:
        raise ChangeError("the target's end lies beyond any text")
    return Span(start, end)


def _id(value: object) -> str:
    if not isinstance(value, str) or not _ID.match(value):
        raise ChangeError("it has no id of 8 to 64 letters and digits")
    return value


def _moment(value: object) -> str:
    """A moment in UTC, to the second."""
    if isinstance(value, str) and _MOMENT.match(value):
        try:
            return datetime.fromisoformat(value.upper()).astimezone(UTC).isoformat(timespec="seconds")
        except (ValueError, OverflowError):
            pass
    raise ChangeError("made takes a moment such as 2025-11-08T10:00:00+00:00")


def _line_or_none(record: dict[str, object], key: str) -> str | None:
    value = record.get(key)
    try:
        return None if value is None else line_of(value)
    except ValueProblem as problem:
        raise ChangeError(f"{key} {problem}") from None


def _found(value: object) -> Value:
    """What was found is only shown, so a part of a long text will do."""
    if value is None or isinstance(value, bool):
        return value
    if not isinstance(value, str):
        raise ChangeError("found takes a text, true, false or null")
    try:
        return remove(text_of(value[:LONGEST_NOTE], LONGEST_NOTE))
    except ValueProblem as problem:
        raise ChangeError(f"found {problem}") from None
