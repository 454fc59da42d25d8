"""Org (Emacs): a heading an event. Only a date of days is a timestamp there: a month is never its first day.

Whatever Org would run, link or expand (links, timestamps with Lisp in them, source blocks, macros, exported HTML) is
parted by an entity that shows nothing; every line begins with words of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newstimeline.changes.change import What
from newstimeline.clean import one_line
from newstimeline.library.views import EventDetail
from newstimeline.output.citations import citation, quotation
from newstimeline.output.date_parts import ends_of, has_clock
from newstimeline.output.descriptions import basis_sentence, own_words
from newstimeline.output.export_source import Material
from newstimeline.output.links import web_address
from newstimeline.timeline.time_names import counted
from newstimeline.when import Precision, When, calendar
from newstimeline.when.date_words import WEEKDAYS, clock, describe

_APART = r"\zwnj{}"
_ACTIVE = re.compile(
    r"(?P<first>\[(?=[\[\d%]|fn:|cite)|<(?=[<\d%\[]|[a-z]+:)|\{(?=\{)|@(?=@)|(?:src|call)(?=_)|:$)", re.IGNORECASE
)
_YEARS = range(1000, 10_000)
"""That a timestamp can have."""
_NOT_IN_TAGS = re.compile(r"[^\w@#%]")


def pieces(material: Material) -> Iterator[str]:
    """The document, bit by bit."""
    yield f"#+title: {_plain(material.title)}\n"
    yield f"#+date: {material.today.isoformat()}\n"
    yield f"\n{counted(len(material.matches), 'event')}.\n\n"
    for event in material.events():
        yield from _entry(event, material.evidence(event))


def _entry(event: EventDetail, evidence: str | None) -> Iterator[str]:
    own = ":".join(_NOT_IN_TAGS.sub("_", tag) for tag in event.text_of(What.TAGS).split())
    yield f"* {_date(event.when)} {_plain(event.title)}{f' :{own}:' if own else ''}\n"
    yield ":PROPERTIES:\n"
    yield f":ID: {event.uid}\n"
    yield f":EDTF: {event.when.edtf if event.when else 'undated'}\n"
    yield ":END:\n"
    yield f"- Date: {_plain(basis_sentence(event))}\n"
    if evidence:
        yield f"- Evidence: “{_plain(evidence)}”\n"
    if event.people:
        yield f"- People: {_plain('; '.join(person.name for person in event.people))}\n"
    for quote in event.quotes:
        yield f"- Quote: {_plain(quotation(quote, event.article))}\n"
    for words in own_words(event.own):
        yield f"- {_plain(words)}\n"
    address = web_address(event.article.url)
    link = f" [[{address}]]" if address else ""
    yield f"- Source: {_plain(citation(event.article, with_address=address is None))}{link}\n"


def _date(when: When | None) -> str:
    if when is None:
        return "Undated:"
    first, last = ends_of(when)
    stamps = [_stamp(end) for end in (first, last) if end and not when.approximate and not when.uncertain]
    if not stamps or None in stamps or first is None or last is None:
        return f"{_plain(describe(when))}:"
    return stamps[0] if first == last and stamps[0] else "--".join(filter(None, stamps))


def _stamp(when: When) -> str | None:
    day = calendar.day_of(when.start)
    if when.precision > Precision.DAY or day.year not in _YEARS:
        return None
    weekday = WEEKDAYS[calendar.weekday(calendar.day_number(*day))][:3]
    time = f" {clock(when.start)}" if has_clock(when) else ""
    return f"<{day.year:04}-{day.month:02}-{day.day:02} {weekday}{time}>"


def _plain(text: str) -> str:
    """Text that Org shows as it is, and does nothing with."""
    return _ACTIVE.sub(rf"\g<first>{re.escape(_APART)}", one_line(text).replace("\\", r"\backslash{}"))
