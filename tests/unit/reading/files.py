"""Reading files that stand in a test, whole, broken and mutated."""

from __future__ import annotations

import io
from collections.abc import Sequence

from hypothesis import strategies as st

from newstimeline.clean import is_clean
from newstimeline.model import Article, Event, Extraction
from newstimeline.reading import Parsed, Skipped
from newstimeline.reading.format_detection import read_stream
from newstimeline.records import dump, load

_HOSTILE = (
    b"", b"\x00", b"\xff", b"\n", b'"', b"<", b"&#27;", b"\x1b[31m", "\u202e".encode(), b"{", b"[" * 2_000, b"9" * 400,
)  # fmt: skip


def read(data: str | bytes, name: str) -> list[Parsed]:
    return list(read_stream(io.BytesIO(data.encode() if isinstance(data, str) else data), name))


def extraction(data: str | bytes, name: str) -> Extraction:
    """The one extraction that a file gives, without a reason."""
    (found,) = read(data, name)
    assert isinstance(found, Extraction), found
    return found


def article(data: str | bytes, name: str) -> Article:
    (found,) = read(data, name)
    assert isinstance(found, Article), found
    return found


def reason(data: str | bytes, name: str) -> str:
    (found,) = read(data, name)
    assert isinstance(found, Skipped), found
    return found.reason


def dated(found: Extraction) -> list[tuple[str, str | None]]:
    return [(event.title, str(event.when) if event.when else None) for event in found.events]


def evidence(found: Extraction, event: Event) -> str:
    assert event.evidence
    return event.evidence.of(found.article.text or "")


def mutated(data: str | bytes, pieces: Sequence[bytes] = ()) -> st.SearchStrategy[bytes]:
    """The bytes of a file, some of them cut out or overwritten by hostile ones; or any bytes."""
    whole = data.encode() if isinstance(data, str) else data
    place = st.integers(0, len(whole))
    change = st.tuples(place, st.integers(0, 40), st.sampled_from((*_HOSTILE, *pieces)))

    def changed(changes: list[tuple[int, int, bytes]]) -> bytes:
        text = whole
        for at, length, piece in changes:
            text = text[:at] + piece + text[at + length :]
        return text

    return st.lists(change, min_size=1, max_size=4).map(changed) | st.binary(max_size=200)


def assert_read_or_told(data: bytes, name: str) -> None:
    """Whatever a file holds, what comes of it is clean and hangs together, or is a reason."""
    for found in read(data, name):
        match found:
            case Skipped():
                assert found.reason
            case Article():
                assert found.title
                assert is_clean(found.title)
            case Extraction():
                assert load(dump(found)) == found
                assert is_clean(found.article.text or "")
