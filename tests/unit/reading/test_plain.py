from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.clean import IDLE, is_clean
from newstimeline.paragraphs import paragraphs
from newstimeline.reading.outcome import Unreadable
from newstimeline.reading.plain import read_plain
from newstimeline.when import parse

BODY = "The harbour opened on Friday.\n\nBoats came."


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("date 2025-11-07 Harbour opens", "2025-11-07"),
        (" date 2025-11-07 Harbour opens", "2025-11-07"),
        ("\tdate  2025-11-07\tHarbour opens ", "2025-11-07"),
        ("2025-11-07 Harbour opens", "2025-11-07"),
        ("  2025-11-07   Harbour opens", "2025-11-07"),
        ("date 2025-11 Harbour opens", "2025-11"),
        ("date 2025 Harbour opens", "2025"),
        ("date 2025-11-07T08:30 Harbour opens", "2025-11-07T08:30"),
        ("date 2025-11-07T08:30:00Z Harbour opens", "2025-11-07T08:30:00Z"),
        ("2025-11-07T08:30+02:00 Harbour opens", "2025-11-07T08:30+02:00"),
    ],
)
def test_a_head_gives_date_and_headline(head: str, published: str) -> None:
    article = read_plain(f"{head}\n\n{BODY}\n", "a.txt")
    assert article.published
    assert article.published.edtf == published
    assert article.title == "Harbour opens"
    assert article.text == f"Harbour opens\n\n{BODY}"


@pytest.mark.parametrize(
    "first",
    [
        "Harbour opens",
        "date 2025-02-30 Harbour opens",
        "2025-13-01 Harbour opens",
        "date: 2025-11-07 Harbour opens",
        "dated 2025-11-07 Harbour opens",
        "2025 Harbour opens",
        "2025-11 Harbour opens",
        "2025-11-07Harbour opens",
        "Date 07.11.2025 Harbour opens",
        "date 0000-00-00 Harbour opens",
    ],
)
def test_without_a_whole_date_none_is_invented_and_nothing_is_lost(first: str) -> None:
    article = read_plain(f"{first}\n\n{BODY}", "a.txt")
    assert article.published is None
    assert article.title == first
    assert article.text == f"{first}\n\n{BODY}"


def test_blank_lines_around_the_article_do_not_count() -> None:
    assert read_plain(f"\n \n\ndate 2025-11-07 Harbour opens\n\n\n\n{BODY}\n\n", "a.txt") == read_plain(
        f"date 2025-11-07 Harbour opens\n\n{BODY}", "a.txt"
    )


def test_a_headline_alone_is_an_article() -> None:
    article = read_plain("Harbour opens\n", "a.txt")
    assert (article.title, article.text, article.path) == ("Harbour opens", "Harbour opens", "a.txt")


@pytest.mark.parametrize("text", ["", "\n\n", "  \t\n", "\x1b[31m\x07\u200b", "\r\n\r\n"], ids=ascii)
def test_a_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="it is empty"):
        read_plain(text, "a.txt")


def test_a_long_first_line_is_a_paragraph_and_its_beginning_the_title() -> None:
    first = "word " * 60
    article = read_plain(f"{first}\nSecond line", "a.txt")
    assert article.text == f"{first.strip()}\nSecond line"
    assert article.title.endswith("word…")
    assert len(article.title) <= 91


def test_a_sentence_is_no_headline_and_stays_in_the_text() -> None:
    article = read_plain("The harbour opened on Friday.\n\nShips came.", "a.txt")
    assert article.title == "The harbour opened on Friday"
    assert article.text == "The harbour opened on Friday.\n\nShips came."
    assert [p.headline for p in paragraphs(article.text, article.title)] == [False, False]


def test_a_long_line_without_spaces_still_has_a_short_title() -> None:
    assert len(read_plain("x" * 5000, "a.txt").title) <= 91


def test_a_headline_of_200_characters_is_still_a_headline() -> None:
    assert read_plain(f"{'x' * 200}\n\n{BODY}", "a.txt").title == "x" * 200


def test_line_ends_of_other_systems_are_newlines() -> None:
    dos = f"date 2025-11-07 Harbour opens\n\n{BODY}".replace("\n", "\r\n")
    assert read_plain(dos, "a.txt") == read_plain(dos.replace("\r\n", "\n"), "a.txt")


def test_the_identity_follows_from_headline_date_and_text_and_not_from_the_path() -> None:
    one = read_plain(f"date 2025-11-07 Harbour opens\n\n{BODY}", "a.txt")
    assert read_plain(f"2025-11-07 Harbour opens\n\n{BODY}\n", "b.txt").id == one.id
    others = [
        read_plain(f"date 2025-11-08 Harbour opens\n\n{BODY}", "a.txt"),
        read_plain(f"date 2025-11-07 Harbour closes\n\n{BODY}", "a.txt"),
        read_plain(f"date 2025-11-07 Harbour opens\n\n{BODY}!", "a.txt"),
        read_plain(f"Harbour opens\n\n{BODY}", "a.txt"),
    ]
    assert len({one.id, *(other.id for other in others)}) == 5


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_a_clean_article_or_refused(text: str) -> None:
    try:
        article = read_plain(text, "a.txt")
    except Unreadable:
        return
    assert article.title.strip()
    assert article.text
    assert is_clean(article.title)
    assert is_clean(re.sub(f"[{IDLE}]", "", article.text))
    assert "\n" not in article.title


def test_a_date_may_stand_alone_above_the_headline() -> None:
    found = read_plain("date 2025-11-07\n\nHarbour opens\n\nShips came.", "a.txt")
    assert (found.title, found.published) == ("Harbour opens", parse("2025-11-07"))
    assert found.text == "Harbour opens\n\nShips came."


def test_a_date_without_a_text_is_no_article() -> None:
    with pytest.raises(Unreadable, match="it has a date and no text"):
        read_plain("date 2025-11-07\n", "a.txt")


def test_a_sentence_below_a_date_is_no_headline() -> None:
    found = read_plain("2025-11-07\n\nThe harbour opened on Friday.\n\nShips came.", "a.txt")
    assert (found.title, found.published) == ("The harbour opened on Friday", parse("2025-11-07"))
    assert found.text == "The harbour opened on Friday.\n\nShips came."
