"""`newstimeline add --watch`: follow folders until Ctrl-C."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from itertools import chain
from pathlib import Path

from newstimeline.cli.console import counted, say, say_skipped, summary
from newstimeline.extraction.workers import Workers
from newstimeline.intake import RULES, Report, take_in, together
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import FileState
from newstimeline.reading.file_watch import Watcher
from newstimeline.reading.sandbox import Guard
from newstimeline.when import When

_BETWEEN = 1.0
"""Seconds between two looks; a file that did not change from one to the next is taken to be whole."""


def watch(
    paths: list[str],
    path: Path,
    workers: Workers,
    published: When | None = None,
    rest: Callable[[], None] = lambda: time.sleep(_BETWEEN),
) -> Report:
    """Add what the paths hold and what comes, look after look, until an interrupt; returns what was added."""
    whole = last = Report()

    def step(report: Report) -> None:
        nonlocal last
        last = report

    say(f"following {counted(len(paths), 'path')}; Ctrl-C ends it")
    with LibraryWriter(path) as writer, Guard() as guard:

        def articles_if_unchanged(state: FileState) -> int | None:
            return writer.articles_if_unchanged(state, RULES)

        watcher = Watcher(paths, guard, articles_if_unchanged)
        try:
            while True:
                arrivals = watcher.arrivals()
                if (first := next(arrivals, None)) is not None:
                    inputs = chain([first], arrivals)
                    take_in(inputs, writer, workers, step, say_skipped, published=published)
                    print(summary(last), file=sys.stderr, flush=True)
                    whole, last = together(whole, last), Report()
                rest()
        except KeyboardInterrupt:
            return together(whole, last)
