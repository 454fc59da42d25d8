from __future__ import annotations

import io

import pytest
from hypothesis import given

from newstimeline.model import Extraction
from newstimeline.reading import Skipped, tables
from newstimeline.reading.format_detection import read_stream
from unit.reading.files import assert_read_or_told, dated, evidence, extraction, mutated, read, reason

EVENTS = """Date,End,Headline,Description,People,Place,Quote,Speaker,Weather
2025-11-07,,Harbour opens,The mayor opened it.,Ada Quill; Bo Lind,Lindhaven,It is done,Ada Quill,mild
May 2025,June 2025,Sea wall built,,,,,,
,,Ferry sails,,,,,,
"""
TIMESKETCH = """"message","timestamp","datetime","timestamp_desc"
"Door opened","1762525800000000","2025-11-07T14:30:00+00:00","Write time"
"""


def test_a_row_is_an_event() -> None:
    found = extraction(EVENTS, "folder/events.csv")
    assert found.article.title == "events.csv"
    assert dated(found) == [
        ("Harbour opens", "2025-11-07"),
        ("Sea wall built", "2025-05/2025-06"),
        ("Ferry sails", None),
    ]
    assert [person.name for person in found.people] == ["Ada Quill", "Bo Lind"]
    assert [place.name for place in found.places] == ["Lindhaven"]
    assert [(quote.text, quote.speaker) for quote in found.quotes] == [("It is done", "p1")]


def test_a_column_that_is_not_known_is_told_by_its_name() -> None:
    found = extraction(EVENTS, "events.csv")
    assert evidence(found, found.events[0]).endswith("Weather: mild")


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_what_separates_the_cells_is_told_by_the_heading(separator: str) -> None:
    found = extraction(EVENTS.replace(";", "/").replace(",", separator), "events.csv")
    assert dated(found)[0] == ("Harbour opens", "2025-11-07")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding_will_do(encoding: str) -> None:
    data = "date,title\n2025-11-07,Café opens – again\n".encode(encoding)
    assert dated(extraction(data, "events.csv")) == [("Café opens – again", "2025-11-07")]


def test_a_table_is_known_by_its_heading_whatever_its_name() -> None:
    assert len(extraction(EVENTS, "notes.txt").events) == 3


def test_text_with_commas_is_no_table() -> None:
    (found,) = read("The date, the title and the rest\n\nwere said, later.", "notes.txt")
    assert not isinstance(found, Extraction | Skipped)


@pytest.mark.parametrize("heading", ["START DATE,Event_Name", "startDate,eventTitle", "when,what"])
def test_names_of_columns_are_known_as_people_write_them(heading: str) -> None:
    assert dated(extraction(f"{heading}\n2025,Harbour opens\n", "events.csv")) == [("Harbour opens", "2025")]


def test_columns_that_are_not_known_are_refused_with_what_is_needed() -> None:
    assert reason("amount,colour\n1,red\n", "prices.csv") == (
        "its columns are amount, colour; a table of events needs a column named date or start or when or datetime, and "
        "one named headline or title or event or message or text"
    )


def test_a_table_without_rows_is_told() -> None:
    assert reason("date,title\n", "events.csv") == "it has no events"


def test_a_bad_date_keeps_its_event_and_is_told_with_its_row() -> None:
    (found, skipped) = read("date,title\n2025,a\n31.2.2025,b\n", "events.csv")
    assert isinstance(found, Extraction)
    assert dated(found) == [("a", "2025"), ("b", None)]
    assert evidence(found, found.events[1]) == "31.2.2025 b"
    assert isinstance(skipped, Skipped)
    assert "row 3 (31.2.2025)" in skipped.reason


def test_dates_with_slashes_are_read_as_the_table_has_them() -> None:
    found = extraction("date,title\n03/04/2025,a\n13/04/2025,b\n", "events.csv")
    assert dated(found) == [("a", "2025-04-03"), ("b", "2025-04-13")]


def test_a_time_of_day_may_have_a_column() -> None:
    assert dated(extraction("date,time,title\n2025-11-07,14:30,a\n", "a.csv")) == [("a", "2025-11-07T14:30")]


def test_each_outlet_is_a_source() -> None:
    found = read("date,title,source\n2025,a,The Post\n2025,b,The Gull\n", "events.csv")
    assert [item.article.source for item in found if isinstance(item, Extraction)] == ["The Post", "The Gull"]


def test_formulas_are_texts() -> None:
    found = extraction('date,headline\n2025,"=HYPERLINK(""http://x"",""y"")"\n', "events.csv")
    assert found.events[0].title == '=HYPERLINK("http://x","y")'


def test_the_export_of_timesketch_is_a_table_of_events() -> None:
    found = extraction(TIMESKETCH, "events.csv")
    assert dated(found) == [("Door opened", "2025-11-07T14:30:00+00:00")]
    assert evidence(found, found.events[0]).endswith("timestamp_desc: Write time")


def test_a_timestamp_dates_what_has_no_other_date() -> None:
    found = extraction("timestamp,message,timestamp_desc\n1762525800,Door opened,x\n", "events.csv")
    assert dated(found) == [("Door opened", "2025-11-07T14:30:00Z")]


@pytest.mark.parametrize("moment", ["", "2022-11-10T05-07-28+00:00", "Not a date"])
@pytest.mark.parametrize("stamp", ["1762525800000000", "1762525800"])
def test_a_moment_of_timesketch_is_told_by_either_column(moment: str, stamp: str) -> None:
    found = extraction(f"datetime,timestamp_desc,message,timestamp\n{moment},x,Door opened,{stamp}\n", "events.csv")
    assert dated(found) == [("Door opened", "2025-11-07T14:30:00Z")]


def test_a_timestamp_of_another_table_is_no_second_date() -> None:
    (found, _) = read("timestamp,date,title\n1762525800,31.2.2025,Door opened\n", "form.csv")
    assert isinstance(found, Extraction)
    assert dated(found) == [("Door opened", None)]


def test_the_rule_that_found_something_is_its_title() -> None:
    rows = '"Timestamp","RuleTitle","Level","Details"\n"2025-11-07 14:30:00.5 +01:00","Door opened","info","Path: C:"\n'
    assert dated(extraction(rows, "hayabusa.csv")) == [("Door opened", "2025-11-07T14:30:00.5+01:00")]


@pytest.mark.parametrize("empty", ["", "-", "null", "N/A"])
def test_a_title_that_says_nothing_gives_way_to_the_next_best(empty: str) -> None:
    rows = f"datetime,timestamp_desc,RuleTitle,message\n2025-11-07,x,Door opened,{empty}\n"
    assert dated(extraction(rows, "events.csv")) == [("Door opened", "2025-11-07")]


@pytest.mark.parametrize("stamp", ["abc", "-1", "17625258"])
def test_a_timestamp_that_can_not_be_read_is_told(stamp: str) -> None:
    found, skipped = read(f"datetime,timestamp,timestamp_desc,message\n,{stamp},x,Door opened\n", "events.csv")
    assert isinstance(found, Extraction)
    assert dated(found) == [("Door opened", None)]
    assert isinstance(skipped, Skipped)
    assert f"row 2 ({stamp})" in skipped.reason


def test_the_whole_column_tells_the_order_of_its_dates() -> None:
    found = extraction("date,title\n1/2/17,a\n12/24/16,b\n", "events.csv")
    assert dated(found) == [("a", "2017-01-02"), ("b", "2016-12-24")]


def test_a_column_that_contradicts_itself_tells_no_order() -> None:
    (found, skipped) = read("date,title\n1/2/2017,a\n12/24/2016,b\n24/12/2016,c\n", "events.csv")
    assert isinstance(found, Extraction)
    assert dated(found) == [("a", None), ("b", "2016-12-24"), ("c", "2016-12-24")]
    assert isinstance(skipped, Skipped)
    assert "row 2 (1/2/2017)" in skipped.reason


def test_a_time_that_can_not_be_read_leaves_the_day_and_is_told() -> None:
    (found, skipped) = read("date,time,title\n2025-11-07,10-12,a\n", "events.csv")
    assert isinstance(found, Extraction)
    assert dated(found) == [("a", "2025-11-07")]
    assert isinstance(skipped, Skipped)
    assert "row 2 (2025-11-07 10-12)" in skipped.reason


def test_what_was_called_off_says_so_in_its_title() -> None:
    found = extraction("date,title,status\n2025,a,cancelled\n2025,b,confirmed\n", "events.csv")
    assert [event.title for event in found.events] == ["Cancelled: a", "b"]
    assert evidence(found, found.events[1]).endswith("status: confirmed")


def test_an_open_quotation_mark_ends_the_table_with_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_LONGEST_CELL", 100)
    (found, skipped) = read('date,title\n2025,a\n2025,"b\n' + "2025,c\n" * 30, "events.csv")
    assert isinstance(found, Extraction)
    assert dated(found) == [("a", "2025")]
    assert isinstance(skipped, Skipped)
    assert "is a quotation mark left open?; what follows was not read" in skipped.reason


def test_a_giant_line_ends_the_table_with_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_LONGEST_CELL", 100)
    (found, skipped) = read(f"date,title\n2025,a\n2025,{'b' * 200}\n", "events.csv")
    assert isinstance(found, Extraction)
    assert isinstance(skipped, Skipped)
    assert "line 3 is longer than 100 characters" in skipped.reason


def test_a_long_table_is_read_piece_by_piece() -> None:
    class Watched(io.BytesIO):
        furthest = 0

        def read(self, size: int | None = -1, /) -> bytes:
            self.furthest = max(self.furthest, self.tell() + (size or 0))
            return super().read(size)

    stream = Watched(("date,title\n" + "2025-11-07,Harbour opens once more\n" * 20_000).encode())
    found = read_stream(stream, "events.csv")
    first = next(found)
    assert isinstance(first, Extraction)
    assert len(first.events) == 500
    assert stream.furthest < 100_000
    assert sum(len(item.events) for item in found if isinstance(item, Extraction)) == 19_500


@given(mutated(EVENTS) | mutated(TIMESKETCH))
def test_any_table_is_read_or_told(data: bytes) -> None:
    assert_read_or_told(data, "events.csv")
