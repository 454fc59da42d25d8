"""Each format and each list has a file named after it, made of one small story, that a person can look through."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstimeline.cli import main
from newstimeline.output.formats import FORMATS
from support.exports import FORMS, LISTS, TABLES, document, own_story

FOLDER = Path(__file__).parent


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return own_story(tmp_path_factory.mktemp("golden") / "library.sqlite")


def compare(golden: Path, text: str, *, update: bool) -> None:
    if update:
        golden.write_bytes(text.encode())
    assert golden.read_bytes().decode() == text


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_as_its_golden_file(library: Path, name: str, update_snapshots: bool) -> None:
    compare(FOLDER / f"{name}{FORMATS[name].ending}", document(name, library), update=update_snapshots)


@pytest.mark.parametrize(
    ("name", "form"), [(name, form) for name in LISTS for form in FORMS if form != "csv" or name in TABLES]
)
def test_a_list_is_as_its_golden_file(
    library: Path, capsys: pytest.CaptureFixture[str], name: str, form: str, update_snapshots: bool
) -> None:
    assert main(["--library", str(library), *LISTS[name], *FORMS[form]]) == 0
    compare(FOLDER / "lists" / f"{name}.{form}", capsys.readouterr().out, update=update_snapshots)
