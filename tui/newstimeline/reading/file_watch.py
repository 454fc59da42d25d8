"""Following folders: what has come or changed since the last look, found by a look at every file.

Asking the system to tell of changes would need a library and would miss folders on other machines; a look at ten
thousand files takes a tenth of a second.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from newstimeline.clean import reveal
from newstimeline.model import FileState
from newstimeline.reading.file_finder import IfUnchanged, file_state, files_below, read_file
from newstimeline.reading.json_lines import Unread
from newstimeline.reading.outcome import FileEnd, Parsed, Skipped
from newstimeline.reading.sandbox import Guard


class Watcher:
    """Files, and folders with all below them, that are looked at again and again."""

    def __init__(self, paths: Iterable[str], guard: Guard, articles_if_unchanged: IfUnchanged) -> None:
        """`articles_if_unchanged` knows the files that need not be read."""
        self._guard = guard
        self._paths = tuple(paths)
        self._articles_if_unchanged = articles_if_unchanged
        self._read: dict[str, FileState] = {}
        """What was read and is not known as that yet: files with faults, most of all."""
        self._waiting: dict[str, FileState] = {}
        """What has come or changed, as it was at the last look: it may still be being written."""
        self._told: set[Skipped] = set()
        """What was said of folders."""
        self._is_first = True

    def arrivals(self) -> Iterator[Parsed | Unread | FileEnd]:
        """Look once, and yield what is new: at the first look everything, later what has been at rest since the last.

        A file that changes after it was read is yielded again.
        """
        waiting: dict[str, FileState] = {}
        troubles: set[Skipped] = set()
        for path in self._files(troubles):
            if state := self._new_state(path):
                if self._is_first or self._waiting.get(path) == state:
                    self._read[path] = state
                    yield from read_file(path, self._guard)
                else:
                    waiting[path] = state
        yield from sorted(troubles - self._told, key=lambda skipped: skipped.place)
        self._waiting, self._told, self._is_first = waiting, troubles, False

    def _new_state(self, path: str) -> FileState | None:
        """A file as it is, if it must be read."""
        try:
            state = file_state(path)
        except (OSError, ValueError):
            return None  # gone again
        if self._articles_if_unchanged(state) is not None:
            self._read.pop(path, None)
            return None
        return state if self._read.get(path) != state else None

    def _files(self, troubles: set[Skipped]) -> Iterator[str]:
        def refuse(error: OSError) -> None:
            reason = f"the folder can't be read: {error.strerror}"
            troubles.add(Skipped(reveal(str(error.filename)), reason))

        for path in self._paths:
            if os.path.isdir(path):  # noqa: PTH112  a name with a NUL must not raise
                yield from files_below(Path(path), refuse)
            elif os.path.exists(path):  # noqa: PTH110
                yield path
            else:
                troubles.add(Skipped(reveal(path), "there is no such file or folder"))
