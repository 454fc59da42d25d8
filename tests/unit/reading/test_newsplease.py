from __future__ import annotations

import pytest

from newstimeline.reading.newsplease import looks_like_news_please, read_news_please
from newstimeline.reading.outcome import Unreadable

CRAWLED = {
    "title": "Harbour opens",
    "maintext": "The harbour opened on Friday.\nBoats came.",
    "date_publish": "2025-11-07 00:00:00",
    "source_domain": "post.example",
    "url": "https://post.example/harbour",
    "authors": ["A. Writer"],
}


def test_a_crawled_article_is_read() -> None:
    article = read_news_please(CRAWLED, "a.json")
    assert article.title == "Harbour opens"
    assert article.text == "Harbour opens\n\nThe harbour opened on Friday.\nBoats came."
    assert (article.source, article.url, article.path) == ("post.example", "https://post.example/harbour", "a.json")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2025-11-07 00:00:00", "2025-11-07"),
        ("2025-11-07T00:00:00+02:00", "2025-11-07"),
        ("2025-11-07 08:30:15", "2025-11-07T08:30"),
        ("2025-11-07T08:30:15Z", "2025-11-07T08:30"),
        ("2025-11-07", "2025-11-07"),
        (" 2025-11-07 ", "2025-11-07"),
        (1762502400, "2025-11-07T08:00:00Z"),
        ("07.11.2025", "2025-11-07"),
    ],
)
def test_midnight_is_a_day_and_another_time_a_time(text: object, edtf: str) -> None:
    published = read_news_please({**CRAWLED, "date_publish": text}, "a.json").published
    assert published
    assert published.edtf == edtf


@pytest.mark.parametrize("text", ["2025-11", "2025"])
def test_a_month_or_year_of_publication_gets_no_day(text: str) -> None:
    published = read_news_please({**CRAWLED, "date_publish": text}, "a.json").published
    assert published
    assert published.edtf == text


@pytest.mark.parametrize("value", [None, "", " ", "yesterday", "2025-02-30", "2025-13", "9" * 50, 20251107, ["2025"]])
def test_what_is_no_date_gives_no_date(value: object) -> None:
    assert read_news_please({**CRAWLED, "date_publish": value}, "a.json").published is None


def test_text_goes_before_maintext() -> None:
    assert read_news_please({**CRAWLED, "text": "Other words"}, "a.json").text == "Harbour opens\n\nOther words"


def test_a_description_stands_for_a_text_that_is_missing() -> None:
    article = read_news_please({**CRAWLED, "maintext": None, "text": None, "description": "Boats come."}, "a.json")
    assert article.text == "Harbour opens\n\nBoats come."


def test_a_moment_in_seconds_is_a_date() -> None:
    published = read_news_please({**CRAWLED, "date_publish": 1762502400}, "a.json").published
    assert published
    assert published.edtf == "2025-11-07T08:00:00Z"


def test_without_a_title_the_first_line_is_the_headline() -> None:
    article = read_news_please({**CRAWLED, "title": None}, "a.json")
    assert article.title == "The harbour opened on Friday."
    assert article.text == "The harbour opened on Friday.\n\nBoats came."


@pytest.mark.parametrize("empty", [None, "", "\x1b[31m", 7])
def test_neither_title_nor_text_is_refused(empty: object) -> None:
    with pytest.raises(Unreadable, match="neither a title nor a text"):
        read_news_please({**CRAWLED, "title": empty, "maintext": empty}, "a.json")


def test_crawled_text_is_cleaned() -> None:
    article = read_news_please(
        {**CRAWLED, "title": "Har\u202ebour\n\x1b[2Jopens", "maintext": "Bo\x9bats\ud800", "url": "x\x1b]0;t\x07y"},
        "a.json",
    )
    assert (article.title, article.text, article.url) == ("Harbour opens", "Harbour opens\n\nBots", "xy")


@pytest.mark.parametrize(
    ("value", "recognised"),
    [
        ({"text": "", "title": ""}, True),
        ({"maintext": "", "date_publish": ""}, True),
        ({"text": ""}, False),
        ({"title": "", "date_publish": ""}, False),
        ({}, False),
    ],
)
def test_an_article_is_known_by_its_keys(value: dict[str, object], recognised: bool) -> None:
    assert looks_like_news_please(value) is recognised
