"""Titles from the extraction of a sentence: understood alone, grammatical, true, and no longer than they must be."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newstimeline.extraction.title_compression import HARD_LIMIT, LIMIT

from .conftest import Extract


def titles(extract: Extract, body: str) -> list[str]:
    return [event.title for event in extract(body).events]


PADDING = " in the old harbour of the northern town on the coast of the eastern sea"


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The rocket (its third) rose on Monday.", "The rocket rose on Monday"),
        ("Iran, for instance, blocked the app on Monday.", "Iran blocked the app on Monday"),
        (
            "Mark Durbin, a spokesman for the parent company First Energy in Akron, said the bill was wrong.",
            "Mark Durbin said the bill was wrong",
        ),
        (
            "The council, which has met in the town hall for two years, closed the bridge to all heavy trucks.",
            "The council closed the bridge to all heavy trucks",
        ),
        (
            "As they have been reminded of the danger, the council closed the bridge on Monday.",
            "The council closed the bridge on Monday",
        ),
        (
            "Under growing pressure from the owners of the shops, the council of the town closed the bridge to trucks.",
            "The council of the town closed the bridge to trucks",
        ),
        (
            "The council closed the old bridge to heavy trucks and buses on Monday, citing concerns over the pillars.",
            "The council closed the old bridge to heavy trucks and buses on Monday",
        ),
    ],
)
def test_what_a_title_can_do_without_is_left_out(extract: Extract, sentence: str, title: str) -> None:
    assert title in titles(extract, sentence)


@pytest.mark.parametrize("sentence", ["The council closed the bridge to trucks on Monday, citing concerns."])
def test_a_sentence_that_is_short_enough_stays_whole(extract: Extract, sentence: str) -> None:
    assert titles(extract, sentence) == [sentence.rstrip(".")]


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("The minister said she has never seen a recovery like it" + PADDING + ".", "never seen a recovery like it"),
        ("The driver allegedly stole a lorry" + PADDING + ".", "allegedly stole"),
        ("The driver failed to pay the fine" + PADDING + ".", "failed to pay the fine"),
        ("The owner may have sold the boat" + PADDING + ", the mayor said.", "may have sold"),
        (
            "The owner will pay the fine of the court unless the judges overturn the ruling, the mayor of Bergen said.",
            "unless the judges overturn the ruling",
        ),
        ("The mayor said that the reason for closing the bridge was not age but a storm" + PADDING + ".", "but a"),
        ("The court accused the owner of the boat of theft" + PADDING + ".", "of theft"),
    ],
)
def test_no_title_loses_what_would_make_it_untrue(extract: Extract, sentence: str, kept: str) -> None:
    assert kept in titles(extract, sentence)[0]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The bridge, which collapsed last October, is new.", "The bridge collapsed last October"),
        ("Prince, who died in April 2016, is missed.", "Prince died in April 2016"),
        ("The app, which Apple removed on Monday, is back.", "Apple removed the app on Monday"),
        ("The fire, in which 29 people died on Monday, is out.", "29 people died on Monday in the fire"),
        ("An interview published on Monday is long.", "An interview was published on Monday"),
        ("Interviews published on Monday are long.", "Interviews were published on Monday"),
    ],
)
def test_a_clause_that_tells_more_of_a_noun_becomes_a_sentence(extract: Extract, sentence: str, title: str) -> None:
    assert titles(extract, sentence) == [title]


def test_a_statement_behind_its_content_is_turned_round(extract: Extract) -> None:
    assert titles(extract, "The bridge will be closed, the mayor Jane Roe said.") == [
        "The mayor Jane Roe said the bridge will be closed"
    ]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("SEOUL (Reuters) - The council closed the bridge.", "The council closed the bridge"),
        ("BERLIN — The council closed the bridge.", "The council closed the bridge"),
        ("1/ The council closed the bridge.", "The council closed the bridge"),
        ("LUXOR HOTEL BROKEN The council closed the bridge.", "The council closed the bridge"),
        ("CLOSE The council closed the bridge.", "The council closed the bridge"),
    ],
)
def test_what_stands_before_the_first_sentence_is_left_out(extract: Extract, sentence: str, title: str) -> None:
    assert titles(extract, sentence) == [title]


def test_a_long_quote_ends_at_a_phrase(extract: Extract) -> None:
    body = (
        '"We will close the old bridge to all lorries, which is what the engineers have asked us to do since '
        'the storm," Jane Miller said.'
    )
    assert titles(extract, body) == ["Jane Miller said: “We will close the old bridge to all lorries”"]


def test_a_quote_is_not_cut_before_its_condition(extract: Extract) -> None:
    body = (
        '"We will close the old bridge to all lorries from Monday unless the engineers of the county find another '
        'way to save it," Jane Miller said.'
    )
    assert "unless the engineers" in titles(extract, body)[0]


def test_a_pronoun_stays_where_two_can_be_meant(extract: Extract) -> None:
    body = "Adam Stone met Peter Bell on Monday. Paul Reed called Peter Bell. He left the town on Tuesday."
    assert titles(extract, body)[-1] == "He left the town on Tuesday"


def test_it_is_the_subject_of_the_sentence_where_nothing_else_can_be_meant(extract: Extract) -> None:
    assert "Equifax noticed the breach on July 29" in titles(extract, "Equifax said it noticed the breach on July 29.")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from("the council closed said that which and a bridge in , “ ” ( ) — ; it".split())))
def test_no_title_is_endless_or_ends_with_an_ellipsis_of_ours(extract: Extract, words: list[str]) -> None:
    for title in titles(extract, "The council said that it closed " + " ".join(words * 8) + "."):
        assert title.strip("” ")
        assert not title.endswith("…")
        assert len(title) <= 2 * HARD_LIMIT


def test_the_limit_is_kept_where_the_sentence_allows_it(extract: Extract) -> None:
    body = "The council approved a plan for the bridge" + PADDING * 3 + "."
    assert len(titles(extract, body)[0]) <= LIMIT
