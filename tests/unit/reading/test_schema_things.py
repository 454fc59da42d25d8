from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from newstimeline.model import Article, Extraction
from unit.reading.files import article, assert_read_or_told, dated, extraction, mutated, read, reason

ARTICLE: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Harbour opens",
    "datePublished": "2025-11-07T14:30:00Z",
    "publisher": {"@type": "Organization", "name": "The Post"},
    "url": "https://post.example/1",
    "articleBody": "The mayor opened it.\n\nShips came.",
    "author": {"@type": "Person", "name": "Ada Quill"},
}
BLOG: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "LiveBlogPosting",
    "headline": "Harbour: live",
    "url": "https://post.example/live",
    "publisher": {"name": "The Post"},
    "datePublished": "2025-11-06",
    "liveBlogUpdate": [
        {
            "@type": "BlogPosting",
            "headline": "Ships come",
            "datePublished": "2025-11-07T14:30:00Z",
            "articleBody": "<p>The first ships came this morning.</p>",
            "url": "https://post.example/live#2",
        },
        {"@type": "BlogPosting", "datePublished": "2025-11-06T09:00:00Z", "articleBody": "The mayor came."},
    ],
}
EVENT: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "BusinessEvent",
    "name": "Harbour fair",
    "startDate": "2025-11-07",
    "endDate": "2025-11-09",
    "location": {"@type": "Place", "name": "Lindhaven"},
    "performer": [{"@type": "Person", "name": "Ada Quill"}, {"@type": "MusicGroup", "name": "The Gulls"}],
    "description": "A fair.",
}


@pytest.mark.parametrize("value", [ARTICLE, [ARTICLE], {"@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]}])
def test_an_article_is_found_wherever_it_stands(value: Any) -> None:
    found = article(json.dumps(value, indent=1), "page.json")
    assert found.text == "Harbour opens\n\nThe mayor opened it.\n\nShips came."
    assert (str(found.published), found.source, found.url) == (
        "2025-11-07T14:30:00Z",
        "The Post",
        "https://post.example/1",
    )


def test_each_update_of_a_live_blog_is_an_article_of_its_own_date() -> None:
    found = [item for item in read(json.dumps(BLOG), "blog.json") if isinstance(item, Article)]
    assert [(item.title, str(item.published), item.source) for item in found] == [
        ("Ships come", "2025-11-07T14:30:00Z", "The Post"),
        ("The mayor came", "2025-11-06T09:00:00Z", "The Post"),
    ]
    assert found[0].text == "Ships come\n\nThe first ships came this morning."


def test_updates_of_one_page_have_no_address_that_would_make_them_one() -> None:
    found = [item for item in read(json.dumps(BLOG), "blog.json") if isinstance(item, Article)]
    assert [item.url for item in found] == [None, None]
    assert "https://post.example/live#2" in str(found[0].extra)


def test_a_live_blog_with_words_of_its_own_is_an_article_too() -> None:
    found = read(json.dumps({**BLOG, "description": "All about the harbour."}), "blog.json")
    assert len(found) == 3
    assert isinstance(found[0], Article)
    assert found[0].title == "Harbour: live"


def page(value: Any, body: str = "") -> str:
    return (
        f"<html><head><title>Harbour</title><script type='application/ld+json'>{json.dumps(value)}</script></head>"
        f"<body><article>{body}</article></body></html>"
    )


def test_a_saved_live_blog_is_told_by_its_updates() -> None:
    found = [item for item in read(page(BLOG, "<p>The mayor came.</p>"), "blog.html") if isinstance(item, Article)]
    assert [str(item.published) for item in found] == ["2025-11-07T14:30:00Z", "2025-11-06T09:00:00Z"]


def test_a_page_that_has_much_more_than_its_updates_is_read_as_well() -> None:
    body = "".join(f"<p>The mayor came, and with her some {n} other people of the town.</p>" for n in range(20))
    found = read(page(BLOG, body), "blog.html")
    assert len(found) == 3


def test_an_event_has_its_dates_people_and_places() -> None:
    found = extraction(json.dumps(EVENT), "event.json")
    assert dated(found) == [("Harbour fair", "2025-11-07/2025-11-09")]
    assert [person.name for person in found.people] == ["Ada Quill"]
    assert [place.name for place in found.places] == ["Lindhaven"]


def test_a_page_with_nothing_but_events_gives_those() -> None:
    (found,) = read(page([EVENT, {**EVENT, "name": "Ferry day"}]), "events.html")
    assert isinstance(found, Extraction)
    assert [title for title, _ in dated(found)] == ["Harbour fair", "Ferry day"]


def test_other_things_are_refused_with_what_they_are() -> None:
    assert reason('{"@type": "Recipe", "name": "Soup"}', "x.json") == (
        "its schema.org data (Recipe) has neither an article with words nor an event"
    )


@given(mutated(json.dumps(BLOG)) | mutated(json.dumps(EVENT)) | mutated(json.dumps(ARTICLE)))
def test_any_data_is_read_or_told(data: bytes) -> None:
    assert_read_or_told(data, "data.json")


@given(mutated(page(BLOG)))
def test_any_page_with_data_is_read_or_told(data: bytes) -> None:
    assert_read_or_told(data, "page.html")
