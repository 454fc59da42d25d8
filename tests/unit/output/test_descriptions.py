from __future__ import annotations

import pytest

from newstimeline.output.descriptions import dated_by
from newstimeline.terms import DatedBy


@pytest.mark.parametrize("source", [*DatedBy, "contentCreated"])
def test_where_a_date_of_publication_comes_from_is_told_in_words(source: str) -> None:
    assert (
        dated_by(source)
        .removeprefix(", likely")
        .startswith((", from the ", ", from a ", ", from when ", ", given by "))
    )


def test_what_is_but_likely_is_told_to_be() -> None:
    assert [by for by in DatedBy if dated_by(by).startswith(", likely, ")] == [DatedBy.TEXT, DatedBy.MODIFIED]


@pytest.mark.parametrize("source", [None, "", "elsewhere", 7])
def test_nothing_is_told_of_a_source_that_is_not_known(source: object) -> None:
    assert dated_by(source) == ""
