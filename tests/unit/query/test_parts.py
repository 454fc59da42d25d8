from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.query import QueryError, parse_query, query_parts

TODAY = date(2025, 11, 8)


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("", []),
        ("trump", []),
        ("trump putin", [("trump", "putin"), ("putin", "trump")]),
        ("trump -putin", [("trump", "-putin"), ("-putin", "trump")]),
        ('trump "held talks"', [("trump", '"held talks"'), ('"held talks"', "trump")]),
        ("trump (a OR b)", [("trump", "(a OR b)"), ("(a OR b)", "trump")]),
        ("after:15 august 2025 trump", [("after:15 august 2025", "trump"), ("trump", "after:15 august 2025")]),
        ("a OR b c", []),
        ("a b OR c", []),
        ("trump (", []),
        ("a ) b", [("a", ") b"), ("b", "a )")]),
    ],
)
def test_parts_are_the_conditions_that_must_all_hold(query: str, parts: list[tuple[str, str]]) -> None:
    assert [(part.text, part.without) for part in query_parts(query, TODAY)] == parts


PIECES = st.sampled_from(["trump ", "-", '"', "(", ")", " OR ", "person:", "after:2025", " a", "NOT ", " "])


@given(st.lists(PIECES, max_size=12).map("".join))
def test_every_part_and_what_is_left_are_queries(query: str) -> None:
    try:
        parts = query_parts(query, TODAY)
    except QueryError:
        return
    for part in parts:
        parse_query(part.text, TODAY)
        assert part.text
        assert len(part.without) < len(query)
