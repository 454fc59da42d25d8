"""Changes as JSON Lines, to be exchanged between readers: the format `newstimeline-changes/1`.

{"schema":"newstimeline-changes/1","id":"…","made":"2025-11-08T10:00:00+00:00","who":"Ann","what":"date",
 "target":{"kind":"event","article":"…","start":0,"end":90,"words":"…"},"value":"2025-08-15","found":"2025-08",
 "extractor":"…"}
"""

from __future__ import annotations

import json
import re

from newstimeline.changes.model import Change, Kind, Target, Value, What
from newstimeline.changes.values import ValueProblem, checked, fits
from newstimeline.clean import clean_line, remove
from newstimeline.model import Span

SCHEMA = "newstimeline-changes/1"
_ID = re.compile(r"[0-9a-zA-Z-]{8,64}\Z")
_LONGEST = 20_000


class ChangeError(ValueError):
    """A line that is no change; the message says why."""


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
        ChangeError: it is no JSON object of this format, or its value means nothing.
    """
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise ChangeError("it is no JSON") from None
    if not isinstance(record, dict) or record.get("schema") != SCHEMA:
        raise ChangeError(f"it is no change of the format {SCHEMA}")
    try:
        what = What(str(record.get("what")))
    except ValueError:
        raise ChangeError(f"what takes {', '.join(What)}") from None
    target = _target(record.get("target"))
    if not fits(what, target.kind):
        raise ChangeError(f"{target.kind} has no {what}")
    try:
        value = checked(what, record.get("value"))
    except ValueProblem as problem:
        raise ChangeError(f"{what} {problem}") from None
    return Change(
        id=_id(record.get("id")),
        made=_text(record, "made")[:40],
        who=_text_or_none(record, "who"),
        what=what,
        target=target,
        value=value,
        found=_plain(record.get("found")),
        extractor=_text_or_none(record, "extractor"),
    )


def _target(value: object) -> Target:
    if not isinstance(value, dict):
        raise ChangeError("it has no target")
    try:
        kind = Kind(str(value.get("kind")))
    except ValueError:
        raise ChangeError(f"the target's kind is one of {', '.join(Kind)}") from None
    article = _text_or_none(value, "article")
    if article is None and kind is not Kind.PERSON:
        raise ChangeError("the target has no article")
    start, end = value.get("start"), value.get("end")
    span = None
    if isinstance(start, int) and isinstance(end, int):
        if not 0 <= start <= end:
            raise ChangeError("the target's end lies before its start")
        span = Span(start, end)
    words = value.get("words")
    if not isinstance(words, str) or len(words) > _LONGEST:
        raise ChangeError("the target has no words")
    return Target(kind, article, span, words)


def _id(value: object) -> str:
    if not isinstance(value, str) or not _ID.match(value):
        raise ChangeError("it has no id of letters and digits")
    return value


def _text(record: dict[str, object], key: str) -> str:
    value = record.get(key)
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise ChangeError(f"{key} must be a text")
    return clean_line(value)


def _text_or_none(record: dict[str, object], key: str) -> str | None:
    return _text(record, key) if record.get(key) is not None else None


def _plain(value: object) -> Value:
    """What was found is only shown."""
    if isinstance(value, str):
        return remove(value[:_LONGEST])
    return value if isinstance(value, bool) else None
