"""How fast a library answers, at ten thousand, a hundred thousand and a million events.

    python tests/benchmarks/library.py make FOLDER [EVENTS...]   libraries of invented news, filled in bulk
    python tests/benchmarks/library.py ask FOLDER                tables of p50, p95 and p99 in milliseconds
    python tests/benchmarks/library.py add FOLDER                events a second through `newstimeline add`, and bytes

Asking is warm and on one thread; the queries are drawn from the news' own words, as often as they occur.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.stories_by_number import World, news
from newstimeline.library.library import Library
from newstimeline.library.matches import Matches
from newstimeline.library.writer import LibraryWriter
from newstimeline.query import Clock, NameScope, parse_query
from newstimeline.records import dump
from newstimeline.startup.glimpse_store import keep_glimpse
from newstimeline.timeline.density import Placed
from newstimeline.timeline.headings import Headings
from newstimeline.timeline.layout import Layout
from newstimeline.timeline.scale import fold_scale
from newstimeline.timeline.units import Unit
from newstimeline.when import calendar

AMOUNTS = (10_000, 100_000, 1_000_000)
STATES = 200
"""Queries of each kind."""
BATCH = 400
TODAY = date(2026, 11, 1)
WIDTH = 200


def make(folder: Path, amounts: list[int]) -> None:
    """Fill libraries without waiting for the disk at each step."""
    for amount in amounts:
        path = folder / f"{amount}.sqlite"
        for old in folder.glob(f"{path.name}*"):
            old.unlink()
        characters, started = 0, time.monotonic()
        with LibraryWriter(path, durable=False) as writer:
            batch = []
            for extraction in news(amount):
                characters += len(extraction.article.text or "")
                batch.append((extraction, None))
                if len(batch) == BATCH:
                    writer.add(batch)
                    batch = []
            writer.add(batch)
        keep_glimpse(path, date.today())  # as `add` does
        size = path.stat().st_size
        per_event = f"{size / amount:.0f} B an event, {(size - characters) / amount:.0f} without the articles' text"
        print(f"{amount:>9,} events: {time.monotonic() - started:.0f} s with their invention; {per_event}")


class Figures:
    """Milliseconds by operation."""

    def __init__(self) -> None:
        self.taken: dict[str, list[float]] = {}

    @contextmanager
    def of(self, operation: str) -> Iterator[None]:
        """Time what is done within."""
        started = time.perf_counter()
        yield
        self.taken.setdefault(operation, []).append((time.perf_counter() - started) * 1000)

    def percentile(self, operation: str, share: float) -> float:
        return float(np.percentile(self.taken[operation], share))


def queries(kind: str, world: World, rng: np.random.Generator) -> Callable[[], str]:
    """What makes queries of a kind."""

    def word() -> str:
        rank = int(np.exp(rng.random() * np.log(20_000)))  # Zipf: as often drawn as it occurs
        return world.words[rank - 1]

    def person() -> str:
        return world.people[int(np.exp(rng.random() * np.log(20_000))) - 1]

    def begun(least: int, most: int) -> str:
        return word().ljust(least, "e")[: int(rng.integers(least, most + 1))]

    def year() -> int:
        return int(rng.integers(1900, 2027))

    kinds: dict[str, Callable[[], str]] = {
        "no query": lambda: "",
        "1 or 2 letters": lambda: begun(1, 2),
        "3 letters or more": lambda: begun(3, 9),
        "two words": lambda: f"{begun(4, 9)} {begun(1, 9)}",
        "a phrase": lambda: f'"{word()} {word()}"',
        "without a word": lambda: f"{begun(3, 9)} -{begun(3, 9)}",
        "a person": lambda: f'person:"{person()}"',
        "said, title": lambda: f"{('said', 'title')[int(rng.integers(2))]}:{begun(3, 9)}",
        "a date range": lambda: f"in:{year()} " if rng.random() < 0.5 else f"after:{year()}-03 before:2026-05",
        "place, source, basis, kind": lambda: (
            f"place:{world.places[int(rng.integers(500))]}",
            f"source:{world.sources[int(rng.integers(200))]}",
            "basis:stated",
            "kind:mixed",
        )[int(rng.integers(4))],
        "a misspelt word": lambda: f"~{word()[::-1]}",
    }
    return kinds[kind]


KINDS = (
    "no query",
    "1 or 2 letters",
    "3 letters or more",
    "two words",
    "a phrase",
    "without a word",
    "a person",
    "said, title",
    "a date range",
    "place, source, basis, kind",
    "a misspelt word",
)


class Axis:
    """What the browser works out once for all events: their headings, and their places on the strip."""

    def __init__(self, every: Matches) -> None:
        self.headings = Headings.of(every.timed, Unit.DAY)
        scale = fold_scale(every.dates, WIDTH)
        assert scale
        self.placed = Placed(every.dates, scale.borders)


def narrow(library: Library, axis: Axis, text: str, rng: np.random.Generator) -> Matches:
    """What a keystroke asks: the events, a window of their rows with headings, their number and their density."""
    found = library.find(parse_query(text, TODAY))
    layout = Layout(axis.headings, found.positions)
    first = layout.first_at(int(rng.integers(max(len(layout) - 50, 1))))
    library.rows(found.ids(first, first + 50))
    axis.placed.density(found.positions[: found.dated])
    return found


def ask(path: Path) -> Figures:
    """Ask a library everything, warm."""
    figures, world = Figures(), World()
    with Library(path) as library:
        library.rows(library.everything().ids(0, 50))  # warm: the file's pages are in memory
    for _ in range(20):
        with figures.of("open, first window"), Library(path) as library:
            library.rows(library.everything().ids(0, 50))
    with Library(path) as library:
        every = library.everything()
        with figures.of("headings and strip of all, once"):
            axis = Axis(every)
        library.events_of_people(every)
        library.facets(library.find(parse_query("person:a speaker:b place:c", TODAY)))
        for kind in KINDS:
            rng = np.random.default_rng(7)
            make_query = queries(kind, world, rng)
            texts = [make_query() for _ in range(STATES // 10 if "misspelt" in kind else STATES)]
            narrow(library, axis, texts[0], rng)
            for text in texts:
                with figures.of(f"narrow: {kind}"):
                    found = narrow(library, axis, text, rng)
                with figures.of(f"top 20: {kind}"):
                    library.facets(found)
        _jumps(library, every, figures)
        _records(library, world, figures)
    return figures


def _jumps(library: Library, every: Matches, figures: Figures) -> None:
    rng = np.random.default_rng(8)
    found = library.find(parse_query("the", TODAY))
    library.everything(Clock.REPORTED)
    for _ in range(STATES):
        event = int(every.ids(k := int(rng.integers(len(every))), k + 1)[0])
        moment = calendar.minute_of(int(rng.integers(1900, 2027)))
        with figures.of("jump to a date"):
            found.ids(at := found.ordinal_at(moment), at + 1)
        with figures.of("jump to an event"):
            found.ids(at := found.ordinal_from(event), at + 1)
        with figures.of("jump to the k-th row"):
            library.rows(every.ids(k, k + 1))
        with figures.of("all about an event"):
            library.detail(event)
    for _ in range(10):
        with figures.of("the other clock"):
            library.find(parse_query("the", TODAY), Clock.REPORTED).ids(0, 50)


def _records(library: Library, world: World, figures: Figures) -> None:
    rng = np.random.default_rng(9)
    for _ in range(40):
        name = world.people[int(np.exp(rng.random() * np.log(20_000))) - 1]
        for known in library.names_begun(NameScope.PERSON, name, 1):
            with figures.of("a person's record"):
                library.record(NameScope.PERSON, known.id)
        with figures.of("suggestions"):
            library.names_begun(NameScope.PERSON, name[:2], 8)


def print_table(measured: dict[int, Figures]) -> None:
    """Print p50, p95 and p99 for each library, and the largest against the smallest."""
    amounts = sorted(measured)
    print("| milliseconds | " + " | ".join(f"{amount:,}: p50 / p95 / p99" for amount in amounts) + " | ratio of p95 |")
    print("|---|" + "---|" * (len(amounts) + 1))
    for operation in measured[amounts[-1]].taken:
        cells = [
            " / ".join(f"{measured[amount].percentile(operation, share):.1f}" for share in (50, 95, 99))
            for amount in amounts
        ]
        most, least = (measured[amounts[i]].percentile(operation, 95) for i in (-1, 0))
        print(f"| {operation} | " + " | ".join(cells) + f" | {most / least:.1f} |")


def memory(path: Path) -> str:
    """Megabytes of a process that has a library open and has asked it everything."""
    code = (
        "import sys; sys.path[:0] = sys.argv[2:]\n"
        "from pathlib import Path; from newstimeline.library.library import Library\n"
        "library = Library(Path(sys.argv[1])); found = library.everything(); library.facets(found)\n"
        "print(next(int(line.split()[1]) // 1024 for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(path), *sys.path], capture_output=True, text=True, check=True)
    return f"{path.stem:>9} events: {ran.stdout.strip()} MB"


def add(folder: Path, amount: int = 50_000) -> None:
    """Add parsed events through the command and through the library."""
    lines = folder / "news.jsonl"
    extractions = list(news(amount, seed=2))
    with lines.open("w", encoding="utf-8") as file:
        file.writelines(f"{dump(extraction)}\n" for extraction in extractions)
    for label, run in (("library", _add_in_process), ("command", _add_by_command)):
        path = folder / "added.sqlite"
        for old in folder.glob("added.sqlite*"):
            old.unlink()
        started = time.monotonic()
        run(path, lines, extractions)
        seconds = time.monotonic() - started
        print(f"{label}: {amount:,} events in {seconds:.1f} s, durable: {amount / seconds:,.0f} events/s")


def _add_in_process(path: Path, _: Path, extractions: list) -> None:  # type: ignore[type-arg]
    with LibraryWriter(path) as writer:
        for at in range(0, len(extractions), BATCH):
            writer.add((extraction, None) for extraction in extractions[at : at + BATCH])


def _add_by_command(path: Path, lines: Path, _: list) -> None:  # type: ignore[type-arg]
    command = [sys.executable, "-m", "newstimeline", "--library", str(path), "add", str(lines)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""})


def main() -> None:
    task, folder = sys.argv[1], Path(sys.argv[2])
    libraries = sorted(folder.glob("[0-9]*.sqlite"), key=lambda path: int(path.stem))
    if task == "make":
        make(folder, [int(text) for text in sys.argv[3:]] or list(AMOUNTS))
    elif task == "add":
        add(folder)
    else:
        print_table({int(path.stem): ask(path) for path in libraries})
        for path in libraries:
            print(memory(path))


if __name__ == "__main__":
    main()
