"""Every hostile file through the real readers: what comes out is clean, or a reason, within a few seconds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hostile.checks import assert_harmless
from hostile.fields import FIELDS
from hostile.files import FILES
from newstimeline.reading.parser_process import Limits
from newstimeline.reading.sandbox import Guard
from support.attacks import ATTACKS

LIMITS = Limits(seconds=5, silence=60, memory=2**29)
"""So much memory is 300 MiB more than the reader has from its start."""


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard(LIMITS) as running:
        yield running


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
