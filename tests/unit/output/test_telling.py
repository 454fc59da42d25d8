from __future__ import annotations

import pytest

from newstimeline.output.telling import dated_by


@pytest.mark.parametrize("source", ["JSON-LD", "meta", "time", "address", "feed", "front matter", "given"])
def test_where_a_date_of_publication_comes_from_is_told_in_words(source: str) -> None:
    assert dated_by(source).startswith((", from the ", ", from a ", ", given by "))


@pytest.mark.parametrize("source", [None, "", "elsewhere", 7])
def test_nothing_is_told_of_a_source_that_is_not_known(source: object) -> None:
    assert dated_by(source) == ""
