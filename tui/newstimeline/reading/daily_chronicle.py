"""Chronicles of a day in YAML, as Wikipedia's current events are kept in: lists of bullets, or events with fields.

In the lists a bullet without a full stop or a source names the story of those after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newstimeline.clean import clean_line
from newstimeline.reading.clean_json import harmless
from newstimeline.reading.encodings import decode
from newstimeline.reading.file_head import Beginning
from newstimeline.reading.input_file import InputFile
from newstimeline.reading.json_parts import Value, list_of, object_of, objects_of, text_of, without
from newstimeline.reading.outcome import Parsed, Unreadable
from newstimeline.reading.structured_events import ChronicleEntry, chronicle, file_title
from newstimeline.reading.table_dates import event_date
from newstimeline.reading.yaml_values import YamlError, read_yaml
from newstimeline.when import When

_LARGEST = 2**19
"""Bytes; a day's chronicle has a tenth of that, and YAML is read slowly."""
_HAPPENED = "what_happened"
_BULLETS = "Intelligence_Payload"
_NO_CATEGORY = "Uncategorized"
_BEGINNING = re.compile(rb"(?:---\s*\n)?(?:#[^\n]*\n)*date:", re.IGNORECASE)
_BODY = re.compile(rb"^(?:Intelligence_Payload|events):", re.MULTILINE)
_SOURCE = re.compile(r"\s*,?\s*\((?P<outlet>[^()]{2,80})\)$")
_SENTENCE_END = re.compile(r"[.!?]['\"’”)]*$")


def is_daily_chronicle(begin: Beginning) -> bool:
    """Whether a file begins like such a chronicle."""
    data = begin.data
    return _BEGINNING.match(data.removeprefix(b"\xef\xbb\xbf")) is not None and _BODY.search(data) is not None


def read_daily_chronicle(file: InputFile) -> Iterator[Parsed]:
    """Make one extraction of a day's events.

    Raises:
        Unreadable: it is no YAML of that kind.
    """
    data = file.stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise Unreadable(f"it is YAML larger than {_LARGEST // 2**10} KiB")
    try:
        value = harmless(read_yaml(decode(data)))
    except YamlError as error:
        raise Unreadable(f"it {error}") from None
    except RecursionError:
        raise Unreadable("it is nested too deeply") from None
    if not isinstance(value, dict):
        raise Unreadable("its YAML is no chronicle of a day")
    day = text_of(value, "Date", "date")
    date = event_date(day)
    entries = [*_bullets(object_of(value, _BULLETS), day, date)]
    entries += [_event(event, f"event {n}", day) for n, event in enumerate(objects_of(value, "events"), 1)]
    if not entries:
        raise Unreadable("it is a chronicle of a day without events")
    yield from chronicle(
        text_of(value, "Source_URI").removeprefix("Portal:").replace("/", ", ") or file_title(file.name),
        entries,
        file.name,
        published=date,
        given=without(value, _BULLETS, "events"),
    )


def _bullets(payload: Value, day: str, date: When | None) -> Iterator[ChronicleEntry]:
    for category in payload:
        story: list[str] = []
        begins = True
        for number, bullet in enumerate(list_of(payload, category), 1):
            line = clean_line(bullet) if isinstance(bullet, str) else ""
            words, outlets = _parted(line)
            if not outlets and not _SENTENCE_END.search(line):
                story = [line] if begins else [*story, line]
                begins = False
                continue
            begins = True
            yield ChronicleEntry(
                place=f"{category}, {number}",
                title=words,
                date=day,
                when=date,
                trouble="" if date else day,
                details=[
                    ("Listed under", "; ".join(story)),
                    ("Category", "" if category == _NO_CATEGORY else category),
                    ("Source", "; ".join(outlets)),
                ],
            )


def _parted(line: str) -> tuple[str, list[str]]:
    """The words of a bullet, and the outlets that stand in brackets after them."""
    outlets: list[str] = []
    while source := _SOURCE.search(line):
        outlets.insert(0, source["outlet"])
        line = line[: source.start()]
    return line, outlets


def _event(event: Value, place: str, day: str) -> ChronicleEntry:
    date = text_of(object_of(event, "time"), "date") or day
    when = event_date(date)
    details = object_of(event, "details")
    sources = objects_of(object_of(event, "sources"), "external")
    return ChronicleEntry(
        place=place,
        title=text_of(event, "headline"),
        date=date,
        when=when,
        trouble="" if when else date,
        paragraphs=[text_of(event, "summary"), *_texts(details, _HAPPENED)],
        people=_texts(object_of(event, "entities"), "people"),
        places=_texts(object_of(event, "geography"), "places"),
        details=[
            *(
                (name.replace("_", " ").capitalize(), line)
                for name in details
                if name != _HAPPENED
                for line in _texts(details, name)
            ),
            ("Category", text_of(event, "category")),
            *(
                ("Source", ", ".join(text for name in ("outlet", "url") if (text := _known(source, name))))
                for source in sources
            ),
        ],
        given=without(event, "headline", "summary", "details", "category"),
    )


def _known(value: Value, name: str) -> str:
    """A text, where YAML does not say that there is none."""
    text = text_of(value, name)
    return "" if text in ("null", "~") else text


def _texts(value: Value, name: str) -> list[str]:
    return [text for text in list_of(value, name) if isinstance(text, str)]
