"""Libraries for this time only: what is read into them is gone at the end, unless the user wants to keep it."""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path

from newstimeline.browser.keep_choice import KeepChoice, described, question
from newstimeline.cli.console import counted, say
from newstimeline.library.errors import LibraryError

_ANSWERS = {"y": KeepChoice.KEEP, "yes": KeepChoice.KEEP, "n": KeepChoice.DISCARD, "no": KeepChoice.DISCARD}


@contextmanager
def scratch_library() -> Iterator[Path]:
    """A library that is gone with the browser."""
    with tempfile.TemporaryDirectory(prefix="newstimeline-") as folder:
        yield Path(folder, "library.sqlite")


def ask_in_plain_lines(scratch: Path, library: Path) -> KeepChoice:
    """Ask whether to keep what is not in the library, where there is a terminal and somebody at it."""
    from newstimeline.library.transfer import missing

    unkept = missing(scratch, library)
    if not unkept or not sys.stdin.isatty():
        return KeepChoice.NOT_MADE
    while True:
        sys.stdout.write(f"{question(unkept)} Yes or no: ")
        sys.stdout.flush()
        typed = sys.stdin.readline()
        if not typed:
            return KeepChoice.NOT_MADE
        if choice := _ANSWERS.get(typed.strip().lower()):
            return choice


def settle(scratch: Path, library: Path, choice: KeepChoice) -> None:
    """Do with a scratch library what the user wants; what nobody could be asked about is the user's own work.

    That is kept with the articles that it is about. Where keeping fails, the scratch library is put elsewhere, and it
    is said where.
    """
    from newstimeline.library.transfer import missing

    if choice is KeepChoice.DISCARD or not scratch.exists():
        return
    unkept = missing(scratch, library)
    if choice is KeepChoice.NOT_MADE and not unkept.is_own_work:
        if unkept.articles:
            say(f"{counted(unkept.articles, 'article')} read and not kept; with --keep they are")
        return
    if not unkept:
        return
    try:
        _keep(scratch, library, own_work_only=choice is KeepChoice.NOT_MADE)
    except (LibraryError, KeyboardInterrupt) as error:
        say(f"could not keep {described(unkept)}: {error or 'interrupted'}")
        say(f"nothing is lost: all of it is in {_put_elsewhere(scratch, library)}, which --library opens")


def _keep(scratch: Path, library: Path, *, own_work_only: bool) -> None:
    from newstimeline.library.transfer import transfer
    from newstimeline.startup.glimpse_store import keep_glimpse

    with _progress() as tell:
        kept = transfer(scratch, library, tell, own_work_only=own_work_only)
    keep_glimpse(library, date.today())
    if kept:
        say(f"kept {described(kept)} in {library}")


@contextmanager
def _progress() -> Iterator[Callable[[int, int], object]]:
    """A bar on a terminal that goes when all is done."""
    if not sys.stderr.isatty():
        yield lambda done, of: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("keeping …", total=None)
        yield lambda done, of: progress.update(task, completed=done, total=of)


def _put_elsewhere(scratch: Path, library: Path) -> Path:
    """A copy beside the library, or where that can't be in a folder of its own."""
    name = f"unkept-{datetime.now():%Y-%m-%d-%H%M%S}.sqlite"
    for folder in (library.parent, Path(tempfile.mkdtemp(prefix="newstimeline-unkept-"))):
        try:
            with closing(sqlite3.connect(scratch)) as source, closing(sqlite3.connect(folder / name)) as copy:
                source.backup(copy)
        except (OSError, sqlite3.Error):
            continue
        return folder / name
    raise LibraryError(f"{library} and the folder for temporary files can't be written")
