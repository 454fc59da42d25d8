from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from newstimeline.changes.change import Kind
from newstimeline.output.library_diff import (
    Difference,
    difference_lines,
    differing_events,
    differing_people,
    differing_quotes,
    summary,
)

Fields = Mapping[str, object]


def event(id_: str, title: str = "Ship comes", date: str | None = "2025-11-07", **others: object) -> Fields:
    return {"id": id_, "title": title, "date": date, "people": [], "places": [], **others}


def quote(text: str, speaker: str | None = "Ada Quill") -> Fields:
    return {"text": text, "speaker": speaker, "said_by": None, "kind": "direct", "date": None}


some_events = st.lists(
    st.builds(
        event,
        st.sampled_from("abcd"),
        st.sampled_from(["Ship comes", "Ship goes"]),
        st.sampled_from(["2025", None]),
        evidence=st.sampled_from(["it came", "it went", "it sank"]),
    ),
    max_size=5,
    unique_by=lambda one: str(one["id"]),
)


def fates(before: list[Fields], after: list[Fields]) -> Counter[str]:
    return Counter(one.fate for one in differing_events(before, after))


@given(some_events)
def test_nothing_differs_from_itself(events: list[Fields]) -> None:
    assert not fates(events, list(events))


@given(some_events, some_events)
def test_what_came_one_way_went_the_other_way(one: list[Fields], other: list[Fields]) -> None:
    there, back = fates(one, other), fates(other, one)
    assert (there["came"], there["went"]) == (back["went"], back["came"])


@given(some_events, some_events)
def test_nothing_is_lost_and_nothing_told_twice(one: list[Fields], other: list[Fields]) -> None:
    told = fates(one, other)
    assert len(one) - told["went"] == len(other) - told["came"]


def test_an_event_is_the_same_by_its_id_whatever_else_has_changed() -> None:
    (found,) = differing_events([event("a")], [event("a", "Ship goes", None, people=[{"name": "Ada", "roles": []}])])
    assert (found.fate, found.fields) == ("changed", ("date", "title", "people"))


def test_an_event_with_another_id_is_the_same_by_its_evidence_and_then_by_its_title() -> None:
    before = [event("a", "Ship comes", evidence="it came"), event("b", "Ship goes", evidence="it went")]
    after = [event("c", "Ship goes", evidence="it came"), event("d", "Ship goes", evidence="it sailed")]
    found = list(differing_events(before, after))
    assert [one.fields for one in found] == [("title",), ("evidence",)]


def test_a_quote_is_the_same_by_its_words_and_was_said_once() -> None:
    before, after = [quote("It is done")], [quote("It is done", "Bo Ek"), quote("It is done", "Bo Ek")]
    (found,) = differing_quotes(before, after)
    assert found.fields == ("speaker",)


def test_people_differ_by_the_number_of_their_events() -> None:
    found = list(
        differing_people([{"name": "Ada Quill", "events": 2}], [{"name": "ADA QUILL", "events": 3}, {"name": "Bo Ek"}])
    )
    assert [(one.fate, one.fields) for one in found] == [("changed", ("events",)), ("came", ())]


def test_a_difference_is_told_in_lines() -> None:
    before, after = event("a", places=["Lindhaven"]), event("a", date=None, places=["Lindhaven", "Oslo"])
    assert list(difference_lines(Difference(Kind.EVENT, before, after))) == [
        "~ undated     Ship comes",
        "    date: 2025-11-07 → none",
        "    places: Lindhaven → Lindhaven; Oslo",
    ]
    assert list(difference_lines(Difference(Kind.QUOTE, quote("It is\x1b done"), None))) == [
        "- undated     Ada Quill: “It is� done”"
    ]


def test_the_end_says_how_much_differs() -> None:
    counts = {(Kind.PERSON, "came"): 2, (Kind.EVENT, "went"): 1, (Kind.EVENT, "came"): 3_000}
    assert list(summary(counts)) == ["3,000 events came, 1 went", "2 people came"]
    assert list(summary({(Kind.PERSON, "went"): 1})) == ["1 person went"]
    assert list(summary({})) == ["nothing differs"]
