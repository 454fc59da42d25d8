from __future__ import annotations

import io
import multiprocessing
import os
import re
import threading
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from newstimeline.clean import IDLE, is_clean
from newstimeline.fetching import Fetcher, read_whole
from newstimeline.model import Article, Extraction
from newstimeline.reading import Parsed, Skipped, nested_files
from support.containers import zipped

HOSTILE = Path(__file__).parents[3] / "../shared/corpora/hostile"


def read(*paths: object, standard_input: bytes = b"") -> list[Parsed]:
    return list(read_whole([str(path) for path in paths], io.BytesIO(standard_input), Fetcher()))


def titles(found: list[Parsed]) -> list[str]:
    return [item.title if isinstance(item, Article) else repr(item) for item in found]


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Title of {name}\n\nWords.", encoding="utf-8")


def test_a_file_is_read_and_named(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (found,) = read(tmp_path / "a.txt")
    assert isinstance(found, Article)
    assert (found.title, found.path) == ("Title of a.txt", str(tmp_path / "a.txt"))


def test_paths_are_read_in_the_order_given(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.txt")
    assert titles(read(tmp_path / "b.txt", "-", tmp_path / "a.txt", standard_input=b"Piped")) == [
        "Title of b.txt", "Piped", "Title of a.txt",
    ]  # fmt: skip


def test_standard_input_is_named(tmp_path: Path) -> None:
    assert read("-") == [Skipped("standard input", "it is empty")]


def test_a_folder_is_read_in_the_order_of_names_whatever_the_system_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "b.txt", "a.txt", "z/1.txt", "c/2.txt", "c/10.txt", "C/3.txt")
    plain = os.scandir

    class Shuffled:
        def __init__(self, entries: Iterator[os.DirEntry[str]]) -> None:
            self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

        def __enter__(self) -> Shuffled:
            return self

        def __exit__(self, *_: object) -> None: ...

        def __iter__(self) -> Iterator[os.DirEntry[str]]:
            return self._entries

        def __next__(self) -> os.DirEntry[str]:
            return next(self._entries)

        def close(self) -> None: ...

    expected = [f"Title of {name}" for name in ("a.txt", "b.txt")] + [
        f"Title of {name}" for name in ("C/3.txt", "c/10.txt", "c/2.txt", "z/1.txt")
    ]
    assert titles(read(tmp_path)) == expected
    monkeypatch.setattr(os, "scandir", lambda path: Shuffled(plain(path)))
    assert titles(read(tmp_path)) == expected


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ".hidden.txt", ".git/config", "sub/.cache/x.txt", "sub/b.txt")
    assert titles(read(tmp_path)) == ["Title of a.txt", "Title of sub/b.txt"]


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    write(tmp_path, ".hidden.txt")
    assert titles(read(tmp_path / ".hidden.txt")) == ["Title of .hidden.txt"]


def test_links_to_folders_are_not_followed_and_links_to_files_are(tmp_path: Path) -> None:
    write(tmp_path, "outside/a.txt", "inside/b.txt")
    (tmp_path / "inside" / "round").symlink_to(tmp_path / "inside")
    (tmp_path / "inside" / "away").symlink_to(tmp_path / "outside")
    (tmp_path / "inside" / "file").symlink_to(tmp_path / "outside" / "a.txt")
    assert titles(read(tmp_path / "inside")) == ["Title of inside/b.txt", "Title of outside/a.txt"]


def test_a_link_that_leads_nowhere_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "gone").symlink_to(tmp_path / "nothing")
    assert read(tmp_path) == [Skipped(str(tmp_path / "gone"), "there is no such file or folder")]


def test_a_missing_file_is_skipped_and_the_next_one_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    found = read(tmp_path / "missing.txt", tmp_path / "a.txt")
    assert found[0] == Skipped(str(tmp_path / "missing.txt"), "there is no such file or folder")
    assert titles(found[1:]) == ["Title of a.txt"]


@pytest.mark.parametrize("path", ["", "a\0b", "x" * 5000])
def test_an_impossible_name_is_skipped(path: str) -> None:
    (found,) = read(path)
    assert isinstance(found, Skipped)


def test_an_empty_folder_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / ".hidden").touch()
    assert read(tmp_path) == [Skipped(str(tmp_path), "the folder holds no files")]


def test_what_is_no_ordinary_file_is_not_opened() -> None:
    assert read("/dev/null") == [Skipped("/dev/null", "it is no ordinary file")]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert read(tmp_path) == [Skipped(str(tmp_path / "pipe"), "it is no ordinary file")]


def test_a_pipe_that_is_named_is_read_as_it_comes(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(b"Title of a pipe\n\nWords."))
    writer.start()
    assert titles(read(pipe)) == ["Title of a pipe"]
    writer.join()


def test_what_a_shell_puts_in_the_place_of_a_file_is_read() -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as out:
        out.write(zipped({"a.txt": b"Title of a.txt\n\nWords."}))
    assert titles(read(f"/dev/fd/{reading}")) == ["Title of a.txt"]
    os.close(reading)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_skipped(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "closed/b.txt")
    (tmp_path / "closed").chmod(0)
    found = read(tmp_path)
    (tmp_path / "closed").chmod(0o700)
    assert titles(found[:1]) == ["Title of a.txt"]
    assert found[1] == Skipped(str(tmp_path / "closed"), "the folder can't be read: Permission denied")


@pytest.mark.parametrize("name", ["two\nlines.txt", "-", "ta\tb.txt", "übel 🙂.txt", "a;b.txt"], ids=ascii)
def test_a_file_of_an_odd_name_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Harbour opens")
    (found,) = read(tmp_path)
    assert isinstance(found, Article)
    assert found.path == str(tmp_path / name)


def test_a_name_that_is_no_text_can_be_shown_and_stored(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/caf\xe9\x1b.txt"
    with open(odd, "w") as file:  # noqa: PTH123  pathlib has no bytes
        file.write("Harbour opens")
    found = [*read(tmp_path), *read(os.fsdecode(odd))]
    for item in found:
        assert isinstance(item, Article)
        assert item.path == f"{tmp_path}/caf\ufffd\ufffd.txt"


def test_the_name_of_a_missing_file_can_be_shown() -> None:
    assert read("no\udce9ne\x1b") == [Skipped("no\ufffdne\ufffd", "there is no such file or folder")]


def texts_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from texts_of(inner)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the hostile corpus is not here")
def test_every_hostile_file_yields_clean_articles_or_a_reason() -> None:
    for path in sorted(HOSTILE.iterdir()):
        found = read(path)
        assert found, path
        for item in found:
            assert isinstance(item, Article | Extraction) or item.reason
            assert all(is_clean(re.sub(f"[{IDLE}]", "", text)) for text in texts_of(item)), path


def test_an_archive_may_come_by_standard_input() -> None:
    found = read("-", standard_input=zipped({"a.txt": b"Harbour opens\n\nBoats."}))
    assert titles(found) == ["Harbour opens"]
    assert isinstance(found[0], Article)
    assert found[0].path == "standard input, a.txt"


def test_standard_input_that_can_not_be_kept_aside_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nested_files, "LARGEST_SPOOL", 100)
    (found,) = read("-", standard_input=zipped({"a.txt": bytes(range(256))}))
    assert isinstance(found, Skipped)
    assert found.place == "standard input"
    assert found.reason.endswith("too large to be kept aside: save it as a file of its own")


def test_one_process_reads_all_that_may_do_harm(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "b.txt", "c.md")
    before = set(multiprocessing.active_children())
    reading = read_whole([str(tmp_path)], io.BytesIO(), Fetcher())
    running = [set(multiprocessing.active_children()) - before for _ in reading]
    assert len(running) == 3
    assert len(set.union(*running)) == 1
    assert set(multiprocessing.active_children()) == before


def test_plain_text_needs_no_other_process(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.txt")
    before = multiprocessing.active_children()
    assert all(
        multiprocessing.active_children() == before for _ in read_whole([str(tmp_path)], io.BytesIO(), Fetcher())
    )
