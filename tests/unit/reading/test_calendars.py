from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given

from newstimeline.model import Extraction
from newstimeline.reading import Parsed, Skipped
from unit.reading.files import assert_read_or_told, dated, evidence, extraction, mutated, read

OPENING = r"""UID:1
DTSTART;TZID=Europe/Budapest:20251107T143000
DTEND;TZID=Europe/Budapest:20251107T150000
SUMMARY:Harbour\, opens
DESCRIPTION:The mayor opens it.\nShips
  come.
LOCATION:Lindhaven
URL:https://post.example/1
ORGANIZER;CN=Ada Quill:mailto:ada@post.example
"""


def calendar(*events: str, kind: str = "VEVENT") -> str:
    inner = "".join(f"BEGIN:{kind}\n{event}END:{kind}\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Council\n{inner}END:VCALENDAR\n"


def reasons(found: Sequence[Parsed]) -> list[str]:
    return [item.reason for item in found if isinstance(item, Skipped)]


def test_an_event_has_what_the_calendar_tells() -> None:
    found = extraction(calendar(OPENING), "council.ics")
    assert found.article.title == "Council"
    assert dated(found) == [("Harbour, opens", "2025-11-07T14:30+01:00/2025-11-07T15:00+01:00")]
    assert [place.name for place in found.places] == ["Lindhaven"]
    text = evidence(found, found.events[0])
    assert "The mayor opens it.\n\nShips come." in text
    assert "Organiser: Ada Quill\n\nAddress: https://post.example/1\n\nTime zone: Europe/Budapest" in text
    assert found.events[0].extra == {"given": {"UID": "1"}}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_calendar_is_known_by_its_content(end: str) -> None:
    assert len(extraction(calendar(OPENING).replace("\n", end), "notes.txt").events) == 1


@pytest.mark.parametrize(
    ("dates", "edtf"),
    [
        ("DTSTART:20251107T143000Z\n", "2025-11-07T14:30Z"),
        ("DTSTART;VALUE=DATE:20251107\n", "2025-11-07"),
        ("DTSTART;VALUE=DATE:20251107\nDTEND;VALUE=DATE:20251108\n", "2025-11-07"),
        ("DTSTART;VALUE=DATE:20251107\nDTEND;VALUE=DATE:20251109\n", "2025-11-07/2025-11-08"),
        ("DTSTART;VALUE=DATE:20251107\nDTEND;VALUE=DATE:20251107\n", "2025-11-07"),
        ("DTSTART:20251107T143000\nDURATION:PT1H\n", "2025-11-07T14:30/2025-11-07T15:30"),
        ("DTSTART;TZID=No/Where:20251107T143000\n", "2025-11-07T14:30"),
        ("DTSTART;TZID=tzone://Microsoft/Custom:20251107T143000\n", "2025-11-07T14:30"),
        ("DTSTART;VALUE=DATE;TZID=Europe/Berlin:20251107\nDTEND;VALUE=DATE;TZID=Europe/Berlin:20251109\n",
         "2025-11-07/2025-11-08"),
        ("DTSTART:2025-11-07T14:30:00Z\n", "2025-11-07T14:30:00Z"),
        ("DTSTART:20251107T1430Z\n", "2025-11-07T14:30Z"),
        ("DTSTART:20251107T235960Z\n", "2025-11-07T23:59Z"),
        ("DTSTART:20251107T240000Z\n", "2025-11-08T00:00Z"),
    ],
)  # fmt: skip
def test_a_date_keeps_its_precision(dates: str, edtf: str) -> None:
    assert dated(extraction(calendar(f"{dates}SUMMARY:x\n"), "a.ics")) == [("x", edtf)]


@pytest.mark.parametrize("title", ["Market", "Cancelled: Market", "CANCELED - Market"])
def test_what_was_called_off_says_so_in_its_title(title: str) -> None:
    found = extraction(calendar(f"DTSTART:20251107\nSTATUS:CANCELLED\nSUMMARY:{title}\n"), "a.ics")
    assert dated(found) == [("Cancelled: Market" if title == "Market" else title, "2025-11-07")]


@pytest.mark.parametrize(
    "summary",
    [
        "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Caf=C3=A9=\n, at the harbour",
        "SUMMARY;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Caf=E9, at the harbour",
        "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=NOBODY-KNOWS:Caf=C3=A9, at the harbour",
    ],
)
def test_a_calendar_of_the_old_kind_is_decoded(summary: str) -> None:
    data = calendar(f"DTSTART:20251107T143000Z\n{summary}\n").replace("VERSION:2.0", "VERSION:1.0")
    assert dated(extraction(data, "a.vcs")) == [("Café, at the harbour", "2025-11-07T14:30Z")]


def test_what_repeats_is_told_once_and_reported() -> None:
    found = read(calendar("DTSTART:20251107\nRRULE:FREQ=WEEKLY\nSUMMARY:Market\n"), "a.ics")
    assert isinstance(found[0], Extraction)
    assert "Repeats: FREQ=WEEKLY" in (found[0].article.text or "")
    assert reasons(found) == ["events that repeat, in event 1: only the first time of each is read"]


def test_an_event_that_can_not_be_read_costs_only_itself() -> None:
    found = read(calendar("SUMMARY:a\n", "BEGIN:\n", "DTSTART:soon\nSUMMARY:c\n"), "a.ics")
    assert isinstance(found[0], Extraction)
    assert [title for title, _ in dated(found[0])] == ["a", "c"]
    assert [reason[:45] for reason in reasons(found)] == [
        "a date that can't be read for sure, in event ",
        "events that are not as iCalendar has them: ev",
    ]


def test_a_calendar_that_breaks_off_keeps_what_came_before() -> None:
    whole = calendar(OPENING, OPENING)
    found = read(whole[: whole.rindex("LOCATION")], "a.ics")
    assert isinstance(found[0], Extraction)
    assert len(found[0].events) == 1
    assert reasons(found) == ["events that are not as iCalendar has them: the last one (it breaks off); left out"]


def test_what_is_to_be_done_is_no_event() -> None:
    found = read(calendar("SUMMARY:a\n", kind="VTODO"), "a.ics")
    assert reasons(found) == ["it has no events", "to-dos (VTODO) are no events; 1 left out"]


def test_a_calendar_without_events_is_told() -> None:
    assert reasons(read(calendar(), "a.ics")) == ["it has no events"]


@given(mutated(calendar(OPENING), (b"BEGIN:VEVENT\n", b"END:VEVENT\n", b"BEGIN:VALARM\n", b";", b":")))
def test_any_calendar_is_read_or_told(data: bytes) -> None:
    assert_read_or_told(data, "a.ics")
