"""Fixtures that all tests share."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test, settings

from newstimeline.fetching import Fetcher, read_whole
from newstimeline.model import Extraction
from newstimeline.sample import sample_path
from support.stories import make_library, story

settings.register_profile("quick", max_examples=20, deadline=None)
settings.register_profile("slow", max_examples=300, deadline=None)


def _keep_bytecode() -> None:
    """Compile tests and the program once, not in each of the many processes, also where the shell says otherwise."""
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_configure(config: pytest.Config) -> None:
    """Try a property on few examples, since every run tries others; on many in the slow tests."""
    _keep_bytecode()
    settings.load_profile("slow" if _slow(config) else "quick")


def _slow(config: pytest.Config) -> bool:
    return bool(config.getoption("-m") == "slow")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Try all properties in the slow tests."""
    if not _slow(config):
        return
    for item in items:
        if is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker(pytest.mark.slow)


def pytest_collection_finish() -> None:
    """Leave the thousands of collected tests and all modules out of every later search for garbage."""
    gc.collect()
    gc.freeze()


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores, since many tests wait for a terminal or for another process."""
    return (os.cpu_count() or 1) + 1


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="store what the screens show now")


@pytest.fixture
def update_snapshots(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-snapshots"))


@pytest.fixture(scope="session")
def story_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the small story; tests only read it."""
    return make_library(tmp_path_factory.mktemp("story") / "library.sqlite", story())


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the sample that a first start shows."""
    with sample_path().open("rb") as stream:
        found = list(read_whole(["-"], stream, Fetcher()))
    extractions = [item for item in found if isinstance(item, Extraction)]
    assert len(extractions) == len(found)
    return make_library(tmp_path_factory.mktemp("sample") / "library.sqlite", extractions)


@pytest.fixture
def own_library(sample_library: Path, tmp_path: Path) -> Path:
    """The sample in a library of its own, to write to."""
    return Path(shutil.copy(sample_library, tmp_path / "own.sqlite"))


@pytest.fixture(autouse=True)
def quiet_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test sees the user's library, colours or terminal."""
    monkeypatch.setenv("NEWSTIMELINE_LIBRARY", str(tmp_path / "none.sqlite"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for name in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_THEME", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
