"""Sound files damaged at random, through every reader: what comes out is clean, or a reason."""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hostile.checks import assert_harmless
from hostile.seeds import SEEDS
from newstimeline.model import Article, Extraction
from newstimeline.reading.format_detection import read_stream

_INSERTED = st.one_of(
    st.binary(min_size=1, max_size=8),
    st.sampled_from(
        [
            b"\x00",
            b"\xff\xff\xff\xff",
            b"\x1b[2J",
            b"\xc2\x9b",
            b"<",
            b'"',
            b"&#27;",
            b"]]>",
            b"\r\n\r\n",
            b"-1",
            b"9" * 30,
        ]
    ),
)


@st.composite
def damaged(draw: st.DrawFn, seed: bytes) -> bytes:
    """The seed with parts overwritten, left out, repeated or put in, or cut short."""
    data = seed
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(1, 16))
        match draw(st.sampled_from(["overwrite", "leave out", "repeat", "insert", "cut"])):
            case "overwrite":
                data = data[:at] + draw(_INSERTED) + data[at + length :]
            case "leave out":
                data = data[:at] + data[at + length :]
            case "repeat":
                data = data[:at] + data[at : at + length] * draw(st.integers(2, 50)) + data[at:]
            case "insert":
                data = data[:at] + draw(_INSERTED) + data[at:]
            case "cut":
                data = data[:at]
    return data


@pytest.mark.parametrize("name", SEEDS)
def test_a_sound_file_is_read(name: str) -> None:
    found = list(read_stream(io.BytesIO(SEEDS[name]), name))
    assert all(isinstance(item, Article | Extraction) for item in found), found
    assert_harmless(found, name)


@pytest.mark.parametrize("name", SEEDS)
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(draw=st.data())
def test_a_damaged_file_is_read_or_refused(name: str, draw: st.DataObject) -> None:
    data = draw.draw(damaged(SEEDS[name]))
    assert_harmless(list(read_stream(io.BytesIO(data), name)), name)
