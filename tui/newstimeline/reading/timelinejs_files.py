"""Timelines of TimelineJS 3: its JSON (https://timeline.knightlab.com/docs/json-format.html) and its spreadsheet.

Each slide is an event, the title slide gives the article's headline. Years before Christ are those that TimelineJS
shows: its -44 is 44 BC.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, takewhile
from typing import Any

from newstimeline.reading.date_forms import NAMED_MONTH, month_number, parsed
from newstimeline.reading.json_parts import Value, list_of, object_of, text_of, without
from newstimeline.reading.markup import html_paragraphs
from newstimeline.reading.outcome import Parsed
from newstimeline.reading.structured_events import ChronicleEntry, chronicles, file_title
from newstimeline.reading.table_dates import between, composed, event_date
from newstimeline.when import When

_PARTS = ("year", "month", "day", "hour", "minute", "second")
_MEDIA = ("caption", "title", "url", "link", "credit", "alt")
_INNER = {
    "start_date": (*_PARTS, "time", "display_date"),
    "end_date": (*_PARTS, "time", "display_date"),
    "text": ("headline", "text"),
    "media": _MEDIA,
}
"""What of the parts of a slide is told in the text."""
_NUMBER = re.compile(r"-?\d{1,9}", re.ASCII)
_WHOLE = re.compile(r"(?<=\d)\.0$", re.ASCII)
_MONTH = re.compile(NAMED_MONTH)
_SHEET = {
    "year": ("start_date", "year"), "month": ("start_date", "month"), "day": ("start_date", "day"),
    "time": ("start_date", "time"),
    "end year": ("end_date", "year"), "end month": ("end_date", "month"), "end day": ("end_date", "day"),
    "end time": ("end_date", "time"),
    "headline": ("text", "headline"), "text": ("text", "text"),
    "media": ("media", "url"), "media credit": ("media", "credit"), "media caption": ("media", "caption"),
    "media thumbnail": ("media", "thumbnail"), "alt text": ("media", "alt"),
}  # fmt: skip
"""Where the columns of a sheet stand in the JSON of a slide; the others stand there under their own names."""


def is_timelinejs(value: Value) -> bool:
    """Whether a JSON object is such a timeline."""
    slides = value.get("events")
    return isinstance(slides, list) and any("start_date" in slide for slide in slides if isinstance(slide, dict))


def read_timelinejs(value: Value, name: str) -> Iterator[Parsed]:
    """Make an extraction of a timeline."""
    slides = [
        (f"{kind} {number}", slide)
        for kind, key in (("slide", "events"), ("era", "eras"))
        for number, slide in enumerate(list_of(value, key), 1)
    ]
    yield from _timeline(object_of(value, "title"), slides, file_title(name), name)


def is_sheet(names: Sequence[str]) -> bool:
    """Whether columns with such names are the sheet of a timeline."""
    return {"year", "headline"} <= {name.lower() for name in names}


def read_sheet(names: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]], path: str) -> Iterator[Parsed]:
    """Make an extraction of the rows of such a sheet, each with its place."""
    slides = ((place, _slide(names, row)) for place, row in rows)
    first = next(slides, None)
    if first and first[1].get("type") == "title":
        yield from _timeline(first[1], slides, file_title(path), path)
    else:
        yield from _timeline({}, chain([first] if first else [], slides), file_title(path), path)


def _slide(names: Sequence[str], row: Sequence[str]) -> Value:
    """A row as the JSON of a slide."""
    slide: dict[str, Any] = {}
    for number, cell in enumerate(row):
        if text := cell.strip():
            name = names[number].lower() if number < len(names) else f"column {number + 1}"
            part, key = _SHEET.get(name, ("", name.replace(" ", "_")))
            (slide.setdefault(part, {}) if part else slide)[key] = text
    return slide


def _timeline(opening: Value, slides: Iterable[tuple[str, Any]], title: str, path: str) -> Iterator[Parsed]:
    headline = " ".join(html_paragraphs(text_of(object_of(opening, "text"), "headline")))
    intro = [*html_paragraphs(text_of(object_of(opening, "text"), "text")), *(f"{k}: {v}" for k, v in _media(opening))]
    entries = (_entry(slide if isinstance(slide, dict) else {}, place) for place, slide in slides)
    yield from chronicles(headline or title, entries, path, intro=intro)


def _entry(slide: Value, place: str) -> ChronicleEntry:
    told = object_of(slide, "text")
    dates = [slide.get(name) or {} for name in ("start_date", "end_date")]
    (start, start_is_whole), (end, end_is_whole) = map(_date, dates)
    displayed = " ".join(
        html_paragraphs(text_of(slide, "display_date") or text_of(object_of(slide, "start_date"), "display_date"))
    )
    words = displayed or " – ".join(filter(None, map(_words, dates)))
    when = between(start, end) if start else None
    is_read = start_is_whole and end_is_whole and (when or not end)
    return ChronicleEntry(
        place=place,
        title=" ".join(html_paragraphs(text_of(told, "headline"))),
        date=displayed if is_read else words,
        when=when or start,
        trouble="" if is_read else words,
        paragraphs=html_paragraphs(text_of(told, "text")),
        places=[text_of(object_of(slide, "location"), "name")],
        details=[*_media(slide), ("Group", text_of(slide, "group"))],
        given=_rest(slide),
    )


def _date(told: object) -> tuple[When | None, bool]:
    """The date of a slide at the precision that its parts give, and whether all of them were read."""
    if not isinstance(told, dict):
        when = event_date(str(told))
        return when, when is not None
    parts = [_WHOLE.sub("", text_of(told, part)) for part in _PARTS]
    given = list(takewhile(bool, parts))
    clock = text_of(told, "time") or ":".join(part.zfill(2) for part in given[3:])
    is_whole = not any(parts[len(given) :])
    if not given:
        return None, is_whole and not clock
    day = _day(given[:3])
    if not clock or day is None:
        return day, is_whole and day is not None
    moment = parsed(f"{day.edtf}T{clock}") if len(given) == len(_PARTS[:4]) else event_date(f"{day.edtf} {clock}")
    return moment or day, is_whole and moment is not None


def _day(parts: Sequence[str]) -> When | None:
    """The year, month or day of parts that are numbers, but that months may have their names, and a year alone be told
    in words."""
    if len(parts) == 1 and not _NUMBER.fullmatch(parts[0]):
        return event_date(parts[0])
    numbers = [str(month_number(part)) if _MONTH.fullmatch(part.casefold()) else part for part in parts]
    return composed(*map(int, numbers)) if all(map(_NUMBER.fullmatch, numbers)) else None


def _words(date: object) -> str:
    """A date as its parts stand there."""
    if not isinstance(date, dict):
        return str(date)
    parts = "-".join(filter(None, (text_of(date, part) for part in _PARTS)))
    return " ".join(filter(None, (parts, text_of(date, "time"))))


def _media(slide: Value) -> list[tuple[str, str]]:
    """What there is to see, by the names of its parts; what stands there as a piece of HTML is told in words."""
    media = object_of(slide, "media")
    return [
        ("Media" if name == "url" else name.capitalize(), text)
        for name in _MEDIA
        if (text := " ".join(html_paragraphs(text_of(media, name))))
    ]


def _rest(slide: Value) -> dict[str, Any]:
    """What has no place in the text."""
    inner = {name: without(object_of(slide, name), *shown) for name, shown in _INNER.items()}
    return without({**without(slide, *_INNER, "display_date", "group"), **inner})
