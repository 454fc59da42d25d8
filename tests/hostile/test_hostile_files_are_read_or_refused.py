"""Every hostile file through the real readers: what comes out is clean, or a reason, within a few seconds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from hostile.fields import FIELDS
from hostile.files import FILES
from newstimeline.clean import is_clean
from newstimeline.model import Article, Extraction
from newstimeline.reading import Found, Skipped
from newstimeline.reading.guarded import Guard, Limits
from newstimeline.reading.outcome import FAULT
from newstimeline.records import dump
from support.attacks import ATTACKS

LIMITS = Limits(seconds=5, silence=60, memory=2**29)
"""So much memory is 300 MiB more than the reader has from its start."""
OURS = (FAULT, "its reader", "it took longer", "it needs more than")
"""Reasons that are no answer to a hostile file, but our own failure."""


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard(LIMITS) as running:
        yield running


def assert_harmless(found: list[Found], place: str) -> None:
    assert found
    for item in found:
        if isinstance(item, Skipped):
            assert item.place.startswith(place)
            assert "\n" not in item.place + item.reason
            assert is_clean(item.place), item
            assert is_clean(item.reason), item
            assert not item.reason.startswith(OURS), item
        else:
            assert_clean_record(item)


def assert_clean_record(item: Article | Extraction) -> None:
    record = item if isinstance(item, Extraction) else Extraction(article=item)
    for text in texts(json.loads(dump(record))):
        assert is_clean(text) or text == record.article.text, text
    assert "root:x:0" not in (record.article.text or "")


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from map(str, value)
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_read_or_refused(guard: Guard, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name]())
    assert_harmless(list(guard.read(str(path), name)), name)


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_in_every_field_comes_out_clean(guard: Guard, tmp_path: Path, name: str, attack: str) -> None:
    path = tmp_path / name
    path.write_bytes(FIELDS[name](ATTACKS[attack]))
    assert_harmless(list(guard.read(str(path), name)), name)
