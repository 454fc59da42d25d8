"""What ARCHITECTURE.md says of packages and files is so."""

import re
from pathlib import Path

import pytest

import newstimeline

ROOT = Path(__file__).parents[2]
PACKAGE = Path(newstimeline.__file__).parent
TEXT = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
_NAMED = re.compile(r"`([\w*/]+(?:\.py|/))`")


def sections() -> dict[str, str]:
    parts = re.split(r"^## (.+)$", TEXT, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def rows(section: str) -> list[list[str]]:
    lines = [line for line in sections()[section].splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[1:]]


def named_files() -> list[str]:
    """Every file or package that the page names; a bare name lies in the folder of the one named before it."""
    names: list[str] = []
    folder = ""
    for row in rows("Where to begin"):
        for name in _NAMED.findall(row[1]):
            if "/" in name:
                folder = name.rpartition("/")[0]
            names.append(name if "/" in name else f"{folder}/{name}")
    return names


@pytest.mark.parametrize("name", named_files())
def test_a_file_to_begin_with_is_there(name: str) -> None:
    assert any(PACKAGE.glob(name.rstrip("/"))) or (ROOT / name).exists()


def test_every_package_and_module_at_the_top_has_a_row() -> None:
    told = {name.rstrip("/") for row in rows("Packages") for name in _NAMED.findall(row[0])}
    there = {
        path.name
        for path in PACKAGE.iterdir()
        if (path.suffix == ".py" or (path / "__init__.py").exists()) and not path.name.startswith("__")
    }
    assert {name for name in there if f"`{name}" not in TEXT} == set()
    assert told <= there


def test_each_word_of_the_glossary_is_explained_once() -> None:
    words = [word.strip() for row in rows("Glossary") for word in row[0].split(",")]
    assert len(words) == len(set(words)) > 20
