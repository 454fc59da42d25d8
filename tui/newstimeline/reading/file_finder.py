"""From the paths that a user names to the files behind them, in a stable order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from newstimeline.clean import reveal
from newstimeline.model import FileState
from newstimeline.reading.file_head import beginning
from newstimeline.reading.format_detection import may_do_harm, read_stream, read_stream_in_blocks
from newstimeline.reading.json_lines import Unread
from newstimeline.reading.nested_files import copy_to
from newstimeline.reading.outcome import FileEnd, Parsed, Skipped, Unreadable
from newstimeline.reading.sandbox import Guard

STANDARD_INPUT = "-"
IfUnchanged = Callable[[FileState], int | None]
"""How many articles a file held that is as it was when it was read; None for one that must be read."""


def _never(_: FileState) -> None:
    """Every file must be read."""


def read_path(
    path: str, standard_input: BinaryIO, guard: Guard, articles_if_unchanged: IfUnchanged
) -> Iterator[Parsed | Unread | FileEnd]:
    """Yield what a path holds: a file, a folder with all below it, a pipe, or `-` for standard input.

    A folder's files come in the order of their names. Hidden files and folders are passed over, as are links that
    lead to folders (they may lead anywhere, and round in circles).

    Most of a long file of JSON Lines comes unread, for other processes to read. After what a file holds comes its end.
    A file that has not changed, as `articles_if_unchanged` says, has only that. Standard input is always read, since
    its next line may be long in coming.
    """
    if path == STANDARD_INPUT:
        yield from read_once(standard_input, "standard input", guard)
        yield FileEnd(None)
    elif _is_pipe(path):
        yield from _read_pipe(path, guard)
    elif _is_folder(path):
        yield from _read_folder(Path(path), guard, articles_if_unchanged)
    else:
        yield from read_file(path, guard, articles_if_unchanged)


def count_files(paths: Iterable[str]) -> int:
    """How many files the paths will have read; counts what is missing as one, since it is reported."""
    return sum(sum(1 for _ in files_below(Path(path), _ignore)) if _is_folder(path) else 1 for path in paths)


def _is_folder(path: str) -> bool:
    return path != STANDARD_INPUT and os.path.isdir(path)  # noqa: PTH112  a name with a NUL must not raise


def _is_pipe(path: str) -> bool:
    try:
        return Path(path).is_fifo()
    except (OSError, ValueError):  # a name that none can have
        return False


def _read_pipe(path: str, guard: Guard) -> Iterator[Parsed | FileEnd]:
    """A pipe with a name, or the shell's `<(…)`. Only one that is named: in a folder it would be waited for."""
    name = reveal(path)
    try:
        with Path(path).open("rb") as stream:
            yield from read_once(stream, name, guard)
    except OSError as error:
        yield Skipped(name, f"it can't be opened: {error.strerror or error}")
    yield FileEnd(None)


def _ignore(_: OSError) -> None:
    """A folder that can't be read is reported when it is read."""


def _read_folder(folder: Path, guard: Guard, articles_if_unchanged: IfUnchanged) -> Iterator[Parsed | Unread | FileEnd]:
    unreadable: list[Skipped] = []

    def refuse(error: OSError) -> None:
        unreadable.append(Skipped(reveal(str(error.filename)), f"the folder can't be read: {error.strerror}"))

    empty = True
    for path in files_below(folder, refuse):
        empty = False
        yield from read_file(path, guard, articles_if_unchanged)
    yield from unreadable
    if empty and not unreadable:
        yield Skipped(reveal(str(folder)), "the folder holds no files")


def files_below(folder: Path, refuse: Callable[[OSError], None]) -> Iterator[str]:
    """The files below a folder in the order of their names, but hidden ones; `refuse` is told of what can't be read."""
    for place, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str(Path(place, name)) for name in sorted(files) if not name.startswith("."))


def read_file(
    path: str, guard: Guard, articles_if_unchanged: IfUnchanged = _never
) -> Iterator[Parsed | Unread | FileEnd]:
    """Yield what a file holds, and its end; see `read_path`."""
    name = reveal(path)  # bytes of a name that are no text could not be stored
    state = None
    try:
        if not Path(path).is_file():
            kind = "it is no ordinary file" if Path(path).exists() else "there is no such file or folder"
            yield Skipped(name, kind)
        else:
            state = file_state(path)
            if (articles := articles_if_unchanged(state)) is not None:
                yield FileEnd(state, articles)
                return
            with Path(path).open("rb") as stream:
                if may_do_harm(beginning(stream, name)):
                    yield from guard.read(path, name)
                else:
                    yield from read_stream_in_blocks(stream, name)
    except (OSError, ValueError) as error:
        yield Skipped(name, f"it can't be opened: {getattr(error, 'strerror', None) or error}")
    yield FileEnd(state)


def read_once(stream: BinaryIO, name: str, guard: Guard) -> Iterator[Parsed]:
    """Read plain text and events as they come; what may do harm is kept in a file first, for the guard to read."""
    try:
        if may_do_harm(beginning(stream, name)):
            yield from _read_kept(stream, name, guard)
        else:
            yield from read_stream(stream, name)
    except OSError as error:
        yield Skipped(name, f"it can't be read: {error.strerror or error}")


def _read_kept(stream: BinaryIO, name: str, guard: Guard) -> Iterator[Parsed]:
    with NamedTemporaryFile(prefix="newstimeline-") as kept:
        try:
            copy_to(kept, stream)
            kept.flush()
        except Unreadable as error:
            yield Skipped(name, str(error))
        else:
            yield from guard.read(kept.name, name)


def file_state(path: str) -> FileState:
    """A file as its folder tells of it.

    Raises:
        OSError: it is gone, or can't be looked at.
    """
    told = Path(path).stat()
    return FileState(reveal(str(Path(path).absolute())), told.st_size, told.st_mtime_ns, told.st_ino)
