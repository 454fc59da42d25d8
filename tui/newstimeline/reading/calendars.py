"""Calendars (iCalendar, RFC 5545, and vCalendar 1.0 before it): each of their events, at the time zone that it names.

They are read an event at a time, so that one that can't be read costs only itself, and a long calendar no memory. What
repeats is told once, at its first time; how it repeats stands in its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, BinaryIO

from newstimeline.clean import clean_line
from newstimeline.reading.calendar_lines import as_standard
from newstimeline.reading.encodings import decode
from newstimeline.reading.file_head import Beginning
from newstimeline.reading.input_file import InputFile
from newstimeline.reading.markup import html_paragraphs
from newstimeline.reading.outcome import Parsed, Skipped, Unreadable, named
from newstimeline.reading.structured_events import (
    ChronicleEntry,
    as_cancelled,
    chronicles,
    file_title,
    says_cancelled,
)
from newstimeline.reading.table_dates import between, event_date
from newstimeline.when import EdtfError, When, parse

if TYPE_CHECKING:
    from icalendar import Component

_CALENDAR = re.compile(rb"BEGIN:VCALENDAR\s", re.IGNORECASE)
_BEGIN = re.compile(rb"BEGIN:(VEVENT|VJOURNAL|VTODO)\s*", re.IGNORECASE)
_NAME = re.compile(rb"X-WR-CALNAME[^:]*:(.+)", re.IGNORECASE)
_LONGEST = 1_000_000
"""Bytes of one event."""
_DETAILS = (("Status", "STATUS"), ("Comment", "COMMENT"), ("Contact", "CONTACT"), ("Address", "URL"))
_REPEATS = ("RRULE", "RDATE")
_DATES = ("DTSTART", "DTEND", "DURATION")
_TOLD = {"SUMMARY", "DESCRIPTION", "LOCATION", "ORGANIZER", *_DATES, *_REPEATS, *(key for _, key in _DETAILS)}


def is_calendar(begin: Beginning) -> bool:
    """Whether a file is a calendar."""
    return _CALENDAR.match(begin.start) is not None


def read_calendar(file: InputFile) -> Iterator[Parsed]:
    """Make events of a calendar's events and journal entries; what is to be done is none."""
    title = file_title(file.name)
    lines = _lines(file.stream)
    before = list[bytes]()
    for line in lines:
        before.append(line)
        if _BEGIN.fullmatch(line):
            break
        if told := _NAME.match(line):
            title = clean_line(decode(told[1]))
    reasons = _Reasons()
    yield from chronicles(title, _entries(before[-1:], lines, reasons), file.name)
    yield from reasons.told(file.name)


class _Reasons:
    """What was met while the events were read, to be said at the end."""

    def __init__(self) -> None:
        self.unread = list[str]()
        self.repeated = list[str]()
        self.tasks = 0

    def told(self, path: str) -> Iterator[Skipped]:
        """A reason of each kind."""
        if self.unread:
            yield Skipped(path, f"events that are not as iCalendar has them: {named(self.unread)}; left out")
        if self.repeated:
            yield Skipped(path, f"events that repeat, in {named(self.repeated)}: only the first time of each is read")
        if self.tasks:
            yield Skipped(path, f"to-dos (VTODO) are no events; {self.tasks:,} left out")


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: stream.readline(_LONGEST), b"")


def _entries(begun: list[bytes], lines: Iterator[bytes], reasons: _Reasons) -> Iterator[ChronicleEntry]:
    number = 0
    block, size = list(begun), 0
    kind = _kind(block[0]) if block else ""
    for line in lines:
        if begins := _kind(line):
            block, size, kind = [line], len(line), begins
            continue
        if not kind:
            continue
        size += len(line)
        if size <= _LONGEST:
            block.append(line)
        if line.strip().upper() == f"END:{kind}".encode():
            number += 1
            if kind == "VTODO":
                reasons.tasks += 1
            elif entry := _read(b"".join(block), size, f"event {number:,}", reasons):
                yield entry
            kind = ""
    if kind:
        reasons.unread.append("the last one (it breaks off)")


def _kind(line: bytes) -> str:
    begin = _BEGIN.fullmatch(line)
    return begin[1].decode().upper() if begin else ""


def _read(block: bytes, size: int, place: str, reasons: _Reasons) -> ChronicleEntry | None:
    from icalendar import Event

    if size > _LONGEST:
        reasons.unread.append(f"{place} (longer than {_LONGEST:,} bytes)")
        return None
    try:
        event = Event.from_ical(as_standard(decode(block)))
        entry = _entry(event, place)
    except (Unreadable, ValueError, LookupError, TypeError, AttributeError) as error:
        reasons.unread.append(f"{place} ({clean_line(str(error))[:80]})")
        return None
    if any(name in event for name in _REPEATS):
        reasons.repeated.append(place)
    return entry


def _entry(event: Component, place: str) -> ChronicleEntry:
    when, trouble = _dates(event)
    organiser, title = event.get("ORGANIZER"), _text(event, "SUMMARY")
    return ChronicleEntry(
        place=place,
        title=as_cancelled(title) if says_cancelled(_text(event, "STATUS")) else title,
        date=trouble,
        when=when,
        trouble=trouble,
        paragraphs=html_paragraphs(_text(event, "DESCRIPTION")),
        places=[_text(event, "LOCATION")],
        details=[
            ("Organiser", str(getattr(organiser, "params", {}).get("CN", "") or organiser or "")),
            *((name, _text(event, key)) for name, key in _DETAILS),
            ("Time zone", str(getattr(event.get("DTSTART"), "params", {}).get("TZID", ""))),
            *(("Repeats", _written(event, name)) for name in _REPEATS if name in event),
        ],
        given={name: _written(event, name) for name in event if name not in _TOLD},
    )


def _dates(event: Component) -> tuple[When | None, str]:
    """When an event is, and the words of its dates if not all of them could be read."""
    words = " – ".join(_written(event, name) for name in _DATES if name in event)
    start, end, duration = (_value(event, name) for name in _DATES)
    if isinstance(start, date) and isinstance(duration, timedelta) and end is None:
        end = start + duration
    if isinstance(end, date) and not isinstance(end, datetime) and not isinstance(start, datetime):
        end = (
            max(start, end - timedelta(days=1)) if isinstance(start, date) else None
        )  # given is the day after the last
    begin, finish = (
        _when(value) if isinstance(value, date) else event_date(_written(event, name)) if name in event else None
        for name, value in (("DTSTART", start), ("DTEND", end))
    )
    when = between(begin, finish) if begin else None
    ends = "DTEND" in event or "DURATION" in event
    return when or begin, "" if when and (finish or not ends) else words


def _value(event: Component, name: str) -> object:
    """A date, a moment or a length; None where it is another thing or broken."""
    try:
        return getattr(event.get(name), "dt", None)
    except ValueError:
        return None


def _when(moment: date) -> When | None:
    try:
        if isinstance(moment, datetime):
            return parse(moment.isoformat(timespec="minutes").replace("+00:00", "Z"))
        return parse(moment.isoformat())
    except EdtfError:
        return None


def _text(event: Component, name: str) -> str:
    value = event.get(name)
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _written(event: Component, name: str) -> str:
    value: Any = event[name]
    parts = value if isinstance(value, list) else [value]
    return "; ".join(part.to_ical().decode("utf-8", "replace") for part in parts)
