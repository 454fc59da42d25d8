from __future__ import annotations

import io
import json

import pytest

from newstimeline.changes.exchange import Given, RefusedChange, read_changes

LINE = json.dumps(
    {
        "schema": "newstimeline-changes/1",
        "id": "abcdef0123456789",
        "made": "2025-11-08T10:00:00+00:00",
        "who": "Ann",
        "what": "note",
        "target": {"kind": "event", "article": "a1", "start": 0, "end": 7, "words": "Harbour"},
        "value": "hello",
    }
).encode()


def read(data: bytes) -> list[Given | RefusedChange]:
    return list(read_changes(io.BytesIO(data)))


def reasons(data: bytes) -> list[tuple[int, str]]:
    return [(one.line, one.reason) for one in read(data) if isinstance(one, RefusedChange)]


@pytest.mark.parametrize("data", [LINE, LINE + b"\n", b"\xef\xbb\xbf" + LINE, LINE + b"\r\n\r\n", b"\n \n" + LINE])
def test_a_line_is_read_whatever_stands_around_it(data: bytes) -> None:
    (given,) = read(data)
    assert isinstance(given, Given)
    assert given.change.value == "hello"


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b"])
def test_only_a_newline_ends_a_line(separator: str) -> None:
    escaped = json.dumps(separator) if separator == "\x0b" else f'"{separator}"'
    data = LINE.replace(b'"hello"', f'"one{escaped[1:-1]}two"'.encode()) + b"\n" + LINE
    assert [one.line for one in read(data) if isinstance(one, Given)] == [1, 2]


def test_the_rest_is_taken_and_what_does_not_fit_is_named_by_its_line() -> None:
    data = b"\n".join([LINE, b"no JSON", LINE, LINE.replace(b"Ann", b"\xff"), LINE.replace(b"2025-11-08T", b"x")])
    assert [line for line, _ in reasons(data)] == [2, 4, 5]
    assert sum(isinstance(one, Given) for one in read(data)) == 2


def test_a_file_in_another_encoding_is_refused() -> None:
    assert reasons(LINE.decode().encode("utf-16"))[0] == (1, "it is not UTF-8")


def test_a_line_without_an_end_is_passed_over() -> None:
    data = b"[" * 9_000_000 + b"\n" + LINE
    assert reasons(data) == [(1, "it is longer than 4,194,304 bytes")]
    assert isinstance(read(data)[1], Given)


@pytest.mark.parametrize("who", ["newstimeline", "Newstimeline ", "NEWSTIMELINE"])
def test_nobody_passes_for_the_program(who: str) -> None:
    assert "what the program does by itself" in reasons(LINE.replace(b"Ann", who.encode()))[0][1]
