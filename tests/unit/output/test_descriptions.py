from __future__ import annotations

import pytest

from newstimeline.model import Article
from newstimeline.output.descriptions import dated_by
from newstimeline.terms import DatedBy


@pytest.mark.parametrize("source", list(DatedBy))
def test_where_a_date_of_publication_comes_from_is_told_in_words(source: DatedBy) -> None:
    assert (
        dated_by(source)
        .removeprefix(", likely")
        .startswith((", from the ", ", from a ", ", from when ", ", given by "))
    )


def test_what_is_but_likely_is_told_to_be() -> None:
    assert [by for by in DatedBy if dated_by(by).startswith(", likely, ")] == [DatedBy.TEXT, DatedBy.MODIFIED]


@pytest.mark.parametrize("source", list(DatedBy))
def test_what_gave_a_date_is_found_again_where_it_was_stored(source: DatedBy) -> None:
    stored = Article(id="a", title="Head", published_by=source, extra={"given": 1}).stored_extra
    assert Article.stored_fields(stored) == {
        "published_by": source, "published_refused": None, "unextracted": None, "extra": {"given": 1}
    }  # fmt: skip


def test_an_older_library_spells_some_sources_with_capitals() -> None:
    assert Article.stored_fields({"published_by": "contentCreated"})["published_by"] is DatedBy.CONTENT_CREATED


@pytest.mark.parametrize("source", [None, "", "elsewhere", 7])
def test_a_source_that_is_not_known_is_kept_and_not_told(source: object) -> None:
    stored = Article.stored_fields({"published_by": source})
    assert (stored["extra"], dated_by(stored["published_by"])) == ({"published_by": source}, "")
