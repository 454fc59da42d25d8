"""`newstimeline add --watch`, with the looks made one after another instead of a second apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newstimeline.cli import main
from newstimeline.cli.folder_watch import watch
from newstimeline.extraction.workers import Workers
from newstimeline.library.library import Library
from newstimeline.records import dump
from unit.builders import dated_events, titles_in_order


def between_looks(*acts: Callable[[], object]) -> Callable[[], None]:
    """Do one act after each look, and then interrupt."""
    waiting: Iterator[Callable[[], object]] = iter(acts)

    def rest() -> None:
        act = next(waiting, None)
        if act is None:
            raise KeyboardInterrupt
        act()

    return rest


def test_what_comes_is_added_and_the_end_tells_of_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, library = tmp_path / "news", tmp_path / "library.sqlite"
    folder.mkdir()
    (folder / "a.jsonl").write_text(dump(dated_events("2025", headline="First", title="First")) + "\n")
    late = dump(dated_events("2026", headline="Second", title="Second")) + "\n"
    rest = between_looks(lambda: (folder / "b.jsonl").write_text(late), lambda: None, lambda: None)
    with Workers() as workers:
        report = watch([str(folder)], library, workers, rest=rest)
    assert (report.new, report.read, report.skips) == (2, 2, 0)
    assert capsys.readouterr().err.count("1 article read: 1 new with 1 event") == 2
    with Library(library) as opened:
        assert titles_in_order(opened) == ["First 0", "Second 0"]


@pytest.mark.parametrize(("option", "path"), [("--json", "news"), ("--again", "news"), ("--watch", "-")])
def test_what_makes_no_sense_with_it_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, path: str
) -> None:
    assert main(["add", "--watch", option, "--library", str(tmp_path / "library.sqlite"), path]) == 2
    assert "--watch" in capsys.readouterr().err
