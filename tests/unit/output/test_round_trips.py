"""Dates leave the library in a format and come back from it as they were, or it is said that the format has none."""

from __future__ import annotations

import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstimeline.model import Extraction
from newstimeline.output.formats import FORMATS
from newstimeline.output.formats.timelinejs_export import YEARS
from newstimeline.reading.format_detection import read_stream
from support.exports import told
from support.stories import make_library
from unit.builders import dated_events

_ALL_YEARS = range(-400_000, 400_001)
_WITHIN = {
    "events": _ALL_YEARS,
    "csv": _ALL_YEARS,
    "timelinejs": YEARS,
    "timelinejs-csv": YEARS,
    "timesketch": range(2, 9999),
    "timesketch-csv": range(2, 9999),
    "ical": range(2, 9999),
}
"""The years that a format has a place for."""
_FORMS = ("{}", "{}-03", "{}-03-15", "{}-02-28T14:30")


def edtf_year(year: int) -> str:
    digits = f"{abs(year):04}"
    return f"{'Y' if len(digits) > 4 else ''}{'-' if year < 0 else ''}{digits}"


def sent(form: str, dates: list[str]) -> tuple[list[str | None], list[str]]:
    """What comes back of dates, and what was said as they left."""
    with TemporaryDirectory() as folder:
        library = make_library(Path(folder) / "library.sqlite", [dated_events(*dates)])
        document, said = told(form, library)
    name = f"export{FORMATS[form].ending}"
    found = [one for one in read_stream(io.BytesIO(document.encode()), name) if isinstance(one, Extraction)]
    return [str(event.when) if event.when else None for one in found for event in one.events], said


@pytest.mark.parametrize("form", ["events", "csv", "timelinejs", "timelinejs-csv", "timesketch", "timesketch-csv"])
@settings(max_examples=6, deadline=None)
@given(st.data())
def test_every_year_comes_back_as_it_was(form: str, data: st.DataObject) -> None:
    years = _WITHIN[form]
    edges = st.sampled_from(
        [year for year in (-12_000, -10_000, -9_999, -44, -1, 0, 1, 2, 9_998, 9_999, 10_000) if year in years]
    )
    year = edges | st.integers(years[0], years[-1])
    drawn = data.draw(st.lists(st.tuples(year, st.sampled_from(_FORMS)), min_size=20, max_size=20))
    dates = [shape.format(edtf_year(year)) for year, shape in drawn]
    assert sorted(map(str, sent(form, dates)[0])) == sorted(dates)


def test_an_interval_that_looks_like_a_formula_comes_back_from_a_table() -> None:
    assert sent("csv", ["-0043/0079", "-43XX"]) == (["-43XX", "-0043/0079"], [])


@pytest.mark.parametrize("form", ["ical", "timesketch", "timesketch-csv"])
@pytest.mark.parametrize("date", ["-0043-03-15", "0000", "Y12025"])
def test_a_year_that_a_format_has_no_place_for_is_left_out_and_said(form: str, date: str) -> None:
    came, said = sent(form, [date, "2025-11-07"])
    assert came == ["2025-11-07"]
    assert said == ["left out, since this format covers only the years 2 to 9998: 1 event"]
