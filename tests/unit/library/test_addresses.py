from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.library.addresses import plain_address

PAGE = "post.example/news/harbour"


@pytest.mark.parametrize(
    "url",
    [
        "https://post.example/news/harbour",
        "http://post.example/news/harbour",
        "https://www.post.example/news/harbour/",
        "https://m.post.example/news/harbour",
        "https://amp.post.example/news/harbour",
        "https://post.example/news/harbour/amp",
        "https://post.example/news/harbour/amp/",
        "https://post.example/amp/news/harbour",
        "https://post.example:443/news/harbour#comments",
        "HTTPS://Post.Example/news/harbour?utm_source=feed&utm_medium=rss&fbclid=x",
        "https://post.example/news/h%61rbour",
        "https://post.example/news/harbour?outputType=amp",
        "https://www.google.com/amp/s/www.post.example/news/harbour",
        "https://post-example.cdn.ampproject.org/c/s/post.example/news/harbour",
        "https://reader@post.example/news/harbour",
    ],
)
def test_the_same_page_has_one_address_however_it_was_reached(url: str) -> None:
    assert plain_address(url) == PAGE


@pytest.mark.parametrize(
    "other",
    [
        "https://post.example/news/harbour?id=2",
        "https://post.example/news/harbour?page=2",
        "https://post.example/News/harbour",
        "https://evening.post.example/news/harbour",
        "https://post.example/news/harbour/ampersand",
        "https://post.example:8080/news/harbour",
    ],
)
def test_what_may_choose_the_page_is_kept(other: str) -> None:
    assert plain_address(other) not in (None, PAGE)


def test_the_order_of_parameters_does_not_matter() -> None:
    assert plain_address("https://a.example/?id=1&b=2") == plain_address("http://a.example?b=2&utm_x=3&id=1")


@pytest.mark.parametrize(
    "url",
    [None, "", "https://post.example/", "https://post.example?utm_source=x", "ftp://a/b", "no address", "http://["],
)
def test_what_names_no_page_has_no_address(url: str | None) -> None:
    assert plain_address(url) is None


@given(st.text())
def test_no_text_is_too_strange(url: str) -> None:
    plain_address(url)
    plain_address(f"https://post.example/{url}")
