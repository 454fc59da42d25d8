"""`newstimeline [PATH...]`: the browser, or without a terminal what `list` prints.

What is imported here at once delays the first screen; the rest waits until that is painted.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from newstimeline.browser.keep_choice import Ending, KeepChoice
from newstimeline.cli.console import (
    Failure,
    UsageFailure,
    is_in_web_browser,
    is_screen,
    say,
    say_skipped,
    say_what_is_missing,
)
from newstimeline.cli.library_choice import library_path, model_size
from newstimeline.cli.narration import bring_up_to_date
from newstimeline.cli.options import CommonOptions, Subcommand
from newstimeline.graphemes import shortened
from newstimeline.sample import sample_path
from newstimeline.startup.painted_start import PaintedScreen, can_paint

if TYPE_CHECKING:
    from newstimeline.browser.view_state import View
    from newstimeline.startup.glimpse import Glimpse
    from newstimeline.when import When


@dataclass(frozen=True, kw_only=True)
class BrowseOptions(CommonOptions):
    """What to browse, how, and where to begin."""

    paths: list[str]
    plain: bool
    keep: bool
    published: When | None
    filter: str | None
    zoom: str | None
    reported: bool
    event: str | None
    painted: bool
    """Whether the first screen is on the terminal already: no option, but told by the entry point."""

    @property
    def begins_elsewhere(self) -> bool:
        """Whether not where the reader left."""
        return bool(self.filter or self.zoom or self.reported or self.event)


def browse(options: BrowseOptions) -> int:
    """Show the given files, or the library, or at first (while there is none and none was asked for) the sample."""
    path = library_path(options)
    if options.keep and not options.paths:
        raise UsageFailure(
            "--keep is for articles that are only looked at; name some, as in: newstimeline --keep FOLDER"
        )
    if options.plain:
        return _talk(path, options)
    if options.paths:
        return _browse_paths(options, path)
    if options.library or path.exists():
        return _show(path, path.name, options).code
    from newstimeline.cli.temporary_library import scratch_library

    with scratch_library() as scratch:
        _load_sample(scratch)
        return _show(scratch, "sample", options, lasting=False).code


COMMAND = Subcommand(BrowseOptions, browse)


def _talk(path: Path, options: BrowseOptions) -> int:
    """The same in plain lines."""
    from newstimeline.cli.plain_command import talk
    from newstimeline.cli.temporary_library import ask_in_plain_lines, scratch_library

    if options.zoom or options.reported or options.event:
        raise UsageFailure("--plain can begin with a --filter only; --zoom, --reported and --event are of the screen")
    query = options.filter or ""
    if options.paths:
        with scratch_library() as scratch, _kept_at_the_end(options, scratch, path) as choices:
            _take_in(options, scratch)
            code = talk(scratch, query)
            choices.append(KeepChoice.KEEP if options.keep else ask_in_plain_lines(scratch, path))
            return code
    if options.library or path.exists():
        return talk(path, query)
    with scratch_library() as scratch:
        _load_sample(scratch)
        return talk(scratch, query)


@contextmanager
def _kept_at_the_end(options: BrowseOptions, scratch: Path, library: Path) -> Iterator[list[KeepChoice]]:
    """Keep what the user wants to keep, however the block ends; the last choice in the list is the one that counts."""
    from newstimeline.cli.temporary_library import settle

    choices = [KeepChoice.KEEP if options.keep else KeepChoice.NOT_MADE]
    try:
        yield choices
    finally:
        settle(scratch, library, choices[-1])


def _browse_paths(options: BrowseOptions, library: Path) -> int:
    from newstimeline.cli.temporary_library import scratch_library
    from newstimeline.library.writer import LibraryWriter

    paths = options.paths
    with scratch_library() as scratch, _kept_at_the_end(options, scratch, library) as choices:
        if is_screen():
            LibraryWriter(scratch, durable=False).close()
            title = Path(paths[0]).name or paths[0] if len(paths) == 1 else f"{len(paths)} paths"
            title = "standard input" if title == "-" else title
            given = [f"--published={options.published.edtf}"] if options.published else []
            own_library = None if options.keep else library
            ending = _show(scratch, title, options, [*given, *paths], own_library=own_library, lasting=False)
            if not options.keep:
                choices.append(ending.choice)
            return ending.code
        skipped = _take_in(options, scratch)
        _print(scratch, options)
        if not options.keep:  # what was printed was all that was wanted
            choices.append(KeepChoice.DISCARD)
        return 1 if skipped else 0


def _take_in(options: BrowseOptions, scratch: Path) -> int:
    """Read and extract everything, and say what was skipped; returns how much that was."""
    from newstimeline.extraction.workers import Workers
    from newstimeline.fetching import Fetcher, read_whole
    from newstimeline.intake import take_in
    from newstimeline.library.writer import LibraryWriter

    inputs = read_whole(options.paths, sys.stdin.buffer, Fetcher())
    with LibraryWriter(scratch, durable=False) as writer, Workers(model=model_size(None, options)) as workers:
        report = take_in(inputs, writer, workers, lambda _: None, say_skipped, published=options.published)
    say_what_is_missing(report)
    return report.skips


def _load_sample(scratch: Path) -> None:
    from newstimeline.library.writer import LibraryWriter
    from newstimeline.reading import Skipped
    from newstimeline.reading.format_detection import read_stream

    with LibraryWriter(scratch, durable=False) as writer, sample_path().open("rb") as stream:
        items = read_stream(stream, "the sample")
        writer.add((item, None) for item in items if not isinstance(item, Skipped))  # type: ignore[misc]


def _show(
    path: Path,
    title: str,
    options: BrowseOptions,
    reading: list[str] | None = None,
    *,
    own_library: Path | None = None,
    lasting: bool = True,
) -> Ending:
    bring_up_to_date(path)
    if not is_screen():
        _print(path, options)
        return Ending()
    if options.begins_elsewhere:
        return _run(path, title, reading, options, own_library=own_library, lasting=lasting)
    from newstimeline.startup.glimpse import glimpse_of_today

    glimpse = glimpse_of_today(path, date.today())
    if glimpse is None or options.painted or not can_paint():
        return _run(path, title, reading, glimpse=glimpse, own_library=own_library, lasting=lasting)
    from newstimeline.startup.screen_painter import first_screen

    with PaintedScreen(first_screen(glimpse, title)):
        return _run(path, title, reading, glimpse=glimpse, lasting=lasting)


def _print(path: Path, options: BrowseOptions) -> None:
    """What the browser would show, as lines."""
    from newstimeline.cli.list_command import print_rows
    from newstimeline.library.event_queries import EventQueries

    view = _view(path, options) if options.begins_elsewhere else None
    with EventQueries(path) as events:
        matches = events.find(view.filter.query, view.clock) if view else events.everything()
        print_rows(events, matches)


def _view(path: Path, options: BrowseOptions) -> View:
    """The view that the options ask for."""
    from newstimeline.browser.filter import Filter
    from newstimeline.browser.view_state import View
    from newstimeline.library.library import Library
    from newstimeline.query import Clock, QueryError
    from newstimeline.timeline.units import Unit

    wanted = Filter(options.filter or "", date.today())
    try:
        wanted.query  # noqa: B018  # says at once what is wrong with it
    except QueryError as error:
        raise UsageFailure(f"--filter: {error} (at character {error.position + 1})") from None
    with Library(path) as library:
        event = library.event_of(options.event) if options.event else None
    if options.event and event is None:
        raise UsageFailure(f"--event: the library has no event {shortened(options.event, 60)}")
    clock = Clock.REPORTED if options.reported else Clock.HAPPENED
    zoom = Unit[options.zoom.upper()] if options.zoom else Unit.DAY
    return View(wanted, event=event, zoom=zoom, clock=clock)


def _run(
    path: Path,
    title: str,
    reading: list[str] | None,
    options: BrowseOptions | None = None,
    *,
    glimpse: Glimpse | None = None,
    own_library: Path | None = None,
    lasting: bool,
) -> Ending:
    gc.disable()  # nothing of what is imported now is garbage, and looking for it takes a tenth of the time
    from newstimeline.library.library import Library
    from newstimeline.settings import read_settings, settings_path

    Library(path).close()  # what is wrong with it is said here, on a screen that is still the user's
    settings = read_settings(settings_path())
    os.environ.setdefault("TEXTUAL_FPS", "120")  # read at Textual's import; halves the delay of a key
    from newstimeline.app.session import run
    from newstimeline.browser.article_feed import Feed

    view = _view(path, options) if options else None
    data = os.dup(0) if reading and "-" in reading else None
    _take_keyboard()
    if not reading:
        return run(path, title, settings, lasting=lasting, view=view, glimpse=glimpse)
    feed = Feed(reading, path, data)
    ending = run(path, title, settings, feed, lasting=lasting, own_library=own_library, view=view)
    for skipped in feed.progress.reasons:
        say(f"skipped {skipped.place}: {skipped.reason}")
    return replace(ending, code=ending.code or (1 if feed.progress.reasons or feed.progress.trouble else 0))


def _take_keyboard() -> None:
    """Give the browser the terminal to read keys from, whatever standard input is."""
    if os.isatty(0) or is_in_web_browser():
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise Failure("there is no keyboard to read from: standard input is no terminal") from None
    os.dup2(terminal, 0)
    os.close(terminal)
    if sys.__stdin__ is None:  # it was closed, and Textual asks for this one
        sys.__stdin__ = open(0, closefd=False)  # type: ignore[misc]  # noqa: SIM115
