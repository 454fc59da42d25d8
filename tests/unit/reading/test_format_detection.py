from __future__ import annotations

import io
import json
import pickle
from typing import BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.model import Article, Extraction
from newstimeline.reading import Parsed, Skipped, Unread, format_detection, json_lines
from newstimeline.reading.file_head import Beginning
from newstimeline.reading.format_detection import may_do_harm, read_stream, read_stream_in_blocks
from newstimeline.reading.formats import InputFormat
from newstimeline.records import dump
from unit.builders import dated_events, harbour

CRAWLED = json.dumps({"title": "Harbour opens", "maintext": "Boats came.", "date_publish": "2025-11-07"})


def read(data: bytes | str, name: str = "file") -> list[Parsed]:
    return list(read_stream(io.BytesIO(data.encode() if isinstance(data, str) else data), name))


def reason(data: bytes | str, name: str = "file") -> str:
    (found,) = read(data, name)
    assert isinstance(found, Skipped)
    assert found.place == name
    return found.reason


def kinds(found: list[Parsed]) -> list[str]:
    return [type(item).__name__ for item in found]


def test_text_is_an_article() -> None:
    (found,) = read("date 2025-11-07 Harbour opens\n\nBoats came.")
    assert isinstance(found, Article)
    assert found.title == "Harbour opens"


@pytest.mark.parametrize("lead", ["", "\ufeff", "\n\n", "  ", " \r\n\t"], ids=ascii)
@pytest.mark.parametrize("indent", [None, 2])
def test_a_crawled_article_is_known_by_its_content(lead: str, indent: int | None) -> None:
    (found,) = read(lead + json.dumps(json.loads(CRAWLED), indent=indent), "a.txt")
    assert isinstance(found, Article)
    assert found.title == "Harbour opens"


@pytest.mark.parametrize("lead", ["", "\ufeff", "\n"], ids=ascii)
def test_parsed_events_are_known_by_their_content(lead: str) -> None:
    found = read(lead + dump(harbour()) + "\n" + dump(dated_events("2025", headline="Other")) + "\n", "a.txt")
    assert kinds(found) == ["Extraction", "Extraction"]
    assert isinstance(found[0], Extraction)
    assert found[0].events == harbour().events


def test_the_later_lines_of_a_long_file_may_be_read_by_others() -> None:
    records = [dump(dated_events("2025", headline=f"Article {n}")) for n in range(700)]
    stream = "\n".join([*records[:300], "{", "", *records[300:]]).encode()
    in_blocks = list(read_stream_in_blocks(io.BytesIO(stream), "file"))
    blocks = [item for item in in_blocks if isinstance(item, Unread)]
    assert len(blocks) > 1
    put_together = [
        one
        for item in in_blocks
        for one in ([item] if not isinstance(item, Unread) else pickle.loads(pickle.dumps(item)).read())
    ]
    assert put_together == read(stream)
    assert len(put_together) == 701


def test_a_long_file_that_fails_midway_keeps_what_came_before() -> None:
    records = [dump(dated_events("2025", headline=f"Article {n}")) for n in range(300)]

    class Breaking(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            return super().readline(size) or self._fail()

        def _fail(self) -> bytes:
            raise OSError(5, "Input/output error")

    stream = Breaking("\n".join(records).encode())
    *before, block, trouble = read_stream_in_blocks(stream, "file")
    assert isinstance(block, Unread)
    assert len(before) + len(block.read()) == 300
    assert trouble == Skipped("file", "it can't be read: Input/output error")


def test_a_list_of_objects_is_read_one_by_one() -> None:
    found = read(f'[{CRAWLED}, 7, {dump(harbour())}, {{"x": 1}}]')
    assert kinds(found) == ["Article", "Skipped", "Extraction", "Skipped"]
    assert isinstance(found[1], Skipped)
    assert found[1].place == "file, item 2"


def test_a_bad_line_costs_that_line() -> None:
    other = dump(dated_events("2025", headline="Other"))
    found = read("\n".join([dump(harbour()), "{broken", "", CRAWLED, "[1]", other]))
    assert kinds(found) == ["Extraction", "Skipped", "Article", "Skipped", "Extraction"]
    assert [item.place for item in found if isinstance(item, Skipped)] == ["file, line 2", "file, line 5"]
    assert isinstance(found[1], Skipped)
    assert found[1].reason.startswith("it is no valid JSON")


def test_a_line_of_other_bytes_costs_that_line() -> None:
    found = read(dump(harbour()).encode() + b"\n" + b"\x00\x01\x02" * 50 + b"\n" + CRAWLED.encode())
    assert kinds(found) == ["Extraction", "Skipped", "Article"]


def test_a_record_that_does_not_fit_is_skipped_with_its_place() -> None:
    value = json.loads(dump(harbour()))
    value["events"][0]["date"] = "soon"
    assert reason(json.dumps(value)).startswith("events[0].date: 'soon' is not a date")


@pytest.mark.parametrize("value", ["{}", '{"a": 1}', "[[]]", '["text"]'])
def test_json_of_another_kind_is_skipped(value: str) -> None:
    (found,) = read(value)
    assert isinstance(found, Skipped)
    assert "neither an article nor events of a kind that is known" in found.reason


@pytest.mark.parametrize("text", ["[Update] The harbour opened.", "< 3 ships came.", "[null] is no headline"])
def test_a_text_may_begin_with_a_bracket(text: str) -> None:
    (found,) = read(text)
    assert isinstance(found, Article)
    assert found.text == text


def test_an_empty_list_is_skipped() -> None:
    assert reason("[]") == "its JSON list is empty"


@pytest.mark.parametrize(
    "data",
    [
        "[" * 300_000,
        "[" * 300_000 + "]" * 300_000,
        '{"a":' * 300_000,
        '{"title": "x", "text": ' + "[" * 300_000 + "]" * 300_000 + "}",
        '{"schema": "newstimeline/1", "article": {"title": "x"}, "deep": ' + "[" * 700 + "]" * 700 + "}",
    ],
    ids=["open", "closed", "objects", "within an article", "within a record"],
)
def test_deep_json_is_skipped(data: str) -> None:
    assert "nested too deeply" in reason(data)


def test_deep_json_in_a_line_costs_that_line() -> None:
    deep = '{"a":' + "[" * 300_000 + "]" * 300_000 + "}"
    assert kinds(read(f"{CRAWLED}\n{deep}\n{dump(harbour())}")) == ["Article", "Skipped", "Extraction"]


def test_a_huge_number_is_skipped() -> None:
    assert "no valid JSON" in reason('{"title": "a",\n"text": ' + "9" * 10_000 + "}")


def limit(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    for module in (format_detection, json_lines):
        monkeypatch.setattr(module, "LARGEST_FILE", size)


@pytest.mark.parametrize("data", ["x" * 101, "word\n" * 21, '{"title":\n' + " " * 100], ids=["line", "lines", "json"])
def test_a_file_beyond_the_limit_is_skipped(monkeypatch: pytest.MonkeyPatch, data: str) -> None:
    limit(monkeypatch, 100)
    assert "larger than" in reason(data)
    assert "split it" in reason(data)


def test_a_file_at_the_limit_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    limit(monkeypatch, 100)
    assert kinds(read("word\n" * 20)) == ["Article"]


def test_json_lines_may_be_longer_than_the_limit_but_no_line_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    line = '{"title": "a", "text": "b"}'
    limit(monkeypatch, 100)
    assert kinds(read(f"{line}\n" * 20)) == ["Article"] * 20
    found = read(f"{line}\n{{{' ' * 100}}}\n{line}")
    assert kinds(found) == ["Article", "Skipped"]
    assert isinstance(found[1], Skipped)
    assert found[1].place == "file, line 2"
    assert "the rest of the file was not read" in found[1].reason


def test_no_more_than_the_limit_is_read_into_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    limit(monkeypatch, 100)
    stream = io.BytesIO(b"word\n" * 1000)
    list(read_stream(stream, "file"))
    assert stream.tell() == 101


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\n  <?xml version='1.0'?>", "XML of a kind that is not known"),
        (b"\xef\xbb\xbf<rss/>", "a feed without entries"),
        (b"Rar!\x1a\x07\x00", "a RAR archive; unpack it"),
        (b"{\\rtf1", "rich text; save it as PDF"),
        (b"%PDF-1.7", "PDF"),
        (b"WARC/1.0\r\n", "web archive"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "binary"),
        (b"", "empty"),
        (b" \n\n", "empty"),
    ],
)
def test_what_is_not_read_is_skipped_with_its_kind(data: bytes, what: str) -> None:
    assert what in reason(data)


@pytest.mark.parametrize("ending", [".YAML", ".yml"])
def test_a_name_of_another_kind_is_skipped(ending: str) -> None:
    assert f"it is a {ending[1:].upper()} file" in reason("some,words\n1,2\n", f"name{ending}")


def test_a_stream_that_fails_is_skipped() -> None:
    class Broken(io.RawIOBase):
        def readline(self, _: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    (found,) = read_stream(cast(BinaryIO, Broken()), "file")
    assert found == Skipped("file", "it can't be read: Input/output error")


def test_a_stream_that_fails_midway_keeps_what_came_before() -> None:
    class Breaking(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            if self.tell():
                raise OSError(5, "Input/output error")
            return super().readline(size)

    found = list(read_stream(Breaking(CRAWLED.encode() + b"\nmore\n"), "file"))
    assert kinds(found) == ["Article", "Skipped"]


PIECES = st.sampled_from(
    [b"{", b"}", b"[", b"]", b'"title":', b'"text":', b'"x"', b",", b"\n", b"\x00", b"\xff", b"date 2025-11-07 "]
)


@given(st.binary(max_size=200) | st.lists(PIECES).map(b"".join))
def test_any_bytes_yield_an_article_or_a_reason(data: bytes) -> None:
    found = read(data)
    assert found
    assert all(isinstance(item, Article | Extraction) or item.reason for item in found)


def test_an_error_that_no_reader_expected_costs_that_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("x\x1b[2J")

    monkeypatch.setattr(format_detection, "TEXT", InputFormat(lambda _: True, fail))  # type: ignore[arg-type]
    assert (
        reason("Words")
        == "newstimeline could not read it, by a fault of its own: please report this (KeyError: 'x\\x1b[2J')"
    )


@pytest.mark.parametrize(
    ("begin", "name", "harmful"),
    [
        (b"date 2025-11-07 Harbour opens", "a.txt", False),
        (b'{"schema": "newstimeline/1"', "a.jsonl", False),
        (b'{"title": "x"', "a.json", True),
        (b"<html>", "a", True),
        (b"---\ntitle: x", "a.txt", True),
        (b"Words", "a.md", True),
        (b"%PDF-1.7", "a", True),
        (b"PK\x03\x04", "a", True),
    ],
)
def test_all_but_the_plainest_files_may_do_harm(begin: bytes, name: str, harmful: bool) -> None:
    assert may_do_harm(Beginning(begin, name)) == harmful


def test_a_long_list_of_what_can_not_be_read_is_given_up() -> None:
    found = read(json.dumps([{}] * 300))
    assert len(found) == 101
    assert isinstance(found[-1], Skipped)
    assert found[-1].reason == "none of its first 100 items could be read; the other 200 were not tried"
    assert len(read(json.dumps([json.loads(CRAWLED), *[{}] * 300]))) == 301


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("2025-11-07-harbour.md", "2025-11-07"),
        ("notes/20251107_harbour.txt", "2025-11-07"),
        ("archive.zip, 2025-11-07.txt", "2025-11-07"),
        ("2025-13-07.txt", None),
        ("20251107123.txt", None),
        ("harbour-2025-11-07.txt", None),
    ],
)
def test_a_text_takes_the_date_with_which_its_name_begins(name: str, published: str | None) -> None:
    (found,) = read("Harbour opens\n\nBoats came.", name)
    assert isinstance(found, Article)
    assert (found.published and found.published.edtf) == published
    assert found.published_by == (published and "file name")


def test_a_date_in_the_text_goes_before_that_of_the_name() -> None:
    (found,) = read("date 2025-11-07 Harbour opens\n\nBoats came.", "2024-01-01.txt")
    assert isinstance(found, Article)
    assert str(found.published) == "2025-11-07"
