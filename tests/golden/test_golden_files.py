"""Each format has a file named after it, made of one small story, that a person can look through."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstimeline.output.formats import FORMATS
from support.exports import document, own_story

FOLDER = Path(__file__).parent


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return own_story(tmp_path_factory.mktemp("golden") / "library.sqlite")


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_as_its_golden_file(library: Path, name: str, update_snapshots: bool) -> None:
    golden = FOLDER / f"{name}{FORMATS[name].ending}"
    text = document(name, library)
    if update_snapshots:
        golden.write_bytes(text.encode())
    assert golden.read_bytes().decode() == text
