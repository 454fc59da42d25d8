"""How fast the installed browser is in a real pseudo-terminal, at a small and a big library, side by side.

    python tests/benchmarks/browser.py SMALL_LIBRARY BIG_LIBRARY [--rounds N] [--peers FOLDER]

`library.py make FOLDER 1000 1000000` makes the libraries. All that is compared runs in turn within the same run, key by
key where it is about keys, so that a loaded machine slows down both sides. Times are p50 / p95 / p99 in milliseconds.

- first rows: from the start of the process to the first event's characters, against a bare Textual application's first
  paint; a key sent at that moment gives the first interactive frame, on which the cursor stands one row further.
- keys: from sending a key to the first and to the last frame that changes the screen, before 60 ms of silence.
- held key: 30 keys a second for 3 seconds; from the last one to the last change, and whether the cursor is that far.
- echo: from a letter typed into the filter until it can be read on the filter's line.
- memory: resident, after some keys; and without the bytes of the columns and orders that the library's file has.
- idle: processor time of 10 idle seconds.
- peers: other programs' first screen, where they are installed (on PATH or in FOLDER); lnav and VisiData get the events
  of the small library as JSON Lines.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.keystrokes import drawn_words, echoes, filter_line
from benchmarks.watched import BARE_TEXTUAL, Answer, Program, Watched, newstimeline, peers, started
from newstimeline.clean import one_line
from newstimeline.library.library import Library

USUAL, LARGE = (100, 30), (200, 60)
HELD_KEYS, HELD_A_SECOND = 90, 30
IDLE_SECONDS = 10.0
SETTLED = 1.5
"""Seconds of silence after which a start is over, even where rows are shown before the browser is ready for keys."""
PLACE = "2010-03-01"
"""Where keys begin: half of the invented news is later."""
KEYS = {"down": "j", "page down": "pagedown", "next day with events": ")"}

Size = tuple[int, int]


@dataclass(frozen=True)
class Times:
    """Seconds that something took, each time."""

    seconds: Sequence[float]

    def share(self, percent: float) -> float:
        return float(np.percentile(self.seconds, percent)) * 1000

    def __str__(self) -> str:
        if not self.seconds:
            return "never"
        return " / ".join(f"{self.share(percent):.0f}" for percent in (50, 95, 99))

    def ratio(self, other: Times, percent: float = 50) -> str:
        return f"{self.share(percent) / other.share(percent):.2f}" if self.seconds and other.seconds else "-"


@dataclass(frozen=True)
class Pair:
    """The two libraries."""

    small: Path
    big: Path

    @contextmanager
    def opened(self, home: Path, size: Size) -> Iterator[tuple[Watched, Watched]]:
        """Both in a browser, at rest."""
        with ExitStack() as stack:
            both = [stack.enter_context(started(newstimeline(path), home, size)) for path in (self.small, self.big)]
            for terminal in both:
                terminal.fulfilled(lambda one: bool(one.cursor_row), "the cursor")
                terminal.rest(SETTLED)
            yield both[0], both[1]


@dataclass
class Table:
    """What is printed."""

    lines: list[str] = field(default_factory=list)

    def row(self, what: str, bare: object, small: object, big: object, ratio: str) -> None:
        self.lines.append(f"| {what} | {bare} | {small} | {big} | {ratio} |")
        print(f"  {what}: {bare}, {small}, {big}, {ratio}", file=sys.stderr)


def measure_starts(table: Table, pair: Pair, home: Path, rounds: int) -> None:
    """Starts and first keys, in turn."""
    paths = {"small": pair.small, "big": pair.big}
    programs = {"bare": BARE_TEXTUAL, **{name: newstimeline(path) for name, path in paths.items()}}
    second_rows = {name: second_row(programs[name], home) for name in paths}
    shown: dict[str, list[float]] = {name: [] for name in programs}
    answered: dict[str, list[float]] = {name: [] for name in paths}
    for _ in range(rounds):
        for name, program in programs.items():
            with started(program, home, USUAL) as terminal:
                shown[name].append(terminal.first_screen(program))
                if name in paths:
                    terminal.send("j")
                    row = second_rows[name]
                    moment = terminal.fulfilled(lambda one, row=row: one.cursor_row == row, f"the cursor on {row!r}")  # type: ignore[misc]
                    answered[name].append(moment - terminal.started)
    bare, small, big = (Times(shown[name]) for name in programs)
    ratio = f"small to bare, p50: {small.ratio(bare)}; big to bare: {big.ratio(bare)}"
    table.row("first rows", bare, small, big, ratio)
    table.row("start", "", small, big, f"big to small, p50: {big.ratio(small)}")
    early, late = (Times(answered[name]) for name in paths)
    ratio = f"big to bare, p50: {late.ratio(bare)}; big to small: {late.ratio(early)}"
    table.row("first interactive frame", bare, early, late, ratio)


def second_row(program: Program, home: Path) -> str:
    """The row on which the cursor stands after one key down; warms the caches, too."""
    with started(program, home, USUAL) as terminal:
        terminal.fulfilled(lambda one: bool(one.cursor_row), "the cursor")
        terminal.rest(SETTLED)
        go_to(terminal, PLACE)  # a start begins where the last one ended
        first = terminal.cursor_row
        terminal.send("j")
        terminal.fulfilled(lambda one: one.cursor_row not in ("", first), "the cursor one row further")
        row = terminal.cursor_row
        terminal.send("k")
        terminal.rest(SETTLED)
        terminal.send("q")  # left as a reader leaves it: that keeps its first screen
        terminal.wait_for_end()
        return row


def measure_keys(table: Table, pair: Pair, home: Path, size: Size, presses: int) -> None:
    """Keys that move and zoom."""
    label = f"{size[0]}x{size[1]}"
    with pair.opened(home, size) as both:
        for name, key in KEYS.items():
            for terminal in both:
                go_to(terminal, PLACE)
            add_keys(table, f"{name} ({label})", press_in_turn(both, [key], presses)[key])
        for terminal in both:
            go_to(terminal, PLACE)
        for key, answers in press_in_turn(both, ["-", "+"], presses).items():
            add_keys(table, f"zoom {'out' if key == '-' else 'in'} ({label})", answers)


def add_keys(table: Table, what: str, both: tuple[list[Answer], list[Answer]]) -> None:
    firsts = [Times([answer.first for answer in answers]) for answers in both]
    lasts = [Times([answer.last for answer in answers]) for answers in both]
    for frame, (small, big) in (("first", firsts), ("last", lasts)):
        table.row(f"{what}, {frame} change", "", small, big, f"big to small, p99: {big.ratio(small, 99)}")


def go_to(terminal: Watched, place: str) -> None:
    """Go to a date."""
    for keys in (":", place, "enter"):
        terminal.send(keys)
        terminal.rest(0.3)


def press_in_turn(
    both: tuple[Watched, Watched], keys: list[str], presses: int
) -> dict[str, tuple[list[Answer], list[Answer]]]:
    """Press some keys by turns, each at both; where one has come to the end, it begins again."""
    taken: dict[str, tuple[list[Answer], list[Answer]]] = {key: ([], []) for key in keys}
    for _ in range(presses):
        for key in keys:
            for terminal, answers in zip(both, taken[key], strict=True):
                if answer := terminal.answer(key):
                    answers.append(answer)
                else:
                    go_to(terminal, PLACE)
                terminal.rest()
    return taken


def measure_held_key(table: Table, pair: Pair, home: Path, size: Size, times: int) -> None:
    """A key held down."""
    taken: tuple[list[float], list[float]] = ([], [])
    arrived = [0, 0]
    with pair.opened(home, size) as both:
        for _ in range(times):
            for n, (terminal, path) in enumerate(zip(both, (pair.small, pair.big), strict=True)):
                taken[n].append(hold(terminal, "j"))
                arrived[n] += title_of(path, HELD_KEYS)[:30] in terminal.cursor_row
    small, big = (Times(seconds) for seconds in taken)
    right = f"cursor right {arrived[0]} and {arrived[1]} of {times} times"
    table.row(f"held key, last to current ({size[0]}x{size[1]})", "", small, big, right)


def hold(terminal: Watched, key: str) -> float:
    """Hold a key from the first event on; seconds from the last one to the last change."""
    terminal.send("g")
    terminal.rest(0.5)
    begun = last = time.monotonic()
    for number in range(HELD_KEYS):
        terminal.listen_until(begun + number / HELD_A_SECOND)
        last = terminal.send(key)
    while terminal.listen(0.25):
        pass
    return max(0.0, *(moment - last for moment in terminal.changes()))


def title_of(path: Path, ordinal: int) -> str:
    """The title of an event in the order of the timeline."""
    with Library(path) as library:
        return one_line(library.rows(library.everything().ids(ordinal, ordinal + 1))[0].title)


def measure_echo(table: Table, pair: Pair, home: Path, size: Size, words: list[str]) -> None:
    """Letters typed into the filter."""
    taken: tuple[list[float], list[float]] = ([], [])
    with pair.opened(home, size) as both:
        for word in words:
            for terminal, times in zip(both, taken, strict=True):
                times.extend(type_slowly(terminal, word))
    small, big = (Times(seconds) for seconds in taken)
    table.row(f"echo ({size[0]}x{size[1]})", "", small, big, f"big to small, p95: {big.ratio(small, 95)}")


def type_slowly(terminal: Watched, word: str) -> Iterator[float]:
    """Type a filter letter by letter and drop it; yields seconds from each letter to its echo."""
    terminal.send("/")
    terminal.fulfilled(lambda one: bool(filter_line(one.text)), "the filter")
    for n, letter in enumerate(word, 1):
        terminal.rest()
        sent = terminal.send(letter)
        typed = word[:n]
        yield terminal.fulfilled(lambda one, typed=typed: echoes(one.text, typed), f"the echo of {typed!r}") - sent  # type: ignore[misc]
    terminal.send("escape")
    terminal.fulfilled(lambda one: not filter_line(one.text), "the list without a filter")
    terminal.rest()


def measure_rest(table: Table, pair: Pair, home: Path) -> None:
    """Memory after some keys, and then processor time of idleness."""
    with started(BARE_TEXTUAL, home, USUAL) as bare, pair.opened(home, USUAL) as (small, big):
        bare.first_screen(BARE_TEXTUAL)
        for terminal in (small, big):
            for key in ("j", "pagedown", "-", "+", ")", "g"):
                terminal.send(key)
                terminal.rest(0.3)
        everyone = (bare, small, big)
        whole = [one.resident for one in everyone]
        columns = [columns_of(path) for path in (pair.small, pair.big)]
        beyond = [own - part for own, part in zip(whole[1:], columns, strict=True)]
        add_memory(table, "memory, MB", whole)
        add_memory(table, "columns of the file, MB", columns)
        add_memory(table, "memory beyond them, MB", beyond)
        for terminal in everyone:
            terminal.rest(1.0)
        spent = idle_milliseconds(everyone)
        ratios = " and ".join(f"{own / max(spent[0], 0.1):.2f}" for own in spent[1:])
        first, second, third = (f"{own:.1f}" for own in spent)
        what = f"processor, ms in {IDLE_SECONDS:.0f} idle seconds"
        table.row(what, first, second, third, f"small and big to bare: {ratios}")


def add_memory(table: Table, what: str, sizes: list[int]) -> None:
    *bare, small, big = (f"{size / 1e6:.1f}" for size in sizes)
    ratio = f"big to small: {sizes[-1] / sizes[-2]:.2f}" if sizes[-2] else "-"
    table.row(what, "".join(bare), small, big, ratio)


def columns_of(path: Path) -> int:
    """Bytes of the columns and orders in a library's file."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        parts = ("sum(length(data)) FROM derived_column", "sum(length(events)) FROM derived_order")
        return sum(connection.execute(f"SELECT {part}").fetchone()[0] or 0 for part in parts)
    finally:
        connection.close()


def idle_milliseconds(programs: Sequence[Watched]) -> list[float]:
    """Processor time of some programs that nobody touches, at the same time."""
    before = [one.processor_time for one in programs]
    until = time.monotonic() + IDLE_SECONDS
    while time.monotonic() < until:
        for program in programs:
            program.listen(0.05)
    return [(one.processor_time - spent) * 1000 for one, spent in zip(programs, before, strict=True)]


def measure_peers(table: Table, pair: Pair, home: Path, folder: Path | None, rounds: int) -> None:
    """First screens of other programs, in turn with ours."""
    ours, events = newstimeline(pair.small), home / "events.jsonl"
    with events.open("wb") as file:
        subprocess.run([ours.command, *ours.arguments, "list", "--json"], stdout=file, check=True)
    shown: dict[str, list[float]] = {}
    programs = [ours]
    for name, program in peers(events, folder).items():
        try:
            if program is None:
                table.row(f"{name}, first screen", "", "not installed, left out", "", "")
            else:
                once(program, home)  # warms the caches
                programs.append(program)
        except AssertionError:
            table.row(f"{name}, first screen", "", "does not start here, left out", "", "")
    for _ in range(rounds):
        for program in programs:
            shown.setdefault(program.name, []).append(once(program, home))
    own = Times(shown[ours.name])
    for program in programs[1:]:
        theirs = Times(shown[program.name])
        table.row(f"{program.name}, first screen", "", theirs, "", f"our first rows to it, p50: {own.ratio(theirs)}")


def once(program: Program, home: Path) -> float:
    """Seconds of one start."""
    with started(program, home, USUAL) as terminal:
        return terminal.first_screen(program)


def main() -> None:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description="The browser's speed in a real pseudo-terminal.")
    parser.add_argument("small", type=Path)
    parser.add_argument("big", type=Path)
    parser.add_argument("--rounds", type=int, default=10, help="starts of each program; ten times as many keys")
    parser.add_argument("--peers", type=Path, metavar="FOLDER", help="where other programs are, if not on PATH")
    options = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or else each start compiles everything anew
    pair, rounds, table = Pair(options.small, options.big), options.rounds, Table()
    words = drawn_words(2 * rounds)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        measure_starts(table, pair, home, rounds)
        for size in (LARGE, USUAL):
            measure_keys(table, pair, home, size, 10 * rounds)
            measure_held_key(table, pair, home, size, max(rounds // 3, 3))
            measure_echo(table, pair, home, size, words)
        measure_rest(table, pair, home)
        measure_peers(table, pair, home, options.peers, rounds)
    print(f"| p50 / p95 / p99 in ms | bare Textual | {pair.small.stem} | {pair.big.stem} | ratios |")
    print("\n".join(["|---|---|---|---|---|", *table.lines]))


if __name__ == "__main__":
    main()
