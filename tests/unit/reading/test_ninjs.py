from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from newstimeline.model import Article, Extraction
from newstimeline.reading import Skipped
from unit.reading.files import article, assert_read_or_told, dated, extraction, mutated, read, reason

LATEST: dict[str, Any] = {
    "uri": "https://agency.example/1",
    "type": "text",
    "contentCreated": "2025-11-07T14:30:00Z",
    "versionCreated": "2025-11-08T09:00:00Z",
    "by": "Ada Quill",
    "infoSources": [{"name": "The Agency"}],
    "headlines": [{"role": "short", "value": "Harbour"}, {"role": "main", "value": "Harbour opens"}],
    "bodies": [
        {"role": "main", "contentType": "text/plain", "value": "The mayor opened it. Ships came & went."},
        {
            "role": "rich",
            "contentType": "text/html",
            "value": "<p>The mayor opened it.</p><p>Ships came &amp; went.</p>",
        },
    ],
}
FIRST = {
    "uri": "https://agency.example/1",
    "type": "text",
    "versioncreated": "2025-11-07T14:30:00Z",
    "copyrightholder": "The Agency",
    "headline": "Harbour opens",
    "body_xhtml": "<p>The mayor opened it.</p><p>Ships came &amp; went.</p>",
}
EVENT: dict[str, Any] = {
    "uri": "urn:agency:2",
    "type": "event",
    "title": "Harbour opens",
    "descriptions": [{"value": "The mayor will open it."}],
    "eventDetails": {"dates": {"estimatedStartDate": "2025-11", "estimatedEndDate": "2025-12"}},
    "people": [{"name": "Ada Quill"}],
    "places": [{"name": "Lindhaven"}],
}


@pytest.mark.parametrize("item", [LATEST, FIRST], ids=["3.x", "1.x"])
def test_an_item_of_any_version_is_an_article(item: dict[str, Any]) -> None:
    found = article(json.dumps(item), "item.json")
    assert found.text == "Harbour opens\n\nThe mayor opened it.\n\nShips came & went."
    assert (str(found.published), found.source, found.url) == (
        "2025-11-07T14:30:00Z",
        "The Agency",
        "https://agency.example/1",
    )


def test_what_an_article_has_no_place_for_is_kept() -> None:
    given = article(json.dumps(LATEST), "item.json").extra["given"]
    assert isinstance(given, dict)
    assert given["by"] == "Ada Quill"


def test_an_item_without_a_body_has_its_description() -> None:
    item = {**FIRST, "body_xhtml": "", "description_text": "The mayor opened it."}
    assert article(json.dumps(item), "item.json").text == "Harbour opens\n\nThe mayor opened it."


def test_an_event_has_its_estimated_dates() -> None:
    found = extraction(json.dumps(EVENT), "event.json")
    assert dated(found) == [("Harbour opens", "2025-11~/2025-12~")]
    assert [person.name for person in found.people] == ["Ada Quill"]
    assert [place.name for place in found.places] == ["Lindhaven"]
    assert (found.article.text or "").endswith("The mayor will open it.\n\nPeople: Ada Quill\n\nPlaces: Lindhaven")


def test_one_day_is_no_interval() -> None:
    event = {**EVENT, "eventDetails": {"dates": {"startDate": "2025-11-07", "endDate": "2025-11-07"}}}
    assert dated(extraction(json.dumps(event), "event.json")) == [("Harbour opens", "2025-11-07")]


def test_a_list_of_events_without_a_type_is_read_one_by_one() -> None:
    events = [{**EVENT, "title": title, "type": None} for title in ("a", "b")]
    assert [type(item) for item in read(json.dumps(events, indent=1), "events.json")] == [Extraction, Extraction]


@pytest.mark.parametrize("associations", [[FIRST, EVENT], {"one": FIRST, "other": [EVENT]}])
def test_items_within_an_item_are_read_too(associations: Any) -> None:
    found = read(json.dumps({**LATEST, "associations": associations}), "item.json")
    assert [type(item) for item in found] == [Article, Article, Extraction]


def test_a_picture_without_words_is_refused() -> None:
    assert reason('{"uri": "x", "type": "picture", "versioncreated": "2025"}', "item.json") == (
        "it is a ninjs item (picture) without words"
    )


def test_a_date_that_is_none_is_told() -> None:
    event = {**EVENT, "eventDetails": {"dates": {"startDate": "soon"}}}
    (found, skipped) = read(json.dumps(event), "event.json")
    assert isinstance(found, Extraction)
    assert dated(found) == [("Harbour opens", None)]
    assert isinstance(skipped, Skipped)


@given(mutated(json.dumps(LATEST)) | mutated(json.dumps(EVENT)) | mutated(json.dumps(FIRST)))
def test_any_item_is_read_or_told(data: bytes) -> None:
    assert_read_or_told(data, "item.json")
