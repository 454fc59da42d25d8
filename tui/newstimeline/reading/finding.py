"""From the paths that a user names to the files behind them, in a stable order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from newstimeline.clean import reveal
from newstimeline.reading.beginning import beginning
from newstimeline.reading.guarded import Guard
from newstimeline.reading.json_lines import Unread
from newstimeline.reading.outcome import Found, Skipped, Unreadable
from newstimeline.reading.recognising import may_do_harm, read_stream, read_stream_in_blocks
from newstimeline.reading.within import copy_to

STANDARD_INPUT = "-"


def read_paths(paths: Iterable[str], standard_input: BinaryIO) -> Iterator[Found]:
    """Yield what the paths hold: files, folders with all below them, and `-` for standard input.

    A folder's files come in the order of their names. Hidden files and folders are passed over, as are links that
    lead to folders (they may lead anywhere, and round in circles).
    """
    for item in read_paths_in_blocks(paths, standard_input):
        if isinstance(item, Unread):
            yield from item.read()
        else:
            yield item


def read_paths_in_blocks(paths: Iterable[str], standard_input: BinaryIO) -> Iterator[Found | Unread]:
    """As `read_paths`, but most of a long file of JSON Lines comes unread, for other processes to read.

    Standard input is always read, since its next line may be long in coming.
    """
    with Guard() as guard:
        for path in paths:
            if path == STANDARD_INPUT:
                yield from _read_standard_input(standard_input, guard)
            elif _is_folder(path):
                yield from _read_folder(Path(path), guard)
            else:
                yield from _read_file(path, guard)


def count_files(paths: Iterable[str]) -> int:
    """How many files `read_paths` will read; counts what is missing as one, since it is reported."""
    return sum(sum(1 for _ in _files_below(Path(path), _ignore)) if _is_folder(path) else 1 for path in paths)


def _is_folder(path: str) -> bool:
    return path != STANDARD_INPUT and os.path.isdir(path)  # noqa: PTH112  a name with a NUL must not raise


def _ignore(_: OSError) -> None:
    """A folder that can't be read is reported when it is read."""


def _read_folder(folder: Path, guard: Guard) -> Iterator[Found | Unread]:
    unreadable: list[Skipped] = []

    def refuse(error: OSError) -> None:
        unreadable.append(Skipped(reveal(str(error.filename)), f"the folder can't be read: {error.strerror}"))

    empty = True
    for path in _files_below(folder, refuse):
        empty = False
        yield from _read_file(path, guard)
    yield from unreadable
    if empty and not unreadable:
        yield Skipped(reveal(str(folder)), "the folder holds no files")


def _files_below(folder: Path, refuse: Callable[[OSError], None]) -> Iterator[str]:
    for place, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str(Path(place, name)) for name in sorted(files) if not name.startswith("."))


def _read_file(path: str, guard: Guard) -> Iterator[Found | Unread]:
    name = reveal(path)  # bytes of a name that are no text could not be stored
    try:
        if not Path(path).is_file():
            kind = "it is no ordinary file" if Path(path).exists() else "there is no such file or folder"
            yield Skipped(name, kind)
            return
        with Path(path).open("rb") as stream:
            if may_do_harm(beginning(stream, name)):
                yield from guard.read(path, name)
            else:
                yield from read_stream_in_blocks(stream, name)
    except (OSError, ValueError) as error:
        yield Skipped(name, f"it can't be opened: {getattr(error, 'strerror', None) or error}")


def _read_standard_input(stream: BinaryIO, guard: Guard) -> Iterator[Found]:
    """Read plain text and events as they come; what may do harm is kept in a file first, for the guard to read."""
    name = "standard input"
    if not may_do_harm(beginning(stream, name)):
        yield from read_stream(stream, name)
        return
    with NamedTemporaryFile(prefix="newstimeline-") as kept:
        try:
            copy_to(kept, stream)
            kept.flush()
        except Unreadable as error:
            yield Skipped(name, str(error))
        except OSError as error:
            yield Skipped(name, f"it can't be read: {error.strerror or error}")
        else:
            yield from guard.read(kept.name, name)
