"""`newstimeline add`: read, extract and store."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Timer

from newstimeline.clean import one_line
from newstimeline.cli.console import (
    UsageFailure,
    counted,
    say,
    say_skipped,
    say_what_is_missing,
    summary,
    write,
)
from newstimeline.cli.folder_watch import watch
from newstimeline.cli.library_choice import library_path, model_size
from newstimeline.cli.narration import telling
from newstimeline.cli.options import CommonOptions, Subcommand
from newstimeline.extraction.workers import Workers
from newstimeline.fetching import Fetcher, is_address, read_inputs
from newstimeline.intake import MOST_REASONS, RULES, Report, take_in
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import FileState, PageState
from newstimeline.reading import Skipped, count_files
from newstimeline.streams import unfiltered
from newstimeline.when import When

_A_MOMENT = 0.5
"""Seconds before a progress display appears."""


@dataclass(frozen=True, kw_only=True)
class AddOptions(CommonOptions):
    """Without a `model`, that of the settings is meant."""

    paths: list[str]
    again: bool
    watch: bool
    allow_private: bool
    published: When | None
    model: str | None
    json: bool


def add(options: AddOptions) -> int:
    """Store what the paths hold; 1 when something had to be skipped."""
    path, model = library_path(options), model_size(options.model, options)
    if options.watch:
        return _watch(options, path, model)
    files = count_files(options.paths)
    last = Report()
    try:
        with (
            LibraryWriter(path) as writer,
            Workers(model=model) as workers,
            _steps(files, json_lines=options.json) as show,
        ):

            def step(report: Report) -> None:
                nonlocal last
                last = report
                show(report)

            def skip(skipped: Skipped) -> None:
                if not options.json or last.skips >= MOST_REASONS:
                    say_skipped(skipped)

            must_read = options.again or options.published is not None

            def articles_if_unchanged(state: FileState) -> int | None:
                return None if must_read else writer.articles_if_unchanged(state, RULES)

            def page_if_known(url: str) -> tuple[PageState, int] | None:
                return None if must_read else writer.page_if_known(url, RULES)

            fetcher = Fetcher(page_if_known, options.allow_private)
            inputs = telling(read_inputs(options.paths, sys.stdin.buffer, fetcher, articles_if_unchanged), options)
            report = take_in(inputs, writer, workers, step, skip, again=options.again, published=options.published)
    except KeyboardInterrupt:
        say(f"interrupted; stored so far: {summary(last)}")
        return 130
    if options.json:
        write(_json_step(report, files, finished=True))
    else:
        _say_all(report, path)
    return 1 if report.skips else 0


def _watch(options: AddOptions, path: Path, model: str) -> int:
    for name, is_given in (("again", options.again), ("json", options.json)):
        if is_given:
            raise UsageFailure(f"--watch goes on without an end, so it can't be used with --{name}")
    if any(map(is_address, options.paths)):
        raise UsageFailure("--watch follows files and folders; addresses are fetched by 'newstimeline add' without it")
    if "-" in options.paths:
        raise UsageFailure("--watch follows files and folders; standard input is read by 'newstimeline add -'")
    with Workers(model=model) as workers:
        report = watch(options.paths, path, workers, options.published)
    _say_all(report, path)
    return 1 if report.skips else 0


COMMAND = Subcommand(AddOptions, add)


def _say_all(report: Report, path: Path) -> None:
    from newstimeline.startup.glimpse_store import keep_glimpse

    keep_glimpse(path, date.today())  # so that the browser's first screen is there at once
    say_what_is_missing(report)
    print(f"{summary(report)}. Library: {one_line(str(path))}", file=sys.stderr)


def _json_step(report: Report, files: int, *, finished: bool) -> str:
    counts: dict[str, object] = {
        "schema": "newstimeline-report/1",
        "finished": finished,
        "files": files,
        "files_done": report.files,
        "read": report.read,
        "new": report.new,
        "unchanged": report.unchanged,
        "replaced": report.replaced,
        "changed": report.changed,
        "joined": report.joined,
        "events": report.events,
        "undated": report.undated,
        "unextracted": dict(report.unextracted),
        "headlines": report.headlines,
        "skipped": report.skips,
    }
    if finished:
        counts["skipped"] = [{"place": s.place, "reason": s.reason} for s in report.skipped]
        counts["unlisted"] = report.skips - len(report.skipped)
    return json.dumps(counts)


@contextmanager
def _steps(files: int, *, json_lines: bool) -> Iterator[Callable[[Report], None]]:
    """How progress is shown: as JSON, as a moving line on a terminal, or not at all."""
    if json_lines:

        def print_step(report: Report) -> None:
            write(_json_step(report, files, finished=False))
            sys.stdout.flush()

        yield print_step
    elif sys.stderr.isatty():
        with _progress_line(files) as show:
            yield show
    else:
        yield lambda _: None


@contextmanager
def _progress_line(files: int) -> Iterator[Callable[[Report], None]]:
    """A bar that appears after a moment. Of a single file nobody knows how much it holds: it pulses."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (BarColumn(30), TextColumn("{task.description}"), TimeElapsedColumn(), TimeRemainingColumn())
    progress = Progress(*columns, console=Console(file=unfiltered(sys.stderr)), transient=True)
    task = progress.add_task("reading …", total=files if files > 1 else None)
    appearance = Timer(_A_MOMENT, progress.start)
    appearance.start()

    def show(report: Report) -> None:
        seconds = progress.tasks[0].elapsed
        rate = f", {report.read / seconds:,.1f} a second" if seconds else ""
        text = f"{counted(report.read, 'article')}, {counted(report.events, 'event')}{rate}"
        progress.update(task, completed=report.files, description=text)

    try:
        yield show
    finally:
        appearance.cancel()
        appearance.join()
        progress.stop()
