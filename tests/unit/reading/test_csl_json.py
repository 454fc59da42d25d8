from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from newstimeline.model import Article
from newstimeline.reading import Skipped
from unit.reading.files import article, assert_read_or_told, mutated, read

ITEM: dict[str, Any] = {
    "id": "quill2025",
    "type": "article-newspaper",
    "title": "Harbour <i>opens</i>",
    "abstract": "<p>The mayor opened it.</p>",
    "container-title": "The Post",
    "URL": "https://post.example/1",
    "author": [{"family": "Quill", "given": "Ada"}],
    "issued": {"date-parts": [["2025", 11, 7]]},
}


def test_a_reference_is_an_article_with_its_abstract() -> None:
    found = article(json.dumps(ITEM), "library.json")
    assert found.text == "Harbour opens\n\nThe mayor opened it."
    assert (str(found.published), found.source, found.url) == ("2025-11-07", "The Post", "https://post.example/1")


def test_a_library_is_a_list_of_them() -> None:
    assert [type(item) for item in read(json.dumps([ITEM, ITEM], indent=1), "library.json")] == [Article, Article]


def test_a_reference_without_an_abstract_still_tells_what_was_published() -> None:
    found = article(json.dumps({**ITEM, "abstract": None}), "library.json")
    assert (found.text, str(found.published)) == ("Harbour opens", "2025-11-07")


def test_its_authors_are_kept() -> None:
    given = article(json.dumps(ITEM), "library.json").extra["given"]
    assert isinstance(given, dict)
    assert given["author"] == ITEM["author"]


@pytest.mark.parametrize(
    ("issued", "edtf"),
    [
        ({"date-parts": [[2025]]}, "2025"),
        ({"date-parts": [[2025, 5], [2025, 6]]}, "2025-05/2025-06"),
        ({"date-parts": [[-44]]}, "-0043"),
        ({"date-parts": [[1850]], "circa": True}, "1850~"),
        ({"literal": "May 2025"}, "2025-05"),
        ({}, "None"),
    ],
)
def test_a_date_keeps_its_precision(issued: dict[str, Any], edtf: str) -> None:
    assert str(article(json.dumps({**ITEM, "issued": issued}), "library.json").published) == edtf


@pytest.mark.parametrize(
    ("issued", "told"),
    [
        ({"date-parts": [["soon"]]}, "soon"),
        ({"date-parts": [[2025, 13]]}, "2025-13"),
        ({"raw": "3/4/2024"}, "3/4/2024"),
    ],
)
def test_a_date_that_is_none_is_told(issued: dict[str, Any], told: str) -> None:
    found, skipped = read(json.dumps({**ITEM, "issued": issued}), "library.json")
    assert isinstance(found, Article)
    assert found.published is None
    assert isinstance(skipped, Skipped)
    assert f"({told})" in skipped.reason


@given(mutated(json.dumps(ITEM)))
def test_any_reference_is_read_or_told(data: bytes) -> None:
    assert_read_or_told(data, "library.json")
