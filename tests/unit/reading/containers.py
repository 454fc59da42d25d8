"""What the tests of containers share: read bytes as the product would, and look at what came out."""

from __future__ import annotations

import io

from newstimeline.model import Article
from newstimeline.reading import Parsed, Skipped
from newstimeline.reading.format_detection import read_stream


def read(data: bytes, name: str = "a.zip") -> list[Parsed]:
    return list(read_stream(io.BytesIO(data), name))


def titles(found: list[Parsed]) -> list[str]:
    return [item.title for item in found if isinstance(item, Article)]


def reasons(found: list[Parsed]) -> dict[str, str]:
    """By place."""
    return {item.place: item.reason for item in found if isinstance(item, Skipped)}


def article(found: list[Parsed]) -> Article:
    (only,) = found
    assert isinstance(only, Article), only
    return only
