from __future__ import annotations

from hypothesis import given

from unit.reading.files import assert_read_or_told, dated, evidence, extraction, mutated, reason

BULLETS = """Date: '2025-11-07'
Source_URI: Portal:Current events/2025 November 7
Intelligence_Payload:
  Politics:
  - Lindhaven
  - Lindhaven harbour
  - The mayor opens a harbour of 15 meters (50 feet). (AP) (The Post),
    (BBC via The Gull)
  - Ships come without a source.
  Sport:
  - Lindhaven wins. (BBC)
"""
EVENTS = """---
date: "2025-11-07"
events:
  - id: "1"
    category: "Politics"
    headline: "Harbour opens"
    summary: >-
      The mayor opened it.
    details:
      what_happened:
        - Ships came.
      uncertainty_notes:
        - Nobody counted them.
    entities: {people: [Ada Quill]}
    geography: {places: [Lindhaven]}
    time: {date: "2025-11-06"}
    sources:
      external:
        - {outlet: The Post, url: null}
"""


def test_each_bullet_is_an_event_of_the_day() -> None:
    found = extraction(BULLETS, "2025-11-07.yaml")
    assert (found.article.title, str(found.article.published)) == ("Current events, 2025 November 7", "2025-11-07")
    assert dated(found) == [
        ("The mayor opens a harbour of 15 meters (50 feet).", "2025-11-07"),
        ("Ships come without a source.", "2025-11-07"),
        ("Lindhaven wins.", "2025-11-07"),
    ]


def test_a_bullet_is_told_with_its_story_and_its_outlets() -> None:
    found = extraction(BULLETS, "2025-11-07.yaml")
    assert evidence(found, found.events[0]).endswith(
        "Listed under: Lindhaven; Lindhaven harbour\n\nCategory: Politics\n\nSource: AP; The Post; BBC via The Gull"
    )
    assert "Listed under" not in evidence(found, found.events[2])


def test_events_with_fields_have_people_places_and_days_of_their_own() -> None:
    found = extraction(EVENTS, "2025-11-07.yaml")
    assert dated(found) == [("Harbour opens", "2025-11-06")]
    assert [person.name for person in found.people] == ["Ada Quill"]
    assert [place.name for place in found.places] == ["Lindhaven"]
    text = evidence(found, found.events[0])
    assert "Ships came." in text
    assert "Uncertainty notes: Nobody counted them.\n\nCategory: Politics\n\nSource: The Post" in text


def test_aliases_are_refused() -> None:
    assert "aliases" in reason("date: &a 2025\nevents: [*a, *a]\n", "day.yaml")


def test_a_day_without_events_is_told() -> None:
    assert reason("date: 2025-11-07\nevents: [a, b]\n", "day.yaml") == "it is a chronicle of a day without events"


def test_another_kind_of_yaml_is_refused() -> None:
    assert "it is a YAML file" in reason("name: x\n", "config.yaml")


@given(mutated(BULLETS, (b"- ", b": ", b"(x)")) | mutated(EVENTS, (b"- ", b": ")))
def test_any_chronicle_is_read_or_told(data: bytes) -> None:
    assert_read_or_told(data, "day.yaml")
