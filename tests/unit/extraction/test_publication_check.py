from __future__ import annotations

import pytest

from unit.extraction.conftest import Extract

POST = "A gorilla was shot — Cincinnati Zoo (@CincinnatiZoo) May 28, 2016"


def test_a_date_before_what_the_text_tells_as_past_is_not_used(extract: Extract) -> None:
    found = extract("The station was launched in 2011. Its return was delayed in September 2017.", "2016-09-21")
    assert found.article.published is None
    assert found.article.published_refused == (
        "2016-09-21, which is before “September 2017”, of which the text tells as past"
    )
    assert [event.when.edtf for event in found.events if event.when] == ["2011", "2017-09"]


@pytest.mark.parametrize(
    "body",
    [
        "The bill was not due until November 2018, she said.",
        "The station will return in September 2018.",
        "They planned to launch it in September 2018.",
    ],
)
def test_what_was_to_come_says_nothing_against_a_date(extract: Extract, body: str) -> None:
    assert extract(body, "2016-09-21").article.published


def test_a_date_long_after_the_posts_quoted_as_news_is_not_used(extract: Extract) -> None:
    body = f"The zoo shot a gorilla on Saturday, it said.\n\n{POST}\n\nThe boy fell into the moat on Saturday."
    found = extract(body, "2017-11-30")
    assert found.article.published_refused
    assert "long after the posts" in found.article.published_refused


def test_old_posts_in_a_look_back_say_nothing_against_a_date(extract: Extract) -> None:
    body = f"The zoo has changed much.\n\n{POST}\n\nIts visitors remember the gorilla."
    assert extract(body, "2017-11-30").article.published
