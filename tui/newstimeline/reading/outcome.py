"""What reading yields, and how a reader says that it can't."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from newstimeline.clean import clean_line
from newstimeline.graphemes import shortened
from newstimeline.model import Article, Extraction, SourceState

LARGEST_FILE = 64 * 2**20
"""Bytes that are read into memory at once; only JSON Lines, read line by line, may be larger."""
READS = (
    "newstimeline reads texts, web pages, feeds, e-mail, books, PDF, web archives, archives of these, articles as JSON "
    "or NewsML, and events as tables, timelines or calendars; see its MANUAL"
)
MOST_MEMORY = 2**30
"""Bytes that reading one file may take where the system can hold it to that."""
NEEDS_MEMORY = f"it needs more than {MOST_MEMORY // 2**20:,} MiB of memory to read; split it"
FAULT = "newstimeline could not read it, by a fault of its own: please report this"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not taken in."""

    place: str
    """The file, with the line where that helps."""
    reason: str
    """A sentence that says why and, where it can, what to do."""


Parsed = Article | Extraction | Skipped
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class FileEnd:
    """All that a file, or an address of the web, holds has been yielded."""

    state: SourceState | None
    """As it was before it was read; None for what can't tell."""
    unchanged: int | None = None
    """How many articles it holds, if it was not read since nothing has changed."""


def named(things: Sequence[str], most: int = 5) -> str:
    """Things, such as places in a file, as a reason names them: the first few, and how many more."""
    more = f" and {len(things) - most:,} more" if len(things) > most else ""
    return f"{', '.join(things[:most])}{more}"


class Unreadable(Exception):
    """Input that a reader refuses; the message is the reason given to the user."""


def missing(what: str, extra: str) -> Unreadable:
    """The refusal of a file whose format only an optional part of the program reads."""
    return Unreadable(
        f"it is {what}, which needs one more library; install it with: pip install 'newstimeline[{extra}]'"
    )


def never_silent(name: str, items: Iterator[Item]) -> Iterator[Item | Skipped]:
    """What a file holds; where that is nothing at all, this is the reason."""
    silent = True
    for item in items:
        silent = False
        yield item
    if silent:
        yield Skipped(name, "it has neither an article nor events in it")


def with_reasons(name: str, items: Iterator[Item]) -> Iterator[Item | Skipped]:
    """What a reader finds, with whatever it fails of as the reason of something skipped."""
    try:
        yield from items
    except Unreadable as error:
        yield Skipped(name, clean_line(str(error)))
    except OSError as error:
        yield Skipped(name, f"it can't be read: {clean_line(error.strerror or str(error))}")
    except MemoryError:
        yield Skipped(name, NEEDS_MEMORY)
    except RecursionError:
        yield Skipped(name, "it is nested too deeply")
    except Exception as error:  # a reader's own fault, or its library's, costs this file and not the rest
        yield Skipped(name, f"{FAULT} ({type(error).__name__}: {shortened(clean_line(str(error)), 200)})")
