from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstimeline.clean import is_clean
from newstimeline.model import Article
from newstimeline.reading import Skipped
from newstimeline.reading.format_detection import read_stream
from newstimeline.reading.markdown_files import read_markdown
from newstimeline.reading.outcome import Unreadable

BODY = "The *mayor*, [Ada Quill](https://post.example), opened the\nharbour.\n\n- First ship\n- Second ship\n"


def read(text: str, name: str = "note.md") -> Article:
    (found,) = read_stream(io.BytesIO(text.encode()), name)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: Harbour opens\ndate: 2025-11-07 14:30:00 +01:00\nsource: The Post\nurl: https://post.example\n---\n",
        '+++\ntitle = "Harbour opens"\ndate = 2025-11-07T14:30:00+01:00\nsource = "The Post"\nurl = "https://post.example"\n+++\n',
    ],
)
def test_the_head_says_title_date_outlet_and_address(head: str) -> None:
    article = read(f"{head}\n{BODY}")
    assert (article.title, str(article.published), article.source, article.url) == (
        "Harbour opens",
        "2025-11-07T14:30:00+01:00",
        "The Post",
        "https://post.example",
    )


def test_the_words_come_without_the_marks() -> None:
    text = read(f"# Harbour opens\n\n{BODY}\n```\ncode\n```\n![picture](x.png)\n").text
    assert text == "Harbour opens\n\nThe mayor, Ada Quill, opened the harbour.\n\nFirst ship\n\nSecond ship"


def test_a_head_makes_a_text_markdown_whatever_its_name(tmp_path: object) -> None:
    assert read(f"---\r\ntitle: Harbour opens\r\n---\r\n{BODY}", "note.txt").title == "Harbour opens"


@pytest.mark.parametrize("date", ["2025-11", "2025", "May 3-5, 2024"])
def test_a_head_may_tell_less_or_more_than_a_day(date: str) -> None:
    expected = {"May 3-5, 2024": "2024-05-03/2024-05-05"}.get(date, date)
    assert str(read(f"---\ntitle: Fair\ndate: {date}\n---\nBoats came.").published) == expected


def test_a_date_of_the_head_that_is_none_is_told() -> None:
    data = b"---\ntitle: Fair\ndate: 07/11/2025\n---\nBoats came."
    found, skipped = read_stream(io.BytesIO(data), "note.md")
    assert isinstance(found, Article)
    assert found.published is None
    assert skipped == Skipped(
        "note.md",
        "a date of publication that can't be read for sure, in its head (07/11/2025); left out. Write 2025-11-07",
    )


def test_without_a_title_the_first_paragraph_is_text() -> None:
    article = read("---\ndate: 2025-11-07\n---\nThe ferry sank on Thursday.\n\nIt was old.")
    assert (article.title, article.text) == ("The ferry sank on Thursday", "The ferry sank on Thursday.\n\nIt was old.")


def test_without_a_date_it_has_none() -> None:
    assert read(f"# Harbour opens\n\n{BODY}").published is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\na: &a [x]\nb: [*a, *a]\n---\nbody", "aliases"),
        ("---\n: :\n  - [\n---\nbody", "no YAML"),
        ("---\njust words\n---\nbody", "no YAML with names"),
        ("+++\nnothing\n+++\nbody", "no TOML"),
        ("---\ndate: 2025\n---\n\n", "no words"),
        (f"---\na: {'[' * 5_000}\n---\nbody", "head is"),
    ],
)
def test_a_head_that_can_not_be_followed_is_said(text: str, reason: str) -> None:
    (found,) = read_stream(io.BytesIO(text.encode()), "note.md")
    assert isinstance(found, Skipped)
    assert reason in found.reason


@settings(deadline=None)
@given(
    st.text()
    | st.lists(st.sampled_from(["---\n", "+++\n", "a: b\n", "# ", "*", "[x](y)", "\n", "&#27;", "\x1b[31m"])).map(
        "".join
    )
)
def test_any_text_is_an_article_or_refused(text: str) -> None:
    try:
        article, *reasons = read_markdown(text, "note.md")
    except Unreadable:
        return
    assert isinstance(article, Article)
    assert article.title
    assert is_clean(article.text or "")
    assert all(isinstance(reason, Skipped) for reason in reasons)


@pytest.mark.parametrize(
    "link", ["", "[the quay](https://post.example)", "[the quay][1]\n\n[1]: https://post.example", "[the quay]"]
)
def test_brackets_that_are_no_link_stay_whether_the_text_has_links_or_not(link: str) -> None:
    text = read(f"# Harbour\n\nShe said [sic] that [[it]] opened. ![{link}\n").text or ""
    assert "She said [sic] that [[it]] opened. ![" in text
    assert "post.example" not in text
