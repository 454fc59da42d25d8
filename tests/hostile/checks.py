"""What must hold of everything that any reader gives for any file."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newstimeline.clean import is_clean
from newstimeline.model import Article, Extraction
from newstimeline.reading import Parsed, Skipped
from newstimeline.reading.outcome import FAULT
from newstimeline.records import dump

_OURS = (FAULT, "its reader", "it took longer", "it needs more than")
"""Reasons that are no answer to a hostile file, but our own failure."""


def assert_harmless(found: list[Parsed], place: str) -> None:
    """Clean articles and events, or reasons that name their place and are the file's fault."""
    assert found
    for item in found:
        if isinstance(item, Skipped):
            assert item.place.startswith(place)
            assert "\n" not in item.place + item.reason
            assert is_clean(item.place), item
            assert is_clean(item.reason), item
            assert not item.reason.startswith(_OURS), item
        else:
            _assert_clean_record(item)


def _assert_clean_record(item: Article | Extraction) -> None:
    record = item if isinstance(item, Extraction) else Extraction(article=item)
    for text in _texts(json.loads(dump(record))):
        assert is_clean(text) or text == record.article.text, text
    assert "root:x:0" not in (record.article.text or "")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from map(str, value)
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
