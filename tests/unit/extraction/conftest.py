"""The language model, loaded once, and a short way to an extraction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newstimeline.extraction.pipeline import Extractor
from newstimeline.model import Article, Extraction
from newstimeline.when import parse

Extract = Callable[..., Extraction]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def extract(extractor: Extractor) -> Extract:
    """The extraction of a body, published on Friday 7 November 2025 unless the test says otherwise."""

    def from_body(body: str, published: str | None = "2025-11-07", title: str = "A headline") -> Extraction:
        when = parse(published) if published else None
        return extractor.extract(Article(id="a", title=title, published=when, text=f"{title}\n\n{body}"))

    return from_body
