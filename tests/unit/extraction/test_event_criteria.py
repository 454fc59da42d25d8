"""What is an event, and what is none."""

import pytest

from newstimeline.model import HEADLINE

from .conftest import Extract


def is_told(extract: Extract, body: str) -> bool:
    return [event.id for event in extract(body).events] != [HEADLINE]


@pytest.mark.parametrize(
    "body",
    [
        "The bridges were as old as the town.",
        "The company says secret chat messages cannot be forwarded.",
        "Experts say that rockets share similar bodies.",
        "The council usually met in the town hall.",
        "It will.",
        "We crossed the river.",
        "Police in Cologne pictured.",
        "[How a council closed a bridge and a road in Bergen]",
        "Photos: The council closed the bridge.",
        "The mayor (left) opened the bridge.",
        "FILE - In this Monday photo, the mayor opened the bridge.",
        "The mayor opened the bridge. (AP Photo/Jane Roe)",
        "Related: The council closed the bridge.",
        "Read more: The council closed the bridge.",
        "Sign up for the letter that we launched on Monday.",
        "Sorgen wiegen schwer und sie richten sich nicht nach Tages- oder Öffnungszeiten.",
    ],
)
def test_states_habits_and_furniture_of_pages_are_no_events(extract: Extract, body: str) -> None:
    assert not is_told(extract, body)


@pytest.mark.parametrize(
    "body",
    [
        "The council has closed the bridge.",
        "The police say that troops are leaving the town.",
        "Jane Roe says that the bridge is old.",
        "The first round was on May 16.",
        "The ministry announces an election.",
        "Readers must register before they vote, the mayor Jane Roe said.",
    ],
)
def test_what_happens_and_what_somebody_says_is_told(extract: Extract, body: str) -> None:
    assert is_told(extract, body)


@pytest.mark.parametrize(
    "body",
    [
        "Two men died on Wednesday, police said.",
        "Police said that two men died on Wednesday.",
    ],
)
def test_what_a_nameless_speaker_tells_is_one_event_with_its_own_date(extract: Extract, body: str) -> None:
    (event,) = extract(body).events
    assert (event.title, str(event.when)) == ("Two men died on Wednesday", "2025-11-05")


def test_what_somebody_with_a_name_tells_is_also_a_statement(extract: Extract) -> None:
    assert len(extract("Jane Roe said that two men died on Wednesday.").events) == 2


def test_a_verb_that_shares_its_object_with_the_next_one_is_told_with_it(extract: Extract) -> None:
    titles = [event.title for event in extract("The Steelers hurried and harassed Yates all day.").events]
    assert titles == ["The Steelers harassed Yates all day"]
