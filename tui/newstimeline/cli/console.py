"""Standard output and standard error: data on the one, narration on the other, both free of what could do harm."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from newstimeline.clean import one_line
from newstimeline.output.languages import language_name
from newstimeline.streams import unfiltered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newstimeline.intake import Report
    from newstimeline.reading import Skipped


class Failure(Exception):
    """A command can't go on; the message is the one line that the user sees."""


class UsageFailure(Failure):
    """What the user asked for makes no sense."""


def say(message: str) -> None:
    """Tell the user something on standard error."""
    print(f"newstimeline: {one_line(message)}", file=sys.stderr)


def write(line: str) -> None:
    """Write a line of data on standard output."""
    sys.stdout.write(line + "\n")


def write_document(pieces: Iterable[str]) -> None:
    """Write a document on standard output: as its format wants it, but on a terminal without what could do harm."""
    out = sys.stdout if sys.stdout.isatty() else unfiltered(sys.stdout)
    if isinstance(raw := unfiltered(out), io.TextIOWrapper):
        raw.reconfigure(encoding="utf-8", newline="")  # whatever the terminal's is: so the formats ask
    out.writelines(pieces)


def silence_standard_output() -> None:
    """After the reader of a pipe has gone: let what is still buffered vanish without a message."""
    with suppress(OSError):  # it is no file, or closed
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def is_in_web_browser() -> bool:
    """Whether `serve` has started us."""
    return os.environ.get("TEXTUAL_DRIVER", "").startswith("textual.drivers.web_driver")


def is_screen() -> bool:
    """Whether a full-screen browser can be shown: Textual draws on standard error and reads the keyboard."""
    if is_in_web_browser():
        return True
    return sys.stdout.isatty() and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def counted(number: int, what: str) -> str:
    """Such as "1 event" or "2,400 events"."""
    plural = what if number == 1 else "people" if what == "person" else f"{what}s"
    return f"{number:,} {plural}"


def summary(report: Report) -> str:
    """The report of an intake in one line."""
    parts = [f"{report.new:,} new with {counted(report.events, 'event')}", f"{report.unchanged:,} unchanged"]
    if report.replaced:
        parts.append(f"{report.replaced:,} replaced")
    if report.changed:
        parts.append(f"{report.changed:,} changed since")
    if report.joined:
        parts.append(f"{report.joined:,} known from elsewhere")
    parts.append(f"{report.skips:,} skipped")
    return f"{counted(report.read, 'article')} read: {', '.join(parts)}"


def say_what_is_missing(report: Report) -> None:
    """Say how many articles have no date, and what to do; and of how many no event is on the timeline, and why."""
    if report.undated:
        have = "has" if report.undated == 1 else "have"
        say(
            f"{counted(report.undated, 'article')} {have} no date of publication, so “Friday” stays without a date"
            " there; add them again with --published DATE"
        )
    if report.unextracted:
        languages = ", ".join(
            f"{count:,} in {language_name(code)}" for code, count in sorted(report.unextracted.items())
        )
        say(f"stored without looking for events in them: {languages}; the timeline has their headlines")
    if report.headlines:
        are, them = ("is", "it") if report.headlines == 1 else ("are", "them")
        articles = counted(report.headlines, "article")
        say(f"{articles} {are} on the timeline by headline only: no event was found in {them}")


def say_skipped(skipped: Skipped) -> None:
    """Name a thing that was skipped, and why."""
    say(f"skipped {skipped.place}: {skipped.reason}")
